import Archive
import Publishing
import Reading
import Site

/// One build: from Content and Templates to the output, as little anew as what changed allows.
struct SiteBuild {
  let archive: ArchiveOptions
  /// The output folder.
  let target: String
  let jobs: Int
  /// Everything is read and rendered anew.
  var isFull = false
  /// A page to give reasons for.
  var explained: String?
  let messages: Messages

  struct Outcome {
    var hasErrors: Bool
    /// One line for people.
    var summary: String
    var written: [String] = []
    var removed: [String] = []
    var explanation: Explanation?
    /// Lines about the time that each step took.
    var times: [String] = []
    /// All that the build had in memory. To give it back piece by piece takes longer than to end the process.
    var remains: (any Sendable)?
  }

  private struct Remains: Sendable {
    let publication: Publication
    let content: ArchiveContent
    let loader: ReportLoader
    let session: Session
    let record: OutputStore.ReadAhead?
  }

  func run() async throws -> Outcome {
    do {
      do {
        return try await attempt()
      } catch Publication.Failure.damagedStore {
        messages.error(
          "\(target): warning: the store of reports beside it is damaged; all reports are read again")
        var anew = self
        anew.isFull = true
        return try await anew.attempt(isRepeated: true)
      }
    } catch let failure as Publication.Failure {
      try failure.report(messages)
    } catch let error as PublishingError {
      try Publication.Failure.publishing(error).report(messages)
    }
  }

  /// What a build would change. Nothing is written.
  func preview() async throws -> (outcome: Outcome, preview: Preview) {
    do {
      let theme = try Theme.load(archive, messages)
      let content = try ArchiveContent(archive, messages)
      let loader = ReportLoader(content.files, cache: nil)
      let loaded = try await LoadedArchive.load(content, loader, jobs: jobs, messages: messages)
      let site = SiteBuilder.make(loaded, theme: theme)
      let findings = loaded.findings + site.conflictFindings(archive)
      messages.show(findings)
      let publication = Publication(site: site, theme: theme)
      let total = publication.count
      let preview = try await publication.preview(in: try store(), jobs: jobs) { done in
        messages.progress("comparing \(done) of \(total) files")
      }
      let summary =
        "\(SiteBuild.contents(loaded)): \(preview.written.count) files would be written, "
        + "\(preview.unchanged) stay, \(preview.removed.count) would be removed in \(target)"
      return (Outcome(hasErrors: SiteBuild.hasErrors(findings), summary: summary), preview)
    } catch let failure as Publication.Failure {
      try failure.report(messages)
    } catch let error as PublishingError {
      try Publication.Failure.publishing(error).report(messages)
    }
  }

  private func store() throws(PublishingError) -> OutputStore {
    try OutputStore(
      output: target, root: archive.root,
      sources: ["Content", "Templates", "Sources", "Tests"].map(archive.path))
  }

  private func attempt(isRepeated: Bool = false) async throws -> Outcome {
    let watch = Stopwatch()
    let (archive, messages) = (archive, messages)
    // What is read by one thread alone comes first.
    let (known, loadedTheme, found) = Parallel.together(
      {
        let store = try? store()
        return (
          record: store?.readAhead(),
          reports: store.flatMap { ReportCache.readAhead($0.stateFolder + "/reports") },
          vocabulary: Vocabulary.digests(folders: Vocabulary.folders(archive))
        )
      }, { Result { try Theme.load(archive, messages) } }, { try? ArchiveContent(archive, nil) })
    let theme = try loadedTheme.get()
    // One fault is said at a time, the theme's first.
    let content = try found ?? ArchiveContent(archive, messages)
    let stamp = ArchiveContent.readingStamp(known.vocabulary)
    let session = try store().begin(known: known.record)
    // Whatever ends the build before its commit, the next one must not wait for the lock.
    defer { session.abandon() }
    for note in session.notes { messages.error(note.rendered) }
    let folder = "\(session.stateFolder)/reports"
    if isFull { ReportCache.remove(folder) }
    let cache = try? ReportCache(folder: folder, stamp: stamp, access: .readWrite, known: known.reports)
    if let note = cache?.note { messages.error(note) }
    let loader = ReportLoader(content.files, cache: cache)
    let fingerprint = content.fingerprint(known.vocabulary, theme: theme.fingerprint)
    watch.lap("looking")

    if !isFull, explained == nil, loader.isUnchanged,
      let last = session.attachment(BuildRecord.name).flatMap({ BuildRecord($0) }),
      last.fingerprint == fingerprint, let reports = cache?.identity, last.reports == reports,
      try session.keepAll()
    {
      messages.show(last.findings)
      let summary = try session.commit()
      watch.lap("comparing")
      return outcome(last.contents, last.findings, summary, watch)
    }

    let loaded = try await LoadedArchive.load(content, loader, jobs: jobs, messages: messages) {
      if isFull { return }
      session.readInputsAhead(program: Program.identity)
      session.lookAhead()
    }
    watch.lap("reading")
    let site = SiteBuilder.make(loaded, theme: theme)
    let findings = loaded.findings + site.conflictFindings(archive)
    // What is wrong with the content is said once, however often it is read.
    if !isRepeated { messages.show(findings) }
    let publication = Publication(site: site, theme: theme)
    watch.lap("indexing")
    let record = BuildRecord(
      fingerprint: fingerprint, reports: cache?.identity, findings: findings,
      contents: SiteBuild.contents(loaded))
    let total = publication.count
    func isSound() -> Bool { !(cache?.isDamaged ?? false) }
    let result = try await publication.publish(
      in: session, program: Program.identity, isFull: isFull, explained: explained,
      attachments: [(BuildRecord.name, record.encoded())], isSound: isSound, jobs: jobs
    ) { done in
      if done % 64 == 0 || done == total { messages.progress("rendering \(done) of \(total) files") }
    }
    watch.lap("rendering")
    var outcome = outcome(record.contents, findings, result.summary, watch)
    outcome.written = result.written
    outcome.removed = result.removed
    outcome.explanation = result.explanation
    outcome.remains = Remains(
      publication: publication, content: content, loader: loader, session: session, record: known.record)
    outcome.times.append(
      "\(result.rendered) files rendered, \(result.renderedBytes) bytes; \(result.summary.bytes) bytes written"
    )
    return outcome
  }

  private func outcome(
    _ contents: String, _ findings: [(file: String, diagnostic: Diagnostic)], _ summary: Summary,
    _ watch: Stopwatch
  ) -> Outcome {
    Outcome(
      hasErrors: SiteBuild.hasErrors(findings),
      summary: "\(contents): \(summary.written) files written, \(summary.unchanged) unchanged, "
        + "\(summary.removed) removed in \(target)",
      times: watch.lines)
  }

  private static func hasErrors(_ findings: [(file: String, diagnostic: Diagnostic)]) -> Bool {
    findings.contains { $0.diagnostic.severity == .error }
  }

  private static func contents(_ loaded: LoadedArchive) -> String {
    "\(loaded.catalog.reports.count) reports, \(loaded.catalog.places.count) regions, "
      + "\(loaded.catalog.years.count) years"
  }
}
