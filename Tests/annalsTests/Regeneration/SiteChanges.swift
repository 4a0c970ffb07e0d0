import Foundation
import TestSupport

/// What happens to the theme, the vocabulary and all that is not a report.
extension MiniArchive {
  func changeTheme(_ change: Change, _ dice: inout Dice) throws -> String? {
    let number = dice.roll(1000)
    switch change {
    case .css:
      let name = "Templates/assets/\(["site.css", "print.css", "extra/x.js"][dice.roll(3)])"
      if name.hasSuffix("site.css") || dice.once(in: 2) {
        try archive.write(name, "/* \(number) */\n")
        return "write \(name): \(number)"
      }
      guard archive.exists(name) else { return nil }
      try archive.remove(name)
      return "remove \(name)"
    case .breakTemplate:
      let name = "Templates/\(["report", "partials/date", "partials/value", "region"][dice.roll(4)]).html"
      let whole = try archive.text(name)
      let original = try original(name)
      let broken = "{{#title}}{{nosuchname}}"
      try archive.write(name, whole == broken ? original : broken)
      return whole == broken ? "mend \(name)" : "break \(name)"
    default:
      if dice.once(in: 5) {
        let name = "Templates/strings/\(["zh-Hans", "zh-Hant", "en"][dice.roll(3)]).yml"
        // A text of templates, and one that the program asks for.
        let key = ["home", "language-name"][dice.roll(2)]
        let text = try original(name).replacingOccurrences(of: "\n\(key): ", with: "\n\(key): \(number) ")
        try archive.write(name, text)
        return "\(name): \(key) \(number)"
      }
      let names = try archive.files("Templates").filter { $0.hasSuffix(".html") }
      guard let name = dice.pick(names) else { return nil }
      let original = try original("Templates/\(name)")
      var text = original
      if dice.once(in: 3) {
        // Back as it was.
      } else if let main = text.range(of: "{{$main}}\n") {
        text.insert(contentsOf: "<p>\(number)</p>\n", at: main.upperBound)
      } else {
        text += "<!-- \(number) -->"
      }
      try archive.write("Templates/\(name)", text)
      return "Templates/\(name): \(text == original ? "original" : String(number))"
    }
  }

  /// Puts templates and vocabulary back as they were at first.
  func mendSite() throws {
    for (name, text) in MiniVocabulary.files { try archive.write(name, text) }
    for name in try archive.files("Templates") where name.hasSuffix(".html") || name.hasSuffix(".yml") {
      try archive.write("Templates/\(name)", try original("Templates/\(name)"))
    }
  }

  private func original(_ name: String) throws -> String {
    try String(contentsOfFile: "\(Repository.root)/\(name)", encoding: .utf8)
  }

  func changeVocabulary(_ change: Change, _ dice: inout Dice) throws -> String? {
    let folder = "Content/vocabulary"
    switch change {
    case .metric:
      return try swap(
        "\(folder)/metrics.yml",
        [
          ("复议受理数", "复议案件受理数"), ("en: corrected_rate", "en: rate"), ("direction: none", "direction: up"),
          ("受理行政复议案件{N}", "受理复议案件{N}"), ("numerator: corrected", "numerator: penalties"),
          ("tier: core", "tier: common"), ("行政处罚案件{N}", "处罚案件{N}"),
        ], &dice)
    case .topic:
      return try swap(
        "\(folder)/topics.yml",
        [
          ("zh: 执法", "zh: 行政执法"), ("en: Disputes", "en: Settlement"), ("[复议]", "[复核]"),
          ("cues: [不足]", "cues: [短板]"), ("[执法, 处罚]", "[执行]"),
        ], &dice)
    case .law:
      return try swap(
        "\(folder)/laws.yml",
        [
          ("aliases: [复议法]", "aliases: [复议条例]"), ("id: licence-law", "id: permit-law"),
          ("title: 行政许可法, kind: law", "title: 行政许可法, kind: policy"), ("since: 1996", "since: 1997"),
        ], &dice)
    case .division:
      return try swap(
        "\(folder)/divisions.tsv",
        [
          ("\t鼓楼区\t", "\t鼓楼新区\t"), ("\t开封市\tprefecture", "\t汴梁市\tprefecture"), ("\t2,3\n", "\t3,3\n"),
          ("410103\t二七区\tcounty\t410100", "410103\t二七区\tcounty\t410200"),
          ("\t中原区\tcounty\t410100\t\t\t", "\t中原区\tcounty\t410100\t\t2020\t410103"),
        ], &dice)
    default:
      let name = "\(folder)/\(["metrics.yml", "topics.yml", "laws.yml", "divisions.tsv"][dice.roll(4)])"
      let whole = MiniVocabulary.files[name] ?? ""
      let isBroken = try archive.text(name).hasSuffix("\n!broken: [\n")
      try archive.write(name, isBroken ? whole : try archive.text(name) + "\n!broken: [\n")
      return "\(isBroken ? "mend" : "break") \(name)"
    }
  }

  func changeSite(_ change: Change, _ dice: inout Dice) throws -> String? {
    switch change {
    case .settings:
      let text = [
        "title: 测试档案\n", "title: 另一个档案\nsubtitle: 副题\n", "title: 测试档案\ncontact: a@example.org\n",
        "title: 测试档案\nlanguage: en\nlicence: CC0\n", "title: [\n",
        "title: 测试档案\nbaseURL: https://example.org/\n",
        "title: 测试档案 # 说明\n", "title: 测试档案\nlanguage: [zh-Hans, en]\n",
        "title: {zh-Hant: 檔案, en: Archive}\nlanguage: [en, zh-Hant]\n",
      ][dice.roll(9)]
      try archive.write("Content/site.yml", text)
      return "site.yml: \(text.dropLast())"
    case .freePage:
      let name = "Content/pages/\(["about", "method", "index", "Bad Name"][dice.roll(4)]).md"
      if archive.exists(name), dice.once(in: 3) {
        try archive.remove(name)
        return "remove \(name)"
      }
      let text = "---\ntitle: 说明\(dice.roll(2))\n---\n\n第\(dice.roll(100))版。\n"
      try archive.write(name, text)
      return "write \(name): \(text)"
    default:
      let name = "Content/reports/\(["old.pdf", ".hidden.txt", "lost.txt.yml", "note.csv"][dice.roll(4)])"
      if archive.exists(name) {
        try archive.remove(name)
        return "remove \(name)"
      }
      try archive.write(name, "x: 1\n")
      return "write \(name)"
    }
  }
}
