import FlyingFox
import FlyingSocks

/// Between the server library's requests and responses and ours.
extension Request {
  init(_ request: HTTPRequest) {
    method = request.method.rawValue
    path = request.target.path()
    query = request.target.query()
    for header in request.headers.keys { headers[header.rawValue.lowercased()] = request.headers[header] }
  }
}

extension HTTPResponse {
  init(_ answer: Answer, date: Int) {
    let body =
      switch answer.body {
      case .bytes(let bytes):
        HTTPBodySequence(from: FilePieces(bytes), count: bytes.count, suggestedBufferSize: 1 << 16)
      case .file(let file, let range):
        HTTPBodySequence(from: FilePieces(file, range), count: range.count, suggestedBufferSize: 1 << 16)
      case .stream(let stream): HTTPBodySequence(from: EventPieces(stream: stream))
      }
    self.init(statusCode: answer.status.wire, body: body)
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    headers[.date] = HTTPDate.text(date)
  }
}

extension Answer.Status {
  fileprivate var wire: HTTPStatusCode {
    switch self {
    case .ok: .ok
    case .partialContent: .partialContent
    case .found: .found
    case .notModified: .notModified
    case .badRequest: .badRequest
    case .forbidden: .forbidden
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .uriTooLong: .uriTooLong
    case .rangeNotSatisfiable: .rangeNotSatisfiable
    case .misdirected: .misdirectedRequest
    case .serverError: .internalServerError
    case .unavailable: .serviceUnavailable
    }
  }
}

/// Bytes at hand or a part of a file, piece by piece.
private struct FilePieces: AsyncBufferedSequence {
  typealias Element = UInt8
  /// The file became shorter while it was sent; only closing the connection can tell the browser.
  struct Truncated: Error {}

  fileprivate enum Source: Sendable {
    case bytes([UInt8])
    case file(OpenFile)
  }

  private let source: Source
  private let range: Range<Int>

  init(_ bytes: [UInt8]) { (source, range) = (.bytes(bytes), 0..<bytes.count) }
  init(_ file: OpenFile, _ range: Range<Int>) { (source, self.range) = (.file(file), range) }

  func makeAsyncIterator() -> Iterator { Iterator(source: source, rest: range) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate let source: Source
    fileprivate var rest: Range<Int>

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async throws -> ArraySlice<UInt8>? {
      guard !rest.isEmpty else { return nil }
      let piece = rest.prefix(count)
      let bytes: ArraySlice<UInt8>
      switch source {
      case .bytes(let all): bytes = all[piece.startIndex..<piece.endIndex]
      case .file(let file):
        guard let read = file.read(from: piece.startIndex, count: piece.count), !read.isEmpty else {
          throw Truncated()
        }
        bytes = read[...]
      }
      rest = rest.dropFirst(bytes.count)
      return bytes
    }
  }
}

/// Server-sent events, each sent as soon as it is there.
private struct EventPieces: AsyncBufferedSequence {
  typealias Element = UInt8
  let stream: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(events: stream.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<[UInt8]>.Iterator

    mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? { await events.next() }
  }
}
