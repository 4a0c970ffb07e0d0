import Foundation
import TestSupport
import Testing

/// A curator takes the Markdown that the program made of a report and puts it in place of the raw file: nothing changes.
@Suite struct RoundTripTests {
  static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: "\(Repository.root)/Content/reports") ?? .init()
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(arguments: files) func theMarkdownGivesTheSamePage(_ file: String) throws {
    let archive = try TemporaryArchive(reports: [:])
    let raw = "Content/reports/\(file)"
    try archive.copy("\(Repository.root)/\(raw)", to: raw)
    #expect(try archive.annals("build").code == 0)
    let page = try #require(try archive.files().first { $0.hasPrefix("reports/") && $0.hasSuffix(".html") })
    let old = try archive.tree()

    let markdown = try archive.annals("inspect", raw, "--format", "markdown")
    #expect(markdown.code == 0)
    try archive.remove(raw)
    // As a shell writes it to a file, at a place that says nothing of region or year.
    try archive.write("Content/reports/corrected.md", markdown.output)
    #expect(try archive.annals("build").code == 0)
    let new = try archive.tree()
    #expect(new.keys.sorted() == old.keys.sorted())
    #expect(try Self.main(new, page) == Self.main(old, page))
    // What readers download is what was put in.
    let download = String(page.dropLast(5)) + ".md"
    #expect(
      String(decoding: new[download] ?? [], as: UTF8.self)
        == String(decoding: old[download] ?? [], as: UTF8.self))
    for path in old.keys where !path.hasPrefix("reports/") && path != "checks.html" {
      #expect(new[path] == old[path], "\(path)")
    }
  }

  /// The page down to the text's end: what follows names the source file and lists what was taken for the portal's own.
  private static func main(_ tree: [String: [UInt8]], _ page: String) throws -> String {
    let html = String(decoding: try #require(tree[page]), as: UTF8.self)
    let end = try #require(html.range(of: "<div class=\"after\">"))
    return String(html[..<end.lowerBound])
  }
}
