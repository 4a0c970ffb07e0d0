import Archive
import Markdown

/// Reads one file: bytes in, a report out. Pure and the same on any number of threads.
///
/// Never fails as a whole: what cannot be read is an error among the report's diagnostics, and the report has no id.
public struct ReportReader: Sendable {
  /// Reports are far smaller; a larger file is something else. In bytes.
  public static let sizeLimit = 32 << 20

  public let decoder: TextDecoder
  let regions: RegionResolver
  let statistics: StatisticsVocabulary

  public init(vocabulary: Vocabulary) {
    statistics = vocabulary.statistics
    decoder = TextDecoder(scriptTable: vocabulary.scriptTable, limit: ReportReader.sizeLimit)
    regions = RegionResolver(gazetteer: vocabulary.gazetteer)
  }

  /// - Parameters:
  ///   - file: what messages and the report itself call the file.
  ///   - path: what of its path may name a place or year; below `Content/reports`.
  ///   - sidecar: bytes of `NAME.EXT.yml`, if there is one.
  ///   - digest: SHA-256 of the bytes, where it is known already.
  public func read(
    _ bytes: [UInt8], file: String, path: String? = nil, sidecar: [UInt8]? = nil, digest: String? = nil
  ) -> Report {
    var report = Report(
      id: nil, file: file, masthead: Masthead(), digest: digest ?? Digest.hex(bytes),
      byteCount: bytes.count)
    let text: SourceText
    do {
      text = try decoder.decode(bytes)
    } catch {
      report.diagnostics = [ReportReader.diagnostic(error)]
      return report
    }
    var corrections = Corrections(yaml: "", firstLine: 1)
    var start = 0
    switch FrontMatterBlock.find(in: text) {
    case .none: break
    case .block(let block):
      corrections = Corrections(yaml: block.yaml, firstLine: block.firstLine)
      start = block.lastLine
    case .unclosed:
      report.diagnostics = [
        Diagnostic(
          .error, code: "front-matter", line: 1,
          message: "front matter is never closed; end it with a line of `---`")
      ]
      return report
    }
    if let sidecar { corrections.merge(sidecar: sidecar) }

    if corrections.isBroken {
      report.diagnostics = corrections.diagnostics
      return report
    }
    let isMarkdown = isMarkdown(file, text, from: start, corrections)
    let body =
      isMarkdown
      ? readMarkdown(bytes, text, from: start, path: path ?? file, &corrections, &report)
      : readPage(text, from: start, path: path ?? file, &corrections, &report)
    identify(&report, corrections)
    readBody(body, &report)
    return report
  }

  // MARK: Raw pages

  private func readPage(
    _ text: SourceText, from start: Int, path: String, _ corrections: inout Corrections,
    _ report: inout Report
  ) -> MarkdownBody {
    let page = start == 0 ? text : text.dropping(lines: start)
    let reading = MastheadReader(regions: regions, folding: decoder.folding)
      .read(page, path: path, corrections: &corrections)
    report.masthead = reading.masthead
    report.chrome = reading.chrome
    report.diagnostics = reading.diagnostics
    let blocks = BodyBlocks.blocks(of: reading.body, in: reading.text)
    return MarkdownBody(blocks, in: reading.text)
  }

  // MARK: Markdown

  /// A `.md` file is Markdown when it has headings of Markdown's or says so; a raw dump under that name is not.
  private func isMarkdown(_ file: String, _ text: SourceText, from start: Int, _ corrections: Corrections)
    -> Bool
  {
    if corrections.saysMarkdown { return true }
    guard file.hasSuffix(".md") else { return false }
    return text.lines.dropFirst(start).contains { line in
      let folded = text.folded[line.range]
      let marks = folded.prefix { $0 == "#" }.count
      return (1...6).contains(marks) && folded.dropFirst(marks).first == " "
    }
  }

  private func readMarkdown(
    _ bytes: [UInt8], _ text: SourceText, from start: Int, path: String, _ corrections: inout Corrections,
    _ report: inout Report
  ) -> MarkdownBody {
    var markdown =
      text.encoding == .utf8 ? ReportReader.tail(of: bytes, after: start) : text.utf8(from: start)
    // What a Markdown document says of itself is read like a page's head: its first heading is its title.
    let page = MarkdownPage.plain(of: text, from: start)
    let title = MarkdownPage.takeTitle(from: &markdown)
    let reading = MastheadReader(regions: regions, folding: decoder.folding)
      .read(page, path: path, corrections: &corrections)
    report.masthead = reading.masthead
    report.diagnostics = reading.diagnostics.filter { $0.code != "no-text" }
    if let title, corrections.fields[.title] == nil {
      report.masthead.title = title
      report.masthead.titleDerived = false
      report.diagnostics.removeAll { $0.code == "title-derived" }
    }
    return MarkdownBody(markdown: markdown, firstLine: start + 1)
  }

  private func readBody(_ body: MarkdownBody, _ report: inout Report) {
    report.body = body.bytes
    do {
      let blocks = try FlatBlock.all(of: body, folding: decoder.folding)
      report.outline = OutlineReader.outline(of: blocks)
      StatisticsReader(vocabulary: statistics, folding: decoder.folding).read(blocks, body, into: &report)
      report.storedExtracts = .held(ReportExtracts.packed(report, blocks: blocks))
    } catch {
      report.diagnostics.append(
        Diagnostic(.error, code: "markdown", message: "the text could not be read as Markdown: \(error)"))
    }
  }

  /// What a curator has settled is no longer unsure; the id is made from what stands.
  private func identify(_ report: inout Report, _ corrections: Corrections) {
    let given = corrections.fields
    report.diagnostics.removeAll { diagnostic in
      switch diagnostic.code {
      case "title-derived": given[.title] != nil
      case let code where code.hasPrefix("region"): given[.region] != nil
      case let code where code.hasPrefix("year"): given[.year] != nil
      default: false
      }
    }
    report.diagnostics = corrections.diagnostics + report.diagnostics
    let unit = report.masthead.unit.map { decoder.folding.folded($0) } ?? []
    report.id = corrections.id ?? ReportIdentity.id(report.masthead, foldedUnit: unit)
    if corrections.isBroken { report.id = nil }
  }

  static func tail(of bytes: [UInt8], after lines: Int) -> [UInt8] {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while line < lines, index < bytes.count {
      if bytes[index] == 0x0A
        || (bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A))
      {
        line += 1
      }
      index += 1
    }
    return Array(bytes[index...])
  }

  static func diagnostic(_ failure: DecodingFailure) -> Diagnostic {
    switch failure {
    case .empty:
      Diagnostic(
        .error, code: "empty", message: "the file is empty; save the report's text into it or remove it")
    case .tooLarge(_, let limit):
      Diagnostic(
        .error, code: "too-large",
        message: "the file is larger than the \(limit >> 20) MiB that are read; save the report's text alone")
    case .binary(let offset):
      Diagnostic(
        .error, code: "binary",
        message: "no text: byte \(offset) belongs to no text file; save the page as text")
    case .undecodable(let encoding, let offset):
      Diagnostic(
        .error, code: "undecodable",
        message:
          "byte \(offset) is not valid \(encoding.rawValue); save the file as UTF-8 again from its source")
    }
  }
}
