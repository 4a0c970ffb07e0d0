import Archive

/// The files of an archive that hold reports, found below `Content/reports`.
public struct ReportFiles: Sendable {
  public struct Entry: Hashable, Sendable {
    /// Below `Content/reports`, with `/`.
    public let path: String
    /// Path of `NAME.EXT.yml` below `Content/reports`, when there is one.
    public let sidecar: String?
    /// The states of both, before either is read.
    let mark: FileMark?
    let sidecarMark: FileMark?
  }

  /// The reports folder.
  public let folder: String
  /// By path.
  public private(set) var entries: [Entry] = []
  /// What was passed over, with the path it is about, below `Content/reports`.
  public private(set) var findings: [(path: String, diagnostic: Diagnostic)] = []

  /// File names that other issues of formats will add to.
  private static let readable = [".txt", ".md"]
  private static let later = [".html", ".htm", ".docx", ".pdf", ".doc"]

  /// Lists the folder and all below it. Links are followed only inside `content`.
  public init(folder: String, content: String) throws(FileFailure) {
    self.folder = folder
    guard let base = FileAccess.real(content), let start = FileAccess.real(folder) else {
      throw FileFailure(path: folder, code: 2)
    }
    var found = Found(base: base)
    var seen: Set<String> = [start]
    // The folders of one depth are listed at the same time; what links lead to comes last, so that a folder goes by
    // its own name.
    var pending = [Folder(path: "", real: start)]
    while !pending.isEmpty {
      let paths = pending.map { $0.path.isEmpty ? folder : "\(folder)/\($0.path)" }
      let listings = Parallel.each(paths.count) { index -> Result<[FileAccess.Entry], FileFailure> in
        do throws(FileFailure) {
          return .success(try FileAccess.entries(in: paths[index]))
        } catch {
          return .failure(error)
        }
      }
      for (listed, listing) in zip(pending, listings) {
        switch listing {
        case .success(let entries): take(entries, listed, &found)
        case .failure(let failure):
          if listed.path.isEmpty { throw failure }
          note(listed.path, .error, "unreadable", failure.message)
        }
      }
      pending = []
      // The same folder reached twice, by a link to a parent for one, would never end.
      func go(_ folders: [Folder]) {
        for folder in folders {
          if seen.insert(folder.real).inserted {
            pending.append(folder)
          } else {
            note(folder.path, .error, "link", "a link to a folder that is read already; remove it")
          }
        }
      }
      go(found.folders)
      found.folders = []
      while pending.isEmpty, !found.links.isEmpty { go([found.links.removeFirst()]) }
    }
    var (files, sidecars) = (found.files, found.sidecars)
    files.sort { FileAccess.precedes($0.path, $1.path) }
    entries = files.map { file in
      for end in ["yml", "yaml"] where !sidecars.isEmpty {
        let path = "\(file.path).\(end)"
        if let mark = sidecars.removeValue(forKey: path) {
          return Entry(path: file.path, sidecar: path, mark: file.mark, sidecarMark: mark)
        }
      }
      return Entry(path: file.path, sidecar: nil, mark: file.mark, sidecarMark: nil)
    }
    for path in sidecars.keys.sorted() {
      note(path, .warning, "sidecar", "a sidecar without its file; name it like the file, with .yml behind")
    }
    findings.sort { FileAccess.precedes($0.path, $1.path) }
  }

  /// What folders hold, sorted out; all paths below the reports folder.
  private struct Found {
    /// `Content`, with every link followed.
    let base: String
    var files: [(path: String, mark: FileMark?)] = []
    var sidecars: [String: FileMark] = [:]
    var folders: [Folder] = []
    /// Links to folders.
    var links: [Folder] = []
  }

  private struct Folder {
    /// Below the reports folder.
    let path: String
    /// With every link followed.
    let real: String
  }

  /// Sorts out what one folder holds.
  private mutating func take(_ entries: [FileAccess.Entry], _ folder: Folder, _ found: inout Found) {
    for entry in entries {
      let name = entry.name
      let path = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
      var (kind, mark) = (entry.kind, entry.mark)
      var real = ""
      if kind == .link {
        guard let target = FileAccess.real("\(self.folder)/\(path)") else {
          note(path, .error, "link", "a link that leads nowhere or in a circle; remove it")
          continue
        }
        guard target == found.base || target.hasPrefix(found.base + "/") else {
          note(path, .error, "link", "a link that leaves Content is not followed; copy the file here")
          continue
        }
        (kind, mark) = FileAccess.status(of: target)
        real = target
      }
      switch kind {
      case .folder where entry.kind == .link: found.links.append(Folder(path: path, real: real))
      case .folder: found.folders.append(Folder(path: path, real: "\(folder.real)/\(name)"))
      case .file:
        if FileAccess.ends(name, [".yml", ".yaml"]) {
          found.sidecars[path] = mark
        } else if FileAccess.ends(name, Self.readable)
          || Self.readable.contains(where: { name.lowercased().hasSuffix($0) })
        {
          found.files.append((path, mark))
        } else if Self.later.contains(where: { name.lowercased().hasSuffix($0) }) {
          note(
            path, .warning, "format",
            "this format is not read yet and the file is passed over; save its text as .txt")
        } else {
          note(path, .note, "format", "no report: only .txt and .md files are read")
        }
      // Old archives hold names in GBK, which come back mended with U+FFFD and so name nothing.
      case nil where name.unicodeScalars.contains("\u{FFFD}"):
        note(path, .error, "name", "the name is not UTF-8, so the file cannot be read; rename it")
      case nil: note(path, .error, "unreadable", FileFailure(path: path, code: 2).message)
      default: note(path, .note, "format", "not a file; passed over")
      }
    }
  }

  private mutating func note(
    _ path: String, _ severity: Diagnostic.Severity, _ code: String, _ message: String
  ) {
    findings.append((path, Diagnostic(severity, code: code, message: message)))
  }

  /// What stands in a report's file and in its sidecar.
  struct Contents {
    let bytes: [UInt8]
    let sidecar: [UInt8]?
    /// SHA-256 of the file's own bytes.
    let fileDigest: String
    /// Of both; equal contents give equal reports under one path.
    let digest: String

    init(bytes: [UInt8], sidecar: [UInt8]?) {
      self.bytes = bytes
      self.sidecar = sidecar
      fileDigest = Digest.hex(bytes)
      digest = fileDigest + (sidecar.map { " " + Digest.hex($0) } ?? "")
    }
  }

  func contents(of entry: Entry) throws(FileFailure) -> Contents {
    let bytes = try FileAccess.read("\(folder)/\(entry.path)", limit: ReportReader.sizeLimit)
    guard let path = entry.sidecar else { return Contents(bytes: bytes, sidecar: nil) }
    return Contents(bytes: bytes, sidecar: try FileAccess.read("\(folder)/\(path)", limit: 1 << 20))
  }

  /// Reads one file into a report; a file that cannot be read is a report with an error and nothing else.
  public func report(_ entry: Entry, reader: ReportReader) -> Report {
    do {
      let contents = try contents(of: entry)
      return reader.read(
        contents.bytes, file: entry.path, sidecar: contents.sidecar, digest: contents.fileDigest)
    } catch {
      return ReportFiles.unreadable(entry, error)
    }
  }

  static func unreadable(_ entry: Entry, _ failure: FileFailure) -> Report {
    let missing = Diagnostic(.error, code: "unreadable", message: failure.message)
    return Report(id: nil, file: entry.path, masthead: Masthead(), diagnostics: [missing])
  }
}
