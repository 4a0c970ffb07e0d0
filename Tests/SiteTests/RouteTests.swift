import Archive
import Testing

@testable import Site

@Suite struct RouteTests {
  @Test(arguments: [
    ("index.html", "index.html", "index.html"),
    ("index.html", "reports/a.html", "reports/a.html"),
    ("reports/a.html", "index.html", "../index.html"),
    ("reports/a.html", "reports/b.html", "b.html"),
    ("reports/a.html", "regions/410203.html", "../regions/410203.html"),
    ("a/b/c.html", "a/d.html", "../d.html"),
    ("a/b/c.html", "a/b/c/d.html", "c/d.html"),
    ("index.html", "关于.html", "%E5%85%B3%E4%BA%8E.html"),
    ("index.html", "a b.html", "a%20b.html"),
  ])
  func relativeLinks(from: String, to: String, link: String) {
    #expect(Route.relative(from: from, to: to) == link)
  }

  @Test(arguments: [
    ("410203-2019", "reports/410203-2019.html"),
    ("../../etc/passwd", "reports/~2E.~2F..~2Fetc~2Fpasswd.html"),
    ("a/b", "reports/a~2Fb.html"),
    ("a~2Fb", "reports/a~7E2Fb.html"),
    ("", "reports/~.html"),
    ("a\u{0}\"<", "reports/a~00~22~3C.html"),
  ])
  func anIdStaysInItsFolder(id: String, path: String) {
    #expect(Route.report(id).path == path)
  }
}

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("http://www.example.org", "http://www.example.org"),
    ("HTTPS://Example.org:8080/a/b.html?x=1&y=%20#z", "HTTPS://Example.org:8080/a/b.html?x=1&y=%20#z"),
    ("https://example.org/文", "https://example.org/%E6%96%87"),
    ("https://example.org/[a]\"<>", "https://example.org/%5Ba%5D%22%3C%3E"),
    ("https://example.org/100%", "https://example.org/100%25"),
    ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
  ])
  func webAddresses(text: String, href: String) {
    #expect(WebAddress(text)?.href == href)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt://example.org/%0aalert(1)", "data:text/html,x",
    "file:///etc/passwd",
    "//example.org", "www.example.org", "http://", "http:///x", "http://a b/", "https://user@example.org/",
    "https://example.org/ 见附件", "https://例子.org/", "https://example..org/", "https://example.org:port/",
    " https://example.org/", "https://example.org/\u{7}",
  ])
  func whatIsNotAWebAddress(text: String) {
    #expect(WebAddress(text) == nil)
  }
}
