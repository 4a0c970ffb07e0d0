import Foundation
import Glibc

/// What happens to the output and to what the program keeps beside it.
extension MiniArchive {
  static let stateFolder = ".annals/Output"

  /// The files that tell one build what the last one did, without the record of pages.
  private var stateFiles: [String] {
    let all = (try? archive.files(MiniArchive.stateFolder)) ?? []
    return all.filter { $0 != "lock" && $0 != "manifest" && !$0.hasPrefix("staging") }
      .map { "\(MiniArchive.stateFolder)/\($0)" }
  }

  func changeOutput(_ change: Change, _ dice: inout Dice) throws -> String? {
    switch change {
    case .spoilOutput: return try spoilOutput(&dice)
    case .loseState:
      guard let name = dice.pick(stateFiles) else { return nil }
      try archive.remove(name)
      return "remove \(name)"
    case .spoilState:
      guard let name = dice.pick(stateFiles) else { return nil }
      return try spoil(name, &dice)
    case .oldState:
      // As after a power cut that kept one file and lost another, or a copy from a backup.
      guard let name = dice.pick(oldState.keys.sorted()), let bytes = oldState[name],
        archive.exists(MiniArchive.stateFolder)
      else { return nil }
      try archive.write(name, bytes: bytes)
      return "put back an old \(name)"
    default:
      let name = "\(MiniArchive.stateFolder)/manifest"
      guard archive.exists(name) else { return nil }
      return try spoil(name, &dice)
    }
  }

  /// Keeps some of the state as it is now, to be put back later.
  func rememberState(_ dice: inout Dice) throws {
    for name in stateFiles where dice.once(in: 3) { oldState[name] = try archive.bytes(name) }
  }

  private func spoil(_ name: String, _ dice: inout Dice) throws -> String? {
    var bytes = try archive.bytes(name)
    guard !bytes.isEmpty else { return nil }
    if dice.once(in: 2) {
      bytes.removeLast(1 + dice.roll(bytes.count))
      try archive.write(name, bytes: bytes)
      return "cut \(name) to \(bytes.count) bytes"
    }
    let at = dice.roll(bytes.count)
    bytes[at] ^= UInt8(1 << dice.roll(8))
    try archive.write(name, bytes: bytes)
    return "flip a bit of \(name) at byte \(at)"
  }

  private func spoilOutput(_ dice: inout Dice) throws -> String? {
    guard let page = dice.pick(try archive.files().filter { !$0.hasSuffix("mine.txt") }) else { return nil }
    let name = "Output/\(page)"
    switch dice.roll(5) {
    case 0:
      try archive.remove(name)
      return "remove \(name)"
    case 1:
      let folder = (name as NSString).deletingLastPathComponent
      guard folder != "Output" else { return nil }
      try archive.remove(folder)
      return "remove \(folder)"
    case 2:
      var bytes = try archive.bytes(name)
      guard !bytes.isEmpty else { return nil }
      bytes[bytes.count / 2] ^= 1
      try archive.write(name, bytes: bytes)
      return "alter \(name), its size the same"
    case 3:
      try archive.write(name, "altered by hand")
      return "overwrite \(name)"
    default:
      try archive.write("Output/mine.txt", "mine")
      return "a file of the user's own in Output"
    }
  }
}
