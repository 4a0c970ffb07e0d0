import Archive
import Testing

/// Lines that a curator may get wrong, and the words that say so.
@Suite struct GazetteerErrorTests {
  static let header =
    "adcode\tname\tlevel\tparent\tvalid_from\tvalid_to\tsuccessor\tkind\tshort\tpinyin\tgrid"
  static let province = "410000\t河南省\tprovince\t\t\t\t\tprovince\t河南\thenan\t4,4"

  static func error(_ rows: String, former: String = header) -> String? {
    do {
      _ = try Gazetteer(divisions: Array(rows.utf8), formerNames: Array(former.utf8))
      return nil
    } catch {
      return "\(error.file):\(error.line): \(error.message)"
    }
  }

  @Test func goodTables() throws {
    #expect(Self.error("\(Self.header)\n\(Self.province)\n") == nil)
    #expect(Self.error("\u{FEFF}\(Self.header)\r\n\(Self.province)\r\n\r\n") == nil)
    #expect(Self.error("\(Self.header)\n\(Self.province)") == nil)
  }

  @Test(arguments: [
    ("41000", "divisions.tsv:3: 1 cells where the table has 11; separate them by single tabs"),
    ("41020\t开封市\tprefecture\t\t\t\t\t\t\t\t", "divisions.tsv:3: '41020' is not a code; write six digits"),
    (
      "410200\t\tprefecture\t\t\t\t\t\t\t\t",
      "divisions.tsv:3: 410200 has no readable name; write the full name in UTF-8"
    ),
    (
      "410200\t开封市\tcity\t\t\t\t\t\t\t\t",
      "divisions.tsv:3: 'city' is not a level; write province, prefecture or county"
    ),
    (
      "410200\t开封市\tprefecture\t410000\tlong ago\t\t\t\t\t\t",
      "divisions.tsv:3: 'long ago' in valid_from is not a year; write four digits"
    ),
    (
      "410200\t开封市\tprefecture\thenan\t\t\t\t\t\t\t",
      "divisions.tsv:3: 'henan' in parent is not a code; write six digits"
    ),
    (
      "410200\t开封市\tprefecture\t420000\t\t\t\t\t\t\t",
      "divisions.tsv:3: 410200 开封市 names 420000, which no line holds; add that division or correct the code"
    ),
    (
      "410000\t河南省\tprovince\t\t\t\t\t\t\t\t",
      "divisions.tsv:3: 410000 河南省 is listed twice; keep one of the two lines"
    ),
    (
      "410200\t开封市\tprefecture\t410000\t\t\t\t\t\t\t9",
      "divisions.tsv:3: '9' is not a place on the tile map; write column,row"
    ),
  ])
  func badLines(row: String, expected: String) {
    #expect(Self.error("\(Self.header)\n\(Self.province)\n\(row)\n") == expected)
  }

  @Test func badFiles() {
    #expect(
      Self.error("") == "divisions.tsv:1: the table is empty; put its header line and rows back")
    #expect(Self.error("code\tname\n")?.hasPrefix("divisions.tsv:1: the header is not that") == true)
    let bad = "\(Self.header)\n1\n"
    #expect(
      Self.error("\(Self.header)\n\(Self.province)\n", former: bad)
        == "former_names.tsv:2: 1 cells where the table has 11; separate them by single tabs")
  }

  /// A ring of successors ends.
  @Test func successorsInARing() throws {
    let rows = """
      \(Self.header)
      \(Self.province)
      410100\t甲市\tprefecture\t410000\t\t2010\t410200\t\t甲\tjia\t
      410200\t乙市\tprefecture\t410000\t\t2010\t410100\t\t乙\tyi\t

      """
    let gazetteer = try Gazetteer(divisions: Array(rows.utf8), formerNames: Array(Self.header.utf8))
    let first = try #require(gazetteer.divisions(named: "甲市").first)
    #expect(gazetteer.standing(for: first, year: 2020).isEmpty)
    #expect(gazetteer.region(first, year: 2020).name == "甲市")
  }
}
