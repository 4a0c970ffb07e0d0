import Markdown

/// A free page's text.
struct FreeText: Sendable {
  /// Nil when the text cannot be shown.
  let html: [UInt8]?
  let problem: String?

  init(_ page: FreePage) {
    do {
      let blocks = try Document(page.markdown).blocks
      var html: [UInt8] = []
      // The page's title stands above the text already.
      let isTitle = blocks.first?.kind == .heading(1) && blocks.first?.flatText().string == page.title
      let shown = Array(blocks.dropFirst(isTitle ? 1 : 0))
      for (block, shift) in zip(shown, HeadingLevels.shifts(shown)) {
        block.html(into: &html, headingShift: shift)
      }
      self.html = html
      problem = nil
    } catch {
      html = nil
      problem = error.message
    }
  }
}
