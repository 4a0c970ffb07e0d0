import Archive

/// Tells divisions of one name apart by what the report says of their surroundings.
struct RegionContext {
  private struct Support {
    var codes: [Adcode]
    var weight: Double
    /// An abbreviation that several divisions share may still be above one candidate only.
    var isPrefix = false
  }

  private var supports: [Support] = []
  private let view: YearView

  /// Enough to decide: the province in one cited title, or the city named twice in the text.
  static let threshold = 1.4

  init(_ evidence: RegionEvidence, body: BodyReading, path: PathEvidence, view: YearView) {
    self.view = view
    add(evidence.titles, 3)
    add(evidence.issuers, 3)
    add(evidence.units, 3)
    add(evidence.addressees, 3)
    add(evidence.citedTitles, 2)
    add(evidence.sources, 2)
    add(evidence.chrome, 2)
    for passage in evidence.documentNumbers {
      let prefix = DocumentPrefix(passage.text, view: view)
      supports.append(Support(codes: prefix.candidates, weight: prefix.isName ? 3 : 2))
    }
    for passage in evidence.indexNumbers {
      let codes = PathEvidence.codes(in: passage.text, insideNumbers: true).compactMap(view.standing)
      supports.append(Support(codes: codes, weight: 3))
    }
    supports.append(Support(codes: path.candidates, weight: path.isHost ? 1.5 : 4))
    for (code, weight) in body.named { supports.append(Support(codes: [code], weight: weight)) }
    addCitedNumbers(in: evidence.body[...])
  }

  /// Offices cite the documents of the offices above them: 平政〔2019〕8号 stands in reports from below 平顶山.
  private mutating func addCitedNumbers(in text: Scalars) {
    var seen: Set<[Adcode]> = []
    var index = text.startIndex
    while let found = DocumentNumber.first(in: text, from: index) {
      let codes = DocumentPrefix(Array(found.text.unicodeScalars), view: view).candidates
      if !codes.isEmpty, seen.insert(codes).inserted {
        supports.append(Support(codes: codes, weight: RegionContext.threshold, isPrefix: true))
      }
      index = found.range.upperBound
    }
  }

  private mutating func add(_ passages: [RegionEvidence.Passage], _ weight: Double) {
    for passage in passages {
      for chain in view.chains(in: passage.text, isHead: true) {
        supports.append(Support(codes: chain.candidates, weight: weight))
      }
    }
  }

  /// The candidates that the surroundings speak for: one when they decide, all when they say nothing.
  func narrow(_ candidates: [Adcode]) -> [Adcode] {
    select(candidates, candidates.map { score($0, among: candidates.count) })
  }

  /// The same by the divisions above alone, for a name that passed from one division to another: the name
  /// itself, wherever it stands, speaks for its present bearer only by accident.
  func narrowByAncestors(_ candidates: [Adcode]) -> [Adcode] {
    select(candidates, candidates.map { code in supports.reduce(0) { $0 + ancestry($1, code) } })
  }

  /// Whether anything speaks for a division whose name alone says too little.
  func speaks(for code: Adcode) -> Bool { score(code, among: 1) >= RegionContext.threshold }

  private func select(_ candidates: [Adcode], _ scores: [Double]) -> [Adcode] {
    guard let best = scores.max(), best >= RegionContext.threshold else { return candidates }
    return zip(candidates, scores).filter { $0.1 * 2 > best }.map(\.0)
  }

  private func score(_ candidate: Adcode, among count: Int) -> Double {
    let parent = view.parent(candidate)
    var score = 0.0
    for support in supports {
      if support.codes.contains(candidate), !support.isPrefix {
        // The same shared name says nothing; a smaller group does.
        if support.codes.count < count { score += 2 * support.weight / Double(support.codes.count) }
      } else if !support.isPrefix, let parent, let code = support.codes.first, support.codes.count == 1,
        code != parent,
        view.parent(code) == parent
      {
        score += 0.5 * support.weight
      } else {
        score += ancestry(support, candidate)
      }
    }
    return score
  }

  /// What the mention of a division above says for one below it.
  private func ancestry(_ support: Support, _ candidate: Adcode) -> Double {
    if support.isPrefix {
      return support.codes.contains { $0 == view.parent(candidate) || view.isAbove($0, candidate) }
        ? support.weight : 0
    }
    guard support.codes.count == 1, let code = support.codes.first else { return 0 }
    if code == view.parent(candidate) { return support.weight }
    return view.isAbove(code, candidate) ? 0.7 * support.weight : 0
  }
}
