import Archive
import Foundation
import Markdown
import TestSupport

@testable import Reading

/// Reads citations off plain paragraphs the way a report's are read.
enum CitationSamples {
  static let script: ScriptTable = {
    do { return try ScriptTable(parsing: RegionFixtures.bytes("hant-hans.tsv")) } catch {
      fatalError("Content/vocabulary: \(error)")
    }
  }()
  static let folding = Folding(script)
  static let laws: LawAliases = {
    do { return try LawAliases(parsing: RegionFixtures.bytes("laws.yml"), folding: folding) } catch {
      fatalError("Content/vocabulary: \(error)")
    }
  }()

  static func read(
    _ text: String, laws: LawAliases = laws, year: Int? = 2022, ownNumber: String? = nil, own: [String] = []
  ) -> (citations: [Citation], state: CitationState) {
    read(
      markdown: Array(text.utf8), laws: laws, year: year, ownNumber: ownNumber, own: own.map(folding.folded))
  }

  static func read(
    markdown: [UInt8], laws: LawAliases = laws, year: Int?, ownNumber: String?, own: [[Unicode.Scalar]]
  ) -> (citations: [Citation], state: CitationState) {
    let body = MarkdownBody(markdown: markdown, firstLine: 1)
    guard let document = try? Document(body.bytes) else { fatalError("not Markdown") }
    let outline = OutlineReader.outline(of: document, folding: folding)
    var state = CitationState(year: year, ownNumber: ownNumber, ownNames: own)
    var found: [Citation] = []
    for passage in Passages.of(document, outline: outline, folding: folding, body: body) {
      found += CitationFinder.find(in: passage, laws: laws, state: &state)
    }
    return (found, state)
  }

  /// `title|number|kind` of each, empty where there is none.
  static func summary(_ citations: [Citation]) -> [String] {
    citations.map { "\($0.title ?? "")|\($0.documentNumber ?? "")|\($0.kind.rawValue)" }
  }
}
