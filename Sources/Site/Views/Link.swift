import Mustache

/// A link with its words.
struct Link: Sendable {
  let href: String
  let label: String

  static let schema = Schema<Link>(
    "link",
    [
      .text("href", "relative link") { $0.href },
      .text("label", "what the link says") { $0.label },
    ])
}

/// A link that may lead to the page it stands on.
struct NavigationLink: Sendable {
  let href: String
  let label: String
  let isCurrent: Bool

  static let schema = Schema<NavigationLink>(
    "navigation link",
    [
      .text("href", "relative link") { $0.href },
      .text("label", "what the link says") { $0.label },
      .flag("isCurrent", "the link leads to this very page") { $0.isCurrent },
    ])
}

/// A link and how many reports stand behind it.
struct CountedLink: Sendable {
  let href: String
  let label: String
  let total: Int
  /// For lists that are charts too.
  var share: String? = nil

  static let schema = Schema<CountedLink>(
    "counted link",
    [
      .text("href", "relative link") { $0.href },
      .text("label", "what the link says") { $0.label },
      .count("total", "how many reports stand behind it") { $0.total },
      .text("share", "`total` in hundredths of the greatest of the list, missing in lists without bars") {
        $0.share
      },
    ])

  /// The same links with their shares.
  static func withShares(_ links: [CountedLink]) -> [CountedLink] {
    let greatest = Double(max(1, links.map(\.total).max() ?? 1))
    return links.map { link in
      var link = link
      link.share = Figure.text(Double(link.total) * 100 / greatest)
      return link
    }
  }
}
