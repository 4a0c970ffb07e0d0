import Archive
import Testing

@testable import Reading

@Suite struct MetricVocabularyTests {
  /// A sound metric; tests change one line of it.
  static let sound = """
    metrics:
      - id: fines
        zh: 罚款金额
        en: Fines
        unit: 元
        kind: amount
        flow: flow
        tier: common
        topic: enforcement
        direction: none
        units: [元]
        patterns:
          - '罚款{~}{N}'
    """

  static func errors(_ yaml: String) -> [String] {
    do throws(MetricVocabulary.Failure) {
      _ = try MetricVocabulary(yaml: Array(yaml.utf8), file: "metrics.yml", topics: ["enforcement"])
      return []
    } catch {
      return error.errors.map { "\($0.file):\($0.line): \($0.message)" }
    }
  }

  @Test func soundFile() { #expect(Self.errors(Self.sound) == []) }

  @Test(
    arguments: [
      ("    zh: 罚款金额\n", "", "metrics.yml:2: no `zh`; add it to this entry"),
      (
        "    tier: common\n", "    tier: rare\n",
        "metrics.yml:8: `tier` cannot be `rare`; write one of core, common, occasional"
      ),
      (
        "topic: enforcement", "topic: taxes",
        "metrics.yml:9: there is no topic `taxes`; use an id of topics.yml"
      ),
      (
        "units: [元]", "units: [元, 钱]",
        "metrics.yml:11: `钱` is no unit that numbers are read with; write one such as 件, 人次, 元, %"
      ),
      ("unit: 元\n", "unit: 件\n", "metrics.yml:5: the unit `件` is not among `units`; add it there"),
      ("kind: amount", "kind: rate", "metrics.yml:6: rates and only rates are in %; mend `kind` or `units`"),
      (
        "id: fines", "id: Fines",
        "metrics.yml:2: the id `Fines` may hold only a-z, 0-9 and _; it becomes an address"
      ),
      (
        "direction: none", "colour: red\n    direction: none",
        "metrics.yml:10: unknown key `colour`; the keys here are denominator, direction, en, flow, id, kind, need, not, "
          + "not_sentence, numerator, patterns, tier, topic, unit, units, unless, variants, variants_zh, zh"
      ),
      (
        "罚款{~}{N}", "罚款{~}{~}{N}",
        "metrics.yml:13: pattern `罚款{~}{~}{N}`, character 6: two gaps side by side; keep one of them"
      ),
      (
        "罚款{~}{N}'", "罚款{~}{N}'\nbeats:\n  fines: [penalties]",
        "metrics.yml:15: there is no metric `penalties`; mend the id"
      ),
      (
        "罚款{~}{N}'", "罚款{~}{N}'\n    numerator: fines\n    denominator: cases",
        "metrics.yml:15: there is no metric `cases`; add it or mend the id"
      ),
      (
        "罚款{~}{N}'", "罚款{~}{N}'\n    numerator: fines",
        "metrics.yml:2: has only one of numerator and denominator; give both or none"
      ),
    ])
  func faults(old: String, new: String, message: String) {
    guard let range = Self.sound.range(of: old) else {
      return #expect(Bool(false), "\(old) is not in the sample")
    }
    #expect(Self.errors(Self.sound.replacingCharacters(in: range, with: new)) == [message])
  }

  @Test func twoMetricsWithOneId() {
    let twice = Self.sound + "\n" + Self.sound.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(
      Self.errors(twice) == [
        "metrics.yml:14: two metrics are called `fines`, the other on line 2; rename one"
      ])
  }

  @Test(
    arguments: [
      ("审查合同", 1, "{N} is missing; put it where the number stands"),
      ("{N}审查{N}", 6, "{N} stands twice; write one pattern for each number"),
      ("(审查{N}", 4, "a gap inside a group; write one pattern for each choice"),
      ("(审查", 1, "`(` is never closed; add `)`"),
      ("审查){N}", 3, "`)` without `(`; remove it or open the group"),
      ("审|查{N}", 2, "`|` outside a group; put brackets round the choice"),
      ("?审查{N}", 1, "`?` has nothing before it; put it behind a group or a character"),
      ("审查[的]{N}", 3, "`[` is not part of the language; see the head of the file"),
      ("审查{*}{N}", 3, "`{*}` is no mark; use {N} {~} {、} {,} or {-}"),
      ("审查{~999}{N}", 3, "`{~999}` has no usable limit; write 1 to 120 behind the mark"),
      ("审查{~{N}", 3, "`{~{N}` has no usable limit; write 1 to 120 behind the mark"),
      ("审查{N", 3, "`{` is never closed; add `}`"),
      ("{~}审查{N}", 1, "opens with a gap; begin with words or {N}"),
      ("审查{N}{~}", 8, "ends in a gap; end in words or {N}"),
      ("(审查)?{N}", 1, "holds no word that must be there; add one"),
    ])
  func patternsThatCannotCompile(pattern: String, column: Int, message: String) {
    #expect(throws: PatternFault(column: column, message: message)) { try MetricPattern(parsing: pattern) }
  }

  @Test func theProjectsOwnFileIsSound() {
    #expect(MetricSamples.vocabulary.metrics.count == 103)
    #expect(MetricSamples.vocabulary.ratePairs.count == 8)
  }
}
