import Archive
import Foundation
import Site
import Testing

@Suite struct SiteTreeTests {
  @Test func everyPathAndNoOther() throws {
    let tree = try rendered()
    #expect(Set(tree.keys).subtracting(SmallArchive.paths) == [])
    #expect(SmallArchive.paths.subtracting(tree.keys) == [])
  }

  @Test func anEmptyArchiveHasItsPages() throws {
    let tree = try rendered([], pages: [])
    let expected: Set<String> = [
      "index.html", "404.html", "coverage.html", "checks.html", "metrics/index.html", "topics/index.html",
      "laws/index.html",
    ]
    #expect(Set(tree.keys) == expected)
  }

  @Test func theOrderOfReportsDoesNotMatter() throws {
    let expected = try rendered()
    var reports = SmallArchive.reports
    for _ in reports.indices {
      reports.append(reports.removeFirst())
      #expect(try rendered(reports) == expected)
    }
    #expect(try rendered(reports.reversed()) == expected)
  }

  @Test func freePagesThatWouldHideAnotherPageAreNamed() {
    let pages = ["about", "index", "coverage", "about"].map { FreePage(slug: $0, title: $0, markdown: []) }
    let site = SiteBuilder(
      catalog: Catalog([]), settings: SmallArchive.settings, words: [Theme.chinese.words], pages: pages,
      assets: Assets(paths: [:]),
      formats: ReportFormats(markdown: { $0.body }, json: { $0.body }))
    #expect(site.conflicts.map(\.slug) == ["about", "coverage", "index"])
    #expect(site.pages.filter { $0.path == "about.html" }.count == 1)
  }

  @Test func everyLinkLeadsToAFileOfTheSite() throws {
    let tree = try rendered()
    let files = Set(tree.keys).union(Theme.assets.paths.values)
    let ids = tree.mapValues { Set(values(of: "id", in: $0)) }
    for (path, html) in tree where path.hasSuffix(".html") {
      for href in values(of: "href", in: html) where !href.hasPrefix("https://www.example.org/") {
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = resolve(String(parts[0]), from: path)
        #expect(files.contains(target), "\(path): \(href)")
        if parts.count == 2, let known = ids[target] {
          #expect(known.contains(String(parts[1])), "\(path): \(href)")
        }
      }
      #expect(!html.contains("=\"/"), "root-absolute link in \(path)")
      #expect(!html.contains(" style=") && !html.contains("<style"), "\(path)")
      // Scripts come from files, as the policy in the same page demands.
      let scripts = html.components(separatedBy: "<script").dropFirst()
      #expect(scripts.allSatisfy { $0.hasPrefix(" src=") && $0.contains("></script>") }, "\(path)")
      #expect(html.contains("http-equiv=\"Content-Security-Policy\""), "\(path)")
    }
  }

  @Test func idsAreUniqueInEveryPage() throws {
    for (path, html) in try rendered() where path.hasSuffix(".html") {
      let ids = values(of: "id", in: html)
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func headingsFollowOneAnother() throws {
    for (path, html) in try rendered() where path.hasSuffix(".html") {
      let levels = html.components(separatedBy: "<h").dropFirst().compactMap { $0.first?.wholeNumberValue }
      #expect(levels.filter { $0 == 1 }.count == 1, "\(path)")
      for (above, below) in zip(levels, levels.dropFirst()) {
        #expect(below <= above + 1, "\(path): h\(above) then h\(below)")
      }
    }
  }
}
