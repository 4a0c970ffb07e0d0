import Archive

/// Every address of the site, and the one place that turns addresses into paths and links.
public enum Route: Hashable, Sendable {
  case home, notFound, coverage, checks
  case metrics, topics, laws
  case metric(String)
  /// A metric's values in one division and below, where one page cannot hold them all.
  case metricRegion(String, Adcode)
  /// A metric's values in one year.
  case metricData(String, Int)
  /// A topic's or a law's page, or the part of it for one year where one page cannot hold them all.
  case topic(String, YearPart?)
  case law(String, YearPart?)
  case checksPart(YearPart)
  case report(String)
  case reportMarkdown(String)
  case reportData(String)
  case region(Adcode)
  case year(Int)
  case free(String)
  /// An output path that is known already, such as that of a style sheet.
  case file(String)

  /// Slugs that free pages cannot have, because the site's own pages stand there.
  public static let reservedSlugs: Set<String> = ["index", "404", "coverage", "checks", "search"]

  /// Path below the output folder, with `/` and without a leading one.
  public var path: String {
    let (folder, name, ending) = place
    return folder + name + ending
  }

  /// The folder, with a `/` behind it or empty for the top, the file's name in it, and what that ends in.
  var place: (folder: String, name: String, ending: String) {
    switch self {
    case .home: ("", "index", ".html")
    case .notFound: ("", "404", ".html")
    case .coverage: ("", "coverage", ".html")
    case .checks: ("", "checks", ".html")
    case .metrics: ("metrics/", "index", ".html")
    case .topics: ("topics/", "index", ".html")
    case .laws: ("laws/", "index", ".html")
    case .metric(let id): ("metrics/", Route.plainName(id), ".html")
    case .metricRegion(let id, let adcode): ("metrics/", "\(Route.plainName(id))-\(adcode)", ".html")
    case .metricData(let id, let year): ("data/metrics/\(Route.plainName(id))/", String(year), ".csv")
    case .topic(let id, nil): ("topics/", Route.plainName(id), ".html")
    case .topic(let id, let part?): ("topics/", Route.plainName(id) + part.suffix, ".html")
    case .law(let name, nil): ("laws/", Route.fileName(name), ".html")
    case .law(let name, let part?): ("laws/", "\(Route.fileName(name)).\(part.name)", ".html")
    case .checksPart(let part): ("checks/", part.name, ".html")
    case .report(let id): ("reports/", Route.fileName(id), ".html")
    case .reportMarkdown(let id): ("reports/", Route.fileName(id), ".md")
    case .reportData(let id): ("reports/", Route.fileName(id), ".json")
    case .region(let adcode): ("regions/", adcode.description, ".html")
    case .year(let year): ("years/", String(year), ".html")
    case .free(let slug): ("", Route.fileName(slug), ".html")
    case .file(let path): ("", path, "")
    }
  }

  /// The link from one page to another, both given by their output paths: `../regions/410203.html`.
  /// Names a file always, so that the site works from a disk, at a domain's root and under any prefix.
  public static func relative(from page: String, to target: String) -> String {
    let slash = UInt8(ascii: "/")
    var here = Array(page.utf8)[...]
    var there = Array(target.utf8)[...]
    while let end = here.firstIndex(of: slash), let other = there.firstIndex(of: slash),
      here[..<end] == there[..<other]
    {
      here = here[(end + 1)...]
      there = there[(other + 1)...]
    }
    var link: [UInt8] = []
    link.reserveCapacity(there.count + 8)
    for byte in here where byte == slash { link += "../".utf8 }
    for byte in there {
      if byte == slash { link.append(byte) } else { encode(byte, into: &link) }
    }
    return String(decoding: link, as: UTF8.self)
  }

  /// An id as one file name. Ids are checked when they are read; this makes sure that even `../x` cannot
  /// leave the folder, and keeps different ids apart: every byte it changes becomes `~` and two hex digits.
  static func fileName(_ id: String) -> String {
    if isPlain(id) { return id }
    var name: [UInt8] = []
    for (offset, byte) in id.utf8.enumerated() {
      let plain = isWordByte(byte) || byte >= 0x80 || (byte == UInt8(ascii: ".") && offset > 0)
      if plain { name.append(byte) } else { name += [UInt8(ascii: "~")] + hex(byte) }
    }
    return name.isEmpty ? "~" : String(decoding: name, as: UTF8.self)
  }

  /// The same without hyphens, which part a name from what is said about it, and never the name of an index.
  static func plainName(_ id: String) -> String {
    if id == "index" { return "~index" }
    let name = fileName(id)
    let hasHyphen = name.utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: "-")) } ?? true
    guard hasHyphen else { return name }
    return name.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "~2D")
  }

  /// Letters, digits and `-_.` without a dot at the front: a file name and a link as it stands, as most names are.
  static func isPlain(_ name: String) -> Bool {
    let plain = name.utf8.withContiguousStorageIfAvailable { bytes in
      guard let first = bytes.first, first != UInt8(ascii: ".") else { return false }
      return bytes.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: ".") }
    }
    return plain ?? false
  }

  static func percentEncoded(_ name: String) -> String {
    if isPlain(name) { return name }
    var bytes: [UInt8] = []
    for byte in name.utf8 { encode(byte, into: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encode(_ byte: UInt8, into link: inout [UInt8]) {
    let plain = isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "~")
    if plain { link.append(byte) } else { link += [UInt8(ascii: "%")] + hex(byte) }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}

/// Links as seen from one page.
struct Linker: Sendable {
  /// The page's own output path.
  let page: String
  private let folder: String
  /// The page belongs to the first edition, beside whose pages the files of all editions stand.
  private let isAtTop: Bool
  /// From the page's folder to the top of its edition: empty or `../`.
  private let up: String

  /// - Parameter edition: the folder of the page's edition, empty or with a `/` behind it.
  init(_ route: Route, in edition: String = "") {
    page = edition + route.path
    folder = route.place.folder
    up = folder.isEmpty ? "" : "../"
    isAtTop = edition.isEmpty
  }

  func href(_ route: Route) -> String {
    // A path that is given whole, and folders below a folder.
    switch route {
    case .file, .metricData: return Route.relative(from: page, to: route.path)
    case .reportMarkdown where !isAtTop, .reportData where !isAtTop:
      return Route.relative(from: page, to: route.path)
    default: break
    }
    let (there, name, ending) = route.place
    let encoded = Route.percentEncoded(name) + ending
    return there == folder ? encoded : up + there + encoded
  }

  /// The page itself in another edition.
  func href(_ route: Route, in edition: String) -> String {
    Route.relative(from: page, to: edition + route.path)
  }

  /// A link to a numbered place of a page: `410203-2019.html#q7`.
  func href(_ route: Route, _ anchor: String) -> String {
    var href = href(route)
    href += "#"
    href += anchor
    return href
  }
}
