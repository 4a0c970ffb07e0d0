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
}
