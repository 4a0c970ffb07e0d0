import Testing

@testable import Serving

@Suite struct ContentTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"), ("site.12345678.css", "text/css; charset=utf-8"),
    ("a.js", "text/javascript; charset=utf-8"), ("a.json", "application/json; charset=utf-8"),
    ("a.md", "text/markdown; charset=utf-8"), ("a.csv", "text/csv; charset=utf-8"),
    ("a.txt", "text/plain; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"),
    ("sitemap.xml", "application/xml; charset=utf-8"), ("feed.atom", "application/atom+xml; charset=utf-8"),
    ("a.pdf", "application/pdf"), ("a.woff2", "font/woff2"), ("A.PNG", "image/png"),
    ("a.sqlite", "application/vnd.sqlite3"), ("a.html.gz", "application/gzip"),
    ("LICENSE", "application/octet-stream"), ("a.", "application/octet-stream"),
    ("a.exe", "application/octet-stream"),
  ])
  func comesFromTheName(name: String, header: String) {
    #expect(ContentType(fileName: name).header == header)
  }
}

@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, .whole), ("bytes=0-3", .part(0..<4)), ("bytes=4-", .part(4..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=9-9", .part(9..<10)), ("bytes=0-99", .part(0..<10)), ("bytes=-99", .part(0..<10)),
      ("BYTES = 1-2", .whole), ("Bytes=1-2", .part(1..<3)), ("bytes= 1 - 2", .part(1..<3)),
      ("bytes=10-", .unsatisfiable), ("bytes=10-11", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=0-99999999999999999999", .part(0..<10)),
      ("bytes=3-1", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=1", .whole),
      ("bytes=", .whole),
      ("lines=0-3", .whole), ("bytes=0-1,4-5", .whole), ("bytes=--5", .whole), ("bytes=+1-2", .whole),
      ("", .whole),
    ] as [(String?, ByteRange)])
  func reads(header: String?, range: ByteRange) { #expect(ByteRange(header, size: 10) == range) }

  @Test func findsNothingInAnEmptyFile() {
    #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
    #expect(ByteRange(nil, size: 0) == .whole)
  }
}

@Suite struct ValidatorsTests {
  let validators = Validators(tag: "\"abc\"", modified: 784_111_777)

  @Test func writesDatesAsHTTPDoes() {
    #expect(validators.lastModified == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(0) == "Thu, 01 Jan 1970 00:00:00 GMT")
  }

  @Test(
    arguments: [
      ("\"abc\"", nil, true), ("W/\"abc\"", nil, true), ("\"x\", \"abc\"", nil, true), ("*", nil, true),
      ("\"x\"", nil, false), ("abc", nil, false), (nil, nil, false),
      (nil, "Sun, 06 Nov 1994 08:49:37 GMT", true),
      (nil, "Sun, 06 Nov 1994 08:49:38 GMT", false), ("\"x\"", "Sun, 06 Nov 1994 08:49:37 GMT", false),
    ] as [(String?, String?, Bool)])
  func knowWhatIsHeld(noneMatch: String?, since: String?, isHeld: Bool) {
    #expect(validators.match(noneMatch: noneMatch, modifiedSince: since) == isHeld)
  }

  @Test(
    arguments: [
      (nil, true), ("\"abc\"", true), ("W/\"abc\"", false), ("\"x\"", false),
      ("Sun, 06 Nov 1994 08:49:37 GMT", true),
      ("Mon, 07 Nov 1994 08:49:37 GMT", false),
    ] as [(String?, Bool)])
  func knowWhatARangeContinues(ifRange: String?, isSame: Bool) {
    #expect(validators.allowRange(ifRange: ifRange) == isSame)
  }

  @Test(arguments: [
    (["assets", "site.1a2b3c4d.css"], true), (["assets", "fonts", "a.0123456789abcdef.woff2"], true),
    (["assets", "site.css"], false), (["assets", "site.min.css"], false),
    (["assets", "site.1A2B3C4D.css"], false),
    (["assets", "1a2b3c4d.css"], false), (["site.1a2b3c4d.css"], false),
    (["reports", "a.1a2b3c4d.css"], false),
  ])
  func onlyFingerprintsLastForEver(names: [String], isFingerprint: Bool) {
    #expect(Fingerprint.isIn(names) == isFingerprint)
  }
}
