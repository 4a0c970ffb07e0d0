/// A six-digit code of GB/T 2260, such as 410203.
public struct Adcode: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int

  /// Nil unless the text is exactly six ASCII digits, the first not 0.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), number >= 100_000
    else { return nil }
    self.number = number
  }

  /// Nil unless the number has six digits.
  public init?(number: Int) {
    guard (100_000...999_999).contains(number) else { return nil }
    self.number = number
  }

  public var description: String { String(number) }

  /// The code of the province that the first two digits name.
  public var provinceNumber: Int { number / 10_000 * 10_000 }

  public static func < (left: Adcode, right: Adcode) -> Bool { left.number < right.number }
}
