import Archive

extension CheckFinder {
  private static let review: WordList = "行政复议"
  private static let correcting: WordList = "纠正 纠错 撤销 变更"

  /// A part that cannot be more than its whole, when both are counts of the same year and scope.
  private static let order: [(part: String, whole: String, why: String)] = [
    ("admin_reconsideration_accepted", "admin_reconsideration_received", "受理数多于收到的申请数"),
    ("admin_reconsideration_corrected", "admin_reconsideration_concluded", "纠错数多于审结数"),
    ("admin_litigation_lost", "admin_litigation_concluded", "败诉数多于审结数"),
    ("disputes_mediated_success", "disputes_mediated", "调解成功数多于调解总数"),
    ("admin_mediation_success", "admin_mediation_cases", "行政调解成功数多于行政调解总数"),
    ("legal_adviser_litigation_cases", "admin_litigation_cases", "法律顾问参与的行政诉讼多于全部应诉案件"),
  ]

  func orderChecks() -> [Check] {
    CheckFinder.order.compactMap { part, whole, why in
      guard let other = only(whole), let one = only(part) ?? worded(as: part) else { return nil }
      let (small, large) = (quantities[one], quantities[other])
      // 2.6万 need not be more than 25,800.
      guard let least = count(one)?.range.lowerBound, let most = count(other)?.range.upperBound, least > most,
        small.unit == large.unit || Set([small.unit, large.unit]).isSubset(of: ["件", "起", "宗", "例"]),
        small.scope == large.scope || small.scope == nil || large.scope == nil, small.period == large.period
      else { return nil }
      return Check(
        kind: .contradiction, holds: false, stated: small.value, computed: large.value,
        quantities: [one, other].sorted(),
        note: "\(why)（\(small.value)与\(large.value)）；可能含上年结转、同案多项或口径不同，原文未说明。",
        line: small.place.line)
    }
  }

  /// One quantity told twice with different values: the same metric, unit and subject in two sentences.
  func repeatChecks() -> [Check] {
    var found: [Check] = []
    for (_, all) in byMetric.sorted(by: { $0.value[0] < $1.value[0] }) where all.count > 1 {
      repeats(among: all.filter { isPlain($0) && quantities[$0].period == .year }, &found)
    }
    return found
  }

  private func repeats(among all: [Int], _ found: inout [Check]) {
    for (position, index) in all.enumerated().dropFirst() {
      let quantity = quantities[index]
      let earlier = all[..<position].first { before in
        quantities[before].unit == quantity.unit && quantities[before].subject == quantity.subject
          && quantities[before].scope == quantity.scope && !quantity.subject.isEmpty
      }
      guard let before = earlier else { continue }
      guard !mayBeOne(before, index), !isSameSentence(before, index) else { continue }
      found.append(
        Check(
          kind: .contradiction, holds: false, stated: quantities[before].value, computed: quantity.value,
          quantities: [before, index],
          note: "同一事项前后数值不同（\(quantities[before].value)与\(quantity.value)）；可能范围或截止时间不同，原文未说明。",
          line: quantity.place.line))
    }
  }

  /// The one value of a metric in the report; nil when it is told more than once, since scopes then differ.
  private func only(_ metric: String) -> Int? {
    let all = (byMetric[metric] ?? []).filter(isPlain)
    return all.count == 1 ? all[0] : nil
  }

  /// 通过行政复议纠正…2件, which names acts and not cases and so has no metric, still cannot exceed the cases.
  private func worded(as metric: String) -> Int? {
    guard metric == "admin_reconsideration_corrected" else { return nil }
    let all = quantities.indices.filter { index in
      guard isPlain(index), quantities[index].metric == nil, quantities[index].unit == "件" else {
        return false
      }
      let clause = clause(before: index)
      return clause.contains(any: CheckFinder.review) && clause.contains(any: CheckFinder.correcting)
    }
    return all.count == 1 ? all[0] : nil
  }
}
