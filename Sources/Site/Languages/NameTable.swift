import Archive

/// Names that the interface shows in another language than the reports print them: of divisions, metrics, topics and
/// units. From `names.tsv`: `name`, `hant`, `en`; an empty field says nothing.
public struct NameTable: Sendable {
  public static let none = NameTable()

  private var traditional: [ByteKey: String] = [:]
  private var english: [ByteKey: String] = [:]
  /// Divisions in letters, made when one is asked for.
  private var divisions = Lazy<[Adcode: String]> { [:] }
  /// Of all that the names are made from.
  let fingerprint: UInt64

  private init() { fingerprint = 0 }

  /// - Parameter gazetteer: gives the names of divisions in letters that the table does not have.
  public init(parsing bytes: [UInt8], gazetteer: Gazetteer) throws(TableError) {
    var line = 0
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let fields = row.split(separator: 0x09, omittingEmptySubsequences: false).map {
        Text.trimmed(String(decoding: $0, as: UTF8.self))
      }
      if line == 1 || fields == [""] { continue }
      guard fields.count == 3, !fields[0].isEmpty else {
        throw TableError(
          file: "names.tsv", line: line,
          message: "a name, its Traditional form and its English one are wanted, parted by tabs")
      }
      if !fields[1].isEmpty { traditional[ByteKey(fields[0])] = fields[1] }
      if !fields[2].isEmpty { english[ByteKey(fields[0])] = fields[2] }
    }
    var digest = Fingerprint()
    digest.add(bytes)
    for division in gazetteer.divisions {
      digest.add(division.adcode.number)
      digest.add(division.pinyin)
      digest.add(division.kind)
    }
    fingerprint = digest.value
    divisions = Lazy {
      var names: [Adcode: String] = [:]
      // The latest holder of a code comes last.
      for division in gazetteer.divisions { names[division.adcode] = EnglishName.of(division) }
      return names
    }
  }

  func hant(_ name: String) -> String? { traditional[ByteKey(name)] }
  func english(_ name: String) -> String? { english[ByteKey(name)] }
  func english(_ adcode: Adcode) -> String? { divisions.value[adcode] }
}

/// A division's name in letters: its pinyin and what kind of division it is.
enum EnglishName {
  /// Nil for a division without pinyin.
  static func of(_ division: Division) -> String? {
    var stem = division.pinyin
    guard !stem.isEmpty else { return nil }
    // A short name that keeps the word for its kind would say it twice: `dongchengqu`. The 州 of 徐州 is no such word.
    if let kind = kinds[division.kind] {
      if let short = division.shorts.first, short.hasSuffix(kind.word), short.count > kind.word.count,
        stem.hasSuffix(kind.pinyin), stem.utf8.count > kind.pinyin.utf8.count
      {
        stem = String(stem.dropLast(kind.pinyin.utf8.count))
      }
      return kind.english.isEmpty ? capitalized(stem) : "\(capitalized(stem)) \(kind.english)"
    }
    return capitalized(stem)
  }

  /// The word that ends a name of the kind, how it is spelt, and what it is in English; cities go by their names alone.
  private static let kinds: [String: (word: String, pinyin: String, english: String)] = [
    "district": ("区", "qu", "District"), "county": ("县", "xian", "County"),
    "autonomous_county": ("县", "xian", "Autonomous County"), "banner": ("旗", "qi", "Banner"),
    "autonomous_banner": ("旗", "qi", "Autonomous Banner"), "league": ("盟", "meng", "League"),
    "forestry_district": ("林区", "linqu", "Forestry District"),
    "special_district": ("特区", "tequ", "Special District"), "prefecture": ("地区", "diqu", "Prefecture"),
    "autonomous_prefecture": ("州", "zhou", "Autonomous Prefecture"),
    "islands": ("群岛", "qundao", "Islands"), "county_city": ("市", "shi", ""),
    "prefecture_city": ("市", "shi", ""),
  ]

  /// `v` stands for ü in the table: `lvliang` is Lüliang.
  private static func capitalized(_ pinyin: String) -> String {
    let text = pinyin.split(separator: "v", omittingEmptySubsequences: false).joined(separator: "ü")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
