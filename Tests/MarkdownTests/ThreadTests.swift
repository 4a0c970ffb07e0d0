import Testing

@testable import Markdown

@Suite("Threads")
struct ThreadTests {
  @Test("200 documents with tables give the same bytes in parallel as one after the other")
  func parallel() async throws {
    let documents = (0..<200).map { number in
      "# 第\(number)号\n\n~a~ ~~b~~ www.a.cn\n\n|甲|乙|\n|-|-:|\n"
        + (0..<40).map { "|\($0 * number)|**x** ~\($0)~|\n" }.joined() + "\n- x\n  - y *z*\n"
    }
    let render = { @Sendable (text: String) throws -> [UInt8] in
      let document = try Document(text)
      for block in document.textBlocks where block.kind == .cell {
        let count = block.flatText().bytes.count
        if count > 0 { try document.annotate(block, [(0..<count, Annotation(.mark))]) }
      }
      var output: [UInt8] = []
      document.html(into: &output, ids: { "b\($0.number)" }, headingShift: 1)
      return output
    }
    let parallel = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (index, text) in documents.enumerated() { group.addTask { (index, try render(text)) } }
      var results = [[UInt8]](repeating: [], count: documents.count)
      for try await (index, bytes) in group { results[index] = bytes }
      return results
    }
    #expect(try parallel == documents.map(render))
    #expect(
      parallel[7].starts(with: Array("<h2 id=\"b1\">第7号</h2>\n<p id=\"b2\">~a~ ~~b~~ www.a.cn</p>\n".utf8)))
  }
}
