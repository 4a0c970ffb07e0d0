import Foundation

/// A connection to a server on this machine that sends exactly the bytes it is given.
///
/// Calls block, so they run on threads of their own: the server under test needs those of the tasks.
final class Client: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let socket: Int32
  /// One call at a time.
  private let queue = DispatchQueue(label: "client")

  init(port: UInt16) throws {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let code = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw Failure(description: "cannot connect to \(port)") }
  }

  deinit { close(socket) }

  private func blocking<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws
    -> Result
  {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result(catching: work)) }
    }
  }

  func send(_ text: String) async throws {
    try await blocking { [socket] in
      let bytes = Array(text.utf8)
      guard Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
        throw Failure(description: "cannot send")
      }
    }
  }

  /// Reads until what has come satisfies `isEnough`, or the other end closes.
  func read(until isEnough: @escaping @Sendable ([UInt8]) -> Bool) async throws -> [UInt8] {
    try await blocking { [socket] in
      var all: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while !isEnough(all) {
        let count = recv(socket, &piece, piece.count, 0)
        guard count >= 0 else {
          throw Failure(
            description: "no answer; so far: \(String(decoding: all.prefix(2000), as: UTF8.self))")
        }
        if count == 0 { break }
        all += piece[..<count]
      }
      return all
    }
  }

  struct Response: Sendable {
    let status: Int
    /// Names in lower case.
    let headers: [String: String]
    let body: [UInt8]
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  /// Sends a request and reads one response by its Content-Length.
  func request(
    _ path: String, method: String = "GET", headers: [String: String] = [:], body: String = ""
  ) async throws -> Response {
    var lines = ["\(method) \(path) HTTP/1.1"]
    if headers["Host"] == nil { lines.append("Host: localhost") }
    lines += headers.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value)" }
    if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
    try await send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    let isBodiless = method == "HEAD"
    let bytes = try await read { all in
      guard let end = Self.headEnd(all) else { return false }
      let head = Self.head(all[..<end])
      if isBodiless || head.status == 304 { return true }
      return all.count - end >= Int(head.headers["content-length"] ?? "") ?? .max
    }
    guard let end = Self.headEnd(bytes) else { throw Failure(description: "no head in \(bytes.count) bytes") }
    let head = Self.head(bytes[..<end])
    return Response(status: head.status, headers: head.headers, body: Array(bytes[end...]))
  }

  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index + 3 < bytes.count {
      if bytes[index] == 13, bytes[index + 1] == 10, bytes[index + 2] == 13, bytes[index + 3] == 10 {
        return index + 4
      }
      index += 1
    }
    return nil
  }

  private static func head(_ bytes: ArraySlice<UInt8>) -> (status: Int, headers: [String: String]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(
        in: .whitespaces)
    }
    return (status, headers)
  }
}
