import Testing

@testable import Serving

@Suite struct ServedPageTests {
  private func served(_ page: String, isElsewhere: Bool = false) -> String {
    String(
      decoding: ServedPage(Array(page.utf8), tag: "\"t\"", isElsewhere: isElsewhere).bytes, as: UTF8.self)
  }

  private let script = "<script src=\"/_annals/reload.js\" data-version=\"t\"></script>\n"

  @Test func putsTheScriptAtTheEndOfTheBody() {
    #expect(served("<body>a</body></html>") == "<body>a\(script)</body></html>")
    #expect(served("<BODY>a</BODY>") == "<BODY>a\(script)</BODY>")
    #expect(served("<body><pre>&lt;/body></pre></body>") == "<body><pre>&lt;/body></pre>\(script)</body>")
    #expect(served("<!-- </body> --><body>a</body>") == "<!-- </body> --><body>a\(script)</body>")
    #expect(served("a") == "a" + script)
    #expect(served("") == script)
  }

  @Test func leavesPagesWithoutAHeadAlone() {
    #expect(served("a", isElsewhere: true) == "a" + script)
    #expect(served("<head>", isElsewhere: true) == "<head><base href=\"/\">" + script)
  }

  @Test(
    arguments: [
      ("default-src 'self'", nil), ("script-src 'self'", nil),
      ("default-src 'none'; connect-src 'self'", nil),
      ("default-src *", nil), ("", nil),
      ("default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
      ("default-src 'self'; connect-src 'none'", "default-src 'self'; connect-src 'self'"),
      ("Default-Src 'none' ;", "Default-Src 'none'; connect-src 'self'"),
      ("connect-src https://example.org", "connect-src https://example.org 'self'"),
    ] as [(String, String?)])
  func allowsWhatListeningNeeds(policy: String, relaxed: String?) {
    #expect(ServedPage.relaxed(policy) == relaxed)
    let page = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"></head><body></body>"
    #expect(served(page).contains("content=\"\(relaxed ?? policy)\">"))
  }

  @Test func findsThePolicyHoweverItIsWritten() {
    #expect(
      served("<META CONTENT=\"default-src 'none'\" HTTP-EQUIV=content-security-policy>")
        .contains("CONTENT=\"default-src 'none'; connect-src 'self'\""))
    #expect(served("<meta http-equiv=\"Content-Security-Policy\" content=").hasPrefix("<meta"))
  }
}
