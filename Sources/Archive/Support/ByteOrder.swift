import Glibc

/// The order of texts by their bytes in UTF-8: the same on every machine, and the one that lists and files go by.
/// `String`'s own `<` normalises first and is slower.
public enum ByteOrder {
  public static func precedes(_ left: String, _ right: String) -> Bool {
    let isLess = left.utf8.withContiguousStorageIfAvailable { one in
      right.utf8.withContiguousStorageIfAvailable { other in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else {
          return one.count < other.count
        }
        let order = memcmp(start, otherStart, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
      }
    }
    return (isLess ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Numbers by the texts that stand for them. Most texts differ in their first sixteen bytes, which are compared as
  /// two numbers.
  static func sorted(_ numbers: [Int], by text: (Int) -> String) -> [Int] {
    let keys = numbers.map { number in
      let text = text(number)
      var (first, second) = (UInt64(0), UInt64(0))
      for (place, byte) in text.utf8.prefix(16).enumerated() {
        if place < 8 {
          first |= UInt64(byte) << UInt64(56 - 8 * place)
        } else {
          second |= UInt64(byte) << UInt64(120 - 8 * place)
        }
      }
      return (first: first, second: second, text: text, number: number)
    }
    return keys.indices.sorted { left, right in
      if keys[left].first != keys[right].first { return keys[left].first < keys[right].first }
      if keys[left].second != keys[right].second { return keys[left].second < keys[right].second }
      return precedes(keys[left].text, keys[right].text)
    }.map { keys[$0].number }
  }
}
