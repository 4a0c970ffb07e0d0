import Archive
import ArgumentParser
import Publishing
import Reading
import Site

struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site.",
    discussion: """
      Reads Content, renders every page with Templates and puts into the output folder what has changed. A build that \
      fails leaves the old site as it was; a report that cannot be read is named, and all others get their pages.

      EXAMPLES
        annals build
        annals build --root my-archive --output /srv/www/reports
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("Where the site is put; Output in the archive by default.", valueName: "dir"))
  var output: String?

  func run() async throws {
    let messages = archive.messages
    let target = output ?? archive.path("Output")
    let theme = try Theme.load(archive, messages)
    let loaded = try await LoadedArchive.load(archive, jobs: jobs.count, messages: messages)
    let site = SiteBuilder.make(loaded, theme: theme)
    messages.show(loaded.findings + site.conflictFindings(archive))

    let publication = Publication(site: site, theme: theme)
    let total = publication.count
    do {
      let store = try OutputStore(
        output: target, root: archive.root,
        sources: ["Content", "Templates", "Sources", "Tests"].map(archive.path))
      let (summary, notes) = try await publication.publish(to: store, jobs: jobs.count) { done in
        if done % 64 == 0 || done == total { messages.progress("rendering \(done) of \(total) files") }
      }
      for note in notes { messages.error(note.rendered) }
      messages.say(
        "\(loaded.catalog.reports.count) reports, \(loaded.catalog.places.count) regions, "
          + "\(loaded.catalog.years.count) years: \(summary.written) files written, \(summary.unchanged) unchanged, "
          + "\(summary.removed) removed in \(target)")
    } catch let failure as Publication.Failure {
      try failure.report(messages)
    } catch let error as PublishingError {
      try Publication.Failure.publishing(error).report(messages)
    }
    if loaded.hasErrors { throw ExitStatus.contentErrors }
  }
}

extension Theme {
  /// The archive's own templates, those of the installation where it has none.
  static func load(_ archive: ArchiveOptions, _ messages: Messages) throws -> Theme {
    let own = archive.path("Templates")
    let share = Installation.share.map { "\($0)/Templates" }
    let folder = FileAccess.kind(of: own, following: true) == nil ? share ?? own : own
    do {
      return try Theme(folder: folder, shown: folder)
    } catch {
      messages.error(error.rendered)
      if case .faulty = error { throw ExitStatus.contentErrors }
      throw ExitStatus.cannotReadOrWrite
    }
  }
}

extension SiteBuilder {
  static func make(_ loaded: LoadedArchive, theme: Theme) -> SiteBuilder {
    SiteBuilder(
      catalog: loaded.catalog, settings: loaded.settings, pages: loaded.pages, assets: theme.assets,
      formats: ReportFormats(markdown: ReportMarkdown.document, json: { ReportJSON.line($0) + [0x0A] }))
  }

  /// Free pages whose address is taken.
  func conflictFindings(_ archive: ArchiveOptions) -> [(file: String, diagnostic: Diagnostic)] {
    conflicts.map { page in
      (
        "\(archive.content)/pages/\(page.slug).md",
        Diagnostic(
          .error, code: "page-name",
          message: "another page has the address \(page.slug).html; rename the file")
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
    case .rendering(let error, let page):
      messages.error("\(error.rendered) (page \(page))")
      throw ExitStatus.contentErrors
    }
  }
}
