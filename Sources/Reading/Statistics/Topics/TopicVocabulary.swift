import Archive

/// Topics, roles and frameworks of `topics.yml`, with the cues by which headings are told.
public struct TopicVocabulary: Sendable {
  /// In the order of the file; sub-topics follow their topic.
  public let topics: [Topic]
  public let roles: [Role]
  public let frameworks: [Framework]
  /// Cues of each topic and role, folded.
  let cues: [Cues]
  let roleCues: [[[Unicode.Scalar]]]
  /// Top topics whose weak cues do not outweigh the heading above.
  let yielding: Set<String>

  struct Cues: Sendable {
    var strong: [[Unicode.Scalar]]
    var weak: [[Unicode.Scalar]]
    var block: [[Unicode.Scalar]]
  }

  /// A vocabulary that classifies nothing.
  public static let none = TopicVocabulary()

  private init() {
    (topics, roles, frameworks, cues, roleCues, yielding) = ([], [], [], [], [], [])
  }

  /// From the bytes of `topics.yml`. Throws for unknown keys, ids that stand twice, a sub-topic before its topic, and an
  /// alignment with an item or part that its framework does not have.
  public init(parsing yaml: [UInt8], file: String = "topics.yml", scriptTable: ScriptTable) throws(TableError)
  {
    try self.init(parsing: yaml, file: file, folding: Folding(scriptTable))
  }

  init(parsing yaml: [UInt8], file: String = "topics.yml", folding: Folding) throws(TableError) {
    let root = try VocabularyEntry.root(
      yaml, file: file, known: ["yielding", "frameworks", "roles", "topics"])
    var frameworks: [Framework] = []
    for entry in try root.entries("frameworks", known: FrameworkReader.keys) {
      let framework = try FrameworkReader.framework(entry)
      guard !frameworks.contains(where: { $0.id == framework.id }) else {
        throw entry.fault("id", "the framework `\(framework.id)` stands twice; keep one")
      }
      guard !TopicVocabulary.topicKeys.union(TopicVocabulary.roleKeys).contains(framework.id) else {
        throw entry.fault("id", "`\(framework.id)` is a key of topics already; choose another id")
      }
      frameworks.append(framework)
    }
    let aligned = Set(frameworks.map(\.id))
    var roles: [Role] = []
    var roleCues: [[[Unicode.Scalar]]] = []
    for entry in try root.entries("roles", known: TopicVocabulary.roleKeys.union(aligned)) {
      let id = try TopicVocabulary.id(entry, taken: roles.map(\.id))
      roles.append(Role(id: id, zh: try entry.required("zh"), en: try entry.required("en")))
      roleCues.append(try TopicVocabulary.words("cues", entry, folding))
      try FrameworkReader.align(id, entry, &frameworks)
    }
    var topics: [Topic] = []
    var cues: [Cues] = []
    for entry in try root.entries("topics", known: TopicVocabulary.topicKeys.union(aligned)) {
      let id = try TopicVocabulary.id(entry, taken: topics.map(\.id))
      let parent = id.firstIndex(of: ".").map { String(id[..<$0]) }
      guard parent == nil || topics.contains(where: { $0.id == parent }) else {
        throw entry.fault(
          "id", "`\(id)` stands before its topic `\(parent ?? "")`, or that is missing; put it first")
      }
      topics.append(Topic(id: id, zh: try entry.required("zh"), en: try entry.required("en"), parent: parent))
      cues.append(
        Cues(
          strong: try TopicVocabulary.words("strong", entry, folding),
          weak: try TopicVocabulary.words("weak", entry, folding),
          block: try TopicVocabulary.words("block", entry, folding)))
      try FrameworkReader.align(id, entry, &frameworks)
    }
    var yielding: Set<String> = []
    for name in try root.texts("yielding") {
      guard topics.contains(where: { $0.id == name.text && $0.parent == nil }) else {
        throw TableError(
          file: file, line: name.line,
          message: "`\(name.text)` is no topic of the first level; use one of their ids")
      }
      yielding.insert(name.text)
    }
    self.topics = topics
    self.roles = roles
    self.frameworks = frameworks
    self.cues = cues
    self.roleCues = roleCues
    self.yielding = yielding
  }

  private static let topicKeys: Set<String> = ["id", "zh", "en", "strong", "weak", "block"]
  private static let roleKeys: Set<String> = ["id", "zh", "en", "cues"]

  /// Ids name pages: small letters, digits, `_`, `-`, and one dot before a sub-topic's own part.
  private static func id(_ entry: VocabularyEntry, taken: [String]) throws(TableError) -> String {
    let id = try entry.required("id")
    let isName = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E
    }
    let dots = id.utf8.filter { $0 == 0x2E }.count
    guard isName, dots <= 1, !id.hasPrefix("."), !id.hasSuffix(".") else {
      throw entry.fault(
        "id", "`\(id)` cannot name a page; use small letters, digits and _, as `topic` or `topic.part`")
    }
    guard !taken.contains(id) else { throw entry.fault("id", "the id `\(id)` stands twice; keep one") }
    return id
  }

  private static func words(
    _ key: String, _ entry: VocabularyEntry, _ folding: Folding
  ) throws(TableError) -> [[Unicode.Scalar]] {
    try entry.texts(key).map { word throws(TableError) in
      let folded = folding.folded(word.text).filter { $0 != " " }
      guard folded.count > 1 else {
        throw TableError(
          file: entry.file, line: word.line,
          message:
            "the cue `\(word.text)` is a single character and would be found everywhere; write a longer one")
      }
      return folded
    }
  }
}
