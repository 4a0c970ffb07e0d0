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
    var found: [ByteKey: Int] = [:]
    var mentions: [[Observation]] = []
    var numbers: [Int32] = []
    var starts = [0]
    for report in catalog.reports.indices {
      for citation in catalog.reports[report].citations.indices {
        let key = ByteKey(catalog.reports[report].citations[citation].law)
        let number = found[key] ?? mentions.count
        if number == mentions.count {
          found[key] = number
          mentions.append([])
        }
        mentions[number].append(Observation(report: report, quantity: citation))
        numbers.append(Int32(number))
      }
      starts.append(numbers.count)
    }
    let ordered = found.sorted { Text.precedes($0.key.text, $1.key.text) }
    var places = [Int32](repeating: 0, count: mentions.count)
    for (place, entry) in ordered.enumerated() { places[entry.value] = Int32(place) }
    var taken: Set<String> = []
    laws = ordered.map { LawIndex.law($0.key.text, mentions[$0.value], catalog.reports, &taken) }
    byKey = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) })
    self.numbers = numbers.map { places[Int($0)] }
    self.starts = starts
  }

  private static func law(
    _ key: String, _ mentions: [Observation], _ reports: [Report], _ taken: inout Set<String>
  ) -> Law {
    var names: [ByteKey: Int] = [:]
    var numbers: [ByteKey: Int] = [:]
    var kinds: [Citation.Kind: Int] = [:]
    var (firstYear, lastYear) = (Int.max, Int.min)
    var reportCount = 0
    var last: Int?
    for mention in mentions {
      names[ByteKey(reports[mention.report].citations[mention.quantity].name), default: 0] += 1
      if let number = reports[mention.report].citations[mention.quantity].documentNumber {
        numbers[ByteKey(number), default: 0] += 1
      }
      kinds[reports[mention.report].citations[mention.quantity].kind, default: 0] += 1
      if last == mention.report { continue }
      last = mention.report
      reportCount += 1
      if let year = reports[mention.report].masthead.year {
        firstYear = min(firstYear, year)
        lastYear = max(lastYear, year)
      }
    }
    let kind = kinds.min { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }?.key ?? .other
    // What one report alone cites stands on that report's page; laws have a page from the first citation on.
    let hasPage = reportCount > 1 || kind == .law || kind == .regulation
    return Law(
      key: key, name: commonest(names) ?? key, kind: kind, documentNumber: commonest(numbers),
      mentions: mentions, reportCount: reportCount, firstYear: firstYear == .max ? 0 : firstYear,
      lastYear: lastYear == .min ? 0 : lastYear, page: hasPage ? page(key, &taken) : nil)
  }

  /// The first of those that occur most, by bytes.
  private static func commonest(_ counts: [ByteKey: Int]) -> String? {
    counts.min { left, right in
      left.value != right.value ? left.value > right.value : Text.precedes(left.key.text, right.key.text)
    }?.key.text
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

extension Citation {
  /// As lists show it.
  var name: String { title.map { "《" + $0 + "》" } ?? documentNumber ?? text }
}
