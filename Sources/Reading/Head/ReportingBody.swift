import Archive

/// The body that reports, when it is not a region's government itself: a zone, a township, a department.
struct ReportingBody: Equatable {
  let level: ReportingLevel
  /// `安丘经济开发区`, `关坝镇`, `某区司法局`: without the words for its organs where it has a name of its own.
  let unit: String

  private static let zoneOffice: WordList = "开发区办事处 园区办事处"
  private static let officeInZone: WordList = "局 分局 大队 支队 法院"
  private static let zoneOrgans: WordList = "管委会 管理委员会 党工委 工委 党工委管委会 党委 办公室"
  private static let townshipOrgans: WordList = "人民政府 政府 办事处 党工委 工委 党委 工作委员会 委员会"
  private static let newArea: WordList = "新区党工委 新区工委 新区"
  private static let zoneKind: WordList = "经济 高新 工业 产业 综合 开发 旅游 保税 农业 生态 现代 管理 循环"
  private static let subjectOpening: WordList =
    "关于 年度 法治 依法 推进 落实 贯彻 全面 法制 本年度 深入 开展 加强 上半年 下半年 履行 建设法治"
  private static let work: WordList = "工作"
  private static let workOffice: WordList = "工作委 工作办 工作局"
  private static let zoneWords: WordList =
    "开发区 园区 高新区 高新技术产业 管委会 管理委员会 示范区 保税区 集聚区 度假区 风景区 景区 试验区 工业园 产业园 合作区 经开区 自贸区 自由贸易 科技城 管理区 旅游区 实验区 新城 物流园 化工园 保护区 农场 林区管理"
  private static let townshipEnding: WordList =
    "镇 乡 街道 镇人民政府 乡人民政府 街道办事处 办事处 街道办 街办 镇党委 乡党委 街道党工委 街道工委 苏木 苏木人民政府 民族乡 镇政府 乡政府 镇委 街道工作委员会"
  private static let departmentEnding: WordList =
    "局 厅 办公室 院 中心 支队 大队 总队 分局 站 所 银行 公司 海关 委员会 办 处 署 台 馆 队 社 学校 大学 学院 集团 会"
  /// Organs of Party and government that are not departments.
  private static let governmentEnding: WordList =
    "人民政府 政府 省委 市委 区委 县委 州委 旗委 盟委 行署 公署 行政公署 自治区委 自治州委 自治县委 区党委 兵团"

  /// Reads the name of a body; nil when it is a government's or none of a known kind.
  ///
  /// - Parameters:
  ///   - shown: the name as printed.
  ///   - isDivision: whether a folded name is that of a division: 浦东新区 is no zone.
  static func read(shown: String, folded: Scalars, isDivision: (Scalars) -> Bool) -> ReportingBody? {
    let folded = folded.trimmed
    let parts = folded.split { $0 == " " || $0 == "、" }
    guard let last = parts.last, !isDivision(last) else { return nil }
    // Joint issuers are one body: the government's name stands behind the Party committee's.
    guard let part = parts.last(where: { level(of: $0, isDivision: isDivision) != nil }),
      let level = level(of: part, isDivision: isDivision)
    else { return nil }
    let name = withoutHost(own(part, level), level, isDivision)
    let visible = Array(shown.unicodeScalars)
    // Same count as folded, so the printed characters stand at the same places.
    guard visible.count == folded.count else { return ReportingBody(level: level, unit: name.string) }
    let offset = name.startIndex - folded.startIndex
    return ReportingBody(level: level, unit: visible[offset..<(offset + name.count)].string)
  }

  private static func level(of name: Scalars, isDivision: (Scalars) -> Bool) -> ReportingLevel? {
    guard name.count >= 3, !isDivision(name) else { return nil }
    if name.suffix(in: governmentEnding) != nil, name.suffix(in: townshipEnding) == nil {
      // 某某新区管委会 is caught below; 某某开发区人民政府 does not exist.
      return nil
    }
    if name.suffix(in: townshipEnding) != nil, name.suffix(in: zoneOffice) == nil { return .township }
    let isZone = name.contains(any: zoneWords)
    if isZone, name.suffix(in: officeInZone) == nil { return .zone }
    if name.suffix(in: newArea) != nil { return .zone }
    if name.suffix(in: departmentEnding) != nil { return .department }
    // 卫生健康委, 发展改革委: not 区委, which is the Party's.
    if name.last == "委", let before = name.dropLast().last, !"省市区县州旗盟党工镇乡团常".unicodeScalars.contains(before) {
      return .department
    }
    return nil
  }

  /// A zone's or township's name without its organ.
  private static func own(_ name: Scalars, _ level: ReportingLevel) -> Scalars {
    let organs: WordList
    switch level {
    case .zone: organs = zoneOrgans
    case .township: organs = townshipOrgans
    default: return name
    }
    var result = name
    if let organ = result.suffix(in: organs), organ.count < result.count {
      result = result.dropLast(organ.count)
    }
    if level == .township, result.last == "办" { result = result.dropLast() }
    // 中共某某街道工作委员会
    if result.starts(at: result.startIndex, with: Array("中共")) { result = result.dropFirst(2) }
    return result
  }

  /// 洪塘街道 of 宁波市江北区人民政府洪塘街道, 罗坎镇 of 镇雄县罗坎镇: the division stands elsewhere in the masthead.
  private static func withoutHost(
    _ name: Scalars, _ level: ReportingLevel, _ isDivision: (Scalars) -> Bool
  ) -> Scalars {
    guard level != .department else { return name }
    var result = name
    // 中共某镇委员会某镇: the committee's name stands before the government's.
    for organ in ["委员会", "党工委", "党委"] {
      while let at = result.firstIndex(of: Array(organ)),
        result.endIndex - at - organ.unicodeScalars.count >= 3
      {
        result = result[(at + organ.unicodeScalars.count)...]
      }
    }
    if let host = result.firstIndex(of: Array("人民政府")), host + 6 <= result.endIndex {
      result = result[(host + 4)...]
    }
    var cut = true
    while cut {
      cut = false
      for end in (result.startIndex + 2)..<max(result.startIndex + 2, result.endIndex - 2) {
        let prefix = result[result.startIndex..<end]
        // 安丘 is part of the zone's name, 安丘市 is not; 经济开发区 alone would name nothing.
        guard let last = prefix.last, "省市区县旗州盟".unicodeScalars.contains(last), isDivision(prefix),
          !result[end...].starts(withAny: zoneKind)
        else { continue }
        result = result[end...]
        cut = true
        break
      }
    }
    return result
  }

  /// The name that opens a title: 安丘经济开发区 of `安丘经济开发区2017年度法治政府建设…`.
  static func name(inTitle title: Scalars) -> Scalars {
    var start = title.startIndex
    // `2021年度某某局…`, `关于某某镇2021年…`
    while start < title.endIndex {
      let rest = title[start...]
      if rest.starts(at: start, with: Array("关于")) {
        start += 2
      } else if title[start].isDigit || title[start] == " " || title[start] == "《" {
        start += 1
      } else if title[start] == "年" || title[start] == "度", start > title.startIndex {
        start += 1
      } else {
        break
      }
    }
    var end = start
    while end < title.endIndex {
      if title[end].isDigit { break }
      if title[end] == "二", end + 1 < title.endIndex, title[end + 1].hanDigit != nil { break }
      if title[end...].starts(
        withAny: subjectOpening)
      {
        break
      }
      // 某街道工作委员会 is a name, 某局工作报告 is not.
      if title[end...].starts(withAny: work), !title[end...].starts(withAny: workOffice) { break }
      end += 1
    }
    return title[start..<end].trimmed
  }
}
