/// A law or document that the vocabulary lists under one key for its many spellings.
public struct Law: Equatable, Sendable {
  /// The key of citations and the name of its page: small letters, digits, hyphens.
  public var id: String
  /// The usual title, without 中华人民共和国.
  public var title: String
  public var kind: Citation.Kind
  /// Canonical, brackets 〔〕.
  public var documentNumber: String?
  /// Year in which its first version came into force.
  public var since: Int?
  /// Year in which its latest revision came into force.
  public var revised: Int?
  /// Year in which it ceased to be in force.
  public var repealed: Int?

  public init(
    id: String, title: String, kind: Citation.Kind, documentNumber: String? = nil, since: Int? = nil,
    revised: Int? = nil, repealed: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.documentNumber = documentNumber
    self.since = since
    self.revised = revised
    self.repealed = repealed
  }
}
