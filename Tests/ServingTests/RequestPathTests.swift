import Testing

@testable import Serving

@Suite struct RequestPathTests {
  @Test(
    arguments: [
      ("/", [], true),
      ("/index.html", ["index.html"], false),
      ("/regions/410203.html", ["regions", "410203.html"], false),
      ("/regions/", ["regions"], true),
      ("/%E6%8A%A5%E5%91%8A.html", ["报告.html"], false),
      ("/a%20b+c.txt", ["a b+c.txt"], false),
      ("/a..b/c...html", ["a..b", "c...html"], false),
      // Decoded once: what is left is a name with percent signs, which no file has.
      ("/%252e%252e/etc/passwd", ["%2e%2e", "etc", "passwd"], false),
    ] as [(String, [String], Bool)])
  func namesFilesAndFolders(raw: String, names: [String], asksFolder: Bool) throws {
    let path = try RequestPath(raw)
    #expect(path.names == names)
    #expect(path.asksFolder == asksFolder)
  }

  @Test(arguments: [
    "", "index.html", "http://127.0.0.1/index.html", "*", "/../secret", "/a/../../secret", "/..", "/./a",
    "/a/.",
    "/%2e%2e/secret", "/%2E%2e/secret", "/.%2e/secret", "/%2e", "/..%2fsecret", "/a%2Fb",
    "/a%2f..%2f..%2fsecret",
    "/..%5csecret", "/..\\secret", "/a%5Cb", "/a%00.html", "/%00", "/a%0d%0ab", "/a%7f", "/a%", "/a%2",
    "/a%zz",
    "//example.org/a", "/a//b", "/%c0%ae%c0%ae/secret", "/%e0%80%ae%e0%80%ae/secret", "/%c0%afsecret", "/%ff",
    "/%ed%a0%80", "/%f0%80%80%ae",
  ])
  func refuses(raw: String) {
    #expect(throws: RequestPath.Fault.malformed) { try RequestPath(raw) }
  }

  @Test(arguments: [
    "/.annals/record", "/.git/config", "/a/.hidden", "/%2ehidden", "/..%2e", "/...", "/.well-known/x",
  ])
  func hides(raw: String) {
    #expect(throws: RequestPath.Fault.hidden) { try RequestPath(raw) }
  }

  @Test func refusesLongPaths() {
    let long = "/" + String(repeating: "a", count: RequestPath.limit)
    #expect(throws: RequestPath.Fault.tooLong) { try RequestPath(long) }
  }
}

@Suite struct ListenAddressTests {
  @Test(arguments: [
    ("localhost", "127.0.0.1", true), ("127.0.0.1", "127.0.0.1", true), ("127.8.9.1", "127.8.9.1", true),
    ("::1", "[::1]", true), ("[::1]", "[::1]", true), ("0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]", true),
    ("0.0.0.0", "0.0.0.0", false), ("::", "[::]", false), ("192.168.1.2", "192.168.1.2", false),
    ("::ffff:127.0.0.1", "[::ffff:127.0.0.1]", false), ("fe80::1", "[fe80::1]", false),
  ])
  func takesAddresses(host: String, shown: String, isLoopback: Bool) throws {
    let address = try ListenAddress(host)
    #expect(address.urlHost == shown)
    #expect(address.isLoopback == isLoopback)
    if isLoopback {
      _ = try SiteServer(folder: "x", host: host, port: 0)
    } else {
      #expect(throws: ServingError.exposed(host: host)) { try SiteServer(folder: "x", host: host, port: 0) }
      _ = try SiteServer(folder: "x", host: host, port: 0, allowExposure: true)
    }
  }

  @Test(arguments: [
    "", "example.org", "127.0.0.1:80", "127.1", "0x7f.0.0.1", "[127.0.0.1", "1.2.3.4.5", ":::",
  ])
  func refusesNames(host: String) {
    #expect(throws: ServingError.badHost(host)) { try ListenAddress(host) }
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:8080", true), ("127.0.0.1", true), ("127.0.0.1:1", true),
    ("[::1]:80", true),
    ("[::1]", true), ("evil.example", false), ("evil.example:8080", false), ("localhost.evil.example", false),
    ("127.0.0.1.evil.example", false), ("", false), ("localhost:80:80", false),
    ("localhost@evil.example", false),
    ("[::1", false), ("[::1]evil", false), ("192.168.1.2", false),
  ])
  func knowsItsNames(header: String, isOurs: Bool) throws {
    #expect(try ListenAddress("127.0.0.1").accepts(hostHeader: header) == isOurs)
    #expect(try ListenAddress("0.0.0.0").accepts(hostHeader: header))
  }

  @Test(arguments: [
    (
      ServingError.badHost("x"),
      "serve: error: 'x' is not an address; give a numeric one such as 127.0.0.1 or ::1, or localhost"
    ),
    (
      .exposed(host: "::"),
      "serve: error: :: can be reached from other machines; use 127.0.0.1, or allow it with --expose"
    ),
    (
      .portTaken(port: 80),
      "serve: error: port 80 is in use by another program; stop that one, choose another port, or let --port 0 find one"
    ),
    (
      .portForbidden(port: 80),
      "serve: error: port 80 is reserved for the administrator; choose one from 1024 on"
    ),
    (
      .noSuchAddress(host: "1.2.3.4"),
      "serve: error: this machine does not have the address 1.2.3.4; use 127.0.0.1, or an address of this machine"
    ),
    (
      .system(doing: "listen", code: 24),
      "serve: error: cannot listen: too many open files; raise the limit of open files (ulimit -n)"
    ),
    (.system(doing: "serve", code: nil), "serve: error: cannot serve; mend that and run it again"),
  ])
  func saysWhatIsWrong(error: ServingError, line: String) { #expect(error.rendered == line) }
}
