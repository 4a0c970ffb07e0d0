import Archive
import Markdown

/// Marks a report's quantities and citations in its text: each an element with an id, most of them links.
enum TextMarks {
  private struct Item {
    let block: Int
    var range: Range<Int>
    let mark: Annotation
  }

  /// Puts all marks on the document's tree, block by block. Linear in the text and the number of marks.
  static func apply(_ index: Int, to document: Document, in site: SiteIndex, link: Linker) {
    let report = site.catalog.reports[index]
    var items: [Item] = []
    items.reserveCapacity(report.quantities.count + report.citations.count)
    for number in report.quantities.indices {
      let metric = site.series.metric(of: number, in: index)
      let page = site.series.hasPage(number, of: index) ? metric.map { link.href(.metric($0.id)) } : nil
      items.append(item(report.quantities[number], number, of: metric, page: page, site.words))
    }
    for number in report.citations.indices {
      let page = site.laws.page(of: number, in: index).map { link.href(.law($0, nil)) }
      items.append(item(report.citations[number], number, page: page, site.words))
    }
    // By block, each block's in this order: a stable sort by one number.
    let order = items.indices.sorted { (items[$0].block, $0) < (items[$1].block, $1) }
    let blocks = document.textBlocks
    var next = 0
    while next < order.count {
      let block = items[order[next]].block
      var end = next + 1
      while end < order.count, items[order[end]].block == block { end += 1 }
      if blocks.indices.contains(block) {
        let own = order[next..<end].map { items[$0] }
        try? document.annotate(blocks[block]) { fitting(own, in: $0) }
      }
      next = end
    }
  }

  private static func item(
    _ quantity: Quantity, _ number: Int, of metric: Metric?, page: String?, _ words: Words
  ) -> Item {
    var title = (metric.map { words.name(of: $0) } ?? Text.present(quantity.subject)).map { $0 + " · " } ?? ""
    title += ValueView.text(quantity, words)
    title += " "
    title += words.word(quantity.unit)
    if let kind = words.kind(quantity.kind) { title += " · " + kind }
    if let period = words.period(quantity, for: metric) { title += " · " + period }
    if let scope = words.scope(quantity.scope) { title += " · " + scope }
    return Item(
      block: quantity.place.textBlock, range: quantity.place.range,
      mark: mark(ValueView.anchor(number), metric == nil ? "q" : "m", Text.short(title), page))
  }

  /// Says nothing of how many reports cite the document, which would change with every one that does.
  private static func item(_ citation: Citation, _ number: Int, page: String?, _ words: Words) -> Item {
    Item(
      block: citation.place.textBlock, range: citation.place.range,
      mark: mark(CitationRow.anchor(number), "c", words.kind(citation.kind), page))
  }

  private static func mark(_ id: String, _ name: String, _ title: String, _ page: String?) -> Annotation {
    page.map { .link(id: id, class: name, href: $0, title: title) }
      ?? .mark(id: id, class: name, title: title)
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
    let sorted = sound.indices.sorted { left, right in
      (sound[left].range.lowerBound, sound[right].range.upperBound, left)
        < (sound[right].range.lowerBound, sound[left].range.upperBound, right)
    }
    var open: [Int] = []
    var marks: [(Range<Int>, Annotation)] = []
    for index in sorted {
      let item = sound[index]
      while let end = open.last, end <= item.range.lowerBound { open.removeLast() }
      let end = min(item.range.upperBound, open.last ?? item.range.upperBound)
      open.append(end)
      marks.append((item.range.lowerBound..<end, item.mark))
    }
    return marks
  }
}
