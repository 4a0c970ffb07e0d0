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

      EXAMPLES
        annals check
        annals check --output Output
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("A built site to check instead of the content.", valueName: "dir"))
  var output: String?

  func run() async throws {
    if let output { try checkSite(output) } else { try await checkContent() }
  }

  private func checkSite(_ folder: String) throws {
    let messages = archive.messages
    do {
      let check = try SiteChecker.check(folder: folder, threads: jobs.count)
      messages.show(check.findings.map { ("\(folder)/\($0.file)", $0.diagnostic) })
      let errors = check.findings.filter { $0.diagnostic.severity == .error }.count
      Terminal.result("\(check.files) files, \(check.links) links, \(check.outside) to other sites: \(errors) errors")
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
