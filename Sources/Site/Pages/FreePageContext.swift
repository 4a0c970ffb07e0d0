import Markdown
import Mustache

/// `<slug>.html`: a page that a curator wrote.
struct FreePageContext: Sendable {
  let layout: Layout
  let title: String
  let text: FreeText

  static let template = "page"
  static let schema = Schema<FreePageContext>(
    "free page",
    Layout.fields { $0.layout } + [
      .text("title", "the page's title") { $0.title },
      .markup("body", "the page's text as HTML, headings from the second level on") { $0.text.html },
      .text("textProblem", "why the text cannot be shown, missing when it can") { $0.text.problem },
    ])

  init(_ site: SiteIndex, _ page: FreePage) {
    layout = Layout(site, .free(page.slug), title: page.title)
    title = page.title
    text = FreeText(page)
  }
}
