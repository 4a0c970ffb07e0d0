import Glibc

/// Why Annals would not, or could not, write or remove something: data, which `rendered` turns into words.
public struct PublishingError: Error, Hashable, Sendable {
  /// The file or folder it is about, as the user knows it.
  public var path: String
  public var cause: Cause

  public enum Cause: Hashable, Sendable {
    // The output folder is not one to write to.
    case outputIsFile
    case outputNotOurs
    case outputIs(String)
    case outputHolds(String)
    case outputInside(String)
    case outputOnOtherFileSystem
    // A page's path is not one to write.
    case badPath(PagePath.Fault)
    case samePath(as: String)
    case foreignFile
    case symbolicLink
    case fileInPlaceOfFolder
    case folderInPlaceOfPage
    // The record of what Annals made. The first two are warnings where a build can go on.
    case recordForeign
    case recordDamaged(lines: Int)
    case recordNewer
    // The system said no.
    case locked(process: Int?)
    /// Bytes that the new pages take on disk, and bytes that are free; nil when not known.
    case diskFull(needed: Int?, free: Int?)
    case system(Action, code: Int32)
    case sessionOver
  }

  public enum Action: String, Hashable, Sendable {
    case read, write, create, remove, lock
  }

  public init(path: String, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// A build goes on after a warning; `OutputStore` never throws one.
  public var isWarning: Bool {
    switch cause {
    case .recordDamaged: true
    default: false
    }
  }

  /// True when another choice of output folder is the remedy: bad usage rather than a failing disk.
  public var isRefusal: Bool {
    switch cause {
    case .outputIsFile, .outputNotOurs, .outputIs, .outputHolds, .outputInside, .outputOnOtherFileSystem: true
    default: false
    }
  }

  /// `path: error: what is wrong; what to do`.
  public var rendered: String { "\(path): \(isWarning ? "warning" : "error"): \(message)" }

  /// `what is wrong; what to do`.
  public var message: String { "\(words.what); \(words.remedy)" }

  private var words: (what: String, remedy: String) {
    switch cause {
    case .outputIsFile: ("is a file, not a folder", "choose another folder")
    case .outputNotOurs: ("is not empty and was not made by Annals", "choose another folder or empty it")
    case .outputIs(let what): ("is \(what)", "choose a folder that holds nothing else, such as Output")
    case .outputHolds(let what):
      ("contains \(what)", "choose a folder that holds nothing else, such as Output")
    case .outputInside(let what): ("lies inside \(what)", "choose a folder beside it, such as Output")
    case .outputOnOtherFileSystem:
      (
        "is on another file system than the folder it lies in, so pages cannot be renamed into place",
        "choose a folder inside it"
      )
    case .badPath(let fault): (fault.words, "give the page another id or name")
    case .samePath(let other):
      (
        "is the same path as '\(other)' where upper and lower case count as one",
        "give one page another id or name"
      )
    case .foreignFile: ("stands in the output but was not made by Annals", "move it away or rename it")
    case .symbolicLink: ("is a symbolic link, which could lead out of the output", "remove the link")
    case .fileInPlaceOfFolder: ("is a file where a folder is needed", "move it away, or run 'annals clean'")
    case .folderInPlaceOfPage: ("is a folder where a page is needed", "move it away, or run 'annals clean'")
    case .recordForeign:
      ("is not a record that Annals wrote", "remove it, and empty the output folder or choose another")
    case .recordDamaged(let lines):
      (
        "is damaged: \(lines) \(lines == 1 ? "line" : "lines") cannot be read",
        "pages of removed reports may be left over; empty the output folder to be sure"
      )
    case .recordNewer:
      ("was written by a newer version of Annals", "use that version, or choose another folder")
    case .locked(let process):
      (
        "another build is writing there\(process.map { " (process \($0))" } ?? "")",
        "wait until it is done, or stop it"
      )
    case .diskFull(let needed, let free):
      (
        "the disk is full\(needed.map { ": the new pages take \(PublishingError.size($0))" } ?? "")"
          + (free.map { "\(needed == nil ? ":" : ",") \(PublishingError.size($0)) are free" } ?? ""),
        "free some space and build again"
      )
    case .system(let action, let code): (systemWords(action, code), PublishingError.remedy(action, code))
    case .sessionOver: ("the build that wrote it is over", "begin another")
    }
  }

  private func systemWords(_ action: Action, _ code: Int32) -> String {
    "cannot \(action.rawValue) it: \(String(cString: strerror(code)).lowercased())"
  }

  private static func remedy(_ action: Action, _ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: action == .read ? "make it readable" : "make it writable, or choose another folder"
    case EROFS: "choose a folder on a disk that can be written"
    case ENAMETOOLONG: "shorten the name"
    case EMFILE, ENFILE: "raise the limit of open files (ulimit -n)"
    default: "mend that and run it again"
    }
  }

  /// `12.3 MB`, `512 bytes`: decimal units, as disks are sold.
  private static func size(_ bytes: Int) -> String {
    for (unit, scale) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)] where bytes >= scale {
      let tenths = bytes / (scale / 10)
      return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(bytes) bytes"
  }
}
