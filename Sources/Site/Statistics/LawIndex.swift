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

    /// The places where one report cites it.
    func mentions(in report: Int) -> ArraySlice<Observation> { mentions.of(report) }
  }

  /// By key.
  let laws: [Law]
  private let byKey: [ByteKey: Int]
  /// Of every citation of every report the place of what it cites in `laws`.
  private let numbers: [Int32]
  /// Where each report's stand in `numbers`.
  private let starts: [Int]

  func law(_ key: String) -> Law? { byKey[ByteKey(key)].map { laws[$0] } }

  /// Name of the page of what a citation of a report cites, nil when it has none.
  func page(of citation: Int, in report: Int) -> String? {
    laws[Int(numbers[starts[report] + citation])].page
  }

  /// The places in `laws` of what a report cites, citation by citation.
  func numbers(in report: Int) -> ArraySlice<Int32> { numbers[starts[report]..<starts[report + 1]] }

  init(_ catalog: Catalog) {
    let names = catalog.texts
    // By number of the key.
    var found = [Int32](repeating: -1, count: names.count)
    var keys: [Int32] = []
    var mentions: [[Observation]] = []
    var numbers: [Int32] = []
    var starts = [0]
    for report in catalog.rows.indices {
      let rows = catalog.rows[report].mentions
      for citation in rows.indices {
        let key = Int(rows[citation].law)
        if found[key] < 0 {
          found[key] = Int32(keys.count)
          keys.append(Int32(key))
          mentions.append([])
        }
        mentions[Int(found[key])].append(Observation(report: report, quantity: citation))
        numbers.append(found[key])
      }
      starts.append(numbers.count)
    }
    let ordered = keys.indices.sorted { Text.precedes(names[Int(keys[$0])], names[Int(keys[$1])]) }
    var places = [Int32](repeating: 0, count: mentions.count)
    for (place, number) in ordered.enumerated() { places[number] = Int32(place) }
    var taken: Set<String> = []
    laws = ordered.map { LawIndex.law(names[Int(keys[$0])], mentions[$0], catalog, names, &taken) }
    byKey = Dictionary(uniqueKeysWithValues: laws.enumerated().map { (ByteKey($1.key), $0) })
    self.numbers = numbers.map { places[Int($0)] }
    self.starts = starts
  }

  private static func law(
    _ key: String, _ mentions: [Observation], _ catalog: Catalog, _ texts: [String],
    _ taken: inout Set<String>
  ) -> Law {
    var names: [Int32: Int] = [:]
    var numbers: [Int32: Int] = [:]
    var kinds: [Citation.Kind: Int] = [:]
    var (firstYear, lastYear) = (Int.max, Int.min)
    var reportCount = 0
    var last: Int?
    for mention in mentions {
      let row = catalog.rows[mention.report].mentions[mention.quantity]
      names[row.name, default: 0] += 1
      if row.documentNumber >= 0 { numbers[row.documentNumber, default: 0] += 1 }
      kinds[row.kind, default: 0] += 1
      if last == mention.report { continue }
      last = mention.report
      reportCount += 1
      if let year = catalog.reports[mention.report].masthead.year {
        firstYear = min(firstYear, year)
        lastYear = max(lastYear, year)
      }
    }
    let kind = kinds.min { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }?.key ?? .other
    // What one report alone cites stands on that report's page; laws have a page from the first citation on.
    let hasPage = reportCount > 1 || kind == .law || kind == .regulation
    return Law(
      key: key, name: commonest(names, texts) ?? key, kind: kind, documentNumber: commonest(numbers, texts),
      mentions: mentions, reportCount: reportCount, firstYear: firstYear == .max ? 0 : firstYear,
      lastYear: lastYear == .min ? 0 : lastYear, page: hasPage ? page(key, &taken) : nil)
  }

  /// The first of those that occur most, by bytes.
  private static func commonest(_ counts: [Int32: Int], _ texts: [String]) -> String? {
    counts.min { left, right in
      left.value != right.value
        ? left.value > right.value : Text.precedes(texts[Int(left.key)], texts[Int(right.key)])
    }.map { texts[Int($0.key)] }
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
