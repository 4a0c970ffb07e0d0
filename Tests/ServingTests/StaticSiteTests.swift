import Foundation
import Testing

@testable import Serving

@Suite struct StaticSiteTests {
  let folder: TemporaryFolder
  let outside: TemporaryFolder
  let site: StaticSite

  init() throws {
    outside = try TemporaryFolder(["secret.txt": "secret", "index.html": "<body>secret</body>"])
    folder = try TemporaryFolder([
      "index.html": "<html><head><title>Home</title></head><body><p>home</p></body></html>",
      "404.html": "<html><head><link href=\"assets/a.css\"></head><body>no such page</body></html>",
      "regions/index.html": "<body>regions</body>", "regions/1.html": "<body>one</body>",
      "data/a.csv": "0123456789",
      "assets/site.1a2b3c4d.css": "p {}", ".annals/record": "secret", "reports/.hidden.html": "secret",
      "empty.txt": "",
    ])
    try folder.make("bare")
    try folder.link("link.txt", to: "\(outside.path)/secret.txt")
    try folder.link("way", to: outside.path)
    try folder.link("inside.csv", to: "data/a.csv")
    mkfifo("\(folder.path)/pipe.txt", 0o600)
    site = StaticSite(
      folder: ServedFolder(path: folder.path), address: try ListenAddress("localhost"), news: BuildNews())
  }

  private func ask(_ path: String, method: String = "GET", _ headers: [String: String] = [:]) -> Answer {
    site.answer(
      Request(
        method: method, path: path, headers: headers.merging(["host": "localhost:1"]) { given, _ in given }))
  }

  private func text(_ answer: Answer) -> String {
    switch answer.body {
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
    case .file(let file, let range):
      String(decoding: file.read(from: range.lowerBound, count: range.count) ?? [], as: UTF8.self)
    case .stream: "stream"
    }
  }

  @Test(arguments: [
    ("/", "home"), ("/index.html", "home"), ("/regions/", "regions"), ("/regions/1.html", "one"),
    ("/data/a.csv", "0123456789"), ("/assets/site.1a2b3c4d.css", "p {}"), ("/empty.txt", ""),
  ])
  func servesFiles(path: String, part: String) {
    let answer = ask(path)
    #expect(answer.status == .ok)
    #expect(text(answer).contains(part) || part.isEmpty && text(answer).isEmpty)
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    #expect(answer.headers["Content-Length"] == String(text(answer).utf8.count))
  }

  @Test(arguments: [
    "/none.html", "/none/at/all.html", "/.annals/record", "/reports/.hidden.html", "/link.txt", "/inside.csv",
    "/way/secret.txt", "/way/", "/way", "/bare/", "/bare", "/index.html/", "/index.html/x", "/pipe.txt",
    "/data",
  ])
  func hasNoPageAt(path: String) {
    let answer = ask(path)
    #expect(answer.status == .notFound)
    #expect(text(answer).contains("no such page"))
    #expect(!text(answer).contains("secret"))
  }

  @Test(arguments: [
    "/../secret.txt", "/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt", "/regions/..%5c..%5csecret.txt",
    "/%c0%ae%c0%ae/secret.txt", "/a%00.html", "//evil.example/",
  ])
  func refuses(path: String) { #expect(ask(path).status == .badRequest) }

  @Test func namesNotFoundPagesFromTheRoot() {
    #expect(text(ask("/a/b/c.html")).contains("<head><base href=\"/\">"))
    #expect(text(ask("/a/")).contains("<base href=\"/\">"))
    #expect(!text(ask("/a.html")).contains("<base"))
  }

  @Test func redirectsFoldersToASlash() throws {
    var answer = ask("/regions")
    #expect(answer.status == .found)
    #expect(answer.headers["Location"] == "/regions/")
    answer = site.answer(Request(path: "/regions", query: "q=1", headers: ["host": "localhost"]))
    #expect(answer.headers["Location"] == "/regions/?q=1")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get"])
  func answersOnlyGetAndHead(method: String) {
    let answer = ask("/index.html", method: method)
    #expect(answer.status == .methodNotAllowed)
    #expect(answer.headers["Allow"] == "GET, HEAD")
  }

  @Test func answersOnlyForThisMachine() {
    #expect(ask("/", ["host": "evil.example"]).status == .misdirected)
    #expect(site.answer(Request(path: "/")).status == .misdirected)
  }

  @Test func saysTheSameToHead() {
    for path in ["/", "/data/a.csv", "/none.html"] {
      let (whole, head) = (ask(path), ask(path, method: "HEAD"))
      #expect(head.status == whole.status)
      #expect(head.headers == whole.headers)
      #expect(text(head).isEmpty)
    }
  }

  @Test func cachesOnlyWhatNeverChanges() {
    #expect(ask("/").headers["Cache-Control"] == "no-cache")
    #expect(ask("/data/a.csv").headers["Cache-Control"] == "no-cache")
    #expect(ask("/none.html").headers["Cache-Control"] == "no-cache")
    #expect(
      ask("/assets/site.1a2b3c4d.css").headers["Cache-Control"] == "public, max-age=31536000, immutable")
  }

  @Test(arguments: ["/", "/data/a.csv"])
  func knowsWhatTheBrowserHas(path: String) throws {
    let first = ask(path)
    let tag = try #require(first.headers["ETag"])
    let second = ask(path, ["if-none-match": tag])
    #expect(second.status == .notModified)
    #expect(text(second).isEmpty)
    #expect(second.headers["ETag"] == tag)
    #expect(
      ask(path, ["if-modified-since": try #require(first.headers["Last-Modified"])]).status == .notModified)
    // Publishing puts a new file in place of the old, here with the same bytes.
    try folder.write("new", text(first))
    try folder.move("new", to: path == "/" ? "index.html" : "data/a.csv")
    #expect(ask(path, ["if-none-match": tag]).status == .ok)
  }

  @Test func sendsParts() throws {
    let tag = try #require(ask("/data/a.csv").headers["ETag"])
    let answer = ask("/data/a.csv", ["range": "bytes=2-4", "if-range": tag])
    #expect(answer.status == .partialContent)
    #expect(text(answer) == "234")
    #expect(answer.headers["Content-Range"] == "bytes 2-4/10")
    #expect(answer.headers["Content-Length"] == "3")
    #expect(text(ask("/data/a.csv", ["range": "bytes=2-4", "if-range": "\"old\""])) == "0123456789")
    let none = ask("/data/a.csv", ["range": "bytes=10-"])
    #expect(none.status == .rangeNotSatisfiable)
    #expect(none.headers["Content-Range"] == "bytes */10")
    // A page's parts are those of the page as served.
    let page = text(ask("/"))
    #expect(text(ask("/", ["range": "bytes=-20"])) == String(page.suffix(20)))
  }

  @Test func servesItsScriptAndNothingBesides() throws {
    let tag = try #require(ask("/").headers["ETag"])
    #expect(text(ask("/")).contains("<script src=\"/_annals/reload.js\" data-version=\(tag)></script>"))
    #expect(text(ask("/_annals/reload.js")).contains("EventSource"))
    #expect(ask("/_annals/reload.js").headers["Content-Type"] == "text/javascript; charset=utf-8")
    #expect(ask("/_annals/events").headers["Content-Type"] == "text/event-stream")
    #expect(ask("/_annals/other").status == .notFound)
    #expect(!text(ask("/data/a.csv")).contains("script"))
    #expect(
      try String(contentsOfFile: "\(folder.path)/index.html", encoding: .utf8).contains("script") == false)
  }

  @Test func servesAFolderThatIsMissing() throws {
    let missing = StaticSite(
      folder: ServedFolder(path: "\(folder.path)/no"), address: try ListenAddress("localhost"),
      news: BuildNews())
    let answer = missing.answer(Request(path: "/", headers: ["host": "localhost"]))
    #expect(answer.status == .notFound)
    // A page opened before the first build finds out about it.
    #expect(text(answer).contains("/_annals/reload.js"))
  }
}
