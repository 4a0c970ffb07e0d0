import Synchronization

/// What was found in a report's text, all of it: what its own page shows.
public struct ReportFacts: Sendable {
  public var chrome: [String] = []
  public var outline: [Heading] = []
  public var quantities: [Quantity] = []
  public var citations: [Citation] = []
  public var checks: [Check] = []
  public var sections: [SectionTopics] = []

  public init() {}

  /// As many of everything as there should be, without meaning: what pages get from a damaged store, so that they can
  /// be made and thrown away.
  init(placeholdersFor rows: ReportRows) {
    let place = TextPlace(textBlock: 0, range: 0..<0, line: 1)
    outline = rows.sections.map { _ in
      Heading(
        level: 1, label: "", title: "", runIn: false, parent: nil, place: .init(block: 0, range: 0..<0))
    }
    sections = rows.sections.map { _ in SectionTopics(topic: nil, roles: []) }
    quantities = rows.figures.map { _ in
      Quantity(text: "", value: Amount(0), unit: "", place: place, sentence: 0..<0)
    }
    citations = rows.mentions.map { _ in
      Citation(text: "", title: nil, documentNumber: nil, kind: .other, law: "", place: place)
    }
  }
}

/// The facts of a report left where they are stored until something asks for them; then they stay.
public final class StoredFacts: Sendable {
  private final class Made: Sendable {
    let facts: ReportFacts

    init(_ facts: ReportFacts) { self.facts = facts }
  }

  private let made = AtomicLazyReference<Made>()
  private let bytes: StoredBytes
  private let rows: ReportRows

  public init(_ bytes: StoredBytes, rows: ReportRows) {
    self.bytes = bytes
    self.rows = rows
  }

  var value: ReportFacts {
    if let made = made.load() { return made.facts }
    let facts = CommonTexts.shared { common in
      bytes.bytes.withUnsafeBytes { ReportCodec.decodedFacts($0, common: common) }
    }
    // Facts that do not fit the rows would lead pages astray.
    if let facts, rows.fit(facts) { return made.storeIfNil(Made(facts)).facts }
    bytes.reportDamage()
    return made.storeIfNil(Made(ReportFacts(placeholdersFor: rows))).facts
  }
}
