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
    (pages, files, _) = Parallel.together({ site.pages }, { site.files }, { site.prepareInputs() })
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
    let old = session.inputs(program).value
    async let claimed: Void = session.claim((0..<count).lazy.map { path($0) })
    let counts = Counters()
    var entries: [InputRecord.Entry] = []
    entries.reserveCapacity(count)
    var toRender: [Int] = []
    for piece in try await kept(session, isFull ? nil : old, jobs: jobs) {
      entries += piece.entries
      toRender += piece.others
    }
    try await claimed
    counts.kept(count - toRender.count)
    session.expect(toRender.count)
    let marks = try await Parallel.map(toRender.count, jobs: jobs, with: PageBuffer.init) {
      [toRender] number, buffer in
      let index = toRender[number]
      progress(counts.next())
      buffer.bytes.removeAll(keepingCapacity: true)
      try render(index, into: &buffer.bytes)
      counts.rendered(buffer.bytes.count)
      return try session.stageClaimed(path(index), buffer.bytes)
    }
    guard isSound() else { throw Failure.damagedStore }
    let explanation = explained.map { explain($0, entries, old, session) }
    for (number, index) in toRender.enumerated() { entries[index].page = marks[number] ?? 0 }
    // A page that is not recorded as ours has no mark.
    let unmarked = Set(zip(toRender, marks).filter { $1 == nil }.map(\.0))
    if !unmarked.isEmpty {
      entries = entries.indices.filter { !unmarked.contains($0) }.map { entries[$0] }
    }
    // Written down while pages are put in place.
    let inputs = Lazy { [entries] in InputRecord.encoded(program: program, entries) }
    Parallel.prepare { _ = inputs.value }
    session.attach(InputRecord.name) { inputs.value }
    for (name, bytes) in attachments { session.attach(name) { bytes } }
    let summary = try session.commit()
    let changes = session.changes
    return Result(
      summary: summary, rendered: counts.renderedCount, renderedBytes: counts.renderedBytes,
      written: changes.written, removed: changes.removed, explanation: explanation)
  }

  /// Pages beside one another: what they are made from now, and which of them have to be rendered.
  private struct Piece: Sendable {
    var entries: [InputRecord.Entry] = []
    var others: [Int] = []
  }

  /// Keeps the pages that stand as the last build left them and that are made from the same things as then.
  private func kept(
    _ session: Session, _ old: InputRecord?, jobs: Int
  ) async throws -> [Piece] {
    let count = count
    let untouched = try old == nil ? [] : session.untouched()
    let pieces = (count + Session.piece - 1) / Session.piece
    return try await Parallel.map(pieces, jobs: jobs) { number in
      var piece = Piece()
      var kept: [Int] = []
      for index in (number * Session.piece)..<min((number + 1) * Session.piece, count) {
        let path = path(index)
        let mark = InputRecord.fingerprint(path)
        var entry = InputRecord.Entry(path: mark, page: 0, inputs: inputs(index))
        if let known = old?.entry(mark), known.inputs == entry.inputs,
          let standing = session.number(of: path, mark: known.page), untouched[standing]
        {
          entry.page = known.page
          kept.append(standing)
        } else {
          piece.others.append(index)
        }
        piece.entries.append(entry)
      }
      session.keep(kept)
      return piece
    }
  }

  private func explain(
    _ path: String, _ made: [InputRecord.Entry], _ old: InputRecord?, _ session: Session
  ) -> Explanation {
    guard let index = (0..<count).first(where: { self.path($0) == path }) else { return .noSuchPage }
    guard let mark = session.mark(of: path) else { return .newPage }
    guard let known = old?.entry(made[index].path), known.page == mark else { return .noRecord }
    let differences = made[index].inputs.differences(from: known.inputs)
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

  func kept(_ count: Int) { done.add(count, ordering: .relaxed) }

  func next() -> Int { done.add(1, ordering: .relaxed).newValue }

  func rendered(_ count: Int) {
    pages.add(1, ordering: .relaxed)
    bytes.add(count, ordering: .relaxed)
  }

  var renderedCount: Int { pages.load(ordering: .relaxed) }
  var renderedBytes: Int { bytes.load(ordering: .relaxed) }
}
