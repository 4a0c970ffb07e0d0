/// What stands before and after a report's text: titles, metadata, portal lines.
struct Layout {
  static let count = 10

  let place: Place
  let style: Style
  let published: String
  let signed: String
  let number: String

  init(place: Place, style: Style, random: inout SplitMix64) {
    self.place = place
    self.style = style
    let (month, day) = (random.within(1...4), random.within(8...28))
    published = Layout.date(place.year + 1, month, day, style: style.dates)
    signed = Layout.date(place.year + 1, month, day - random.within(1...7), style: 4)
    let initial = place.division.name.unicodeScalars.first.map(String.init) ?? ""
    number = "\(initial)政〔\(place.year + 1)〕\(random.within(1...60))号"
    iso = Layout.date(place.year + 1, month, day, style: 0)
  }

  private let iso: String

  /// For the truth: nil where the page has none.
  var publishedDay: String? { [1, 2, 3, 6, 8].contains(style.layout) ? iso : nil }
  var title: String? { style.layout == 5 ? nil : style.layout == 4 ? joinedTitle : plainTitle }

  private var subject: String { place.year < 2015 ? "依法行政" : "法治政府建设" }

  private var plainTitle: String {
    let (name, year) = (place.name, place.year)
    return switch style.title {
    case 0: "\(name)\(year)年度\(subject)情况报告"
    case 1: "\(place.government)关于\(year)年度\(subject)情况的报告"
    case 2: "\(name)\(year)年\(subject)工作报告"
    case 3: "关于\(name)\(year)年度\(subject)情况的报告"
    case 4: "\(place.government)\(subject)年度报告（\(year)年）"
    case 5: "\(year)年\(name)\(subject)工作总结"
    case 6: "\(place.fullPath)\(year)年度\(subject)报告"
    default: "\(name)关于\(year)年\(subject)工作情况的公告"
    }
  }

  private var joinedTitle: String { place.government + secondLine }
  private var secondLine: String { "关于\(place.year)年度\(subject)工作情况的报告" }

  /// Lines before the text.
  var head: [String] {
    let title = plainTitle
    let source = [place.government, "\(place.own)司法局", "本站", "\(place.name)政府办公室"][style.title % 4]
    switch style.layout {
    case 1:
      return [
        "首页 > 政务公开 > 法治政府建设 > 正文", title,
        "来源：\(source)    发布时间：\(published)    浏览次数：    字体：【大 中 小】", "",
      ]
    case 2:
      return [
        "索引号：\(place.division.adcode)/\(place.year + 1)-\(1000 + style.title * 37)    组配分类：工作报告",
        "发布机构：\(place.government)    发文日期：\(published)", "名  称：\(title)", "文  号：\(number)    主题词：", "", title,
        "",
      ]
    case 3:
      return [
        "网站首页 | 走进\(place.division.shorts.first ?? place.name) | 新闻中心 | 政务公开 | 办事服务 | 互动交流",
        "您现在的位置：首页 >> 政务公开 >> 工作报告", title,
        "时间：\(published)  来源：\(source)", "【字体：大 中 小】 打印 关闭", "", addressee, "",
      ]
    case 4:
      return [place.government, secondLine, "（\(signed)）", ""]
    case 5:
      return []
    case 6:
      return [
        "[ 索引号 ] \(place.division.adcode)\(place.year + 1)00\(style.title)", "[ 发布机构 ] \(place.government)",
        "[ 发布日期 ] \(published)", "",
        title, "",
      ]
    case 7:
      return [title, number, "", addressee, ""]
    case 8:
      return [title, "• 日期：\(published)", "• 来源：\(source)", "• 【字体：大 中 小】", ""]
    case 9:
      return [title, "", title, ""]
    default:
      return [title, ""]
    }
  }

  private var addressee: String { place.above + "：" }

  /// Lines after the text.
  var foot: [String] {
    switch style.layout {
    case 3, 7: ["", place.government, signed]
    case 1: ["", "【打印本页】 【关闭窗口】"]
    case 8: ["", "扫一扫在手机打开当前页"]
    default: []
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int, style: Int) -> String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return switch style {
    case 1: "\(year)/\(two(month))/\(two(day))"
    case 2: "\(year)年\(two(month))月\(two(day))日"
    case 3: "\(year)-\(two(month))-\(two(day)) \(two(8 + day % 10)):\(two(day))"
    case 4: "\(year)年\(month)月\(day)日"
    default: "\(year)-\(two(month))-\(two(day))"
    }
  }
}
