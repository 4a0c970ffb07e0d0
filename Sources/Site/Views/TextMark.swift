import Archive
import Markdown

/// Marks a report's quantities and citations in its text: each an element with an id, most of them links.
struct TextMarks {
  private struct Item {
    let block: Int
    let range: Range<Int>
    let mark: Annotation
  }

  /// By block, each block's quantities before its citations.
  private var items: [Item] = []

  init() {}

  init(_ index: Int, in site: SiteIndex, link: Linker) {
    let report = site.catalog.reports[index]
    let (quantities, citations) = (report.quantities, report.citations)
    var items: [Item] = []
    items.reserveCapacity(quantities.count + citations.count)
    // A report says most of what it says of few metrics.
    var pages = [String?](repeating: nil, count: site.series.series.count)
    func page(of quantity: Int) -> String? {
      guard let number = site.series.page(of: quantity, in: index) else { return nil }
      if let page = pages[number] { return page }
      let page = link.href(.metric(site.series.series[number].metric.id))
      pages[number] = page
      return page
    }
    for number in quantities.indices {
      items.append(
        TextMarks.item(
          quantities[number], number, of: site.series.metric(of: number, in: index), page: page(of: number),
          site.words))
    }
    for number in citations.indices {
      let page = site.laws.page(of: number, in: index).map { link.href(.law($0, nil)) }
      items.append(TextMarks.item(citations[number], number, page: page, site.words))
    }
    // A stable sort by one number.
    let blocks = items.map(\.block)
    let order = items.indices.sorted { blocks[$0] == blocks[$1] ? $0 < $1 : blocks[$0] < blocks[$1] }
    self.items = order.map { items[$0] }
  }

  /// Those of one block.
  private func items(of block: Int) -> ArraySlice<Item> {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if items[middle].block < block { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < items.count, items[end].block == block { end += 1 }
    return items[low..<end]
  }

  func isPresent(in block: Int) -> Bool { !items(of: block).isEmpty }

  /// Puts all marks on the document's tree, block by block. Linear in the text and the number of marks.
  func apply(to document: Document) {
    let blocks = document.textBlocks
    for block in blocks.indices where isPresent(in: block) {
      try? document.annotate(blocks[block]) { fitting(block, in: $0) }
    }
  }

  /// The marks of one block of those that hold text, by their start.
  func fitting(_ block: Int, in bytes: [UInt8]) -> [(Range<Int>, Annotation)] {
    TextMarks.fitting(items(of: block), in: bytes)
  }

  private static func item(
    _ quantity: Quantity, _ number: Int, of metric: Metric?, page: String?, _ words: Words
  ) -> Item {
    var title = ""
    title.reserveCapacity(96)
    if let name = metric.map({ words.name(of: $0) }) ?? Text.present(quantity.subject) {
      title += name
      title += " · "
    }
    title += ValueView.text(quantity.value, quantity.approximation, words)
    title += " "
    title += words.word(quantity.unit)
    if let kind = words.kind(quantity.kind) {
      title += " · "
      title += kind
    }
    if let period = words.period(quantity.period, of: metric?.flow) {
      title += " · "
      title += period
    }
    if let scope = words.scope(quantity.scope) {
      title += " · "
      title += scope
    }
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
  private static func fitting(
    _ items: ArraySlice<Item>, in bytes: [UInt8]
  ) -> [(Range<Int>, Annotation)] {
    func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
    let sound = items.indices.filter { index in
      let range = items[index].range
      return range.lowerBound >= 0 && !range.isEmpty && range.upperBound <= bytes.count
        && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
    }
    let sorted = sound.sorted { left, right in
      let (one, other) = (items[left].range, items[right].range)
      return (one.lowerBound, other.upperBound, left) < (other.lowerBound, one.upperBound, right)
    }
    var open: [Int] = []
    var marks: [(Range<Int>, Annotation)] = []
    marks.reserveCapacity(sorted.count)
    for index in sorted {
      let range = items[index].range
      while let end = open.last, end <= range.lowerBound { open.removeLast() }
      let end = min(range.upperBound, open.last ?? range.upperBound)
      open.append(end)
      marks.append((range.lowerBound..<end, items[index].mark))
    }
    return marks
  }
}
