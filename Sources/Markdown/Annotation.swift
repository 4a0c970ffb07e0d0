/// An element put around a stretch of a block's text, such as a link to a law's page.
public struct Annotation: Hashable, Sendable {
  public enum Element: String, Sendable {
    case strong, mark, span
    /// An `a` element; its `href` obeys `LinkPolicy`. Inside another link it is left out, or written as `mark` where
    /// it has an id.
    case link = "a"

    var name: StaticString {
      switch self {
      case .strong: "strong"
      case .mark: "mark"
      case .span: "span"
      case .link: "a"
      }
    }
  }

  public struct Attribute: Hashable, Sendable {
    public let name: String
    public let value: String
  }

  public let element: Element
  /// In the order in which they are written; of two with one name the first counts, and names that are not
  /// lower-case letters, digits and hyphens, or that name an event handler, are left out.
  public let attributes: [Attribute]

  public init(_ element: Element, _ attributes: [(name: String, value: String)] = []) {
    self.element = element
    var kept: [Attribute] = []
    for (name, value) in attributes where Annotation.isSafe(name) {
      if !kept.contains(where: { $0.name == name }) { kept.append(Attribute(name: name, value: value)) }
    }
    self.attributes = kept
  }

  var hasID: Bool { attributes.contains { $0.name == "id" } }

  private init(safe element: Element, _ attributes: [Attribute]) {
    self.element = element
    self.attributes = attributes
  }

  /// `<span id>`.
  public static func span(id: String) -> Annotation {
    Annotation(safe: .span, [Attribute(name: "id", value: id)])
  }

  /// `<mark id class title>`.
  public static func mark(id: String, class name: String, title: String) -> Annotation {
    Annotation(
      safe: .mark,
      [
        Attribute(name: "id", value: id), Attribute(name: "class", value: name),
        Attribute(name: "title", value: title),
      ])
  }

  /// `<a id class href title>`.
  public static func link(id: String, class name: String, href: String, title: String) -> Annotation {
    Annotation(
      safe: .link,
      [
        Attribute(name: "id", value: id), Attribute(name: "class", value: name),
        Attribute(name: "href", value: href), Attribute(name: "title", value: title),
      ])
  }

  private static func isSafe(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), !name.utf8.starts(with: "on".utf8),
      name != "style"
    else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
  }
}
