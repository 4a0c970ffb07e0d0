/// What a file's name says about its bytes.
struct ContentType: Hashable, Sendable {
  let header: String

  static let html = ContentType("html")
  static let javaScript = ContentType("js")
  static let plainText = ContentType("txt")

  /// - Parameter ending: what follows the last dot of the name, in any case.
  init(_ ending: some StringProtocol) {
    let (type, isText) = Self.type(ending.lowercased())
    header = isText ? type + "; charset=utf-8" : type
  }

  init(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      self.init("")
      return
    }
    self.init(fileName[fileName.utf8.index(after: dot)...])
  }

  private static func type(_ ending: String) -> (type: String, isText: Bool) {
    switch ending {
    case "html", "htm": ("text/html", true)
    case "css": ("text/css", true)
    case "js", "mjs": ("text/javascript", true)
    case "json", "map": ("application/json", true)
    case "jsonl", "ndjson": ("application/jsonl", true)
    case "geojson": ("application/geo+json", true)
    case "jsonld": ("application/ld+json", true)
    case "webmanifest": ("application/manifest+json", true)
    case "md": ("text/markdown", true)
    case "csv": ("text/csv", true)
    case "tsv": ("text/tab-separated-values", true)
    case "txt": ("text/plain", true)
    case "yml", "yaml": ("application/yaml", true)
    case "xml": ("application/xml", true)
    case "atom": ("application/atom+xml", true)
    case "rss": ("application/rss+xml", true)
    case "svg": ("image/svg+xml", true)
    case "png": ("image/png", false)
    case "jpg", "jpeg": ("image/jpeg", false)
    case "gif": ("image/gif", false)
    case "webp": ("image/webp", false)
    case "avif": ("image/avif", false)
    case "ico": ("image/x-icon", false)
    case "woff2": ("font/woff2", false)
    case "woff": ("font/woff", false)
    case "ttf": ("font/ttf", false)
    case "otf": ("font/otf", false)
    case "pdf": ("application/pdf", false)
    case "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false)
    case "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false)
    case "zip": ("application/zip", false)
    case "gz": ("application/gzip", false)
    case "sqlite", "db": ("application/vnd.sqlite3", false)
    case "wasm": ("application/wasm", false)
    default: ("application/octet-stream", false)
    }
  }
}
