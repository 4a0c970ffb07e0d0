import Archive
import Mustache
import Site
import Synchronization

/// Renders a site and puts it in place: pages in parallel, each written to the staging area as soon as it is made.
public struct Publication: Sendable {
  public enum Failure: Error {
    case publishing(PublishingError)
    /// A template failed on a page's values; the page is named.
    case rendering(TemplateError, page: String)
  }

  let site: SiteBuilder
  let theme: Theme

  public init(site: SiteBuilder, theme: Theme) {
    self.site = site
    self.theme = theme
  }

  /// How many files the site has.
  public var count: Int { site.pages.count + site.files.count + theme.assetFiles.count }

  /// Renders every page and hands it to `consume`, in no particular order but from at most `jobs` threads.
  public func render(
    jobs: Int, _ consume: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) async throws {
    let pages = site.pages
    let files = site.files
    let assets = theme.assetFiles
    let templates = theme.templates
    _ = try await Parallel.map(pages.count + files.count + assets.count, jobs: jobs) { index in
      if index < pages.count {
        let page = pages[index]
        var bytes: [UInt8] = []
        do throws(TemplateError) {
          try templates.render(page.template, page.record(), into: &bytes)
        } catch {
          throw Failure.rendering(error, page: page.path)
        }
        try consume(page.path, bytes)
      } else if index < pages.count + files.count {
        let file = files[index - pages.count]
        try consume(file.path, file.contents())
      } else {
        let asset = assets[index - pages.count - files.count]
        try consume(asset.path, asset.bytes)
      }
    }
  }

  /// Publishes the whole site, or leaves the old one as it was.
  public func publish(
    to store: OutputStore, jobs: Int, progress: @escaping @Sendable (Int) -> Void
  ) async throws(Failure) -> (summary: Summary, notes: [PublishingError]) {
    do {
      let session = try store.begin()
      let done = Counter()
      do {
        try await render(jobs: jobs) { path, bytes in
          try session.stage(path, bytes)
          progress(done.next())
        }
        return (try session.commit(), session.notes)
      } catch {
        session.abandon()
        throw error
      }
    } catch let failure as Failure {
      throw failure
    } catch let failure as PublishingError {
      throw .publishing(failure)
    } catch {
      throw .publishing(PublishingError(path: store.shown, .sessionOver))
    }
  }
}

/// Counts up from several threads.
private final class Counter: Sendable {
  private let count = Atomic(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}
