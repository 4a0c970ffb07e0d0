import Archive

/// Which sections of which reports are about which topic.
struct TopicIndex: Sendable {
  /// One of the eleven with those below it, in the curator's order.
  struct Branch: Sendable {
    let topic: Topic
    let below: [Topic]
  }

  let branches: [Branch]
  /// Sections that no topic was found for.
  let unclassified: Int
  /// `quantity` is the index into the outline. A part whose heading above is about the same topic is not listed:
  /// it stands inside the one that is. A topic of the first level has the sections of all below it.
  private let sections: [String: [Observation]]

  func sections(_ topic: String) -> [Observation] { sections[topic] ?? [] }

  init(_ catalog: Catalog) {
    let topics = catalog.indicators.topics
    branches = topics.filter { $0.parent == nil }.map { top in
      Branch(topic: top, below: topics.filter { $0.parent == top.id })
    }
    func top(_ topic: String?) -> String? {
      topic.flatMap { catalog.indicators.topic($0) }.map { $0.parent ?? $0.id }
    }
    var sections: [String: [Observation]] = [:]
    var unclassified = 0
    for (index, report) in catalog.reports.enumerated() where report.sections.count == report.outline.count {
      for (number, section) in report.sections.enumerated() {
        guard let topic = section.topic, let branch = top(topic) else {
          if section.topic == nil, report.outline[number].level < 4 { unclassified += 1 }
          continue
        }
        let parent = report.outline[number].parent
        let above = parent.flatMap { $0 < number ? report.sections[$0].topic : nil }
        let place = Observation(report: index, quantity: number)
        if top(above) != branch { sections[branch, default: []].append(place) }
        if topic != branch, above != topic { sections[topic, default: []].append(place) }
      }
    }
    self.sections = sections
    self.unclassified = unclassified
  }
}
