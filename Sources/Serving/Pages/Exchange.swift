/// A request, as far as a site of files cares.
struct Request: Sendable {
  var method = "GET"
  /// Percent-encoded, as it came.
  var path: String
  var query = ""
  /// Names in lower case.
  var headers: [String: String] = [:]

  subscript(header: String) -> String? { headers[header] }
}

/// What is sent back.
struct Answer: Sendable {
  enum Status: Int, Sendable {
    case ok = 200
    case partialContent = 206
    case found = 302
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case uriTooLong = 414
    case rangeNotSatisfiable = 416
    case misdirected = 421
    case serverError = 500
    case unavailable = 503
  }

  enum Body: Sendable {
    case bytes([UInt8])
    case file(OpenFile, Range<Int>)
    /// Parts as they come, without an end known beforehand.
    case stream(AsyncStream<[UInt8]>)

    /// Bytes; nil for a stream.
    var count: Int? {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let range): range.count
      case .stream: nil
      }
    }
  }

  var status: Status
  var headers: [String: String]
  var body: Body

  init(_ status: Status, _ type: ContentType?, _ body: Body) {
    self.status = status
    self.body = body
    headers = [
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      // Pages of other sites may not draw a local archive in.
      "Cross-Origin-Resource-Policy": "same-origin",
    ]
    headers["Content-Type"] = type?.header
    headers["Content-Length"] = body.count.map(String.init)
  }

  /// One line for a person.
  init(_ status: Status, saying line: String) {
    self.init(status, .plainText, .bytes(Array((line + "\n").utf8)))
  }

  /// The same head, and nothing else: an answer to HEAD, and one that says the browser's copy is right.
  func withoutBody(_ status: Status? = nil) -> Answer {
    var answer = self
    answer.body = .bytes([])
    if let status { answer.status = status }
    return answer
  }
}
