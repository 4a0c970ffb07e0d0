import Archive
import Synchronization

/// How governments share out their reports among the topics of the first level, by the characters under headings.
/// Counted when a page asks, and for the neighbours of a division once for all of them.
final class TopicSpace: Sendable {
  /// What one report gives to each topic.
  struct Report: Sendable {
    /// Under all headings; more than nothing.
    var whole = 0
    /// By place in `topics`.
    var lengths: [Int]
    /// The first section about the topic, by place in `topics`.
    var first: [Int?]

    func percent(_ topic: Int) -> Double { Double(lengths[topic]) * 100 / Double(whole) }
  }

  /// Reports of one year by governments of one level with one superior.
  struct Family: Sendable {
    var count = 0
    /// Percent, ascending, by place in `topics`.
    var shares: [[Double]]

    /// The middle of all but one, whose share is given; nil for fewer than three.
    func median(_ topic: Int, beside own: Double) -> Double? {
      let sorted = shares[topic]
      guard sorted.count > 3 else { return nil }
      var low = 0
      var high = sorted.count - 1
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < own { low = middle + 1 } else { high = middle }
      }
      func other(_ index: Int) -> Double { sorted[index < low ? index : index + 1] }
      let last = sorted.count - 2
      return (other(last / 2) + other((last + 1) / 2)) / 2
    }
  }

  private struct Key: Hashable {
    let parent: Adcode?
    let level: DivisionLevel
    let year: Int
  }

  /// Of the first level, in the curator's order.
  let topics: [Topic]
  private let catalog: Catalog
  private let facts: [ReportFact]
  /// Place in `topics` by number of a name; -1 for names of no topic.
  private let topOf: [Int]
  private let families = Mutex<[Key: Family]>([:])

  init(_ catalog: Catalog, _ facts: [ReportFact]) {
    self.catalog = catalog
    self.facts = facts
    topics = catalog.indicators.topics.filter { $0.parent == nil }
    let places = Dictionary(topics.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var topOf = [Int](repeating: -1, count: catalog.texts.count)
    for topic in catalog.indicators.topics {
      if let name = catalog.names.known(topic.id), let place = places[topic.parent ?? topic.id] {
        topOf[Int(name)] = place
      }
    }
    self.topOf = topOf
  }

  /// Nil for a report with nothing under headings.
  func report(_ index: Int) -> Report? {
    let sections = catalog.rows[index].sections
    var out = Report(
      lengths: [Int](repeating: 0, count: topics.count), first: [Int?](repeating: nil, count: topics.count))
    // Without what stands in sections below, which count by themselves.
    var own = sections.map { Int($0.length) }
    var about: [Int] = []
    for (number, section) in sections.enumerated() {
      let parent = (0..<number).contains(Int(section.parent)) ? Int(section.parent) : nil
      let topic = section.topic < 0 ? -1 : topOf[Int(section.topic)]
      about.append(topic < 0 ? parent.map { about[$0] } ?? -1 : topic)
      if let parent { own[parent] -= Int(section.length) } else { out.whole += Int(section.length) }
    }
    guard out.whole > 0 else { return nil }
    for (number, topic) in about.enumerated() where topic >= 0 {
      out.lengths[topic] += max(0, own[number])
      if out.first[topic] == nil { out.first[topic] = number }
    }
    return out
  }

  /// A government's last report with headings.
  func latest(of place: Catalog.Place) -> (index: Int, report: Report)? {
    latestIndex(of: place).flatMap { first(of: place, in: facts[$0].year) }
  }

  func latestIndex(of place: Catalog.Place) -> Int? {
    place.reports.last { index in
      facts[index].isGovernment && catalog.rows[index].sections.contains { $0.parent < 0 && $0.length > 0 }
    }
  }

  /// A government that has reported twice on a year is counted by the first of the reports.
  private func first(of place: Catalog.Place, in year: Int) -> (index: Int, report: Report)? {
    for index in place.reports where facts[index].year == year && facts[index].isGovernment {
      if let report = report(index) { return (index, report) }
    }
    return nil
  }

  /// The division and its neighbours.
  func family(of place: Catalog.Place, in year: Int) -> Family {
    let key = Key(parent: place.parent, level: place.level, year: year)
    if let known = families.withLock({ $0[key] }) { return known }
    var family = Family(shares: [[Double]](repeating: [], count: topics.count))
    let codes = place.parent.flatMap { catalog.place($0)?.children } ?? catalog.provinces.map(\.adcode)
    for code in codes {
      guard let member = catalog.place(code), member.level == place.level,
        let report = first(of: member, in: year)?.report
      else { continue }
      family.count += 1
      for topic in topics.indices { family.shares[topic].append(report.percent(topic)) }
    }
    for topic in topics.indices { family.shares[topic].sort() }
    families.withLock { $0[key] = family }
    return family
  }
}
