/// Values of several bodies in one year, and over the years.
///
/// Values are put in order only as far as a question asks for: to sort tens of thousands for one middle value takes ten
/// times as long.
enum Summary {
  /// Nil for fewer than three values, whose middle says nothing.
  static func median(_ values: [Double]) -> Double? {
    var values = values
    return values.count < 3 ? nil : quantile(&values, 0.5)
  }

  /// Between the two nearest values, as spreadsheets do; puts the values, of which there is one at least, into
  /// another order.
  static func quantile(_ values: inout [Double], _ share: Double) -> Double {
    values.withUnsafeMutableBufferPointer { quantile($0, share) }
  }

  static func quantile(_ values: UnsafeMutableBufferPointer<Double>, _ share: Double) -> Double {
    let position = share * Double(values.count - 1)
    let low = Int(position)
    select(low, in: values)
    let least = values[low]
    guard low + 1 < values.count, position > Double(low) else { return least }
    var next = values[low + 1]
    for index in (low + 2)..<max(low + 2, values.count) { next = min(next, values[index]) }
    return least + (next - least) * (position - Double(low))
  }

  /// Puts that value in its place that stands there in order of size, none larger before it and none smaller behind.
  private static func select(_ place: Int, in values: UnsafeMutableBufferPointer<Double>) {
    var (low, high) = (0, values.count - 1)
    // Halving each time takes this many rounds; values made to upset that are sorted.
    var rounds = 2 * (Int.bitWidth - values.count.leadingZeroBitCount)
    while low < high {
      if rounds == 0 {
        var rest = UnsafeMutableBufferPointer(rebasing: values[low...high])
        return rest.sort()
      }
      rounds -= 1
      let pivot = middle(values[low], values[low + (high - low) / 2], values[high])
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          (left, right) = (left + 1, right - 1)
        }
      }
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        return
      }
    }
  }

  private static func middle(_ one: Double, _ two: Double, _ three: Double) -> Double {
    max(min(one, two), min(max(one, two), three))
  }
}
