import Foundation
import Glibc

/// Something that happens to an archive between two builds.
enum Change: CaseIterable {
  case add, edit, editKeepingTimeAndSize, rename, delete, sidecar, touch, copy, spoil, mend, restoreReport
  case template, css, breakTemplate
  case metric, topic, law, division, breakVocabulary
  case settings, freePage, otherFile
  case spoilOutput
  case loseState, spoilState, oldState, spoilRecord

  /// How often it happens, in comparison with the others.
  var weight: Int {
    switch self {
    case .add, .edit: 6
    case .delete, .rename, .sidecar, .touch, .copy, .spoil, .spoilOutput: 3
    case .mend, .restoreReport, .template, .metric, .settings, .freePage, .loseState, .spoilState, .oldState:
      2
    case .editKeepingTimeAndSize, .css, .breakTemplate, .topic, .law, .division, .breakVocabulary, .otherFile,
      .spoilRecord:
      1
    }
  }

  static func random(_ dice: inout Dice) -> Change {
    var left = dice.roll(allCases.reduce(0) { $0 + $1.weight })
    for change in allCases {
      left -= change.weight
      if left < 0 { return change }
    }
    return .edit
  }
}

extension MiniArchive {
  /// Makes the change; gives it in words, or nil when there is nothing to change.
  func apply(_ change: Change, _ dice: inout Dice) throws -> String? {
    switch change {
    case .add, .edit, .editKeepingTimeAndSize, .rename, .delete, .sidecar, .touch, .copy, .spoil, .mend,
      .restoreReport:
      try changeReport(change, &dice)
    case .template, .css, .breakTemplate: try changeTheme(change, &dice)
    case .metric, .topic, .law, .division, .breakVocabulary: try changeVocabulary(change, &dice)
    case .settings, .freePage, .otherFile: try changeSite(change, &dice)
    case .spoilOutput, .loseState, .spoilState, .oldState, .spoilRecord: try changeOutput(change, &dice)
    }
  }

  /// Replaces the first occurrence of one of the words with another of them.
  func swap(_ name: String, _ pairs: [(String, String)], _ dice: inout Dice) throws -> String? {
    guard let (one, other) = dice.pick(pairs), archive.exists(name) else { return nil }
    let text = try archive.text(name)
    let (from, to) = text.contains(other) ? (other, one) : (one, other)
    guard let range = text.range(of: from) else { return nil }
    try archive.write(name, text.replacingCharacters(in: range, with: to))
    return "\(name): «\(from)» to «\(to)»"
  }
}
