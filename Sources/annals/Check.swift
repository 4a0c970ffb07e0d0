import Archive
import ArgumentParser
import Publishing
import Reading
import Site

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what is wrong or unsure; write nothing.",
    discussion: """
      Without --output: reads Content and Templates just as `build` does and lists every error and warning.
      With --output: checks a built site, every link and fragment of every page.
      With --unmatched: ranks the wordings of figures that the vocabulary of metrics does not know yet, those in most \
      reports first, so that a curator can add them to Content/vocabulary/metrics.yml.

      EXAMPLES
        annals check
        annals check --output Output
        annals check --unmatched | head -20
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("A built site to check instead of the content.", valueName: "dir"))
  var output: String?

  @Flag(help: "Rank the wordings of figures that no metric is known for.")
  var unmatched = false

  func validate() throws {
    if unmatched, output != nil { throw ValidationError("--unmatched reads the content; leave --output out") }
  }

  func run() async throws {
    if let output {
      try checkSite(output)
    } else if unmatched {
      try await rankUnmatched()
    } else {
      try await checkContent()
    }
  }

  /// Tab-separated: reports, figures, unit, subject, first example with its place.
  private func rankUnmatched() async throws {
    let loaded = try await LoadedArchive.load(archive, jobs: jobs.count, messages: archive.messages)
    Terminal.result("reports\tfigures\tunit\tsubject\tfirst")
    for wording in UnmatchedWordings.ranked(loaded.catalog.reports) {
      Terminal.result(
        "\(wording.reports)\t\(wording.count)\t\(wording.unit)\t\(wording.subject)\t\(wording.example) "
          + "\(archive.path("Content/reports"))/\(wording.file):\(wording.line)")
    }
  }

  private func checkSite(_ folder: String) throws {
    let messages = archive.messages
    do {
      let check = try SiteChecker.check(folder: folder, threads: jobs.count)
      messages.show(check.findings.map { ("\(folder)/\($0.file)", $0.diagnostic) })
      let errors = check.findings.filter { $0.diagnostic.severity == .error }.count
      Terminal.result(
        "\(check.files) files, \(check.links) links, \(check.outside) to other sites: \(errors) errors")
      if check.hasErrors { throw ExitStatus.contentErrors }
    } catch let error as PublishingError {
      messages.error(error.rendered)
      throw ExitStatus.cannotReadOrWrite
    }
  }

  private func checkContent() async throws {
    let messages = archive.messages
    let theme = try Theme.load(archive, messages)
    let loaded = try await LoadedArchive.load(archive, jobs: jobs.count, messages: messages)
    let site = SiteBuilder.make(loaded, theme: theme)
    let findings = loaded.findings + site.conflictFindings(archive)
    messages.show(findings)
    do {
      try await Publication(site: site, theme: theme).render(jobs: jobs.count) { _, _ in }
    } catch let failure as Publication.Failure {
      try failure.report(messages)
    }
    let counts = [Diagnostic.Severity.error, .warning, .note].map { severity in
      findings.filter { $0.diagnostic.severity == severity }.count
    }
    Terminal.result(
      "\(loaded.catalog.reports.count) reports placed, \(loaded.catalog.unplaced.count) not: "
        + "\(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notes")
    if counts[0] > 0 { throw ExitStatus.contentErrors }
  }
}
