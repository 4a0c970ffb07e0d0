import Archive
import Foundation
import Mustache
import TestSupport

@testable import Site

/// The project's own templates and words, compiled once for all tests.
enum Theme {
  static let chinese = Edition("zh-Hans")
  static let traditional = Edition("zh-Hant")
  static let english = Edition("en")

  struct Edition: Sendable {
    let words: Words
    let templates: TemplateSet

    init(_ language: String) {
      do {
        let path = "Templates/strings/\(language).yml"
        let bytes = try Theme.bytes(path)
        let table = try StringTable(parsing: bytes, language: language, file: path)
        words = try Words(table, names: language == "zh-Hans" ? .none : Theme.names())
        templates = try TemplateSet(sources: Theme.sources() + table.sources, pages: SiteBuilder.templates)
      } catch {
        fatalError("the theme does not compile: \(error)")
      }
    }
  }

  static func names() throws -> NameTable {
    func table(_ name: String) throws -> [UInt8] { try bytes("Content/vocabulary/\(name)") }
    let gazetteer = try Gazetteer(
      divisions: table("divisions.tsv"), formerNames: table("former_names.tsv"))
    return try NameTable(parsing: table("names.tsv"), gazetteer: gazetteer)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: Repository.root + "/" + path)))
  }

  /// As the theme's files are published, with digests that stay the same.
  static let assets = Assets(
    paths: [
      "site.css": "assets/site.0123456789.css", "site.js": "assets/site.0123456789.js",
      "icon.svg": "assets/icon.0123456789.svg",
    ])

  private static func sources() throws -> [TemplateSource] {
    let root = URL(fileURLWithPath: Repository.root + "/Templates")
    let names = (FileManager.default.subpaths(atPath: root.path) ?? []).sorted().filter {
      $0.hasSuffix(".html")
    }
    return try names.map { name in
      let bytes = [UInt8](try Data(contentsOf: root.appendingPathComponent(name)))
      return TemplateSource(name: String(name.dropLast(5)), file: "Templates/\(name)", bytes: bytes)
    }
  }
}

/// What pages are made from, in one language.
func index(_ catalog: Catalog, in edition: Theme.Edition = Theme.chinese) -> SiteIndex {
  SiteIndex(
    catalog: catalog, settings: SmallArchive.settings, editions: Edition.all([edition.words]), freePages: [],
    assets: Assets(paths: [:]))
}

/// A whole site as text by path.
func rendered(
  _ reports: [Report] = SmallArchive.reports, indicators: Indicators = .none,
  settings: SiteSettings = SmallArchive.settings,
  pages: [FreePage] = [FreePage(slug: "about", title: "关于", markdown: Array("# 说明\n\n一段话。".utf8))],
  in editions: [Theme.Edition] = [Theme.chinese]
) throws -> [String: String] {
  let site = SiteBuilder(
    catalog: Catalog(reports, indicators: indicators), settings: settings,
    words: editions.map(\.words), pages: pages, assets: Theme.assets,
    formats: ReportFormats(markdown: { $0.body }, json: { Array("{\"file\":\"\($0.file)\"}\n".utf8) }))
  var tree: [String: String] = [:]
  for page in site.pages {
    var html: [UInt8] = []
    let edition = editions.first { $0.words.language == page.language } ?? editions[0]
    try edition.templates.render(page.template, page.record(), into: &html)
    precondition(tree.updateValue(String(decoding: html, as: UTF8.self), forKey: page.path) == nil, page.path)
  }
  for file in site.files {
    let old = tree.updateValue(String(decoding: file.contents(), as: UTF8.self), forKey: file.path)
    precondition(old == nil, file.path)
  }
  return tree
}

/// All values of an attribute in a page, entities of links resolved.
func values(of attribute: String, in html: String) -> [String] {
  html.components(separatedBy: " \(attribute)=\"").dropFirst().map { rest in
    (rest.components(separatedBy: "\"").first ?? "").replacingOccurrences(of: "&amp;", with: "&")
  }
}

/// The file that a relative link names, as a browser finds it.
func resolve(_ link: String, from page: String) -> String {
  if link.isEmpty { return page }
  var parts = page.split(separator: "/").dropLast().map(String.init)
  for part in (link.removingPercentEncoding ?? link).split(separator: "/") {
    if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
  }
  return parts.joined(separator: "/")
}
