import Glibc

/// What a browser can ask about: the bytes' tag and the time they changed.
struct Validators: Hashable, Sendable {
  /// With its quotation marks.
  let tag: String
  /// Seconds since 1970.
  let modified: Int

  var lastModified: String { HTTPDate.text(modified) }

  /// Whether a copy that the browser holds is still right; `If-None-Match` decides where both are given.
  func match(noneMatch: String?, modifiedSince: String?) -> Bool {
    if let noneMatch {
      if noneMatch.trimmed == "*" { return true }
      return noneMatch.split(separator: ",").contains { part in
        let held = part.trimmed
        return held == tag || held == "W/" + tag
      }
    }
    return modifiedSince.map { $0.trimmed == lastModified } ?? false
  }

  /// Whether a range continues the bytes that the browser has a part of.
  func allowRange(ifRange: String?) -> Bool {
    guard let held = ifRange?.trimmed else { return true }
    return held == tag || held == lastModified
  }
}

enum HTTPDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`, the same in every locale.
  static func text(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let year = String(Int(parts.tm_year) + 1900)
    return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) "
      + String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
      + " \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return String(text)
  }
}
