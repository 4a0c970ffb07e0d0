import Archive
import Dispatch
import Glibc
import Synchronization

/// What a check of a built site found.
public struct SiteCheck: Hashable, Sendable {
  /// By file, line and message. Errors, and notes about files that nothing links to.
  public var findings: [Finding]
  /// Files in the site's folder.
  public var files: Int
  /// References examined: links, pictures, styles, scripts, forms, in pages and style sheets.
  public var links: Int
  /// Those of them that lead to other sites; they are counted, not followed.
  public var outside: Int

  public var hasErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }
}

/// Checks that a built site holds together: every link and fragment leads somewhere, from any folder, disk or
/// server the site is put on, and no page asks another site for anything.
///
/// Pages, style sheets and SVG pictures are looked into; scripts and data are not.
public struct SiteChecker {
  /// - Parameters:
  ///   - folder: The site's folder, such as `Output`.
  ///   - threads: How many files are read at a time; as many as there are processors by default.
  ///     The result is the same for any number.
  /// - Throws: `system` when the folder cannot be read.
  public static func check(folder: String, threads: Int = processors) throws(PublishingError) -> SiteCheck {
    let listing = try SiteListing(of: folder)
    let scans = scan(listing, of: folder, threads: max(1, threads))
    var check = SiteCheck(findings: [], files: listing.files.count, links: 0, outside: 0)
    var isLinked = [Bool](repeating: false, count: listing.files.count)
    for (number, scan) in scans.enumerated() {
      guard let scan else { continue }
      check.links += scan.links
      check.outside += scan.outside
      check.findings += scan.findings
      for target in scan.targets { isLinked[Int(target)] = true }
      for anchor in scan.anchors where !stands(anchor, scans) {
        check.findings.append(missing(anchor, from: listing.files[number], listing))
      }
    }
    for (path, isLinked) in zip(listing.files, isLinked) where !isLinked && !needsNoLink(path) {
      let message = "nothing links to it; link to it or remove it"
      check.findings.append(Finding(file: path, Diagnostic(.note, code: "orphan", message: message)))
    }
    for path in listing.oddities {
      let message = "is a symbolic link or device, which is lost when the site is copied; put a file there"
      check.findings.append(Finding(file: path, Diagnostic(.error, code: "file-odd", message: message)))
    }
    check.findings.sort(by: Finding.precedes)
    return check
  }

  /// The processors this machine has on line.
  public static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// One entry a file, nil for files that are not looked into.
  private static func scan(_ listing: SiteListing, of folder: String, threads: Int) -> [PageScan?] {
    let scans = Mutex([PageScan?](repeating: nil, count: listing.files.count))
    // Neighbours are alike in size, so each thread takes every n-th file rather than one n-th of them.
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for number in stride(from: thread, to: listing.files.count, by: threads) {
        let path = listing.files[number]
        guard let language = PageScan.language(of: path) else { continue }
        var scan = PageScan([], language, number: Int32(number), in: listing)
        do throws(SystemFailure) {
          let bytes = try Files.read(try Files.openFile(folder + "/" + path))
          scan = PageScan(bytes, language, number: Int32(number), in: listing)
        } catch {
          let failure = PublishingError(path: path, .system(.read, code: error.code))
          scan.findings.append(
            Finding(file: path, Diagnostic(.error, code: "file-unreadable", message: failure.message)))
        }
        scans.withLock { $0[number] = scan }
      }
    }
    return scans.withLock { $0 }
  }

  private static func stands(_ anchor: PageScan.Anchor, _ scans: [PageScan?]) -> Bool {
    guard let ids = scans[Int(anchor.file)]?.ids else { return false }
    // As the standard has it: as written first, then decoded.
    return ids.contains(anchor.fragment) || ids.contains(Destination.percentDecoded(anchor.fragment.utf8))
  }

  private static func missing(
    _ anchor: PageScan.Anchor, from file: String, _ listing: SiteListing
  ) -> Finding {
    let target = listing.files[Int(anchor.file)]
    let place = target == file ? "the page" : Finding.quoted(target)
    let fragment = Finding.quoted("#" + anchor.fragment)
    return Finding(
      file: file,
      Diagnostic(
        .error, code: "fragment-missing", line: Int(anchor.line),
        message: "\(fragment) names no id of \(place); correct it or give a place that id"))
  }

  /// Files that people or programs find without a link.
  private static func needsNoLink(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    // `.nojekyll`, `.well-known/security.txt`.
    if parts.contains(where: { $0.hasPrefix(".") }) { return true }
    if parts.count > 1 { return parts[0] == "data" || parts[0] == "feeds" }
    switch path {
    case "index.html", "404.html", "robots.txt", "CNAME", "favicon.ico": return true
    default: return path.hasPrefix("sitemap")
    }
  }
}
