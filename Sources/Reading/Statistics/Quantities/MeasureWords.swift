/// The words that count: 件, 人次, 平方米, 个工作日.
///
/// An open class: a line gives a word and, behind it, what must not follow, since 起草 and 处理 count nothing.
enum MeasureWords {
  struct Measure: Sendable {
    let word: [Unicode.Scalar]
    let unit: String
    let sort: Sort
  }

  enum Sort: Sendable {
    /// Whole things: a decimal before it without 万 is a list label run into the number.
    case count
    /// Money, areas, lengths, weights, energy.
    case amount
    case duration
    /// %, 倍, 成.
    case rate
    /// 个百分点: the distance of two rates.
    case points
  }

  /// The measure word that starts at an index, the longest that what follows allows.
  static func measure(in text: [Unicode.Scalar], at index: Int) -> Measure? {
    guard index < text.count, let candidates = table[text[index].value] else { return nil }
    for candidate in candidates where text.holds(candidate.measure.word, at: index) {
      let end = index + candidate.measure.word.count
      if !candidate.barred.contains(where: { text.holds($0, at: end) }) { return candidate.measure }
    }
    return nil
  }

  private typealias Candidate = (measure: Measure, barred: [[Unicode.Scalar]])

  private static let table: [UInt32: [Candidate]] = {
    var table: [UInt32: [Candidate]] = [:]
    for (sort, lines) in MeasureWords.lists {
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        let barred = parts.count > 1 ? parts[1].split(separator: " ").map { Array($0.unicodeScalars) } : []
        for word in parts[0].split(separator: " ") {
          let scalars = Array(word.unicodeScalars)
          let unit = printed[String(word)] ?? String(word)
          table[scalars[0].value, default: []].append((Measure(word: scalars, unit: unit, sort: sort), barred))
        }
      }
    }
    return table.mapValues { $0.sorted { $0.measure.word.count > $1.measure.word.count } }
  }()

  /// Signs that stand for a word.
  private static let printed = ["㎡": "平方米", "m²": "平方米", "㎞": "公里", "km": "公里", "人/次": "人次", "百分点": "个百分点"]
}
