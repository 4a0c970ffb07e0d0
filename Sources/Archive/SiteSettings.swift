/// What `Content/site.yml` says about the archive as a whole.
public struct SiteSettings: Equatable, Sendable {
  public var title: String
  public var subtitle: String?
  /// Language of the interface, a BCP 47 tag.
  public var language: String
  /// Where the site is published, for the places that need an absolute address; links never use it.
  public var baseURL: String?
  public var licence: String?
  public var contact: String?

  public init(
    title: String, subtitle: String? = nil, language: String = "zh-Hans", baseURL: String? = nil,
    licence: String? = nil, contact: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.baseURL = baseURL
    self.licence = licence
    self.contact = contact
  }
}
