import Archive
import Mustache

/// What every page has, whatever it shows: declared here once and part of every page's schema.
///
/// A class, as a page is asked for it once for each field.
final class Layout: Sendable {
  let siteTitle: String
  let siteSubtitle: String?
  let language: String
  let isForeign: Bool
  /// None in a site of one language.
  let sisters: [Sister]
  let licence: String?
  let contact: String?
  /// Nil on pages whose title is words of the theme, which the template gives.
  let pageTitle: String?
  let description: String?
  let stylesheets: [String]
  let scripts: [String]
  let iconHref: String?
  /// Nil without an address in `site.yml`, and on the page for addresses that lead nowhere.
  let permalink: String?
  let homeHref: String
  let coverageHref: String
  let checksHref: String
  let metricsHref: String
  let topicsHref: String
  let lawsHref: String
  let isHome: Bool
  let isCoverage: Bool
  let isChecks: Bool
  let isMetrics: Bool
  let isTopics: Bool
  let isLaws: Bool
  let freePages: [NavigationLink]
  let breadcrumb: [Link]

  init(
    _ site: SiteIndex, _ route: Route, title: String? = nil, description: String? = nil,
    breadcrumb: [Link] = []
  ) {
    let link = site.linker(route)
    siteTitle = site.settings.title
    siteSubtitle = site.settings.subtitle
    language = site.words.language
    isForeign = !site.words.isPrinted
    sisters =
      site.editions.count < 2
      ? []
      : site.editions.map { edition in
        Sister(
          href: link.href(route, in: edition.folder), language: edition.words.language,
          label: edition.words[.languageName], isCurrent: edition.folder == site.edition.folder,
          isFirst: edition.folder == site.editions[0].folder)
      }
    licence = site.settings.licence
    contact = site.settings.contact
    pageTitle = title.map { Text.short($0) }
    self.description = description.map { Text.short($0, limit: 160) }
    stylesheets = site.assets.stylesheets.map { link.href(.file($0)) }
    scripts = site.assets.scripts.map { link.href(.file($0)) }
    iconHref = site.assets.icon.map { link.href(.file($0)) }
    permalink = route == .notFound ? nil : site.permalink(route)
    homeHref = link.href(.home)
    coverageHref = link.href(.coverage)
    checksHref = link.href(.checks)
    metricsHref = link.href(.metrics)
    topicsHref = link.href(.topics)
    lawsHref = link.href(.laws)
    isHome = route == .home
    isCoverage = route == .coverage
    isChecks = route == .checks
    isMetrics = route == .metrics
    isTopics = route == .topics
    isLaws = route == .laws
    freePages = site.freePages.map {
      NavigationLink(
        href: link.href(.free($0.slug)), label: Text.short($0.title, limit: 20),
        isCurrent: route == .free($0.slug))
    }
    self.breadcrumb = breadcrumb
  }

  /// The layout's fields, for the schema of a page whose context holds a layout.
  static func fields<Model>(_ layout: @escaping @Sendable (Model) -> Layout) -> [SchemaField<Model>] {
    [
      .text("siteTitle", "name of the archive, from site.yml") { layout($0).siteTitle },
      .text("siteSubtitle", "second line of the name, from site.yml") { layout($0).siteSubtitle },
      .text("language", "language of the interface, a BCP 47 tag") { layout($0).language },
      .flag("isForeign", "reports are printed in another language or script than the page's") {
        layout($0).isForeign
      },
      .list("sisters", "the page in every language of the site, when it has several", of: Sister.schema) {
        layout($0).sisters
      },
      .flag("hasSisters", "the site has several languages") { !layout($0).sisters.isEmpty },
      .text("licence", "licence of the archive, from site.yml") { layout($0).licence },
      .text("contact", "whom to write to, from site.yml") { layout($0).contact },
      .text("pageTitle", "title of the page, missing where the template has the words for it") {
        layout($0).pageTitle
      },
      .text("description", "one sentence about the page") { layout($0).description },
      .texts("stylesheets", "links to the theme's style sheets") { layout($0).stylesheets },
      .texts("scripts", "links to the theme's scripts") { layout($0).scripts },
      .text("iconHref", "link to icon.svg of the theme's assets, missing when it has none") {
        layout($0).iconHref
      },
      .text("permalink", "the page's address on the web, missing when site.yml has no baseURL") {
        layout($0).permalink
      },
      .text("homeHref", "link to the home page") { layout($0).homeHref },
      .text("coverageHref", "link to the coverage page") { layout($0).coverageHref },
      .text("checksHref", "link to the page of findings") { layout($0).checksHref },
      .text("metricsHref", "link to the index of metrics") { layout($0).metricsHref },
      .text("topicsHref", "link to the index of topics") { layout($0).topicsHref },
      .text("lawsHref", "link to the index of laws and documents") { layout($0).lawsHref },
      .flag("isHome", "this is the home page") { layout($0).isHome },
      .flag("isCoverage", "this is the coverage page") { layout($0).isCoverage },
      .flag("isChecks", "this is the page of findings") { layout($0).isChecks },
      .flag("isMetrics", "this is the index of metrics") { layout($0).isMetrics },
      .flag("isTopics", "this is the index of topics") { layout($0).isTopics },
      .flag("isLaws", "this is the index of laws and documents") { layout($0).isLaws },
      .list("freePages", "the pages of Content/pages", of: NavigationLink.schema) { layout($0).freePages },
      .list("breadcrumb", "pages above this one, the highest first", of: Link.schema) {
        layout($0).breadcrumb
      },
    ]
  }
}
