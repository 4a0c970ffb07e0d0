/// What `Content/site.yml` says about the archive as a whole.
public struct SiteSettings: Equatable, Sendable {
  public var title: String
  public var subtitle: String?
  /// Languages of the interface, BCP 47 tags; pages in the first of them stand at the top of the site.
  public var languages: [String]
  /// Where the site is published, for the places that need an absolute address; links never use it.
  public var baseURL: String?
  public var licence: String?
  public var contact: String?

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
}
