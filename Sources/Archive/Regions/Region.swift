/// The three levels of the division table.
public enum DivisionLevel: String, Sendable, Comparable, CaseIterable {
  case province, prefecture, county

  public static func < (left: DivisionLevel, right: DivisionLevel) -> Bool { left.depth < right.depth }
  /// 0 for a province, 2 for a county.
  public var depth: Int {
    switch self {
    case .province: 0
    case .prefecture: 1
    case .county: 2
    }
  }
}

/// The division a report is about, as it was called and placed in the year the report covers.
public struct Region: Hashable, Sendable {
  /// A division on the way from the province down, the region itself last.
  public struct Step: Hashable, Sendable {
    public let adcode: Adcode
    public let name: String

    public init(adcode: Adcode, name: String) {
      self.adcode = adcode
      self.name = name
    }
  }

  public let level: DivisionLevel
  /// Never empty: province first, the region itself last.
  public let path: [Step]

  public init(level: DivisionLevel, path: [Step]) {
    precondition(!path.isEmpty, "a region's path holds at least the region itself")
    self.level = level
    self.path = path
  }

  public var adcode: Adcode { path[path.count - 1].adcode }
  public var name: String { path[path.count - 1].name }
}
