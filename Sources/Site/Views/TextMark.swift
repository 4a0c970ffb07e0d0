import Archive
import Markdown

/// Marks a report's quantities and citations in its text: each an element with an id, most with a link inside.
enum TextMarks {
  private struct Item {
    let block: Int
    var range: Range<Int>
    let annotations: [Annotation]
  }

  /// Puts all marks on the document's tree, block by block. Linear in the text and the number of marks.
  static func apply(_ report: Report, to document: Document, in site: SiteIndex, link: Linker) {
    let items =
      report.quantities.enumerated().map { item($1, $0, in: site, link: link) }
      + report.citations.enumerated().map { item($1, $0, in: site, link: link) }
    let blocks = document.textBlocks
    let byBlock = Dictionary(grouping: items, by: \.block)
    for block in byBlock.keys.sorted() where blocks.indices.contains(block) {
      let bytes = blocks[block].flatText().bytes
      let marks = fitting(byBlock[block] ?? [], in: bytes)
      try? document.annotate(blocks[block], marks)
    }
  }

  private static func item(_ quantity: Quantity, _ index: Int, in site: SiteIndex, link: Linker) -> Item {
    let metric = quantity.metric.flatMap { site.catalog.indicators.metric($0) }
    let words = [
      metric?.zh ?? Text.present(quantity.subject), "\(ValueView.text(quantity)) \(quantity.unit)",
      Words.kind(quantity.kind), Words.period(quantity, for: metric), Words.scope(quantity.scope),
    ].compactMap { $0 }.joined(separator: " · ")
    let mark = Annotation(
      .mark,
      [("id", ValueView.anchor(index)), ("class", metric == nil ? "q" : "q m"), ("title", Text.short(words))])
    let page = site.series.series(quantity.metric).map { link.href(.metric($0.metric.id)) }
    return Item(
      block: quantity.place.textBlock, range: quantity.place.range,
      annotations: [mark]
        + (page.map { [Annotation(.link, [("href", $0), ("title", Text.short(words))])] } ?? []))
  }

  private static func item(_ citation: Citation, _ index: Int, in site: SiteIndex, link: Linker) -> Item {
    let law = site.laws.law(citation.law)
    let words = "\(Words.kind(citation.kind))，本档案中 \(law?.reportCount ?? 1) 份报告引用"
    let mark = Annotation(.mark, [("id", CitationRow.anchor(index)), ("class", "c"), ("title", words)])
    let page = law?.page.map { link.href(.law($0, nil)) }
    return Item(
      block: citation.place.textBlock, range: citation.place.range,
      annotations: [mark] + (page.map { [Annotation(.link, [("href", $0), ("title", words)])] } ?? []))
  }

  /// Ranges that lie in the text and in one another. One that crosses the end of another is cut there, so that
  /// its id stands; one that does not fit the text at all must not cost its neighbours theirs.
  private static func fitting(_ items: [Item], in bytes: [UInt8]) -> [(Range<Int>, Annotation)] {
    func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
    let sound = items.filter { item in
      let range = item.range
      return range.lowerBound >= 0 && !range.isEmpty && range.upperBound <= bytes.count
        && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
    }
    let sorted = sound.enumerated().sorted { left, right in
      (left.element.range.lowerBound, right.element.range.upperBound, left.offset)
        < (right.element.range.lowerBound, left.element.range.upperBound, right.offset)
    }
    var open: [Int] = []
    var marks: [(Range<Int>, Annotation)] = []
    for (_, item) in sorted {
      while let end = open.last, end <= item.range.lowerBound { open.removeLast() }
      let end = min(item.range.upperBound, open.last ?? item.range.upperBound)
      open.append(end)
      marks += item.annotations.map { (item.range.lowerBound..<end, $0) }
    }
    return marks
  }
}
