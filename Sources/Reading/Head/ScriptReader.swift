import Archive

/// Tells Traditional from Simplified by counting characters that only one of them uses.
enum ScriptReader {
  /// Hant when at least one Han character in forty folds to another: a few stay in any Simplified text, such as names.
  static func script(of text: SourceText) -> Script {
    var han = 0
    var changed = 0
    text.shown.withUnsafeBufferPointer { shown in
      text.folded.withUnsafeBufferPointer { folded in
        for index in 0..<min(shown.count, folded.count) {
          let isHan = shown[index].isHan
          han &+= isHan ? 1 : 0
          changed &+= isHan && shown[index] != folded[index] ? 1 : 0
        }
      }
    }
    return changed * 40 > han && changed >= 3 ? .hant : .hans
  }
}
