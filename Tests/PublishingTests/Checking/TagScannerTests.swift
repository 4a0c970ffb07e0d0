import Testing

@testable import Publishing

@Suite struct TagScannerTests {
  /// Tags as `name attribute=value`, end tags as `/name`, styles as `{text}`, each with its line.
  static func outline(_ text: String, isXML: Bool = false) -> [String] {
    let bytes = Array(text.utf8)
    var scanner = TagScanner(bytes, isXML: isXML)
    var outline: [String] = []
    while let token = scanner.next() {
      switch token {
      case .style(let range, let line):
        outline.append("{\(String(decoding: bytes[range], as: UTF8.self))}@\(line)")
      case .tag(let tag):
        let attributes = tag.attributes.map {
          " \($0.name)=\(CharacterReferences.decoded(bytes[$0.value]))@\($0.line)"
        }
        outline.append((tag.isEnd ? "/" : "") + tag.name + attributes.joined())
      }
    }
    return outline
  }

  @Test(arguments: [
    ("<A HREF='x'>t</A >", ["a href=x@1", "/a"]),
    ("<a/href=x/y z>", ["a href=x/y@1 z=@1"]),
    ("<a\n href\n=\n\"x\"\n>", ["a href=x@4"]),
    ("<a href=x>1<a href='x'\"y\">", ["a href=x@1", "a href=x@1 \"y\"=@1"]),
    ("<p id=a id=b>", ["p id=a@1 id=b@1"]),
    ("<a =x=y>", ["a =x=y@1"]),
    ("<a href=>t", ["a href=@1"]),
    ("<a href=\"x", []), ("<a href", []), ("a < b <3 <> </> <a>", ["a"]),
    ("<title>a <a href=x></title><b>", ["title", "/title", "b"]),
    ("<textarea><a></textArea ><b>", ["textarea", "/textarea", "b"]),
    ("<script>'<a>' </scripty> </script/><b>", ["script", "/script", "b"]),
    ("<style>a\n</style><style>b</style>", ["style", "{a\n}@1", "/style", "style", "{b}@2", "/style"]),
    ("<svg><title/><style/><a></svg><title/><a>", ["svg", "title", "style", "a", "/svg", "title"]),
    ("<!-- <a> --><b><!--><i><!---><u><!-- <a> --!><s><!-- -- > <a>", ["b", "i", "u", "s"]),
    ("<!doctype html><?xml <a>?><!x <a><b>", ["b"]),
    ("<noscript><img src=n></noscript>", ["noscript", "img src=n@1", "/noscript"]),
    (
      "<a title='&lt;a&#x20;&#62;&copy=1&amp;amp;&bogus;&#xFFFFFFF;&'>",
      ["a title=<a >&copy=1&amp;&bogus;&#xFFFFFFF;&@1"]
    ),
  ])
  func scans(_ text: String, _ expected: [String]) {
    #expect(Self.outline(text) == expected)
  }

  @Test func scansXML() {
    #expect(
      Self.outline("<svg><![CDATA[<a>]] ><b>]]]><title><i/></title></svg>", isXML: true)
        == ["svg", "title", "i", "/title", "/svg"])
  }

  @Test(arguments: [
    ("url(a)", ["a@1"]), ("URL( 'a b' )", ["a b@1"]), ("url(\"a\\\"b\")", ["a\"b@1"]),
    ("url(a\\29 b)", ["a)b@1"]),
    ("/* url(a) */ /", []), ("'url(a)' \"url(b)\"", []), ("x\n{ a: url(b) }", ["b@2"]),
    ("@import 'a' screen; @import url(b); @IMPORT \"c\"", ["a@1", "b@1", "c@1"]),
    ("@namespace svg url(http://x); @namespace 'y'; p{a:url(z)}", ["z@1"]),
    ("image-set('a' 1x, url(b) 2x, 'c' type('d'))", ["a@1", "b@1", "c@1"]),
    ("url(", ["@1"]), ("curl(a) my-url(b)", []), ("'open\nurl(a)", ["a@2"]), ("/*", []),
    ("url('a' x) url(b)", ["a@1", "b@1"]),
  ])
  func scansStyles(_ text: String, _ expected: [String]) {
    #expect(StyleScanner.urls(in: Array(text.utf8)).map { "\($0.url)@\($0.line)" } == expected)
  }

  @Test(arguments: [
    ("a, b 2x,c", ["a", "b", "c"]), ("a.png?x=1,2 1x, b 2x", ["a.png?x=1,2", "b"]), ("", []), (" , ", []),
    ("data:,x 1x, b", ["data:,x", "b"]), ("a f(1,2), b", ["a", "b"]),
  ])
  func readsCandidates(_ text: String, _ expected: [String]) throws {
    let bytes = Array("<img srcset='\(text)'>".utf8)
    var scanner = TagScanner(bytes)
    guard case .tag(let tag) = scanner.next() else { throw SystemFailure(code: 0) }
    #expect(Reference.all(in: tag, of: bytes).map(\.url) == expected)
  }
}
