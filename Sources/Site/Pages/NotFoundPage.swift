import Mustache

/// `404.html`.
///
/// A server shows it under any path, so its links, which are relative to the output folder, lead astray from
/// deeper ones; a root-absolute link would break every site under a prefix. Its text stands without them.
struct NotFoundPage: Sendable {
  let layout: Layout

  static let template = "404"
  static let schema = Schema<NotFoundPage>("not found", Layout.fields { $0.layout })

  init(_ site: SiteIndex) { layout = Layout(site, .notFound) }
}
