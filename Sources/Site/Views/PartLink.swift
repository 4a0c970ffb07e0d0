import Mustache

/// A link to one of the pages that a long list is spread over.
struct PartLink: Sendable {
  let href: String
  let label: String
  /// Nil beside the page itself, which would change with its neighbours' entries.
  let total: Int?
  let isCurrent: Bool

  static let schema = Schema<PartLink>(
    "part of a list",
    [
      .text("href", "relative link") { $0.href },
      .text("label", "what the part holds: a year, or divisions of it") { $0.label },
      .count("total", "how many entries stand there, missing for pages beside this one") { $0.total },
      .flag("isCurrent", "it is this very page") { $0.isCurrent },
    ])

  /// The fields of a page with a list that may be spread over pages.
  static func fields<Model>(
    _ links: @escaping @Sendable (Model) -> (below: [PartLink], beside: [PartLink])
  ) -> [SchemaField<Model>] {
    [
      .list("parts", "pages with parts of the list, when this one cannot hold all", of: schema) {
        links($0).below
      },
      .flag("hasParts", "there are such pages") { !links($0).below.isEmpty },
      .list("besides", "on a part's page: the parts of the same kind, this one among them", of: schema) {
        links($0).beside
      },
      .flag("hasBesides", "there are such parts") { !links($0).beside.isEmpty },
    ]
  }

  static func below(_ list: PartedList, _ index: Int?, href: (YearPart?) -> String) -> [PartLink] {
    list.below(index).map { below in
      let page = list.pages[below]
      return PartLink(href: href(page.part), label: page.label, total: page.count, isCurrent: false)
    }
  }

  static func beside(_ list: PartedList, _ index: Int?, href: (YearPart?) -> String) -> [PartLink] {
    guard let index else { return [] }
    return list.below(list.pages[index].above).map { beside in
      let page = list.pages[beside]
      return PartLink(href: href(page.part), label: page.label, total: nil, isCurrent: beside == index)
    }
  }

  /// The pages above one of the list's pages.
  static func trail(_ list: PartedList, to index: Int?, href: (YearPart?) -> String) -> [Link] {
    (index.map(list.path) ?? []).map { Link(href: href(list.pages[$0].part), label: list.pages[$0].label) }
  }
}
