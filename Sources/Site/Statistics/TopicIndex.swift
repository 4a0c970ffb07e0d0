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
  /// In page order; `quantity` is the index into the outline. A part whose heading above is about the same topic is
  /// not listed: it stands inside the one that is. A topic of the first level has the sections of all below it.
  private let sections: [[Observation]]
  private let byId: [String: Int]

  func sections(_ topic: String) -> [Observation] { byId[topic].map { sections[$0] } ?? [] }

  /// Whether the topic has a page.
  func isStated(_ topic: String) -> Bool { byId[topic].map { !sections[$0].isEmpty } ?? false }

  /// `order` is the catalog's reports in page order.
  init(_ catalog: Catalog, order: [Int]) {
    let topics = catalog.indicators.topics
    branches = topics.filter { $0.parent == nil }.map { top in
      Branch(topic: top, below: topics.filter { $0.parent == top.id })
    }
    var byId: [String: Int] = [:]
    for (number, topic) in topics.enumerated() where byId[topic.id] == nil { byId[topic.id] = number }
    // A topic above that the vocabulary does not list is none.
    var tops = topics.indices.map { number in topics[number].parent.flatMap { byId[$0] } ?? number }
    for number in topics.indices where topics[number].parent != nil && tops[number] == number {
      tops[number] = -1
    }
    // By number of the name.
    var topicOf = [Int](repeating: -1, count: catalog.texts.count)
    for (id, number) in byId {
      if let name = catalog.names.known(id) { topicOf[Int(name)] = number }
    }
    var sections = [[Observation]](repeating: [], count: topics.count)
    var unclassified = 0
    var numbers: [Int] = []
    for index in order {
      let own = catalog.rows[index].sections
      numbers.removeAll(keepingCapacity: true)
      for number in own.indices {
        numbers.append(own[number].topic < 0 ? -1 : topicOf[Int(own[number].topic)])
      }
      for number in own.indices {
        let topic = numbers[number]
        guard topic >= 0, tops[topic] >= 0 else {
          if own[number].topic < 0, own[number].level < 4 { unclassified += 1 }
          continue
        }
        let parent = Int(own[number].parent)
        let above = parent >= 0 && parent < number ? numbers[parent] : -1
        let place = Observation(report: index, quantity: number)
        if above < 0 || tops[above] != tops[topic] { sections[tops[topic]].append(place) }
        if topic != tops[topic], above != topic { sections[topic].append(place) }
      }
    }
    self.sections = sections
    self.byId = byId
    self.unclassified = unclassified
  }
}
