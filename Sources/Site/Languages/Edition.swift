import Mustache

/// The site in one language: every page exists in each edition, the first of them at the top of the output and the
/// others in a folder named by their language.
struct Edition: Sendable {
  let words: Words
  /// Empty for the first edition, `en/` for another.
  let folder: String

  static func all(_ words: [Words]) -> [Edition] {
    words.enumerated().map { Edition(words: $1, folder: $0 == 0 ? "" : $1.language + "/") }
  }
}

/// A page in one of the site's languages.
struct Sister: Sendable {
  let href: String
  let language: String
  let label: String
  let isCurrent: Bool
  /// In the site's first language.
  let isFirst: Bool

  static let schema = Schema<Sister>(
    "the page in a language",
    [
      .text("href", "relative link to the page in that language") { $0.href },
      .text("language", "the language, a BCP 47 tag") { $0.language },
      .text("label", "the language's name in the language itself") { $0.label },
      .flag("isCurrent", "it is this very page") { $0.isCurrent },
      .flag("isFirst", "it is the one in the site's first language, for readers of any other") { $0.isFirst },
    ])
}
