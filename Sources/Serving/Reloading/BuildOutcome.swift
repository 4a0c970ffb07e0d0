/// How a build ended.
public enum BuildOutcome: Hashable, Sendable {
  /// The site is whole; paths in the output folder that were written or removed.
  case built(changed: [String])
  /// The site is as it was; what to show a person, as `file:line: error: ...`, one or more lines.
  case failed(message: String)
}
