import Archive
import Markdown

/// Marks a report's quantities and citations in its text: each an element with an id, most with a link inside.
enum TextMarks {
  private struct Item {
    let block: Int
    var range: Range<Int>
    let mark: Annotation
    let link: Annotation?
  }

  /// Puts all marks on the document's tree, block by block. Linear in the text and the number of marks.
  static func apply(_ report: Report, to document: Document, in site: SiteIndex, link: Linker) {
    var items: [Item] = []
    items.reserveCapacity(report.quantities.count + report.citations.count)
    for (index, quantity) in report.quantities.enumerated() {
      items.append(item(quantity, index, in: site, link: link))
    }
    for (index, citation) in report.citations.enumerated() {
      items.append(item(citation, index, in: site, link: link))
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
        let bytes = blocks[block].flatText().bytes
        try? document.annotate(blocks[block], fitting(order[next..<end].map { items[$0] }, in: bytes))
      }
      next = end
    }
  }

  private static func item(_ quantity: Quantity, _ index: Int, in site: SiteIndex, link: Linker) -> Item {
    let metric = quantity.metric.flatMap { site.catalog.indicators.metric($0) }
    var words = (metric?.zh ?? Text.present(quantity.subject)).map { $0 + " · " } ?? ""
    words += ValueView.text(quantity)
    words += " "
    words += quantity.unit
    if let kind = Words.kind(quantity.kind) { words += " · " + kind }
    if let period = Words.period(quantity, for: metric) { words += " · " + period }
    if let scope = Words.scope(quantity.scope) { words += " · " + scope }
    let title = Text.short(words)
    let page = site.series.series(quantity.metric).map { link.href(.metric($0.metric.id)) }
    return Item(
      block: quantity.place.textBlock, range: quantity.place.range,
      mark: .mark(id: ValueView.anchor(index), class: metric == nil ? "q" : "q m", title: title),
      link: page.map { .link(href: $0, title: title) })
  }

  private static func item(_ citation: Citation, _ index: Int, in site: SiteIndex, link: Linker) -> Item {
    let law = site.laws.law(citation.law)
    let words = "\(Words.kind(citation.kind))，本档案中 \(law?.reportCount ?? 1) 份报告引用"
    let page = law?.page.map { link.href(.law($0, nil)) }
    return Item(
      block: citation.place.textBlock, range: citation.place.range,
      mark: .mark(id: CitationRow.anchor(index), class: "c", title: words),
      link: page.map { .link(href: $0, title: words) })
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
      if let link = item.link { marks.append((item.range.lowerBound..<end, link)) }
    }
    return marks
  }
}
