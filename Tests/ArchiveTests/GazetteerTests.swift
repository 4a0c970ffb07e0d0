import Archive
import Foundation
import TestSupport
import Testing

/// The division tables of the vocabulary folder, and what the gazetteer makes of them.
@Suite struct GazetteerTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Repository.root)/Content/vocabulary/\(name)")))
  }

  static let gazetteer: Gazetteer = {
    do {
      return try Gazetteer(divisions: bytes("divisions.tsv"), formerNames: bytes("former_names.tsv"))
    } catch {
      fatalError("Content/vocabulary: \(error)")
    }
  }()

  static func code(_ number: Int) throws -> Adcode { try #require(Adcode("\(number)")) }

  @Test func counts() {
    let now = Self.gazetteer.divisions.filter { $0.validTo == nil }
    #expect(Self.gazetteer.divisions.count == 4171 + 66)
    #expect(now.filter { $0.level == .province }.count == 34)
    #expect(now.filter { $0.level == .prefecture }.count == 333)
    #expect(now.filter { $0.level == .county }.count == 2847)
    #expect(Self.gazetteer.provinces.count == 34)
    #expect(Set(Self.gazetteer.provinces.map { "\($0.grid.map { "\($0)" } ?? "-")" }).count == 34)
  }

  @Test func sharedNames() {
    let now = Self.gazetteer.divisions.filter { $0.validTo == nil }
    let shared = Dictionary(grouping: now, by: \.name).filter { $0.value.count > 1 }
    #expect(shared.count == 28)
    #expect(shared["鼓楼区"]?.map(\.adcode.description) == ["320106", "320302", "350102", "410204"])
  }

  @Test(arguments: [
    (420600, 2009, "襄樊市"), (420600, 2010, "襄阳市"), (500110, 2010, "万盛区"), (500110, 2011, "綦江区"),
    (410203, 2019, "顺河回族区"), (500234, 2018, nil), (500154, 2014, nil), (110000, 1949, "北京市"),
  ])
  func holderInYear(code: Int, year: Int, name: String?) throws {
    #expect(Self.gazetteer.division(try Self.code(code), year: year)?.name == name)
  }

  @Test(arguments: [
    ("开县", 2018, "500154"), ("开州区", 2014, "500234"), ("襄樊市", 2020, "420600"), ("万盛区", 2021, "500110"),
    ("大足区", 2010, "500225,500111"), ("莱芜市", 2020, "370100"), ("桥东区", 2021, "130702"), ("居巢区", 2020, "340181"),
    ("毕节地区", 2015, "520500"),
  ])
  func standing(name: String, year: Int, expected: String) throws {
    let division = try #require(Self.gazetteer.divisions(named: name).last)
    let found = Self.gazetteer.standing(for: division, year: year).map(\.adcode.description)
    #expect(found.joined(separator: ",") == expected)
  }

  /// In every year of the table each division has something that stands for it, above it a province in force.
  @Test(arguments: [1999, 2005, 2009, 2011, 2016, 2020, 2023, 2026])
  func everyDivisionHasItsPlace(year: Int) {
    var lost: [String] = []
    for division in Self.gazetteer.divisions where (division.validFrom ?? 0) <= year {
      let region = Self.gazetteer.region(division, year: year)
      let steps = region.path.compactMap { Self.gazetteer.division($0.adcode, year: year) }
      let isWhole =
        steps.count == region.path.count && steps.first?.level == .province
        && zip(steps, steps.dropFirst()).allSatisfy { $0.level < $1.level }
        && region.level == steps.last?.level && zip(steps, region.path).allSatisfy { $0.name == $1.name }
      if !isWhole { lost.append("\(division.adcode) \(division.name) \(region.path.map(\.name))") }
    }
    #expect(lost.isEmpty, "\(lost.prefix(20).joined(separator: "\n"))")
  }

  @Test(arguments: [
    (340522, 2009, "安徽省巢湖市含山县"), (340522, 2020, "安徽省马鞍山市含山县"), (500154, 2014, "重庆市开县"),
    (632222, 2020, "青海省海北藏族自治州祁连县"), (419001, 2020, "河南省济源市"), (522401, 2009, "贵州省毕节地区毕节市"),
    (410000, 2020, "河南省"), (659001, 2020, "新疆维吾尔自治区石河子市"),
  ])
  func pathsOfTheYear(code: Int, year: Int, expected: String) throws {
    let region = try #require(Self.gazetteer.path(to: try Self.code(code), year: year))
    #expect(region.path.map(\.name).joined() == expected)
  }

  @Test func childrenAreThoseOfTheYear() throws {
    let chongqing = try Self.code(500000)
    #expect(Self.gazetteer.children(of: chongqing, year: 2014).contains { $0.name == "开县" })
    #expect(!Self.gazetteer.children(of: chongqing, year: 2018).contains { $0.name == "开县" })
    #expect(Self.gazetteer.children(of: chongqing, year: 2023).count == 38)
    #expect(Self.gazetteer.children(of: try Self.code(410200)).map(\.name).contains("顺河回族区"))
  }

  @Test func namesAreFoundWholeAndShort() {
    #expect(Self.gazetteer.divisions(named: "顺河").map(\.adcode.description) == ["410203"])
    #expect(Self.gazetteer.divisions(named: "顺河区").map(\.adcode.description) == ["410203"])
    #expect(Self.gazetteer.divisions(named: "襄樊市").map(\.adcode.description) == ["420600"])
    #expect(Self.gazetteer.divisions(named: "无此县").isEmpty)
  }

  @Test func abbreviationsNameProvinces() {
    for character in "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新".unicodeScalars {
      let number = RegionAbbreviations.provinces[character]
      #expect(Self.gazetteer.provinces.contains { $0.adcode.number == number }, "\(character)")
    }
    let provinces = Set(RegionAbbreviations.provinces.values)
    #expect(provinces == Set(Self.gazetteer.provinces.map(\.adcode.number)))
    let groups = [RegionAbbreviations.cities, RegionAbbreviations.citiesWithFu].flatMap(\.values)
    for city in groups.joined() {
      #expect(Self.gazetteer.divisions.contains { $0.adcode.number == city && $0.validTo == nil }, "\(city)")
    }
  }
}
