import Archive
import Markdown
import Synchronization

/// The sentences that numbers stand in. A report's text is parsed for them once for all metrics: a hundred files
/// of values ask for the same sentences.
final class Sentences: Sendable {
  /// By report, then by quantity; of quantities in a series only.
  private let kept = Mutex<[Int: [Int: String]]>([:])
  /// About 6 KB a report.
  private static let keptLimit = 20_000

  func sentence(of observation: Observation, in report: Report) -> String {
    if let known = kept.withLock({ $0[observation.report] }) { return known[observation.quantity] ?? "" }
    let wanted = report.quantities.indices.filter { report.quantities[$0].isInSeries }
    let found = Dictionary(uniqueKeysWithValues: zip(wanted, Sentences.texts(wanted, in: report)))
    kept.withLock { if $0.count < Sentences.keptLimit { $0[observation.report] = found } }
    return found[observation.quantity] ?? ""
  }

  /// The sentence of each quantity; empty where its place does not fit the text.
  static func texts(_ quantities: [Int], in report: Report) -> [String] {
    var blocks = FlatBlocks(report)
    return quantities.map { index in
      let quantity = report.quantities[index]
      return blocks.text(quantity.place.textBlock, quantity.sentence)
    }
  }
}

/// The flat texts of a report, each made when first asked for.
struct FlatBlocks {
  private let blocks: [Block]
  private var flat: [Int: [UInt8]] = [:]

  init(_ report: Report) { blocks = (try? Document(report.body).textBlocks) ?? [] }

  mutating func bytes(_ block: Int) -> [UInt8] {
    guard blocks.indices.contains(block) else { return [] }
    if let known = flat[block] { return known }
    let bytes = blocks[block].flatText().bytes
    flat[block] = bytes
    return bytes
  }

  mutating func text(_ block: Int, _ range: Range<Int>) -> String {
    let bytes = bytes(block)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return "" }
    return Text.trimmed(String(decoding: bytes[range], as: UTF8.self))
  }
}
