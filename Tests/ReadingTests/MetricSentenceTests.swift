import Testing

@testable import Reading

/// Sentences of our own in the wording of many offices, each number with the metric it must get or none.
@Suite struct MetricSentenceTests {
  @Test(arguments: ["sentences", "sentences-2"]) func sentencesGetTheirMetrics(file: String) {
    var right = 0
    var wrong: [String] = []
    var given = 0
    var wanted = 0
    for sentence in MetricSamples.sentences(file) {
      for (mark, metric) in zip(sentence.marks, MetricSamples.assigned(sentence)) {
        if metric != nil { given += 1 }
        if mark.metric != nil { wanted += 1 }
        if mark.metric == metric {
          if metric != nil { right += 1 }
        } else {
          wrong.append(
            "\(mark.text) in \(sentence.text): \(metric ?? "none") instead of \(mark.metric ?? "none")")
        }
      }
    }
    print("metrics of own sentences, \(file): \(right) right of \(given) given and \(wanted) wanted")
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }
}
