import Archive

/// What a page offers for the questions its masthead may leave open: which year, which body, which title.
struct MastheadEvidence {
  let text: SourceText
  let parts: PageParts
  let titles: [TitleReader.Title]
  let signature: Signature
  let table: MetadataTable
  let own: HeadLines
  let path: String
  let folding: Folding

  // MARK: Body and region

  func readBody(_ masthead: inout Masthead, _ diagnostics: inout [Diagnostic], _ regions: RegionResolver) {
    func isDivision(_ name: Scalars) -> Bool { !regions.gazetteer.divisions(named: name.string).isEmpty }
    let issuers = issuerNames
    let body = reportingBody(issuers, isDivision)
    masthead.unit = body.map { body in
      // 市水务局 in the title, 鄂州市水务局 under the text: the longer form is the name.
      issuers.shown.first { body.level == .department && $0.hasSuffix(body.unit) } ?? body.unit
    }
    masthead.issuer = issuers.joined
    // 发布机构 of a government's report may be the office that put it online.
    if body == nil, issuers.shown.isEmpty, let portal = issuers.portal,
      ReportingBody.read(shown: portal.shown, folded: portal.folded[...], isDivision: isDivision) != nil
    {
      masthead.issuer = nil
    }

    let resolution =
      regions.resolve(titles: titlePassages, path: path, year: masthead.year)
      ?? regions.resolve(regionEvidence(body, issuers), year: masthead.year)
    masthead.region = resolution.region
    diagnostics += resolution.diagnostics
    masthead.level = body?.level ?? masthead.region.map { ReportingLevel($0.level) }
    if case .ambiguous(let candidates) = resolution.outcome, masthead.level == nil,
      let level = candidates.first?.level, candidates.allSatisfy({ $0.level == level })
    {
      masthead.level = ReportingLevel(level)
    }
    if masthead.unit == nil, let level = selfLevel(masthead.region) { masthead.level = level }
  }

  /// Names of bodies that may be the issuer, the surest first.
  private struct IssuerNames {
    /// From signature, or from the title's first words.
    var shown: [String] = []
    var folded: [[Unicode.Scalar]] = []
    /// What the portal's key says; may be the host.
    var portal: (shown: String, folded: [Unicode.Scalar])?
    /// Joint issuers stand side by side.
    var joined: String? { shown.isEmpty ? portal?.shown : shown.joined(separator: " ") }
  }

  private var issuerNames: IssuerNames {
    var names = IssuerNames()
    for range in signature.issuers {
      names.shown.append(text.shown[range].string)
      names.folded.append(Array(text.folded[range]))
    }
    if names.shown.isEmpty, let title = titles.first {
      let name = ReportingBody.name(inTitle: title.folded[...])
      if name.count >= 3, LineKind.isBody(name) {
        let count = name.startIndex - title.folded.startIndex + name.count
        names.shown = [TitleReader.prefix(of: title.shown, scalars: count, from: name.startIndex)]
        names.folded = [Array(name)]
      }
    }
    if names.shown.isEmpty {
      for line in own.signatureNames {
        names.shown.append(text.shown[line].string)
        names.folded.append(Array(text.folded[line]))
      }
    }
    if let entry = table.value(.issuer, in: text) {
      names.portal = (text.shown[entry.entry.value].string, Array(entry.folded))
    }
    return names
  }

  private func reportingBody(_ issuers: IssuerNames, _ isDivision: (Scalars) -> Bool) -> ReportingBody? {
    for title in titles where title.score >= (titles.first?.score ?? 0) - 3 {
      let name = ReportingBody.name(inTitle: title.folded[...])
      guard name.count >= 3 else { continue }
      let count = name.startIndex + name.count
      let shown = TitleReader.prefix(of: title.shown, scalars: count, from: name.startIndex)
      if let body = ReportingBody.read(shown: shown, folded: name, isDivision: isDivision) { return body }
      // 某县人民政府 in the title settles it: what the portal's key says is the host.
      if name.suffix(in: Words.governmentName) != nil { return nil }
    }
    for (shown, folded) in zip(issuers.shown, issuers.folded) {
      if let body = ReportingBody.read(shown: shown, folded: folded[...], isDivision: isDivision) {
        return body
      }
      if folded[...].suffix(in: Words.governmentOrgan) != nil { return nil }
    }
    if let opening = openingName,
      let body = ReportingBody.read(
        shown: text.shown[opening].string, folded: text.folded[opening], isDivision: isDivision)
    {
      return body
    }
    guard let portal = issuers.portal, titles.isEmpty || selfLevel(nil) != nil else { return nil }
    return ReportingBody.read(shown: portal.shown, folded: portal.folded[...], isDivision: isDivision)
  }

  /// `2021年,省卫生健康委坚持以…`: the subject of the first sentence.
  private var openingName: Range<Int>? {
    guard titles.isEmpty, let line = parts.body.first(where: { $0.kind == .prose }) else { return nil }
    let folded = text.folded(line)
    var start = folded.startIndex
    if let comma = folded.prefix(24).firstIndex(of: ",") { start = comma + 1 }
    for end in start..<min(folded.endIndex, start + 26)
    where folded[end...].starts(withAny: MastheadEvidence.verbs) {
      let name = folded[start..<end]
      guard name.count >= 3, LineKind.isBody(name) else { return nil }
      return name.startIndex..<name.endIndex
    }
    return nil
  }

  private static let verbs: WordList =
    "坚持 深入 认真 全面 在 紧紧 以 按照 严格 始终 持续 围绕 高度 积极 切实 牢固 根据 贯彻 扎实 不断 大力 立足 着力 对标 充分 聚焦"

  private static let selfWords: [(ReportingLevel, WordList)] = [
    (.department, "我局 我厅 我委 我院 我办 全局 全厅 局党组 厅党组 我单位 我中心"),
    (.township, "我镇 我乡 我街道 全镇 全乡 镇党委 乡党委 我办事处 街道党工委 本街道 全街道"),
    (.zone, "我园区 开发区管委会 我管委会 全园区 我开发区 经开区 高新区管委会"),
  ]
  private static let governmentSelfWords: WordList =
    "我市 我县 我区 我省 我州 我旗 全市 全县 全区 全省 区政府 县政府 市政府"

  /// The lists of levels and last that of governments, looked for in one pass.
  private static let allSelfWords = WordLists(selfWords.map(\.1) + [governmentSelfWords])

  /// 我局, 我镇 said often where no name was found.
  private func selfLevel(_ region: Region?) -> ReportingLevel? {
    // A title that names a government settles it.
    if let title = titles.first, ReportingBody.name(inTitle: title.folded[...]).count >= 2 { return nil }
    var byList = [Int](repeating: 0, count: MastheadEvidence.selfWords.count + 1)
    for line in parts.body { MastheadEvidence.allSelfWords.count(in: text.folded(line), &byList) }
    let governments = byList[byList.count - 1]
    let counts = Dictionary(uniqueKeysWithValues: zip(MastheadEvidence.selfWords.map(\.0), byList))
    let best = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
    guard let best, best.value >= 3, best.value > governments else { return nil }
    return best.key
  }

  var citedTitles: [RegionEvidence.Passage] {
    var found: [RegionEvidence.Passage] = []
    for line in parts.body + parts.head where line.kind != .blank {
      let folded = text.folded(line)
      var index = folded.startIndex
      while let open = folded.firstIndex(of: ["《"], from: index) {
        guard let close = folded[open...].prefix(120).firstIndex(of: "》") else { break }
        found.append(RegionEvidence.Passage(folded[(open + 1)..<close], line: line.number))
        index = close + 1
      }
    }
    return found
  }

  private var titlePassages: [RegionEvidence.Passage] {
    titles.map { RegionEvidence.Passage($0.folded, line: $0.number) }
  }

  private func regionEvidence(_ body: ReportingBody?, _ issuers: IssuerNames) -> RegionEvidence {
    var evidence = RegionEvidence()
    evidence.titles = titlePassages
    evidence.issuers = issuers.folded.map { RegionEvidence.Passage($0) }
    if let portal = issuers.portal { evidence.issuers.append(RegionEvidence.Passage(portal.folded)) }
    if let body { evidence.units = [RegionEvidence.Passage(folded(body.unit))] }
    if let number = own.documentNumber { evidence.documentNumbers = [RegionEvidence.Passage(folded(number))] }
    for entry in table.entries where entry.field == .documentNumber && !entry.value.isEmpty {
      evidence.documentNumbers.append(RegionEvidence.Passage(text.folded[entry.value], line: entry.number))
    }
    for entry in table.entries where entry.field == .indexNumber && !entry.value.isEmpty {
      evidence.indexNumbers.append(RegionEvidence.Passage(text.folded[entry.value], line: entry.number))
    }
    evidence.citedTitles = citedTitles
    evidence.body.reserveCapacity(parts.body.reduce(0) { $0 + $1.range.count + 1 })
    for line in parts.body {
      evidence.body += text.folded(line)
      evidence.body.append("\n")
    }
    if let line = own.salutation {
      evidence.addressees = Addressees.names(folded: text.folded(line), shown: text.folded(line))
        .map { RegionEvidence.Passage($0.unicodeScalars, line: line.number) }
    }
    for entry in table.entries where entry.field == .source || entry.field == .title {
      evidence.sources.append(RegionEvidence.Passage(text.folded[entry.value], line: entry.number))
    }
    for line in own.portal + parts.chrome {
      evidence.chrome.append(RegionEvidence.Passage(text.folded(line), line: line.number))
    }
    evidence.path = path
    return evidence
  }

  /// A unit or a number is told in printed characters; matching wants the folded ones.
  private func folded(_ shown: String) -> [Unicode.Scalar] { folding.folded(shown) }

  // MARK: Title

  /// Makes a title up from the body's name, the year and what the text calls itself.
  func deriveTitle(_ masthead: inout Masthead, _ diagnostics: inout [Diagnostic]) {
    guard masthead.title == nil, let year = masthead.year, let region = masthead.region else { return }
    let name = masthead.unit ?? printedName(of: region)
    masthead.title = "\(name)\(year)年\(selfName)"
    masthead.titleDerived = true
    diagnostics.append(
      Diagnostic(
        .note, code: "title-derived",
        message:
          "the text has no title; one was made up from place, year and first sentences; `title:` in the front matter sets another"
      ))
  }

  /// The region's name in the script of the page, if the page prints it.
  private func printedName(of region: Region) -> String {
    let name = Array(region.name.unicodeScalars)
    for line in parts.body {
      let folded = text.folded(line)
      if let at = folded.firstIndex(of: name) { return text.shown[at..<(at + name.count)].string }
    }
    return region.name
  }

  /// `现将2024年法治政府建设情况报告如下`: what the report calls itself.
  private var selfName: String {
    for line in parts.body.prefix(8) {
      let folded = text.folded(line)
      guard let start = folded.firstIndex(of: Array("现将")),
        let end = folded[start...].prefix(80).indices.first(where: {
          folded.starts(at: $0, with: Array("如下"))
        }),
        let subject = Words.subject.words.compactMap({ folded[start..<end].firstIndex(of: $0) }).min()
      else { continue }
      let phrase = text.shown[subject..<end].string
      if LineKind.endsLikeTitle(folded[subject..<end]), phrase.unicodeScalars.count <= 30 { return phrase }
    }
    return ScriptReader.script(of: text) == .hant ? "法治政府建設情況報告" : "法治政府建设情况报告"
  }
}

extension ReportingLevel {
  init(_ level: DivisionLevel) {
    switch level {
    case .province: self = .province
    case .prefecture: self = .prefecture
    case .county: self = .county
    }
  }
}
