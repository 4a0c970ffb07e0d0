/// A question that a report's own figures raise or settle: never a verdict on its issuer.
public struct Check: Equatable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A stated rate against stated counts.
    case rate
    /// Parts against their stated total.
    case sum
    /// One quantity given twice, or a part above its whole.
    case contradiction
    /// A value of last year told otherwise this year.
    case restated
  }

  public var kind: Kind
  public var holds: Bool
  public var stated: Amount?
  public var computed: Amount?
  /// Indices into the report's quantities.
  public var quantities: [Int]
  /// What was compared and how it came out, in one or two sentences of the interface's language.
  public var note: String
  /// 1-based line of the source file.
  public var line: Int

  public init(
    kind: Kind, holds: Bool, stated: Amount?, computed: Amount?, quantities: [Int], note: String, line: Int
  ) {
    self.kind = kind
    self.holds = holds
    self.stated = stated
    self.computed = computed
    self.quantities = quantities
    self.note = note
    self.line = line
  }
}
