import Mustache

/// A small theme's values, with every kind of field.
struct Fixture: Sendable {
  struct Link: Sendable {
    var title: String?
    var href = ""

    static let schema = Schema<Link>(
      "link",
      [
        .text("title", "the linked page's title") { $0.title },
        .text("href", "its relative address") { $0.href },
      ])
  }

  struct Node: Sendable {
    var name = ""
    var children: [Node] = []

    static let schema = Schema<Node>(
      "node",
      recursive: { own in
        [
          .text("name", "the division's name") { $0.name },
          .list("children", "the divisions below", of: own) { $0.children },
        ]
      })
  }

  var title: String? = "Report"
  var total: Int? = 3
  var isDerived = false
  var body: [UInt8]?
  var years: [Link] = []
  var previous: Link?
  var addressees: [String] = []
  var tree: [Node] = []

  static let schema = Schema<Fixture>(
    "report",
    [
      .text("title", "the report's title") { $0.title },
      .number("total", "how many reports") { $0.total },
      .flag("isDerived", "whether the title was made up") { $0.isDerived },
      .markup("body", "the report's text as HTML") { $0.body },
      .list("years", "a link a year", of: Link.schema) { $0.years },
      .record("previous", "the year before", of: Link.schema) { $0.previous },
      .texts("addressees", "whom it addresses") { $0.addressees },
      .list("tree", "the divisions", of: Node.schema) { $0.tree },
    ])

  static func set(_ page: String, _ partials: [String: String] = [:]) throws -> TemplateSet {
    let others = partials.sorted { $0.key < $1.key }
      .map { TemplateSource(name: $0.key, file: "\($0.key).html", text: $0.value) }
    return try TemplateSet(
      sources: [TemplateSource(name: "page", file: "page.html", text: page)] + others,
      pages: [(template: "page", shape: schema.shape)])
  }

  func render(_ page: String, _ partials: [String: String] = [:]) throws -> String {
    var buffer: [UInt8] = []
    try Fixture.set(page, partials).render("page", Fixture.schema.record(self), into: &buffer)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The messages for a theme that must not load.
  static func errors(_ page: String, _ partials: [String: String] = [:]) -> [String] {
    do {
      _ = try set(page, partials)
      return []
    } catch let errors as TemplateErrors {
      return errors.errors.map(\.rendered)
    } catch {
      return ["\(error)"]
    }
  }
}
