import Archive
import Mustache

/// An entry of a report's contents list, with those below it.
struct ContentsEntry: Sendable {
  let anchor: String
  let label: String
  let title: String
  /// What the section is about, and what part of the report it is.
  let topic: Link?
  let roles: [String]
  let children: [ContentsEntry]

  static let schema = Schema<ContentsEntry>(
    "contents entry",
    recursive: { schema in
      [
        .text("anchor", "id of the heading in the text") { $0.anchor },
        .text("label", "the heading's number as printed: 一、") { $0.label },
        .text("title", "the heading without its number") { $0.title },
        .record(
          "topic", "what the section is about, missing when its heading above says the same", of: Link.schema
        ) {
          $0.topic
        },
        .texts("roles", "what part of the report it is: achievements, problems, plan ...") { $0.roles },
        .list("children", "the entries below it", of: schema) { $0.children },
        .flag("hasChildren", "there are entries below it") { !$0.children.isEmpty },
      ]
    })

  /// The id that the text gives to the heading of that index in the outline.
  static func anchor(_ index: Int) -> String { "s" + String(index + 1) }

  /// The outline as a tree, nested by level, so at most three deep. 一是 and (1) open sentences rather than
  /// parts: they are anchors in the text, and listed only when a report has nothing above them.
  static func tree(
    _ outline: [Heading], topic: (Int) -> Link? = { _ in nil }, roles: (Int) -> [String] = { _ in [] }
  ) -> [ContentsEntry] {
    let parts = outline.indices.filter { outline[$0].level < 4 }
    let listed = ArraySlice(parts.isEmpty ? Array(outline.indices) : parts)
    return entries(listed, of: outline, topic, roles)
  }

  private static func entries(
    _ indices: ArraySlice<Int>, of outline: [Heading], _ topic: (Int) -> Link?, _ roles: (Int) -> [String]
  ) -> [ContentsEntry] {
    var out: [ContentsEntry] = []
    var rest = indices
    while let index = rest.popFirst() {
      // Levels fall with every call, whatever the outline holds, so the recursion is at most four deep.
      let below = rest.prefix { outline[$0].level > outline[index].level }
      rest = rest[below.endIndex...]
      out.append(
        ContentsEntry(
          anchor: anchor(index), label: outline[index].label, title: Text.short(outline[index].title),
          topic: topic(index), roles: roles(index), children: entries(below, of: outline, topic, roles)))
    }
    return out
  }
}
