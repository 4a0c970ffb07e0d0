import Archive

/// Reads titles, issuers and units: passages that name the reporter in a few words.
struct HeadReading {
  /// What the passages name together, by code; empty when nothing.
  var candidates: [Adcode] = []
  /// The chain that named it, for messages.
  var chain: NameChain?
  var line: Int?
  /// Named only by an everyday word, `东区`, without its parent's name.
  var isGuarded: Bool { chain.map { $0.form == .guarded && $0.length == 1 } ?? false }

  private static let citing: ScalarWords = [
    "落实《", "贯彻《", "落实", "贯彻", "转发", "根据", "按照", "根据《", "按照《",
  ]
  private static let provincial: ScalarWords = ["自治区", "省委", "省政府", "省人民", "省直"]
  private static let subjectMarks: ScalarWords = [
    "20", "二〇", "二○", "年", "法治", "依法", "人民政府", "关于", "司法",
  ]

  /// The first passage that fits what the text calls its place decides; a later one only when it names a
  /// division below the first's.
  init(_ passages: [RegionEvidence.Passage], view: YearView, selfWords: SelfWords?) {
    var readings: [HeadReading] = []
    for passage in passages {
      guard let chain = HeadReading.subject(of: passage.text, view) else { continue }
      readings.append(HeadReading(candidates: chain.candidates, chain: chain, line: passage.line))
    }
    let fitting = readings.first { reading in
      reading.candidates.contains { selfWords?.fits($0, view) == true }
    }
    guard var best = fitting ?? readings.first else { return }
    for reading in readings {
      let below = reading.candidates.filter { code in best.candidates.contains { view.isAbove($0, code) } }
      if !below.isEmpty, best.candidates.count == 1 {
        guard below.contains(where: { selfWords?.fits($0, view) != false }) else { continue }
        best = HeadReading(candidates: below, chain: reading.chain, line: reading.line)
      } else if reading.candidates.count < best.candidates.count,
        reading.candidates.allSatisfy(best.candidates.contains)
      {
        // The same name, told apart in another wording of the title.
        best = reading
      }
    }
    self = best
  }

  private init(candidates: [Adcode], chain: NameChain?, line: Int?) {
    self.candidates = candidates
    self.chain = chain
    self.line = line
  }

  private static func subject(of text: [Unicode.Scalar], _ view: YearView) -> NameChain? {
    let chains = view.chains(in: text, isHead: true).filter { !citing.end(text, before: $0.range.lowerBound) }
    guard var subject = chains.first else { return nil }
    // A site's name glued to the title: 河南省人民政府门户网站开封市2020年...
    for chain in chains.dropFirst() where subjectMarks.begin(text, at: chain.range.upperBound) {
      let below = chain.candidates.filter { code in subject.candidates.contains { view.isAbove($0, code) } }
      if below.isEmpty { continue }
      subject = chain
      subject.candidates = below
    }
    return subject
  }

  /// The level that a head states without a name: `省卫生健康委`, `自治区党委`, `市司法局关于...`.
  static func bareLevel(_ passages: [RegionEvidence.Passage], _ view: YearView) -> Unicode.Scalar? {
    for passage in passages {
      // 市北区人民政府 names its place.
      if !view.chains(in: passage.text, isHead: true).isEmpty { continue }
      var start = 0
      for opener in [ScalarWord](["关于", "中共"]) where opener.begins(passage.text, at: 0) {
        start = opener.scalars.count
      }
      if HeadReading.provincial.begin(passage.text, at: start) {
        return "省"
      }
      guard start + 2 < passage.text.count, passage.text[start + 1].isHan else { continue }
      let offices: [Unicode.Scalar] = ["厅", "局", "委", "府", "办", "院"]
      let level = passage.text[start]
      if (["省", "市", "县", "区", "州", "旗"] as [Unicode.Scalar]).contains(level),
        passage.text[(start + 1)..<min(start + 12, passage.text.count)].contains(where: offices.contains)
      {
        return level
      }
    }
    return nil
  }
}
