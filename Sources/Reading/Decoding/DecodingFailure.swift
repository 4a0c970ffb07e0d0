/// Why a file's bytes are no text.
public enum DecodingFailure: Error, Hashable, Sendable {
  /// No bytes, or nothing but a byte order mark and white space.
  case empty
  /// Both in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// `offset` is that of the first byte that no text file holds.
  case binary(offset: Int)
  /// `offset` is that of the first byte of the first sequence that the encoding does not have.
  case undecodable(TextEncoding, offset: Int)
}
