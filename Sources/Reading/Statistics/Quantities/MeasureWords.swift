/// The words that count: 件, 人次, 平方米, 个工作日.
///
/// An open class: a line gives a word and, behind it, what must not follow, since 起草 and 处理 count nothing.
enum MeasureWords {
  /// A class: one is handed on for every number, and copying would count its word and its unit each time.
  final class Measure: Sendable {
    let word: [Unicode.Scalar]
    let unit: String
    let sort: Sort
    /// Units that mean something by themselves, told here once: comparing strings at every number costs more.
    let isTimes: Bool
    let isArticle: Bool
    let isHour: Bool
    let isMinute: Bool
    let isWorkday: Bool

    init(word: [Unicode.Scalar], unit: String, sort: Sort) {
      (self.word, self.unit, self.sort) = (word, unit, sort)
      isTimes = unit == "倍"
      isArticle = unit == "条"
      isHour = unit == "小时"
      isMinute = unit == "分钟"
      isWorkday = unit.hasSuffix("工作日")
    }
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
    let match = table.starting(at: index, in: text) { match in
      !match.value.barred.contains { text.holds($0, at: index + match.length) }
    }
    return match?.value.measure
  }

  /// A class, as `Measure` is.
  private final class Candidate: Sendable {
    let measure: Measure
    let barred: [[Unicode.Scalar]]

    init(measure: Measure, barred: [[Unicode.Scalar]]) { (self.measure, self.barred) = (measure, barred) }
  }

  private static let table: PhraseTable<Candidate> = {
    var entries: [(words: String, value: Candidate)] = []
    for (sort, lines) in MeasureWords.lists {
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        let barred = parts.count > 1 ? parts[1].split(separator: " ").map { Array($0.unicodeScalars) } : []
        for word in parts[0].split(separator: " ").map(String.init) {
          let measure = Measure(word: Array(word.unicodeScalars), unit: printed[word] ?? word, sort: sort)
          entries.append((word, Candidate(measure: measure, barred: barred)))
        }
      }
    }
    return PhraseTable(.opening, entries)
  }()

  /// Signs that stand for a word.
  private static let printed = ["㎡": "平方米", "m²": "平方米", "㎞": "公里", "km": "公里", "人/次": "人次", "百分点": "个百分点"]
}
