import Archive
import Mustache

/// A day in the parts a template needs to write it in the interface's language.
struct DayView: Sendable {
  let day: Day
  let monthName: String

  init(_ day: Day, _ words: Words) {
    self.day = day
    monthName = words.month(day.month)
  }

  static let schema = Schema<DayView>(
    "day",
    [
      .text("iso", "as 2020-04-02") { $0.day.description },
      .number("year", "the year") { $0.day.year },
      .number("month", "the month, 1 to 12") { $0.day.month },
      .text("monthName", "the month in words") { $0.monthName },
      .number("day", "the day of the month") { $0.day.day },
    ])
}
