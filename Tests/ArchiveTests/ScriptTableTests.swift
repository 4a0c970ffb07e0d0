import Archive
import Foundation
import TestSupport
import Testing

@Suite struct ScriptTableTests {
  private static func content(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: Repository.root + "/Content/vocabulary/" + name)))
  }

  private static func fold(_ text: String, _ table: ScriptTable) -> String {
    var folded = String.UnicodeScalarView()
    folded.append(contentsOf: text.unicodeScalars.map(table.simplified))
    return String(folded)
  }

  @Test func projectTable() throws {
    let table = try ScriptTable(parsing: Self.content("hant-hans.tsv"))
    #expect(table.count > 3_000)
    #expect(table.simplified("龍") == "龙")
    #expect(table.simplified("A") == "A")
    #expect(table.simplified("\u{20BB7}") == "\u{20BB7}")
    // Ordinary in Simplified text, so they stay.
    for scalar in "著藉瞭俱乾覆的法治".unicodeScalars { #expect(table.simplified(scalar) == scalar) }
  }

  @Test func divisionNamesAreTheirOwnFoldedForm() throws {
    let table = try ScriptTable(parsing: Self.content("hant-hans.tsv"))
    for file in ["divisions.tsv", "former_names.tsv"] {
      let text = try #require(String(validating: Self.content(file), as: UTF8.self))
      for line in text.split(separator: "\n").dropFirst() {
        #expect(Self.fold(String(line), table) == String(line))
      }
    }
  }

  /// As Taiwan, Hong Kong and converters print them, good and bad.
  @Test(arguments: [
    ("臺灣省", "台湾省"), ("陝西省", "陕西省"), ("陜西省", "陕西省"), ("瀋陽市", "沈阳市"), ("衞輝市", "卫辉市"), ("中衛市", "中卫市"),
    ("敍永縣", "叙永县"),
    ("鉅鹿縣", "巨鹿县"), ("濬縣", "浚县"), ("範縣", "范县"), ("餘姚市", "余姚市"), ("新餘市", "新余市"), ("穀城縣", "谷城县"),
    ("雲龍區", "云龙区"),
    ("乾縣", "乾县"), ("平穀區", "平谷区"), ("鬥門區", "斗门区"), ("松江區", "松江区"), ("鬆江區", "松江区"), ("海澱區", "海淀区"),
    ("週口市", "周口市"),
    ("廻民區", "回民区"), ("迴民區", "回民区"), ("曆下區", "历下区"), ("歷城區", "历城区"), ("鹹陽市", "咸阳市"), ("薑堰區", "姜堰区"),
    ("嶽陽縣", "岳阳县"),
    ("誌丹縣", "志丹县"), ("閤肥市", "合肥市"), ("於都縣", "于都县"), ("臺州市", "台州市"), ("楚雄彞族自治州", "楚雄彝族自治州"),
    ("景寧畬族自治縣", "景宁畲族自治县"),
    ("維吾爾自治區", "维吾尔自治区"), ("順河迴族區", "顺河回族区"), ("硃旺", "朱旺"), ("道裏區", "道里区"), ("道裡區", "道里区"), ("雲巖區", "云岩区"),
  ])
  func traditionalNamesFold(traditional: String, simplified: String) throws {
    let table = try ScriptTable(parsing: Self.content("hant-hans.tsv"))
    #expect(Self.fold(traditional, table) == simplified)
  }

  @Test func windowsLineEndsAndMark() throws {
    let table = try ScriptTable(
      parsing: [0xEF, 0xBB, 0xBF] + Array("traditional\tsimplified\r\n東\t东\r\n車\t车\r\n".utf8))
    #expect(table.count == 2)
    #expect(table.simplified("車") == "车")
  }

  @Test(arguments: [
    ("", 1, "empty"), ("東\t东\n", 1, "header"), ("traditional\tsimplified\n東\n", 2, "1 columns"),
    ("traditional\tsimplified\n東\t东\t东\n", 2, "3 columns"),
    ("traditional\tsimplified\n東\t东\n\n車\t车\n", 3, "1 columns"),
    ("traditional\tsimplified\n東西\t东\n", 2, "one character"),
    ("traditional\tsimplified\n東\t\u{20BB7}\n", 2, "BMP"),
    ("traditional\tsimplified\n東\ta\n", 2, "one character"), ("traditional\tsimplified\n東\t東\n", 2, "itself"),
    ("traditional\tsimplified\n車\t车\n東\t东\n", 3, "order"),
    ("traditional\tsimplified\n東\t东\n東\t车\n", 3, "twice"),
    ("traditional\tsimplified\n東\t車\n車\t车\n", 2, "again"),
  ])
  func faults(text: String, line: Int, words: String) {
    let error = #expect(throws: TableError.self) { try ScriptTable(parsing: Array(text.utf8)) }
    #expect(error?.file == "hant-hans.tsv")
    #expect(error?.line == line)
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func notUTF8() {
    let error = #expect(throws: TableError.self) {
      try ScriptTable(
        parsing: Array("traditional\tsimplified\n".utf8) + [0xE6, 0x09, 0xE4, 0xB8, 0x9C, 0x0A])
    }
    #expect(error?.line == 2)
  }
}
