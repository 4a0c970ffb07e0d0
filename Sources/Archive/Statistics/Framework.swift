/// A list of tasks or indicators that reports follow and that topics are aligned with, such as the Outline of 2021.
public struct Framework: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var id: String
    public var zh: String
    public var en: String
    /// Numbers of the items it holds.
    public var items: ClosedRange<Int>?

    public init(id: String, zh: String, en: String, items: ClosedRange<Int>?) {
      self.id = id
      self.zh = zh
      self.en = en
      self.items = items
    }
  }

  public struct Item: Equatable, Sendable {
    public var number: Int
    public var zh: String

    public init(number: Int, zh: String) {
      self.number = number
      self.zh = zh
    }
  }

  public var id: String
  public var zh: String
  public var en: String
  public var issuer: String?
  /// As `2021-08-11`, or as much of it as is known.
  public var published: String?
  /// Report years it is about.
  public var years: ClosedRange<Int>?
  /// How its items are counted, for readers.
  public var note: String?
  public var parts: [Part]
  /// By number; empty when they are not named.
  public var items: [Item]
  /// Item numbers or part ids, as text, by id of topic or role.
  public var alignment: [String: [String]]

  public init(
    id: String, zh: String, en: String, issuer: String? = nil, published: String? = nil,
    years: ClosedRange<Int>? = nil, note: String? = nil, parts: [Part] = [], items: [Item] = [],
    alignment: [String: [String]] = [:]
  ) {
    self.id = id
    self.zh = zh
    self.en = en
    self.issuer = issuer
    self.published = published
    self.years = years
    self.note = note
    self.parts = parts
    self.items = items
    self.alignment = alignment
  }

  /// Parts that none of these topics and roles is aligned with.
  public func parts(without ids: Set<String>) -> [Part] {
    var names: Set<String> = []
    for id in ids { names.formUnion(alignment[id] ?? []) }
    let items = names.compactMap { Int($0) }
    // A part may have the number of an item for its id.
    return parts.filter { part in
      part.items.map { span in !items.contains { span.contains($0) } } ?? !names.contains(part.id)
    }
  }
}

/// What a part of a report is for: achievements, problems, the leader's duty, the plan.
public struct Role: Equatable, Sendable {
  public var id: String
  public var zh: String
  public var en: String

  public init(id: String, zh: String, en: String) {
    self.id = id
    self.zh = zh
    self.en = en
  }
}
