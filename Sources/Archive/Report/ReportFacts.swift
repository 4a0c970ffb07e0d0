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

/// The facts of a report left where they are stored until something asks for them; then they stay for a while.
///
/// Those of all reports would take more room than everything else that a build holds, and the pages that show them are
/// made one after another.
public final class StoredFacts: Sendable {
  private let made = Mutex<ReportFacts?>(nil)
  private let bytes: StoredBytes
  private let rows: ReportRows

  public init(_ bytes: StoredBytes, rows: ReportRows) {
    self.bytes = bytes
    self.rows = rows
  }

  var value: ReportFacts {
    if let facts = made.withLock({ $0 }) { return facts }
    let facts = read()
    made.withLock { $0 = facts }
    FactsAtHand.shared.add(self)
    return facts
  }

  private func read() -> ReportFacts {
    let facts = CommonTexts.shared { common in
      bytes.bytes.withUnsafeBytes { ReportCodec.decodedFacts($0, common: common) }
    }
    // Facts that do not fit the rows would lead pages astray.
    if let facts, rows.fit(facts) { return facts }
    bytes.reportDamage()
    return ReportFacts(placeholdersFor: rows)
  }

  fileprivate func forget() { made.withLock { $0 = nil } }
}

/// The facts that were read last, of as many reports as stand beside those that all threads are at.
private final class FactsAtHand: Sendable {
  static let shared = FactsAtHand()
  private static let limit = 256

  /// Of a report that may be gone: a server builds again and again, and nothing of an old build must stay.
  private struct Held {
    weak var facts: StoredFacts?
  }

  private struct State {
    var held: [Held] = []
    var next = 0
  }

  private let state = Mutex(State())

  func add(_ facts: StoredFacts) {
    let last = state.withLock { state -> StoredFacts? in
      guard state.held.count == FactsAtHand.limit else {
        state.held.append(Held(facts: facts))
        return nil
      }
      let last = state.held[state.next].facts
      state.held[state.next].facts = facts
      state.next = (state.next + 1) % FactsAtHand.limit
      return last
    }
    if last !== facts { last?.forget() }
  }
}
