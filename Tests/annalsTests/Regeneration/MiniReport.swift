/// A short report that states what it is told to.
struct MiniReport {
  /// What the title calls the division, and its code.
  static let places = [
    "河南省", "郑州市", "郑州市中原区", "郑州市二七区", "开封市", "开封市顺河回族区", "开封市鼓楼区", "开封市禹王台区", "陕西省", "西安市",
    "西安市新城区",
  ]
  static let laws = ["行政处罚法", "行政许可法", "行政复议法", "复议法"]

  var place: String
  var year: Int
  /// Reconsideration cases of the year, and as told of the year before.
  var cases = 30
  var casesBefore = 30
  var corrected = 3
  /// In tenths of a percent, as stated: it need not follow from the two.
  var rate = 100
  var penalties: Int? = 350
  var laws = ["行政处罚法"]
  var titleEnd = "法治政府建设情况报告"
  var published = "03-20"
  /// Goes into the text, so that reports differ in more than numbers.
  var remark = 0
  var isMarkdown = false
  /// Of the front matter of a Markdown file.
  var id: String?

  init(_ dice: inout Dice) {
    place = dice.pick(MiniReport.places) ?? ""
    year = 2018 + dice.roll(5)
    cases = 20 + dice.roll(20)
    casesBefore = 20 + dice.roll(20)
    corrected = 1 + dice.roll(6)
    rate = dice.once(in: 3) ? corrected * 1000 / cases : 50 + dice.roll(200)
    penalties = dice.once(in: 4) ? nil : 300 + dice.roll(2000)
    laws = MiniReport.laws.filter { _ in dice.once(in: 2) }
    isMarkdown = dice.once(in: 5)
  }

  init(_ place: String, _ year: Int) {
    self.place = place
    self.year = year
  }

  /// One change of the text, and what it is.
  mutating func edit(_ dice: inout Dice) -> String {
    switch dice.roll(10) {
    case 0:
      cases += 1 + dice.roll(3)
      return "cases \(cases)"
    case 1:
      casesBefore += 1 + dice.roll(3)
      return "cases of the year before \(casesBefore)"
    case 2:
      rate += 7
      return "rate \(rate)"
    case 3:
      penalties = penalties == nil ? 400 : nil
      return "penalties \(penalties.map(String.init) ?? "-")"
    case 4:
      let law = dice.pick(MiniReport.laws) ?? ""
      if let at = laws.firstIndex(of: law) { laws.remove(at: at) } else { laws.append(law) }
      return "laws \(laws.joined(separator: " "))"
    case 5:
      titleEnd = titleEnd.hasPrefix("法治") ? "推进依法行政工作报告" : "法治政府建设情况报告"
      return "title \(titleEnd)"
    case 6:
      published = published == "03-20" ? "04-01" : "03-20"
      return "published \(published)"
    case 7:
      year = 2018 + dice.roll(5)
      return "year \(year)"
    case 8:
      place = dice.pick(MiniReport.places) ?? place
      return "place \(place)"
    default:
      remark += 1
      return "remark \(remark)"
    }
  }

  var text: String {
    let head = isMarkdown && id != nil ? "---\nid: \(id ?? "")\n---\n\n" : ""
    let mark = isMarkdown ? "# " : ""
    let heading = isMarkdown ? "## " : ""
    let cited = laws.map { "《\($0)》" }.joined(separator: "、")
    let punished = penalties.map { "办结行政处罚案件\($0)件。" } ?? "没有统计。"
    return head + """
      \(mark)\(place)\(year)年度\(titleEnd)

      来源：\(place)司法局　发布时间：\(year + 1)-\(published)

      \(year)年，本地推进法治政府建设。现将情况报告如下：

      \(heading)一、主要工作

      \(heading)（一）行政复议

      全年受理行政复议案件\(cases)件，\(year - 1)年受理行政复议案件\(casesBefore)件。行政复议纠正\(corrected)件，纠错率为\(rate / 10).\(rate % 10)%。

      \(heading)（二）行政执法

      \(punished)\(cited.isEmpty ? "" : "适用\(cited)。")

      \(heading)二、存在的不足

      第\(remark)次核对时仍有文书写得不够规范。

      """
  }
}
