/// What `Content/site.yml` says about the archive as a whole.
public struct SiteSettings: Equatable, Sendable {
  /// Texts that may differ from language to language.
  public enum Text: String, CaseIterable, Sendable {
    case title, subtitle, licence, contact
  }

  public var title: String
  public var subtitle: String?
  /// Languages of the interface, BCP 47 tags; pages in the first of them stand at the top of the site.
  public var languages: [String]
  /// Where the site is published, for the places that need an absolute address; links never use it.
  public var baseURL: String?
  public var licence: String?
  public var contact: String?
  /// Other texts for some of the languages.
  public var translations: [String: [Text: String]] = [:]

  public init(
    title: String, subtitle: String? = nil, languages: [String] = ["zh-Hans"], baseURL: String? = nil,
    licence: String? = nil, contact: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.languages = languages
    self.baseURL = baseURL
    self.licence = licence
    self.contact = contact
  }

  /// The settings with the texts of one language, where it has any of its own.
  public func translated(into language: String) -> SiteSettings {
    guard let own = translations[language] else { return self }
    var settings = self
    settings.title = own[.title] ?? title
    settings.subtitle = own[.subtitle] ?? subtitle
    settings.licence = own[.licence] ?? licence
    settings.contact = own[.contact] ?? contact
    return settings
  }
}
