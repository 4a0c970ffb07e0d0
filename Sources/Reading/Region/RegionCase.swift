import Archive

/// One report's evidence, weighed: what each kind of it says, in order of trust.
struct RegionCase {
  let evidence: RegionEvidence
  let view: YearView
  let selfWords: SelfWords
  /// The addressee's division: the level above, as a rule.
  let above: [Adcode]
  let body: BodyReading
  let path: PathEvidence
  let context: RegionContext

  struct Finding {
    var candidates: [Adcode]
    var basis: RegionBasis
    var line: Int?
    /// The name that was read, when it was one.
    var entry: Int?
    /// Without its parent's name before it.
    var isAlone = true
    var isGuarded = false
  }

  init(_ evidence: RegionEvidence, view: YearView, pinyin: PinyinIndex) {
    self.evidence = evidence
    self.view = view
    var selfWords = SelfWords(evidence.body)
    selfWords.hear(
      title: HeadReading.bareLevel(evidence.titles, view),
      issuer: HeadReading.bareLevel(evidence.issuers + evidence.units, view))
    selfWords.hearOpening(of: evidence.body)
    self.selfWords = selfWords
    above = HeadReading(evidence.addressees, view: view, selfWords: nil).candidates
    body = BodyReading(evidence, above: above, selfWords: selfWords, view: view)
    path = PathEvidence(evidence.path, view: view, pinyin: pinyin)
    context = RegionContext(evidence, body: body, path: path, view: view)
  }

  /// What the titles say, when they name one division beyond doubt; nil when other evidence has a say.
  static func byTitle(
    _ evidence: RegionEvidence, view: YearView, pinyin: PinyinIndex
  ) -> RegionResolution? {
    guard let found = finding(HeadReading(evidence.titles, view: view, selfWords: nil), .title),
      found.candidates.count == 1, !found.isGuarded, pastBearers(of: found, view).isEmpty
    else { return nil }
    return resolution(
      found, view: view, path: PathEvidence(evidence.path, view: view, pinyin: pinyin))
  }

  /// - Parameter finding: of one division.
  private static func resolution(
    _ finding: Finding, view: YearView, path: PathEvidence
  ) -> RegionResolution {
    RegionResolution(
      outcome: view.region(finding.candidates[0]).map { .resolved($0, basis: finding.basis) } ?? .unknown,
      diagnostics: RegionMessages.notes(on: finding, path: path, view: view))
  }

  func resolution() -> RegionResolution {
    var open: Finding?
    var everyday: Finding?
    for find in [title, issuer, text, filePath, indexNumber, source, chrome, host, addressee] {
      guard var finding = find() else { continue }
      widen(&finding)
      if finding.isGuarded {
        everyday = everyday ?? finding
        if finding.candidates.count == 1, !context.speaks(for: finding.candidates[0]) { continue }
      }
      if finding.candidates.count > 1 { finding.candidates = context.narrow(finding.candidates) }
      if finding.candidates.count == 1 {
        return RegionCase.resolution(finding, view: view, path: path)
      }
      open = open ?? finding
      // What the title leaves open nothing weaker may close: it has been heard as context already.
      if finding.basis == .title || finding.basis == .issuer || finding.basis == .unit { break }
    }
    if open == nil, let code = everydayName() {
      return RegionCase.resolution(Finding(candidates: [code], basis: .body), view: view, path: path)
    }
    guard let open else {
      return RegionResolution(
        outcome: .unknown, diagnostics: [RegionMessages.unknown(above: above, everyday: everyday, view)])
    }
    let regions = open.candidates.compactMap(view.region)
    return RegionResolution(
      outcome: .ambiguous(regions), diagnostics: [RegionMessages.ambiguous(regions, line: open.line)])
  }

  /// A name that another division of the level bore until lately means that one when the surroundings say so:
  /// 桥东区 of 邢台, which had been renamed.
  private func widen(_ finding: inout Finding) {
    let past = RegionCase.pastBearers(of: finding, view)
    if past.isEmpty { return }
    let narrowed = context.narrowByAncestors((finding.candidates + past).sorted())
    if narrowed.count == 1 { finding.candidates = narrowed }
  }

  private static func pastBearers(of finding: Finding, _ view: YearView) -> [Adcode] {
    guard let entry = finding.entry, finding.isAlone else { return [] }
    let levels = Set(finding.candidates.compactMap { view.region($0)?.level })
    let parents = Set(finding.candidates.map(view.parent))
    return view.pastCandidates(entry).filter { code in
      // 南宁地区, whose heir stands beside 南宁市, can never be told apart this way.
      !parents.contains(view.parent(code)) && view.region(code).map { levels.contains($0.level) } ?? false
    }
  }

  private func title() -> Finding? {
    RegionCase.finding(HeadReading(evidence.titles, view: view, selfWords: nil), .title)
  }

  private func issuer() -> Finding? {
    let both = HeadReading(evidence.issuers + evidence.units, view: view, selfWords: selfWords)
    let issuers = HeadReading(evidence.issuers, view: view, selfWords: selfWords)
    guard var finding = RegionCase.finding(both, issuers.candidates == both.candidates ? .issuer : .unit)
    else {
      return nil
    }
    climb(&finding)
    // 发布机构 may be the portal's host: a county that prints the region's report, a city that prints a
    // district's.
    if finding.candidates.count == 1, selfWords.fits(finding.candidates[0], view) == false,
      let first = body.ranking.first, case let named = context.narrow(first.candidates), named.count == 1,
      selfWords.fits(named[0], view) == true,
      first.score >= (isRelated(named[0], finding.candidates[0]) ? 1 : 2) * BodyReading.threshold
    {
      return text()
    }
    return finding
  }

  private func text() -> Finding? {
    guard let first = body.ranking.first, first.score >= BodyReading.threshold else { return nil }
    var finding = Finding(candidates: first.candidates, basis: first.basis)
    for rival in body.ranking.dropFirst() where rival.score * BodyReading.lead > first.score {
      let isKin = first.candidates.contains { one in
        rival.candidates.contains { $0 == one || isRelated($0, one) }
      }
      if !isKin { finding.candidates += rival.candidates }
    }
    finding.candidates = Array(Set(finding.candidates)).sorted()
    descend(&finding)
    climb(&finding)
    return finding
  }

  /// A district cites its city's and province's ordinances: the text's own name below them is the reporter's.
  private func descend(_ finding: inout Finding) {
    guard finding.basis == .citedTitle, finding.candidates.count == 1, let upper = finding.candidates.first,
      selfWords.fits(upper, view) != true
    else { return }
    for rival in body.ranking where rival.basis == .body && rival.score >= 1 {
      let below = context.narrow(rival.candidates)
      guard below.count == 1, view.isAbove(upper, below[0]) else { continue }
      finding.candidates = below
      finding.basis = .body
      return
    }
  }

  private static let organs: ScalarWords = ["人民政府", "政府", "区委", "委、"]

  /// 城区政府, 郊区人民政府: a division whose name is a common word, told by its organ and by the city named around it.
  private func everydayName() -> Adcode? {
    for name in ["城区", "郊区", "矿区", "东区", "西区"] {
      let scalars = Array(name.unicodeScalars)
      let isNamed = evidence.body.indices.contains { index in
        evidence.body[index] == scalars[0] && evidence.body[index...].starts(with: scalars)
          && (index == 0 || !evidence.body[index - 1].isHan)
          && RegionCase.organs.begin(evidence.body, at: index + 2)
      }
      guard isNamed else { continue }
      let held = view.gazetteer.divisions(named: name).compactMap { view.standing(for: $0.adcode) }
      let candidates = context.narrow(Array(Set(held)).sorted())
      if candidates.count == 1, context.speaks(for: candidates[0]) { return candidates[0] }
    }
    return nil
  }

  /// A folder named after a province holds reports from all over it: what calls itself 我县 is not the province.
  private func filePath() -> Finding? {
    if path.isHost { return nil }
    let codes = path.candidates.filter { code in
      selfWords.fits(code, view) != false || view.region(code)?.level != .province
    }
    return codes.isEmpty ? nil : Finding(candidates: codes, basis: .path)
  }

  private func indexNumber() -> Finding? {
    let codes = evidence.indexNumbers.flatMap { PathEvidence.codes(in: $0.text, insideNumbers: true) }
      .compactMap(view.standing)
    return weak(Finding(candidates: Array(Set(codes)).sorted(), basis: .indexNumber))
  }

  private func source() -> Finding? {
    RegionCase.finding(HeadReading(evidence.sources, view: view, selfWords: selfWords), .source).flatMap(weak)
  }

  /// Links to other portals and neighbouring articles stand there too: only when all names lead to one place.
  private func chrome() -> Finding? {
    var named: Set<Adcode> = []
    for passage in evidence.chrome {
      for chain in view.chains(in: passage.text, isHead: true) {
        let codes = context.narrow(chain.candidates)
        if codes.count == 1 { named.formUnion(codes) }
      }
    }
    let lowest = named.filter { code in !named.contains { view.isAbove(code, $0) } }
    guard let finding = weak(Finding(candidates: lowest.sorted(), basis: .chrome)),
      finding.candidates.count == 1
    else { return nil }
    return finding
  }

  private func host() -> Finding? {
    path.isHost ? weak(Finding(candidates: path.candidates, basis: .path)) : nil
  }

  /// Only an office or a township writes to its own division.
  private func addressee() -> Finding? {
    guard !evidence.units.isEmpty || selfWords.isUnit else { return nil }
    return RegionCase.finding(HeadReading(evidence.addressees, view: view, selfWords: nil), .addressee)
  }

  private static func finding(_ reading: HeadReading, _ basis: RegionBasis) -> Finding? {
    if reading.candidates.isEmpty { return nil }
    return Finding(
      candidates: reading.candidates, basis: basis, line: reading.line, entry: reading.chain?.entry,
      isAlone: reading.chain?.length == 1,
      isGuarded: reading.isGuarded)
  }

  /// Evidence that often names the host counts only where it does not contradict the text.
  private func weak(_ finding: Finding) -> Finding? {
    var finding = finding
    climb(&finding)
    let isUnit = !evidence.units.isEmpty || selfWords.isUnit
    finding.candidates = finding.candidates.filter { code in
      selfWords.fits(code, view) != false && (isUnit || !above.contains(code))
    }
    return finding.candidates.isEmpty ? nil : finding
  }

  /// 自治区 in a title that names none: the province of whatever the rest names.
  private func climb(_ finding: inout Finding) {
    guard selfWords.isProvince else { return }
    let provinces = finding.candidates.compactMap { view.region($0)?.path.first?.adcode }
    finding.candidates = Array(Set(provinces)).sorted()
  }

  private func isRelated(_ one: Adcode, _ other: Adcode) -> Bool {
    view.isAbove(one, other) || view.isAbove(other, one)
  }
}
