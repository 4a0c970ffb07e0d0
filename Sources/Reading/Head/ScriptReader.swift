import Archive

/// Tells Traditional from Simplified by counting characters that only one of them uses.
enum ScriptReader {
  /// Hant when at least one Han character in forty folds to another: a few stay in any Simplified text, such as names.
  static func script(of text: SourceText) -> Script {
    var han = 0
    var changed = 0
    for index in text.shown.indices where text.shown[index].isHan {
      han += 1
      if text.shown[index] != text.folded[index] { changed += 1 }
    }
    return changed * 40 > han && changed >= 3 ? .hant : .hans
  }
}
