import Archive

/// A wording of numbers that the vocabulary of metrics does not know yet.
public struct UnmatchedWording: Equatable, Sendable {
  /// What was counted, without 全市, 各类 and the like: `行政约谈`.
  public var subject: String
  /// `次`.
  public var unit: String
  /// In how many reports it stands, and how often in all.
  public var reports: Int
  public var count: Int
  /// The first number of it: as printed, with file and 1-based line.
  public var example: String
  public var file: String
  public var line: Int
}

public enum UnmatchedWordings {
  /// The wordings without a metric, those in most reports first; a curator adds patterns from the top.
  public static func ranked(_ reports: [Report]) -> [UnmatchedWording] {
    var wordings: [UnmatchedWording] = []
    var places: [String: Int] = [:]
    var lastReport: [Int] = []
    for (number, report) in reports.enumerated() {
      for quantity in report.quantities where quantity.metric == nil && quantity.kind == .level {
        let subject = normalised(quantity.subject)
        guard !subject.isEmpty else { continue }
        let key = subject + "\t" + quantity.unit
        if let place = places[key] {
          wordings[place].count += 1
          if lastReport[place] != number { wordings[place].reports += 1 }
          lastReport[place] = number
        } else {
          places[key] = wordings.count
          lastReport.append(number)
          wordings.append(
            UnmatchedWording(
              subject: subject, unit: quantity.unit, reports: 1, count: 1, example: quantity.text,
              file: report.file,
              line: quantity.place.line))
        }
      }
    }
    return wordings.sorted {
      ($1.reports, $1.count, $0.subject, $0.unit) < ($0.reports, $0.count, $1.subject, $1.unit)
    }
  }

  /// Without digits, marks and the words that only say how much or where.
  static func normalised(_ subject: String) -> String {
    var text = Array(subject.unicodeScalars).filter { $0.properties.isAlphabetic || $0.isHan }
    for word in fillers {
      while let start = text[...].firstIndex(of: word) { text.removeSubrange(start..<(start + word.count)) }
    }
    return text.suffix(longest)[...].string
  }

  /// The noun stands at the end; what is before it is seldom the same twice. In scalars.
  private static let longest = 12

  private static let fillers = [
    "全省", "全市", "全县", "全区", "全旗", "全镇", "我省", "我市", "我县", "我区", "各级", "各类", "各种", "各项", "各单位", "各部门",
    "共计", "累计", "先后", "本级", "其他", "相关", "有关", "共", "等",
  ].map { Array($0.unicodeScalars) }
}
