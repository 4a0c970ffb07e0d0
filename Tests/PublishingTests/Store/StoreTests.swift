import Foundation
import Testing

@testable import Publishing

@Suite struct StoreTests {
  @Test func firstBuildWritesEverything() throws {
    let folder = try TemporaryFolder()
    let summary = try folder.build(["index.html": "home", "reports/410203-2020.html": "report"])
    #expect(summary == Summary(written: 2, unchanged: 0, removed: 0, bytes: 10))
    let expected = ["index.html": "home", "reports/": "", "reports/410203-2020.html": "report"]
    #expect(try folder.files("Output") == expected)
    #expect(!folder.exists(".annals/Output/staging"))
  }

  @Test func secondBuildTouchesOnlyWhatDiffers() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "b.html": "two", "data/x.csv": "1,2"])
    let before = try [folder.stamp("Output/a.html"), folder.stamp("Output/data/x.csv")]
    let summary = try folder.build(["a.html": "one", "b.html": "TWO", "data/x.csv": "1,2", "c.html": "three"])
    #expect(summary == Summary(written: 2, unchanged: 2, removed: 0, bytes: 8))
    #expect(try [folder.stamp("Output/a.html"), folder.stamp("Output/data/x.csv")] == before)
    #expect(try folder.text("Output/b.html") == "TWO")
  }

  @Test func buildWithoutChangeTouchesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    let before = try [folder.stamp("Output/a.html"), folder.stamp(".annals/Output/manifest")]
    #expect(try folder.build(["a.html": "one"]) == Summary(unchanged: 1))
    #expect(try [folder.stamp("Output/a.html"), folder.stamp(".annals/Output/manifest")] == before)
  }

  @Test func stalePagesAndTheirFoldersGo() throws {
    let folder = try TemporaryFolder()
    try folder.build([
      "a.html": "one", "old/deep/b.html": "two", "old/deep/c.html": "three", "kept/d.html": "4",
    ])
    try folder.write("Output/kept/mine.txt", "mine")
    #expect(try folder.build(["a.html": "one"]) == Summary(unchanged: 1, removed: 3))
    #expect(try folder.files("Output") == ["a.html": "one", "kept/": "", "kept/mine.txt": "mine"])
  }

  @Test func foreignFilesSurvive() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "reports/b.html": "two"])
    let mine = ["CNAME": "example.org", "reports/mine.html": "mine", "other/x": "y", "other/": ""]
    for (path, text) in mine where !path.hasSuffix("/") { try folder.write("Output/" + path, text) }
    try folder.build([:])
    var left = mine
    left["reports/"] = ""
    #expect(try folder.files("Output") == left)
  }

  @Test func emptyFolderOfTheUserStays() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.makeFolder("Output/mine")
    try folder.build(["a.html": "one", "mine/b.html": "two"])
    try folder.build(["a.html": "one"])
    #expect(try folder.files("Output") == ["a.html": "one", "mine/": ""])
  }

  @Test func identicalForeignFileStaysTheUsers() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.write("Output/robots.txt", "Allow")
    #expect(try folder.build(["a.html": "one", "robots.txt": "Allow"]) == Summary(unchanged: 2))
    try folder.build(["a.html": "one"])
    #expect(folder.exists("Output/robots.txt"))
  }

  @Test func pageChangedByHandIsMadeAgain() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.write("Output/a.html", "two")
    #expect(try folder.build(["a.html": "one"]).written == 1)
    try folder.remove("Output/a.html")
    #expect(try folder.build(["a.html": "one"]).written == 1)
    #expect(try folder.text("Output/a.html") == "one")
  }

  @Test func abandonedBuildLeavesTheSiteAsItWas() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "b/c.html": "two"])
    let before = try folder.stamp("Output/a.html")
    let session = try folder.store().begin()
    try session.stage("a.html", Array("ONE".utf8))
    try session.stage("new/d.html", Array("new".utf8))
    session.abandon()
    #expect(try folder.files("Output") == ["a.html": "one", "b/": "", "b/c.html": "two"])
    #expect(try folder.stamp("Output/a.html") == before)
    #expect(!folder.exists(".annals/Output/staging"))
    #expect(message(in: folder) { _ = try session.commit() }?.hasPrefix("Output: error: the build") == true)
    #expect(message(in: folder) { try session.stage("x.html", []) }?.contains("begin another") == true)
  }

  @Test func forgottenSessionIsAbandoned() throws {
    let folder = try TemporaryFolder()
    do {
      let session = try folder.store().begin()
      try session.stage("a.html", [1])
    }
    #expect(try folder.files("Output") == [:])
    #expect(!folder.exists(".annals/Output/staging"))
  }

  @Test func errorOfOnePageStopsTheCommit() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    try folder.write("Output/mine.html", "mine")
    let session = try folder.store().begin()
    try session.stage("a.html", Array("ONE".utf8))
    let expected =
      "Output/mine.html: error: stands in the output but was not made by Annals; move it away or rename it"
    #expect(message(in: folder) { try session.stage("mine.html", Array("other".utf8)) } == expected)
    #expect(message(in: folder) { _ = try session.commit() } == expected)
    #expect(try folder.files("Output") == ["a.html": "one", "mine.html": "mine"])
  }

  @Test func manyThreadsStage() throws {
    let folder = try TemporaryFolder()
    func build(_ threads: Int) throws -> Summary {
      let session = try folder.store().begin()
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for number in stride(from: thread, to: 400, by: threads) {
          try? session.stage("p\(number % 7)/\(number).html", Array("page \(number)".utf8))
        }
      }
      return try session.commit()
    }
    #expect(try build(4).written == 400)
    let first = try folder.text(".annals/Output/manifest")
    #expect(try build(1) == Summary(unchanged: 400))
    #expect(try folder.text(".annals/Output/manifest") == first)
  }

  @Test func keepSparesRendering() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one", "b.html": "two", "c.html": "three"])
    try folder.write("Output/b.html", "2wo")
    let session = try folder.store().begin()
    #expect(try session.keep("a.html"))
    #expect(try !session.keep("b.html"))
    #expect(try !session.keep("new.html"))
    try session.stage("b.html", Array("two".utf8))
    #expect(try session.commit() == Summary(written: 1, unchanged: 1, removed: 1, bytes: 3))
    #expect(try folder.files("Output") == ["a.html": "one", "b.html": "two"])
  }

  /// Of an output of a hundred pages, built again and again with few changes.
  @Test func fewChangesAreAddedToTheRecord() throws {
    let folder = try TemporaryFolder()
    let manifest = ".annals/Output/manifest"
    var pages = Dictionary(uniqueKeysWithValues: (0..<100).map { ("p\($0 % 3)/\($0).html", "page \($0)") })
    try folder.build(pages)
    var text = try folder.text(manifest)
    var sizes: [Int] = []
    for round in 0..<60 {
      pages["p1/\(round % 10).html"] = "round \(round)"
      pages["p2/\(round + 3).html"] = nil
      if round % 7 == 0 { pages["new\(round)/x.html"] = "new" }
      if round % 7 == 5 { pages["new\(round - 5)/x.html"] = nil }
      let summary = try folder.build(pages)
      #expect(summary.written > 0)
      #expect(try folder.files("Output").filter { !$0.key.hasSuffix("/") } == pages, "round \(round)")
      let now = try folder.text(manifest)
      if round == 0 { #expect(now.hasPrefix(text) && now.count < text.count + 600) }
      guard case .whole(let record) = Manifest.reading(Array(now.utf8)) else {
        Issue.record("round \(round): the record is not whole")
        return
      }
      #expect(record.pages.sortedPaths == pages.keys.sorted())
      #expect(Set(pages.keys.compactMap { PagePath.folders(of: $0).last }) == record.folders)
      #expect(try folder.build(pages) == Summary(unchanged: pages.count))
      #expect(try folder.text(manifest) == now)
      sizes.append(now.utf8.count)
      text = now
    }
    #expect(zip(sizes, sizes.dropFirst()).contains { $1 < $0 }, "never written anew: \(sizes)")
    #expect(try folder.store().clean().removed == pages.count)
    #expect(try folder.files("Output") == [:])
  }

  /// As after a power cut: the pages are what they were, the record of the new ones is not whole.
  @Test func anAdditionThatIsCutOffIsMended() throws {
    let folder = try TemporaryFolder()
    let manifest = ".annals/Output/manifest"
    var pages = Dictionary(uniqueKeysWithValues: (0..<40).map { ("p/\($0).html", "page \($0)") })
    try folder.build(pages)
    let before = try folder.text(manifest)
    pages["p/3.html"] = "other"
    pages["p/41.html"] = "new"
    try folder.build(pages)
    let after = try folder.text(manifest)
    #expect(after.hasPrefix(before) && after.count > before.count)
    for count in [before.count + 3, after.count - 20, after.count - 1] {
      try folder.write(manifest, String(after.prefix(count)))
      let session = try folder.store().begin()
      #expect(session.notes.count == 1)
      for (path, text) in pages { try session.stage(path, Array(text.utf8)) }
      #expect(try session.commit() == Summary(unchanged: 41))
      #expect(try folder.store().begin().notes == [])
      #expect(try folder.build(pages) == Summary(unchanged: 41))
    }
    #expect(try folder.store().clean().removed == 41)
  }

  @Test func aRecordThatHasChangedSinceIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let none = try folder.store().readAhead()
    #expect(none == nil, "no record yet")
    try folder.build(["a.html": "one", "b.html": "two"])
    let known = try #require(try folder.store().readAhead())
    do {
      let session = try folder.store().begin(known: known)
      #expect(try session.keep("b.html"))
    }
    try folder.build(["a.html": "one", "c.html": "three"])
    let session = try folder.store().begin(known: known)
    #expect(try !session.keep("b.html"))
    #expect(try session.keep("a.html") && session.keep("c.html"))
    #expect(try session.commit() == Summary(unchanged: 2))
    try folder.write(".annals/Output/manifest", "what is this")
    #expect(
      message(in: folder) { _ = try folder.store().begin(known: known) }?.contains("not made by Annals")
        == true)
  }

  @Test func pagesComeAfterWhatTheyNeed() throws {
    let folder = try TemporaryFolder()
    let session = try folder.store().begin()
    for path in ["index.html", "a.html", "assets/z.css", "404.html", "data/d.csv"] {
      try session.stage(path, [0])
    }
    var steps: [CommitStep] = []
    var seen: [Set<String>] = []
    _ = try session.commit { step in
      steps.append(step)
      seen.append(Set(((try? folder.files("Output")) ?? [:]).keys.filter { !$0.hasSuffix("/") }))
    }
    #expect(steps.first == .recorded && steps.last == .settled && steps.count == 7)
    #expect(seen[2] == ["assets/z.css", "data/d.csv"])
    #expect(seen[4] == ["assets/z.css", "data/d.csv", "404.html", "a.html"])
  }

  @Test func outputMayBeALinkToAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("elsewhere/www")
    try folder.link("Output", to: folder.path + "/elsewhere/www")
    try folder.build(["a.html": "one"])
    #expect(try folder.files("elsewhere/www") == ["a.html": "one"])
    #expect(folder.exists("elsewhere/.annals/www/manifest"))
  }

  @Test func durableCommitWritesTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("project")
    let store = try OutputStore(
      output: folder.path + "/new/Output/", root: folder.path + "/project", sources: [], home: nil)
    let session = try store.begin()
    for number in 0..<40 { try session.stage("p/\(number).html", [UInt8(number)]) }
    #expect(try session.commit().written == 40)
    #expect(try folder.files("new/Output").count == 41)
  }

  @Test func cleanRemovesExactlyWhatIsListed() throws {
    let folder = try TemporaryFolder()
    #expect(try folder.store().clean() == Summary())
    #expect(!folder.exists(".annals"))
    try folder.build(["a.html": "one", "b/c.html": "two", "d/e.html": "three"])
    try folder.write("Output/d/mine.txt", "mine")
    try folder.remove("Output/a.html")
    try folder.link("Output/a.html", to: "d/mine.txt")
    #expect(try folder.store().clean() == Summary(removed: 2))
    #expect(try folder.files("Output") == ["a.html": "mine", "d/": "", "d/mine.txt": "mine"])
    #expect(!folder.exists(".annals"))
  }

  @Test func cleanLeavesTheStateOfOtherOutputs() throws {
    let folder = try TemporaryFolder()
    try folder.build(["a.html": "one"])
    let other = try folder.store("Other").begin()
    try other.stage("b.html", [1])
    _ = try other.commit()
    try folder.store().clean()
    #expect(folder.exists(".annals/Other/manifest") && folder.exists("Other/b.html"))
  }
}
