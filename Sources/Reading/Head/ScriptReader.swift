import Archive

/// Tells Traditional from Simplified by counting characters that only one of them uses.
enum ScriptReader {
  /// Hant when at least one Han character in forty folds to another: a few stay in any Simplified text, such as names.
  static func script(of text: SourceText) -> Script {
    let count = text.count ?? HanCount(shown: text.shown, folded: text.folded)
    return count.changed * 40 > count.han && count.changed >= 3 ? .hant : .hans
  }
}

/// How many Han characters a text shows, and how many of them fold to another.
struct HanCount {
  var han = 0
  var changed = 0

  init() {}

  init(shown: [Unicode.Scalar], folded: [Unicode.Scalar]) {
    for (scalar, match) in zip(shown, folded) { add(scalar, match) }
  }

  @inline(__always) mutating func add(_ scalar: Unicode.Scalar, _ match: Unicode.Scalar) {
    let isHan = scalar.isHan
    han &+= isHan ? 1 : 0
    changed &+= isHan && scalar != match ? 1 : 0
  }
}
