/// A law or document that a report names.
public struct Citation: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case law, regulation, plan, policy, local, other
  }

  /// As printed, marks and number included: `《…决定》(豫政〔2018〕21号)`.
  public var text: String
  /// Without marks; nil for a bare document number.
  public var title: String?
  /// Canonical, brackets 〔〕.
  public var documentNumber: String?
  public var kind: Kind
  /// Key of the one law or document that its many spellings stand for.
  public var law: String
  public var place: TextPlace

  public init(
    text: String, title: String?, documentNumber: String?, kind: Kind, law: String, place: TextPlace
  ) {
    self.text = text
    self.title = title
    self.documentNumber = documentNumber
    self.kind = kind
    self.law = law
    self.place = place
  }

  /// As lists show it.
  public var name: String { title.map { "《" + $0 + "》" } ?? documentNumber ?? text }
}
