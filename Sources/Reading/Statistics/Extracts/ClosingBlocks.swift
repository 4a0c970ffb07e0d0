import Archive

/// The blocks that close a report without being text of its last section: who signed it and when, with the remarks and
/// attachments behind.
struct ClosingBlocks {
  /// Printed names of the body that reports, without spaces.
  private let names: [String]

  /// A signature stands among the last blocks; what stands behind it is short.
  private static let reach = 24
  /// The longest signature, in scalars.
  private static let longest = 120

  init(_ masthead: Masthead) {
    // Joint issuers sign one below the other.
    let printed = [masthead.issuer, masthead.unit].compactMap { $0 }
    names = (printed + printed.flatMap { $0.split(separator: " ").map(String.init) }).map(ClosingBlocks.bare)
  }

  /// The first of them; the number of blocks when the report just ends.
  ///
  /// - Parameters:
  ///   - blocks: of the top level; nil for those that hold no text of their own.
  ///   - heading: the block that the last heading stands in; nothing closes before it.
  func start(in blocks: [FlatBlock?], after heading: Int) -> Int {
    let first = max(heading + 1, blocks.count - ClosingBlocks.reach, 0)
    guard first < blocks.count, let last = (first..<blocks.count).last(where: { isSignature(blocks[$0]) })
    else { return blocks.count }
    if last + 1 < blocks.count {
      guard let next = blocks[last + 1], next.text.folded[...].starts(withAny: Words.remark) else {
        return blocks.count
      }
    }
    var start = last
    while start > first, isSignature(blocks[start - 1]) { start -= 1 }
    return start
  }

  /// A name, a day, or both, on one line or each on its own.
  private func isSignature(_ block: FlatBlock?) -> Bool {
    guard let block, block.kind == .paragraph, block.text.folded.count <= ClosingBlocks.longest else {
      return false
    }
    let lines = block.text.folded.split(separator: "\n").filter { !$0.trimmed.isEmpty }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let trimmed = line.trimmed
        return DateReader.whole(trimmed) != nil || Signature.isSignature(trimmed) || LineKind.isBody(trimmed)
          || names.contains(ClosingBlocks.bare(block.text.shown(line.startIndex..<line.endIndex)))
      }
  }

  private static func bare(_ name: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.isWhiteSpace { bare.append(scalar) }
    return String(bare)
  }
}
