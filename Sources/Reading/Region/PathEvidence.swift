import Archive

/// What a file's path says about its place: codes, names in characters or in pinyin, host names.
struct PathEvidence {
  /// By code; empty when the path names nothing, several when it does not decide.
  private(set) var candidates: [Adcode] = []
  /// Known only from a host name, `www.lanzhou.gov.cn`, which is the portal's and not always the report's.
  private(set) var isHost = false

  init(_ path: String, view: YearView, pinyin: PinyinIndex) {
    let scalars = Array(path.unicodeScalars)
    // A code is what a curator wrote on purpose; the last one is the nearest to the file.
    if let code = PathEvidence.codes(in: scalars).compactMap(view.standing).last {
      candidates = [code]
      return
    }
    for part in scalars.split(separator: "/") {
      let part = Array(part)
      for chain in view.chains(in: part, isHead: true) { narrow(to: chain.candidates, view) }
      if candidates.isEmpty || !part.contains(where: \.isHan) { readPinyin(part, view, pinyin) }
    }
  }

  private mutating func narrow(to named: [Adcode], _ view: YearView) {
    let below = named.filter { code in candidates.contains { view.isAbove($0, code) } }
    if !below.isEmpty {
      candidates = below
    } else if candidates.isEmpty || !named.contains(where: candidates.contains) {
      // A later name that does not fit under the earlier ones: a sorted-in file, 2020年/兰州市/陇南市.txt.
      candidates = named
    }
  }

  private mutating func readPinyin(_ part: [Unicode.Scalar], _ view: YearView, _ pinyin: PinyinIndex) {
    for word in part.split(whereSeparator: { !$0.isLetter }) {
      // 1096501f862bbe09.txt: shorter than any name.
      if word.count < PinyinIndex.shortest, word.allSatisfy(\.isASCII) { continue }
      let (exact, loose) = pinyin.divisions(String(String.UnicodeScalarView(word)).lowercased())
      let all = standing(exact + loose, view)
      let below = all.filter { code in candidates.contains { view.isAbove($0, code) } }
      if !below.isEmpty {
        candidates = below
      } else if candidates.isEmpty, !all.isEmpty {
        candidates = exact.isEmpty ? all : standing(exact, view)
        isHost = PathEvidence.isHost(part)
      }
    }
  }

  private func standing(_ codes: [Adcode], _ view: YearView) -> [Adcode] {
    Array(Set(codes.compactMap { view.standing(for: $0) })).sorted()
  }

  private static func isHost(_ part: [Unicode.Scalar]) -> Bool {
    let gov: ScalarWord = ".gov.cn"
    return part.indices.contains { gov.begins(part, at: $0) }
  }

  /// Runs of exactly six digits that no letter touches; with `insideNumbers` also the code inside a credit
  /// code or an old index number, `11370784...`.
  static func codes(in text: [Unicode.Scalar], insideNumbers: Bool = false) -> [Adcode] {
    var codes: [Adcode] = []
    var start = 0
    while start < text.count {
      guard text[start].isDigit else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex { !$0.isDigit } ?? text.count
      let run = String(String.UnicodeScalarView(text[start..<end]))
      let isTouched = (start > 0 && text[start - 1].isLetter) || (end < text.count && text[end].isLetter)
      if run.utf8.count == 6, !isTouched, let code = Adcode(run) {
        codes.append(code)
      } else if insideNumbers, run.utf8.count >= 10, ["11", "12", "13"].contains(run.prefix(2)),
        let code = Adcode(run.dropFirst(2).prefix(6))
      {
        codes.append(code)
      }
      start = end
    }
    return codes
  }
}

/// Divisions by the toneless pinyin of their short names, with and without the level's syllable.
struct PinyinIndex: Sendable {
  private var exact: [String: [Adcode]] = [:]
  private var stems: [String: [Adcode]] = [:]
  /// Shorter names are not looked for; in bytes.
  static let shortest = 4
  private static let levels = ["sheng", "shi", "xian", "qu", "zhou", "qi", "meng"]

  init(gazetteer: Gazetteer) {
    for division in gazetteer.divisions where division.pinyin.utf8.count >= PinyinIndex.shortest {
      PinyinIndex.add(division.pinyin, division.adcode, to: &exact)
      if let stem = PinyinIndex.stem(division.pinyin) {
        PinyinIndex.add(stem, division.adcode, to: &stems)
      }
    }
  }

  /// Codes of any time whose pinyin is the word, `chaoyang` of 朝阳市; `loose` ones are alike but for the
  /// level's syllable, `chaoyangqu` of 朝阳区. Empty for a word that is no division's name.
  func divisions(_ word: String) -> (exact: [Adcode], loose: [Adcode]) {
    let named = exact[word] ?? []
    var loose = stems[word] ?? []
    if let stem = PinyinIndex.stem(word) { loose += exact[stem] ?? [] }
    return (named, loose)
  }

  private static func add(_ pinyin: String, _ code: Adcode, to codes: inout [String: [Adcode]]) {
    if codes[pinyin]?.last != code { codes[pinyin, default: []].append(code) }
  }

  private static func stem(_ pinyin: String) -> String? {
    guard let level = levels.first(where: { pinyin.hasSuffix($0) && pinyin.utf8.count >= $0.utf8.count + 5 })
    else { return nil }
    return String(pinyin.dropLast(level.utf8.count))
  }
}
