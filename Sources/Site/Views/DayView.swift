import Archive
import Mustache

/// A day in the parts a template needs to write it in the interface's language.
struct DayView: Sendable {
  let day: Day

  init(_ day: Day) { self.day = day }

  static let schema = Schema<DayView>(
    "day",
    [
      .text("iso", "as 2020-04-02") { $0.day.description },
      .number("year", "the year") { $0.day.year },
      .number("month", "the month, 1 to 12") { $0.day.month },
      .number("day", "the day of the month") { $0.day.day },
    ])
}
