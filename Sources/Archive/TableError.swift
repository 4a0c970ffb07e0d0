/// A line of one of the tab-separated vocabulary files that cannot be used.
public struct TableError: Error, Hashable, Sendable {
  /// Name of the file, such as `divisions.tsv`; whoever knows its folder may put it in front.
  public var file: String
  /// 1-based; the header line is line 1.
  public var line: Int
  /// What is wrong; what to do. No full stop.
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }
}
