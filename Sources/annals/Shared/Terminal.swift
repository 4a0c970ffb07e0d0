import Glibc

/// Where words go: results to standard output, messages and progress to standard error.
enum Terminal {
  static func error(_ text: String) { write(text + "\n", to: 2) }

  /// Ends with one line end, whether the bytes have it or not. Results that are lost end the command.
  static func result(_ bytes: [UInt8]) {
    var bytes = bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    guard let code = write(bytes, to: 1) else { return }
    let cause = String(cString: strerror(code))
    error("standard output: error: cannot write it: \(cause); mend that and try again")
    Glibc.exit(ExitStatus.cannotReadOrWrite.rawValue)
  }

  static func result(_ text: String) { result(Array(text.utf8)) }

  /// Ends the command at once.
  static func leave(_ status: Int32) -> Never { Glibc.exit(status) }

  /// Standard error is a person's screen, which an updating line suits.
  static var isInteractive: Bool { isatty(2) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb" }

  /// Replaces the progress line; an empty text takes it away.
  static func progress(_ text: String) { write("\r\u{1B}[K" + text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    _ = write(Array(text.utf8), to: descriptor)
  }

  /// The number of the error, nil when all is written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var position = 0
    while position < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + position, bytes.count - position)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      position += count
    }
    return nil
  }
}
