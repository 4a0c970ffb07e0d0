import Archive
import ArgumentParser
import Publishing
import Reading
import Site

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site.",
    discussion: """
      Reads Content, renders with Templates what has changed since the last build and puts it into the output folder: \
      the same bytes as a build from nothing. A build that fails leaves the old site as it was; a report that cannot \
      be read is named, and all others get their pages. With --verbose every file written or removed is listed.

      EXAMPLES
        annals build
        annals build --root my-archive --output /srv/www/reports
        annals build --dry-run
        annals build --explain reports/410203-2020.html
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("Where the site is put; Output in the archive by default.", valueName: "dir"))
  var output: String?

  @Flag(help: "Read and render everything anew, whatever the last build left.")
  var full = false

  @Flag(help: "Say which files would be written and removed; write nothing.")
  var dryRun = false

  @Flag(help: "Say how long each step took and how much memory was in use.")
  var stats = false

  @Option(
    help: ArgumentHelp("Build, then say why this page was made anew or was not.", valueName: "path"))
  var explain: String?

  func validate() throws {
    if dryRun, full || stats || explain != nil {
      throw ValidationError("--dry-run only compares; leave --full, --stats and --explain out")
    }
  }

  func run() async throws {
    let messages = archive.messages
    var build = SiteBuild(
      archive: archive, target: output ?? archive.path("Output"), jobs: jobs.count, messages: messages)
    if dryRun {
      let (outcome, preview) = try await build.preview()
      list(preview.written, preview.removed)
      messages.say(outcome.summary)
      if outcome.hasErrors { throw ExitStatus.contentErrors }
      return
    }
    build.isFull = full
    build.explained = explain.map { path in
      let prefix = build.target + "/"
      return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
    let outcome = try await build.run()
    if archive.verbose { list(outcome.written, outcome.removed) }
    if let explanation = outcome.explanation {
      Terminal.result("\(build.explained ?? ""): \(explanation.words)")
    }
    if stats { Terminal.result(outcome.times.joined(separator: "\n")) }
    messages.say(outcome.summary)
    withExtendedLifetime(outcome.remains) {
      Terminal.leave(outcome.hasErrors ? ExitStatus.contentErrors.rawValue : 0)
    }
  }

  private func list(_ written: [String], _ removed: [String]) {
    let lines = written.map { "write \($0)" } + removed.map { "remove \($0)" }
    if !lines.isEmpty { Terminal.result(lines.joined(separator: "\n")) }
  }
}

extension Theme {
  /// The archive's own templates, those of the installation where it has none.
  static func load(_ archive: ArchiveOptions, _ messages: Messages) throws -> Theme {
    let own = archive.path("Templates")
    let share = Installation.share.map { "\($0)/Templates" }
    let folder = FileAccess.kind(of: own, following: true) == nil ? share ?? own : own
    // What is wrong with the settings is said when they are read with the rest.
    let settings = try? FileAccess.read("\(archive.content)/site.yml", limit: 1 << 20)
    let languages = ArchiveSettings.site(settings ?? []).settings.languages
    do {
      return try Theme(
        folder: folder, shown: folder, languages: languages, names: try names(archive, languages, messages))
    } catch let error as Failure {
      messages.error(error.rendered)
      if case .unreadable = error { throw ExitStatus.cannotReadOrWrite }
      throw ExitStatus.contentErrors
    }
  }

  /// Reports are printed with the names that Simplified pages show; other languages have their own.
  private static func names(
    _ archive: ArchiveOptions, _ languages: [String], _ messages: Messages
  ) throws -> NameTable {
    if languages.allSatisfy({ $0 == "zh-Hans" }) { return .none }
    do {
      let found = try Vocabulary.names(folders: Vocabulary.folders(archive))
      do throws(TableError) {
        return try NameTable(parsing: found.bytes, gazetteer: found.gazetteer)
      } catch {
        throw Vocabulary.Failure.table([error], path: found.path)
      }
    } catch let error as Vocabulary.Failure {
      try error.report(messages)
    }
  }
}

extension SiteBuilder {
  static func make(_ loaded: LoadedArchive, theme: Theme) -> SiteBuilder {
    SiteBuilder(
      catalog: loaded.catalog, gazetteer: loaded.gazetteer, settings: loaded.settings, words: theme.words,
      pages: loaded.pages,
      assets: theme.assets,
      formats: ReportFormats(markdown: ReportMarkdown.document, json: { ReportJSON.line($0) + [0x0A] }))
  }

  /// Free pages whose address is taken.
  func conflictFindings(_ archive: ArchiveOptions) -> [(file: String, diagnostic: Diagnostic)] {
    conflicts.map { page in
      (
        "\(archive.content)/pages/\(page.slug)\(page.language.map { "." + $0 } ?? "").md",
        Diagnostic(
          .error, code: "page-name",
          message: page.language == nil
            ? "another page has the address \(page.slug).html; rename the file"
            : "\(page.slug).md is missing, which this page translates; write it, or rename this one")
      )
    }
  }
}

extension Publication.Failure {
  /// Says what failed and ends the command with the status that fits.
  func report(_ messages: Messages) throws -> Never {
    switch self {
    case .publishing(let error):
      messages.error(error.rendered)
      throw error.isRefusal ? ExitStatus.badUsage : ExitStatus.cannotReadOrWrite
    case .damagedStore:
      messages.error(
        "error: the store of reports beside the output cannot be read; check the disk and build again")
      throw ExitStatus.cannotReadOrWrite
    case .rendering(let error, let page):
      messages.error("\(error.rendered) (page \(page))")
      throw ExitStatus.contentErrors
    }
  }
}
