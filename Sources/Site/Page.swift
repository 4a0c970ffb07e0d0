import Archive
import Mustache

/// One page of the site: where it stands, the template that shows it and the values it is shown with.
public struct Page: Sendable {
  /// Path below the output folder, such as `reports/410203-2019.html`.
  public let path: String
  /// The language that it is in, one of those that `SiteBuilder` was given.
  public let language: String
  /// Name of the template, one of `SiteBuilder.templates`.
  public let template: String
  /// Makes the page's values anew at each call, so that pages can be rendered in parallel and none of them
  /// stays in memory. Pure: the same site gives the same values.
  public let record: @Sendable () -> Record
  /// What the record is made from, without making it.
  public let inputs: @Sendable () -> PageInputs

  init(
    _ route: Route, in site: SiteIndex, template: String,
    inputs: @escaping @autoclosure @Sendable () -> PageInputs,
    record: @escaping @Sendable () -> Record
  ) {
    path = site.edition.folder + route.path
    language = site.words.language
    self.template = template
    self.record = record
    self.inputs = inputs
  }
}

/// A file of the site that no template is needed for.
public struct PlainFile: Sendable {
  /// Path below the output folder, such as `reports/410203-2019.md`.
  public let path: String
  public let contents: @Sendable () -> [UInt8]
  /// What the contents are made from, without making them.
  public let inputs: @Sendable () -> PageInputs

  init(
    path: String, inputs: @escaping @autoclosure @Sendable () -> PageInputs,
    contents: @escaping @Sendable () -> [UInt8]
  ) {
    self.path = path
    self.contents = contents
    self.inputs = inputs
  }
}

/// A page that a curator wrote, from `Content/pages/<slug>.md`.
public struct FreePage: Sendable {
  /// The file's name without `.md`; the page becomes `<slug>.html`.
  public var slug: String
  public var title: String
  /// The language that the page is written in, when it stands beside one of the same name for all others:
  /// `about.en.md` beside `about.md`.
  public var language: String?
  /// CommonMark without front matter.
  public var markdown: [UInt8]

  public init(slug: String, title: String, language: String? = nil, markdown: [UInt8]) {
    self.language = language
    self.slug = slug
    self.title = title
    self.markdown = markdown
  }
}

/// Where the theme's assets stand in the output.
public struct Assets: Sendable {
  /// Output path by the name in `Templates/assets`: `site.css` stands at `assets/site.<hash>.css`.
  public let paths: [String: String]
  /// Output paths of all style sheets, by name.
  let stylesheets: [String]
  /// Output paths of all scripts, by name.
  let scripts: [String]

  public init(paths: [String: String]) {
    self.paths = paths
    func all(_ suffix: String) -> [String] {
      paths.keys.sorted().filter { $0.hasSuffix(suffix) }.compactMap { paths[$0] }
    }
    stylesheets = all(".css")
    scripts = all(".js")
  }

  /// Output path of the site's mark, nil in a theme without one.
  var icon: String? { paths["icon.svg"] }
}

/// The other forms in which every report can be downloaded.
public struct ReportFormats: Sendable {
  public var markdown: @Sendable (Report) -> [UInt8]
  public var json: @Sendable (Report) -> [UInt8]

  public init(
    markdown: @escaping @Sendable (Report) -> [UInt8], json: @escaping @Sendable (Report) -> [UInt8]
  ) {
    self.markdown = markdown
    self.json = json
  }
}
