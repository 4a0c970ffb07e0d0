import Archive
import Markdown
import Reading

/// What `Content` holds, before any of it is understood: enough to tell whether anything changed since the last build.
struct ArchiveContent {
  let options: ArchiveOptions
  let files: ReportFiles

  /// Throws when there is no archive to read.
  ///
  /// - Parameter messages: what is wrong is said there; nil to say nothing.
  init(_ options: ArchiveOptions, _ messages: Messages?) throws {
    self.options = options
    guard FileAccess.kind(of: options.content, following: true) == .folder else {
      messages?.error(
        "\(options.content): error: no such folder; name an archive with --root, or make one with `annals init DIR`"
      )
      throw ExitStatus.cannotReadOrWrite
    }
    do {
      files = try ReportFiles(folder: options.path("Content/reports"), content: options.content)
    } catch {
      messages?.error("\(error.path): error: \(error.message)")
      throw ExitStatus.cannotReadOrWrite
    }
  }

  /// About files that are no reports.
  var findings: [(file: String, diagnostic: Diagnostic)] {
    files.findings.map { ("\(files.folder)/\($0.path)", $0.diagnostic) }
  }

  /// What a report's reading depends on beside its file: the program and the vocabulary.
  static func readingStamp(_ vocabulary: Vocabulary.Digests) -> String {
    "\(Program.identity) \(vocabulary.reading)"
  }

  /// Of everything that a build reads beside reports.
  func fingerprint(_ vocabulary: Vocabulary.Digests, theme: UInt64) -> UInt64 {
    var digest = Fingerprint()
    digest.add(Program.identity)
    digest.add(vocabulary.whole)
    digest.add(theme)
    let names = Vocabulary.folders(options).map { "\($0)/names.tsv" }
    digest.add((names.lazy.compactMap { try? FileAccess.read($0) }.first) ?? [])
    // Messages call files as the user called the archive.
    digest.add(options.root)
    for (file, diagnostic) in findings {
      digest.add(file)
      digest.add(diagnostic.message)
    }
    digest.add((try? FileAccess.read("\(options.content)/site.yml", limit: 1 << 20)) ?? [])
    let folder = "\(options.content)/pages"
    for name in (try? FileAccess.names(in: folder)) ?? [] {
      digest.add(name)
      digest.add((try? FileAccess.read("\(folder)/\(name)", limit: 4 << 20)) ?? [])
    }
    return digest.value
  }
}

/// The program itself: pages of one version must never pass for those of another.
enum Program {
  /// Differs between any two builds of the program, and with the Markdown library.
  static let identity =
    "\(Installation.version) \(FileAccess.mark(of: "/proc/self/exe")?.text ?? "") \(LibraryVersion.text)"
}
