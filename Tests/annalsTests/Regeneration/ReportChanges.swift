import Foundation
import Glibc

/// What happens to reports and what lies beside them.
extension MiniArchive {
  func changeReport(_ change: Change, _ dice: inout Dice) throws -> String? {
    if change == .add {
      return "add \(try add(MiniReport(&dice), folder: dice.pick(MiniArchive.folders) ?? ""))"
    }
    guard let path = dice.pick(reports.keys.sorted()), var report = reports[path] else { return nil }
    let file = "Content/reports/\(path)"
    switch change {
    case .edit:
      let what = report.edit(&dice)
      try set(report, at: path)
      return "edit \(path): \(what)"
    case .editKeepingTimeAndSize:
      var status = stat()
      guard stat("\(archive.path)/\(file)", &status) == 0 else { return nil }
      report.cases = report.cases == 77 ? 66 : 77
      try set(report, at: path)
      var times = [status.st_atim, status.st_mtim]
      guard utimensat(AT_FDCWD, "\(archive.path)/\(file)", &times, 0) == 0 else { return nil }
      return "edit \(path) and set its time back: cases \(report.cases)"
    case .rename:
      let new = newPath(like: path, folder: dice.pick(MiniArchive.folders) ?? "")
      try move(path, to: new)
      return "rename \(path) to \(new)"
    case .delete:
      guard reports.count > 4 else { return nil }
      try remove(path)
      return "delete \(path)"
    case .sidecar: return try changeSidecar(file, &dice)
    case .touch:
      let shift = dice.roll(3) - 1
      var times = [timespec(tv_sec: time(nil) + shift * 86_400, tv_nsec: 0), timespec()]
      times[1] = times[0]
      guard utimensat(AT_FDCWD, "\(archive.path)/\(file)", &times, 0) == 0 else { return nil }
      return "touch \(path)"
    case .copy:
      return "copy \(path) to \(try add(report, folder: dice.pick(MiniArchive.folders) ?? ""))"
    case .spoil:
      let bytes: [UInt8] = [
        [], [0, 1, 2, 3, 0, 255], Array("没有任何线索的一句话。\n".utf8), Array(report.text.utf8.prefix(25)),
      ][dice.roll(4)]
      try archive.write(file, bytes: bytes)
      return "spoil \(path): \(bytes.count) bytes"
    case .mend:
      for (path, report) in reports { try mend(path, report) }
      return "mend all reports"
    case .restoreReport:
      // A copy put back keeps its old time of change.
      try archive.write("kept.txt", bytes: try archive.bytes(file))
      try rename("kept.txt", to: file)
      return "replace \(path) by its copy"
    default: return nil
    }
  }

  private func mend(_ path: String, _ report: MiniReport) throws {
    if try archive.text("Content/reports/\(path)") != report.text { try set(report, at: path) }
  }

  private func changeSidecar(_ file: String, _ dice: inout Dice) throws -> String? {
    let name = file + ".yml"
    if archive.exists(name), dice.once(in: 2) {
      try archive.remove(name)
      return "remove \(name)"
    }
    let text = [
      "title: 另拟的题名\(dice.roll(3))\n", "year: \(2018 + dice.roll(5))\n",
      "published: 2021-0\(1 + dice.roll(9))-11\n",
      "id: own-\(dice.roll(3))\n", "year: [\n", "nothing: 1\n",
    ][dice.roll(6)]
    try archive.write(name, text)
    return "write \(name): \(text.dropLast())"
  }
}
