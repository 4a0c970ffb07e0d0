import Foundation
import Synchronization
import Testing

@testable import Serving

/// A server on a free port, with a build that does what the test says.
final class RunningServer: Sendable {
  let port: UInt16
  let task: Task<ServingError?, Never>

  init(
    _ folder: TemporaryFolder, watching: [String] = [],
    rebuild: @escaping @Sendable (ChangedPaths) async -> BuildOutcome = { _ in .built(changed: []) }
  ) async throws {
    let server = try SiteServer(folder: folder.path, port: 0)
    let (addresses, address) = AsyncStream.makeStream(of: String.self)
    task = Task {
      do throws(ServingError) {
        try await server.run(
          watching: watching, message: { _ in }, ready: { address.yield($0) }, rebuild: rebuild)
        return nil
      } catch {
        return error
      }
    }
    // `http://127.0.0.1:43211/`
    let line = await addresses.first { _ in true }
    port = try #require(line?.split(separator: ":").last.flatMap { UInt16($0.dropLast()) })
  }

  deinit { task.cancel() }
}

@Suite(.timeLimit(.minutes(2))) struct SiteServerTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder([
      "index.html": "<body>home</body>", "data/a.csv": "0123456789",
      "404.html": "<head></head><body>none</body>",
    ])
  }

  @Test func answersOneRequestAfterAnother() async throws {
    let server = try await RunningServer(folder)
    let client = try Client(port: server.port)
    let home = try await client.request("/")
    #expect(home.status == 200)
    #expect(home.headers["content-type"] == "text/html; charset=utf-8")
    #expect(home.headers["date"]?.hasSuffix("GMT") == true)
    #expect(try await client.request("/data/a.csv").text == "0123456789")
    let head = try await client.request("/data/a.csv", method: "HEAD")
    #expect(head.headers["content-length"] == "10")
    #expect(head.body.isEmpty)
    let part = try await client.request("/data/a.csv", headers: ["Range": "bytes=2-4"])
    #expect(part.status == 206)
    #expect(part.text == "234")
    let held = try await client.request("/data/a.csv", headers: ["If-None-Match": part.headers["etag"] ?? ""])
    #expect(held.status == 304)
    #expect(try await client.request("/x/y").text.contains("<base href=\"/\">"))
    // The body of a refused request is not taken for the next one.
    let next = "GET /data/a.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
    let refused = try await client.request("/", method: "POST", body: String(repeating: next, count: 60_000))
    #expect(refused.status == 405)
    #expect(try await client.request("/none.html").status == 404)
    #expect(try await client.request("/", headers: ["Host": "evil.example"]).status == 421)
  }

  @Test(arguments: [
    "/../secret", "/..%2fsecret", "/%2e%2e/secret", "/..\\secret", "/%5c..%5csecret", "/%c0%ae%c0%ae/secret",
    "/a%00b",
    "//evil.example/a", "http://localhost/index.html", "/%", "*",
  ])
  func refuses(path: String) async throws {
    let server = try await RunningServer(folder)
    let answer = try await Client(port: server.port).request(path)
    #expect(answer.status == 400)
  }

  @Test(arguments: [
    "\r\n\r\n", "GET\r\n\r\n", "\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
  ])
  func survivesNoise(noise: String) async throws {
    let server = try await RunningServer(folder)
    let noisy = try Client(port: server.port)
    try await noisy.send(noise)
    #expect(try await Client(port: server.port).request("/").status == 200)
  }

  @Test func streamsBigFiles() async throws {
    let size = 400_000_000
    try folder.write("big.pdf", "")
    // Takes no place on the disk, and none in memory while it is made.
    #expect(truncate("\(folder.path)/big.pdf", size) == 0)
    let server = try await RunningServer(folder)
    let before = Self.memory()
    let client = try Client(port: server.port)
    try await client.send("GET /big.pdf HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    // Read without keeping, so that what grows is the server's.
    var sent = 0
    while sent < size {
      let piece = try await client.read { $0.count >= 1 << 16 }
      guard !piece.isEmpty else { break }
      sent += piece.count
    }
    #expect(sent > size)
    #expect(Self.memory() - before < 200_000_000)
  }

  /// The most memory the process ever had, in bytes.
  private static func memory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
  }

  @Test func tellsPagesOfBuilds() async throws {
    let source = try TemporaryFolder(["a.txt": "1"])
    let file = "\(source.path)/a.txt"
    let server = try await RunningServer(folder, watching: [source.path]) { changed in
      if changed.isEverything { return .built(changed: ["index.html"]) }
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      return text == "bad"
        ? .failed(message: "a.txt:1: error: \"bad\" </script>\nand more")
        : .built(changed: ["assets/a.css", "a.html"])
    }
    let page = try Client(port: server.port)
    try await page.send("GET /_annals/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    func event(_ part: String) async throws -> String {
      let bytes = try await page.read { String(decoding: $0, as: UTF8.self).contains(part) }
      return String(decoding: bytes, as: UTF8.self)
    }
    let first = try await event("\"build\":1,\"failure\":null")
    #expect(first.contains("text/event-stream"))
    let began = ContinuousClock.now
    try source.write("a.txt", "bad")
    let failed = try await event("\"failure\":\"a.txt:1: error: \\\"bad\\\" </script>\\nand more\"")
    #expect(failed.contains("event: state"))
    #expect(ContinuousClock.now - began < .seconds(5))
    // One who joins now hears of it too.
    let late = try Client(port: server.port)
    try await late.send("GET /_annals/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try await late.read { String(decoding: $0, as: UTF8.self).contains("a.txt:1: error") }
    try source.write("a.txt", "good")
    #expect(try await event("\"failure\":null").contains("\"changed\":[\"assets/a.css\"]"))
  }

  @Test func buildsAgainAfterChangesDuringABuildAndNeverTwiceAtOnce() async throws {
    let source = try TemporaryFolder(["a.txt": "0"])
    let file = "\(source.path)/a.txt"
    let seen = Mutex((running: 0, most: 0, last: ""))
    let server = try await RunningServer(folder, watching: [source.path]) { _ in
      seen.withLock {
        $0.running += 1
        $0.most = max($0.most, $0.running)
      }
      let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      try? await Task.sleep(for: .milliseconds(150))
      seen.withLock {
        $0.running -= 1
        $0.last = text
      }
      return .built(changed: [])
    }
    for number in 1...20 {
      try source.write("a.txt", "\(number)")
      try await Task.sleep(for: .milliseconds(40))
    }
    for _ in 0..<500 where seen.withLock({ $0.last }) != "20" { try await Task.sleep(for: .milliseconds(20)) }
    #expect(seen.withLock { $0.last } == "20")
    #expect(seen.withLock { $0.most } == 1)
    _ = server
  }

  @Test func saysThatAPortIsTaken() async throws {
    let first = try await RunningServer(folder)
    let second = try SiteServer(folder: folder.path, port: first.port)
    await #expect(throws: ServingError.portTaken(port: first.port)) {
      try await second.run(
        watching: [], message: { _ in }, ready: { _ in }, rebuild: { _ in .built(changed: []) })
    }
    let elsewhere = try SiteServer(folder: folder.path, host: "192.0.2.1", port: 0, allowExposure: true)
    await #expect(throws: ServingError.noSuchAddress(host: "192.0.2.1")) {
      try await elsewhere.run(
        watching: [], message: { _ in }, ready: { _ in }, rebuild: { _ in .built(changed: []) })
    }
  }

  @Test func endsWhenCancelledAndFreesItsPort() async throws {
    let source = try TemporaryFolder()
    let server = try await RunningServer(folder, watching: [source.path])
    let listener = try Client(port: server.port)
    try await listener.send("GET /_annals/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try await listener.read { String(decoding: $0, as: UTF8.self).contains("build") }
    server.task.cancel()
    #expect(await server.task.value == nil)
    // Its page is cut off rather than left waiting.
    _ = try await listener.read { _ in false }
    let again = try SiteServer(folder: folder.path, port: server.port)
    let task = Task {
      try await again.run(
        watching: [], message: { _ in }, ready: { _ in }, rebuild: { _ in .built(changed: []) })
    }
    for _ in 0..<200 where (try? Client(port: server.port)) == nil {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(try await Client(port: server.port).request("/").status == 200)
    task.cancel()
  }
}

@Suite struct BuildNewsTests {
  @Test func forgetsListenersThatAreGone() async {
    let news = BuildNews()
    do {
      let stream = news.listen()
      #expect(stream != nil)
      #expect(news.listenerCount == 1)
    }
    #expect(news.listenerCount == 0)
    var streams: [AsyncStream<[UInt8]>?] = []
    for _ in 0..<BuildNews.mostListeners { streams.append(news.listen()) }
    #expect(news.listen() == nil)
    streams.removeAll()
    #expect(news.listenerCount == 0)
  }

  @Test func namesOnlyWhatPagesDrawIn() async throws {
    let news = BuildNews()
    let stream = try #require(news.listen())
    news.tell(.built(changed: ["a.html", "a.md", "assets/a.css"]))
    news.tell(.built(changed: (0...BuildNews.mostChanges).map { "\($0).png" }))
    var events: [String] = []
    for await event in stream.prefix(3) { events.append(String(decoding: event, as: UTF8.self)) }
    #expect(
      events[0]
        == "retry: 500\n\nevent: state\ndata: {\"build\":0,\"failure\":null,\"changed\":[],\"more\":false}\n\n"
    )
    #expect(events[1].contains("\"changed\":[\"assets/a.css\"],\"more\":false"))
    #expect(events[2].contains("\"more\":true"))
  }
}
