import Archive

/// What one file of the site has and refers to.
struct PageScan: Sendable {
  /// A reference to an id, to be looked up when all files have been scanned.
  struct Anchor: Hashable, Sendable {
    var file: Int32
    /// As in the URL: percent-encoded, perhaps.
    var fragment: String
    var line: Int32
  }

  var findings: [Finding] = []
  var ids: Set<String> = []
  var anchors: [Anchor] = []
  /// The files referred to, other than itself.
  var targets: Set<Int32> = []
  var links = 0
  var outside = 0

  private let listing: SiteListing
  private let number: Int32
  private let folder: [Substring]
  private var file: String { listing.files[Int(number)] }

  enum Language { case html, svg, css }

  /// Nil for files that are not looked into: their links, if any, are not a browser's business.
  static func language(of path: String) -> Language? {
    let name = path.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return .html }
    if name.hasSuffix(".css") { return .css }
    return name.hasSuffix(".svg") ? .svg : nil
  }

  init(_ bytes: [UInt8], _ language: Language, number: Int32, in listing: SiteListing) {
    self.listing = listing
    self.number = number
    folder = listing.files[Int(number)].split(separator: "/").dropLast()
    switch language {
    case .css: for found in StyleScanner.urls(in: bytes) { take(found) }
    case .html, .svg: scanTags(TagScanner(bytes, isXML: language == .svg))
    }
  }

  private mutating func scanTags(_ scanner: TagScanner) {
    var scanner = scanner
    let bytes = scanner.bytes
    while let token = scanner.next() {
      switch token {
      case .style(let range, let line):
        for found in StyleScanner.urls(in: Array(bytes[range]), line: line) { take(found) }
      case .tag(let tag):
        if tag.isEnd { continue }
        takeNames(of: tag, bytes)
        for reference in Reference.all(in: tag, of: bytes) { take(reference) }
      }
    }
  }

  private mutating func takeNames(of tag: TagScanner.Tag, _ bytes: [UInt8]) {
    for attribute in tag.attributes {
      switch attribute.name {
      case "id":
        let id = CharacterReferences.decoded(bytes[attribute.value])
        if !ids.insert(id).inserted {
          report(
            "id-duplicate", attribute.line,
            "the id \(Finding.quoted(id)) stands twice in the page; rename one")
        }
      case "name" where tag.name == "a": ids.insert(CharacterReferences.decoded(bytes[attribute.value]))
      case "href" where tag.name == "base":
        report("base", attribute.line, "<base> moves every link of the page; remove it")
      default: break
      }
    }
  }

  private mutating func take(_ found: StyleScanner.Found) {
    // An empty `url()` asks for nothing.
    if !found.url.isEmpty { take(Reference(url: found.url, use: .load, line: found.line)) }
  }

  private mutating func take(_ reference: Reference) {
    links += 1
    // Only a message needs it: quoting every URL would take longer than following it.
    var url: String { Finding.quoted(reference.url) }
    switch Destination(reference.url, in: folder) {
    case .file(let path, let fragment): take(path, fragment, reference)
    case .here(let fragment):
      if let fragment {
        anchor(number, fragment, reference.line)
      } else if reference.use == .load {
        report("link-empty", reference.line, "an empty URL asks for the page itself; remove it")
      }
    case .outside:
      switch reference.use {
      case .link: outside += 1
      case .load:
        report(
          "request-outside", reference.line, "\(url) is fetched from another site; keep the file in the site")
      case .form:
        report("request-outside", reference.line, "\(url) sends a form to another site; link to it instead")
      }
    case .inline:
      if reference.use != .load {
        report("link-scheme", reference.line, "\(url) is data, which browsers do not open; link to a file")
      }
    case .fault(let fault):
      let (code, what) = PageScan.words(fault, isFetched: reference.use != .link)
      report(code, reference.line, "\(url) \(what)")
    }
  }

  private mutating func take(_ path: String, _ fragment: String?, _ reference: Reference) {
    var url: String { Finding.quoted(reference.url) }
    if let target = listing.number(of: path) {
      if target != number { targets.insert(target) }
      if let fragment, PageScan.language(of: path) != .css { anchor(target, fragment, reference.line) }
    } else if listing.isFolder(path) {
      let index = path.isEmpty ? "index.html" : path + "/index.html"
      report("link-folder", reference.line, "\(url) names a folder; name a file in it, such as '\(index)'")
    } else if let near = listing.nearMiss(path) {
      report(
        "link-case", reference.line,
        "\(url) differs from \(Finding.quoted(near)) in case; write it as the file is named")
    } else {
      report(
        "link-missing", reference.line,
        "\(url) leads to no file; correct it or publish \(Finding.quoted(path))")
    }
  }

  private mutating func anchor(_ target: Int32, _ fragment: String, _ line: Int) {
    // `#` and `#top` are the top of every page; `:~:text=` is the browser's.
    let fragment = fragment.range(before: ":~:")
    let language = PageScan.language(of: listing.files[Int(target)])
    guard !fragment.isEmpty, fragment.lowercased() != "top", language == .html || language == .svg else {
      return
    }
    anchors.append(Anchor(file: target, fragment: fragment, line: Int32(clamping: line)))
  }

  private mutating func report(_ code: String, _ line: Int, _ message: String) {
    findings.append(Finding(file: file, Diagnostic(.error, code: code, line: line, message: message)))
  }

  private static func words(_ fault: Destination.Fault, isFetched: Bool) -> (code: String, what: String) {
    switch fault {
    case .rootAbsolute:
      ("link-root", "starts at the server's root, where the site may not be; write it relative to the page")
    case .schemeless:
      isFetched
        ? ("request-outside", "is fetched from another site; keep the file in the site")
        : ("link-schemeless", "names another site without a scheme; begin it with https:")
    case .leadsOut: ("link-leads-out", "leads out of the site's folder; correct it")
    case .backslash: ("link-backslash", "has a backslash; write / between folders")
    case .scheme("file"): ("link-file", "leads to one computer's disk; write it relative to the page")
    case .scheme("javascript"), .scheme("vbscript"): ("link-script", "is a script, not a link; remove it")
    case .scheme: ("link-scheme", "has a scheme that browsers do not open; correct it")
    }
  }
}

extension String {
  /// What stands before the first `mark`, or everything.
  fileprivate func range(before mark: StaticString) -> String {
    let bytes = Array(utf8)
    let count = mark.utf8CodeUnitCount
    guard bytes.count >= count else { return self }
    for start in 0...(bytes.count - count) {
      if (0..<count).allSatisfy({ bytes[start + $0] == mark.utf8Start[$0] }) {
        return String(decoding: bytes[..<start], as: UTF8.self)
      }
    }
    return self
  }
}
