import Archive
import Mustache
import Site
import Synchronization

/// Renders a site and puts it in place: in parallel, each page written to the staging area as soon as it is made, and
/// only those pages whose inputs are not what the last build made them from.
public struct Publication: Sendable {
  public enum Failure: Error {
    case publishing(PublishingError)
    /// A template failed on a page's values; the page is named.
    case rendering(TemplateError, page: String)
    /// What pages were made from turned out not to be what was stored; nothing was changed.
    case damagedStore
  }

  /// What was done.
  public struct Result: Sendable {
    public let summary: Summary
    /// How many pages were rendered, whether they came out as before or not.
    public let rendered: Int
    /// Bytes of them.
    public let renderedBytes: Int
    public let written: [String]
    public let removed: [String]
    /// Why the page that was asked about was made anew or not; nil when none was asked about.
    public let explanation: Explanation?
  }

  let theme: Theme
  let pages: [Page]
  let files: [PlainFile]

  public init(site: SiteBuilder, theme: Theme) {
    self.theme = theme
    pages = site.pages
    files = site.files
  }

  /// How many files the site has.
  public var count: Int { pages.count + files.count + theme.assetFiles.count }

  func path(_ index: Int) -> String {
    if index < pages.count { return pages[index].path }
    if index < pages.count + files.count { return files[index - pages.count].path }
    return theme.assetFiles[index - pages.count - files.count].path
  }

  func inputs(_ index: Int) -> PageInputs {
    if index < pages.count {
      var inputs = pages[index].inputs()
      inputs[.template] = theme.fingerprint(of: pages[index])
      return inputs
    }
    if index < pages.count + files.count { return files[index - pages.count].inputs() }
    var inputs = PageInputs()
    inputs[.own] = Fingerprint.of(theme.assetFiles[index - pages.count - files.count].bytes)
    return inputs
  }

  /// Appends the page to an empty buffer, which is used for one page after another.
  func render(_ index: Int, into bytes: inout [UInt8]) throws(Failure) {
    if index < pages.count {
      let page = pages[index]
      do throws(TemplateError) {
        try theme.render(page, into: &bytes)
      } catch {
        throw .rendering(error, page: page.path)
      }
    } else if index < pages.count + files.count {
      bytes = files[index - pages.count].contents()
    } else {
      bytes = theme.assetFiles[index - pages.count - files.count].bytes
    }
  }

  /// Renders every page and hands it to `consume`, in no particular order but from at most `jobs` threads.
  public func render(
    jobs: Int, _ consume: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) async throws {
    _ = try await Parallel.map(count, jobs: jobs, with: PageBuffer.init) { index, buffer in
      buffer.bytes.removeAll(keepingCapacity: true)
      try render(index, into: &buffer.bytes)
      try consume(path(index), buffer.bytes)
    }
  }

  /// Publishes the whole site, or leaves the old one as it was.
  ///
  /// - Parameters:
  ///   - program: names the program that makes the pages, exactly.
  ///   - isFull: renders every page, whatever it was made from.
  ///   - explained: path of a page to give reasons for.
  ///   - isSound: asked when all pages are made: whether everything that they were made from could be read.
  ///   - attachments: files for the state folder, by name.
  public func publish(
    in session: Session, program: String, isFull: Bool = false, explained: String? = nil,
    attachments: [(name: String, bytes: [UInt8])] = [], isSound: () -> Bool = { true }, jobs: Int,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws(Failure) -> Result {
    do {
      return try await stageAndCommit(
        session, program, isFull: isFull, explained, attachments, isSound, jobs: jobs, progress)
    } catch let failure as Failure {
      session.abandon()
      throw failure
    } catch let failure as PublishingError {
      session.abandon()
      throw .publishing(failure)
    } catch {
      session.abandon()
      throw .publishing(PublishingError(path: session.store.shown, .sessionOver))
    }
  }

  private func stageAndCommit(
    _ session: Session, _ program: String, isFull: Bool, _ explained: String?,
    _ attachments: [(name: String, bytes: [UInt8])], _ isSound: () -> Bool, jobs: Int,
    _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Result {
    let old = session.attachment(InputRecord.name).flatMap { InputRecord($0, program: program) }
    let counts = Counters()
    let made = try await Parallel.map(count, jobs: jobs, with: PageBuffer.init) { index, buffer in
      let path = path(index)
      let inputs = inputs(index)
      progress(counts.next())
      if !isFull, let known = old?.entries[path], known.inputs == inputs,
        try session.keep(path, mark: known.page)
      {
        return inputs
      }
      buffer.bytes.removeAll(keepingCapacity: true)
      try render(index, into: &buffer.bytes)
      counts.rendered(buffer.bytes.count)
      try session.stage(path, buffer.bytes)
      return inputs
    }
    guard isSound() else { throw Failure.damagedStore }
    session.attach(InputRecord.name) {
      let pages = made.enumerated().compactMap { index, inputs in
        let path = path(index)
        return session.mark(of: path, staged: true).map {
          (path: path, entry: InputRecord.Entry(inputs: inputs, page: $0))
        }
      }
      return InputRecord.encoded(program: program, pages)
    }
    for (name, bytes) in attachments { session.attach(name) { bytes } }
    let explanation = explained.map { explain($0, made, old, session) }
    let summary = try session.commit()
    let changes = session.changes
    return Result(
      summary: summary, rendered: counts.renderedCount, renderedBytes: counts.renderedBytes,
      written: changes.written, removed: changes.removed, explanation: explanation)
  }

  private func explain(
    _ path: String, _ made: [PageInputs], _ old: InputRecord?, _ session: Session
  ) -> Explanation {
    guard let index = (0..<count).first(where: { self.path($0) == path }) else { return .noSuchPage }
    guard let mark = session.mark(of: path, staged: false) else { return .newPage }
    guard let known = old?.entries[path], known.page == mark else { return .noRecord }
    let differences = made[index].differences(from: known.inputs)
    if !differences.isEmpty { return .inputs(differences) }
    return session.isStaged(path) ? .touched : .unchanged
  }
}

/// One thread's buffer, so that pages of one size after another cost no new memory.
private final class PageBuffer {
  var bytes: [UInt8] = []
}

/// Counts up from several threads.
private final class Counters: Sendable {
  private let done = Atomic(0)
  private let pages = Atomic(0)
  private let bytes = Atomic(0)

  func next() -> Int { done.add(1, ordering: .relaxed).newValue }

  func rendered(_ count: Int) {
    pages.add(1, ordering: .relaxed)
    bytes.add(count, ordering: .relaxed)
  }

  var renderedCount: Int { pages.load(ordering: .relaxed) }
  var renderedBytes: Int { bytes.load(ordering: .relaxed) }
}
