import Testing

@testable import Reading

@Suite struct TopicWordMatcherTests {
  static func found(_ words: [String], _ text: String) -> [String] {
    WordMatcher(words.map { Array($0.unicodeScalars) }).matches(in: Array(text.unicodeScalars)[...])
      .map { "\(words[$0.word])@\($0.range.lowerBound)" }
  }

  @Test(arguments: [
    (["执法", "行政执法", "执法监督"], "行政执法监督", ["行政执法@0", "执法@2", "执法监督@2"]),
    (["甲甲", "甲"], "甲甲甲", ["甲@0", "甲甲@0", "甲@1", "甲甲@1", "甲@2"]),
    (["乙丙", "甲乙丁"], "甲乙丙", ["乙丙@1"]),
    (["", "甲"], "乙", []), ([], "甲", []), (["甲"], "", []),
    (["a𠀀", "b"], "a𠀀b", ["b@2"]),
  ])
  func matches(words: [String], text: String, expected: [String]) {
    #expect(Self.found(words, text) == expected)
  }

  /// Against looking for every word at every place.
  @Test func sameAsNaive() {
    var random: UInt64 = 7
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let letters: [Unicode.Scalar] = ["甲", "乙", "丙"]
    for _ in 0..<300 {
      var words: [[Unicode.Scalar]] = []
      for _ in 0..<(1 + next(6)) {
        let word = (0...next(4)).map { _ in letters[next(3)] }
        if !words.contains(word) { words.append(word) }
      }
      let text = (0..<next(30)).map { _ in letters[next(3)] }
      let naive = words.indices.flatMap { word in
        text.indices.filter { text[...].starts(at: $0, with: words[word]) }.map { [$0, word] }
      }
      let found = WordMatcher(words).matches(in: text[...]).map { [$0.range.lowerBound, $0.word] }
      #expect(Set(found) == Set(naive) && found.count == naive.count)
    }
  }
}
