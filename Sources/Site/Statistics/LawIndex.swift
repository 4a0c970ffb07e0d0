import Archive

/// The laws and documents that the archive's reports cite.
struct LawIndex: Sendable {
  struct Law: Sendable {
    let key: String
    /// As most reports write it.
    let name: String
    let kind: Citation.Kind
    /// The number that most reports give, nil when none does.
    let documentNumber: String?
    /// By report; `quantity` is the index of the citation.
    let mentions: [Observation]
    let reportCount: Int
    let firstYear: Int
    let lastYear: Int
    /// Name of the law's page, nil for a document without one.
    let page: String?
  }

  /// By key.
  let laws: [Law]
  private let byKey: [String: Int]

  func law(_ key: String) -> Law? { byKey[key].map { laws[$0] } }

  init(_ catalog: Catalog) {
    var taken: Set<String> = []
    laws = catalog.statistics.citations.keys.sorted(by: Text.precedes).map { key in
      LawIndex.law(key, catalog.statistics.citations[key] ?? [], catalog.reports, &taken)
    }
    byKey = Dictionary(uniqueKeysWithValues: laws.enumerated().map { ($1.key, $0) })
  }

  private static func law(
    _ key: String, _ mentions: [Observation], _ reports: [Report], _ taken: inout Set<String>
  ) -> Law {
    var names: [String: Int] = [:]
    var numbers: [String: Int] = [:]
    var kinds: [String: Int] = [:]
    var years: Set<Int> = []
    var reportCount = 0
    var last: Int?
    for mention in mentions {
      let report = reports[mention.report]
      let citation = report.citations[mention.quantity]
      names[citation.title.map { "《\($0)》" } ?? citation.documentNumber ?? citation.text, default: 0] += 1
      if let number = citation.documentNumber { numbers[number, default: 0] += 1 }
      kinds[citation.kind.rawValue, default: 0] += 1
      if let year = report.masthead.year { years.insert(year) }
      if last != mention.report { reportCount += 1 }
      last = mention.report
    }
    let kind = commonest(kinds).flatMap(Citation.Kind.init) ?? .other
    // What one report alone cites stands on that report's page; laws have a page from the first citation on.
    let hasPage = reportCount > 1 || kind == .law || kind == .regulation
    return Law(
      key: key, name: commonest(names) ?? key, kind: kind, documentNumber: commonest(numbers),
      mentions: mentions, reportCount: reportCount, firstYear: years.min() ?? 0, lastYear: years.max() ?? 0,
      page: hasPage ? page(key, &taken) : nil)
  }

  /// The first of those that occur most, by bytes.
  private static func commonest(_ counts: [String: Int]) -> String? {
    counts.min { left, right in
      left.value != right.value ? left.value > right.value : Text.precedes(left.key, right.key)
    }?.key
  }

  /// The key itself where it is short and plain; else a digest of it, since a title of a hundred characters is
  /// more than a file name may hold.
  private static func page(_ key: String, _ taken: inout Set<String>) -> String {
    let isPlain =
      key.utf8.count <= 60
      && key.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      }
    var name = isPlain && !key.isEmpty && key != "index" ? key : "l" + digest(key)
    while !taken.insert(name).inserted { name += "x" }
    return name
  }

  /// FNV-1a, 64 bits, as hexadecimal digits.
  private static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
