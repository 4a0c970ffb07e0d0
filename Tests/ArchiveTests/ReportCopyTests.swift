import Archive
import Testing

/// Copies of a report share what they hold until one of them is changed.
@Suite struct ReportCopyTests {
  private static let quantity = Quantity(
    text: "3件", value: Amount(3), unit: "件", place: TextPlace(textBlock: 0, range: 0..<4, line: 1),
    sentence: 0..<4)

  @Test func aChangeIsTheCopysOwn() {
    var masthead = Masthead()
    masthead.title = "甲"
    let first = Report(id: "410000-2020", file: "a.txt", masthead: masthead, body: [1])
    var second = first
    second.masthead.title = "乙"
    second.quantities.append(ReportCopyTests.quantity)
    second.body.append(2)
    second.id = nil
    var third = second
    third.quantities[0].unit = "人"
    #expect(first.masthead.title == "甲" && first.id == "410000-2020")
    #expect(first.quantities.isEmpty && first.body == [1])
    #expect(second.masthead.title == "乙" && second.id == nil && second.body == [1, 2])
    #expect(second.quantities == [ReportCopyTests.quantity])
    #expect(third.quantities.map(\.unit) == ["人"])
  }

  /// A list that was copied at each change would take minutes.
  @Test func listsGrowInPlace() {
    var report = Report(id: nil, file: "a.txt", masthead: Masthead())
    for number in 0..<100_000 {
      report.quantities.append(ReportCopyTests.quantity)
      report.quantities[number].year = number
    }
    #expect(report.quantities.last?.year == 99_999)
  }
}
