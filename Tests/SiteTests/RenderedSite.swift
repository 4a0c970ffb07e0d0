import Archive
import Foundation
import Mustache
import Site
import TestSupport

/// The project's own templates, compiled once for all tests.
enum Theme {
  static let templates: TemplateSet = {
    do {
      return try TemplateSet(sources: sources(), pages: SiteBuilder.templates)
    } catch {
      fatalError("the theme does not compile: \(error)")
    }
  }()

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

/// A whole site as text by path.
func rendered(
  _ reports: [Report] = SmallArchive.reports, indicators: Indicators = .none,
  settings: SiteSettings = SmallArchive.settings,
  pages: [FreePage] = [FreePage(slug: "about", title: "关于", markdown: Array("# 说明\n\n一段话。".utf8))]
) throws -> [String: String] {
  let site = SiteBuilder(
    catalog: Catalog(reports, indicators: indicators), settings: settings, pages: pages,
    assets: Theme.assets,
    formats: ReportFormats(markdown: { $0.body }, json: { Array("{\"file\":\"\($0.file)\"}\n".utf8) }))
  var tree: [String: String] = [:]
  for page in site.pages {
    var html: [UInt8] = []
    try Theme.templates.render(page.template, page.record(), into: &html)
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
