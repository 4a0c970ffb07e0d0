import Archive
import Crypto
import Mustache
import Site

/// A folder of templates and assets, compiled and ready: everything of the site's look.
public struct Theme: Sendable {
  /// Templates with the words of each language.
  let editions: [String: Edition]
  /// The languages asked for, in their order.
  public let words: [Words]
  public let assets: Assets
  /// Bytes by output path.
  let assetFiles: [(path: String, bytes: [UInt8])]
  /// Of every file of the folder.
  public let fingerprint: UInt64

  public enum Failure: Error {
    /// The folder or a file of it cannot be read.
    case unreadable(PublishingError)
    /// Templates with faults; each names its file, line and column.
    case faulty(TemplateErrors)
    /// Words that are missing, unknown or no words; each names its file and line.
    case wordless([TableError])

    /// One line for each fault.
    public var rendered: String {
      switch self {
      case .unreadable(let error): error.rendered
      case .faulty(let errors): errors.rendered
      case .wordless(let errors):
        errors.map { "\($0.file):\($0.line): error: \($0.message)" }.joined(separator: "\n")
      }
    }
  }

  /// Reads `folder`: every `.html` below it is a template named by its path without `.html`; what stands in
  /// `assets` is published under a name with the digest of its contents.
  ///
  /// - Parameters:
  ///   - shown: what messages call the folder.
  ///   - languages: those of the site, each with a file in `strings`.
  public init(folder: String, shown: String, languages: [String], names: NameTable) throws(Failure) {
    let files: [(path: String, bytes: [UInt8])]
    do {
      files = try Theme.files(in: folder, shown: shown)
    } catch {
      throw .unreadable(error)
    }
    var whole = Fingerprint()
    for file in files {
      whole.add(file.path)
      whole.add(file.bytes)
    }
    fingerprint = whole.value
    let sources = files.filter { $0.path.hasSuffix(".html") && !$0.path.hasPrefix("assets/") }.map { file in
      TemplateSource(name: String(file.path.dropLast(5)), file: "\(shown)/\(file.path)", bytes: file.bytes)
    }
    var editions: [String: Edition] = [:]
    var words: [Words] = []
    let wanted = Theme.wanted(sources)
    var unknown: [TableError] = []
    for (language, table) in try Theme.tables(files, languages, shown, wanted: wanted) {
      unknown += table.unknown(beside: wanted)
      do throws(TableError) {
        words.append(try Words(table, names: names))
      } catch {
        throw .wordless([error])
      }
      do {
        editions[language] = try Edition(sources + table.sources)
      } catch {
        throw .faulty(error)
      }
    }
    // Said last: a template that is missing leaves its words without use.
    if !unknown.isEmpty { throw .wordless(unknown) }
    self.editions = editions
    self.words = words
    var paths: [String: String] = [:]
    var assetFiles: [(path: String, bytes: [UInt8])] = []
    for file in files where file.path.hasPrefix("assets/") {
      let name = String(file.path.dropFirst("assets/".count))
      let path = Theme.fingerprinted(name, file.bytes)
      paths[name] = path
      assetFiles.append((path, file.bytes))
    }
    assets = Assets(paths: paths)
    self.assetFiles = assetFiles
  }

  /// Appends a page to `buffer`.
  func render(_ page: Page, into buffer: inout [UInt8]) throws(TemplateError) {
    guard let edition = editions[page.language] else { return }
    try edition.templates.render(page.template, page.record(), into: &buffer)
  }

  /// Of all the text that a page's template can show.
  func fingerprint(of page: Page) -> UInt64 { editions[page.language]?.fingerprints[page.template] ?? 0 }

  /// `site.css` becomes `assets/site.1f0c9a2b.css`.
  private static func fingerprinted(_ name: String, _ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let digest = SHA256.hash(data: bytes).prefix(4)
      .flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let mark = String(decoding: digest, as: UTF8.self)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return "assets/\(name).\(mark)"
    }
    return "assets/\(name[..<dot]).\(mark)\(name[dot...])"
  }

  /// Every file below the folder by path; hidden ones and links are passed over.
  private static func files(
    in folder: String, shown: String
  ) throws(PublishingError) -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    let base = try naming(shown, .read) { () throws(SystemFailure) in try Files.resolved(folder) }
    var pending = [""]
    while let below = pending.popLast() {
      let open = try naming(shown, .read) { () throws(SystemFailure) in
        try Files.openFolder(below.isEmpty ? base : "\(base)/\(below)")
      }
      for name in try naming(shown, .read, { () throws(SystemFailure) in try Files.names(in: open) })
      where !name.hasPrefix(".") {
        let path = below.isEmpty ? name : "\(below)/\(name)"
        let kind = try naming("\(shown)/\(path)", .read) { () throws(SystemFailure) in
          try Files.status(at: open.raw, name)?.kind
        }
        switch kind {
        case .folder: pending.append(path)
        case .file:
          let bytes = try naming("\(shown)/\(path)", .read) { () throws(SystemFailure) in
            try Files.read(Files.openFile(at: open.raw, name))
          }
          found.append((path, bytes))
        default: break
        }
      }
    }
    return found.sorted { PagePath.precedes($0.path, $1.path) }
  }
}
