/// What part of a report says.
enum Theme: Int, CaseIterable, Sendable {
  case leadership, functions, rules, decisions, enforcement, emergency, disputes, oversight, digital,
    capacity,
    publicity
}

/// One thing reports say with figures, in the words of several offices.
struct Statement: Sendable {
  let theme: Theme
  /// Short headings it may stand under.
  let leads: [String]
  let sentences: [String]
  /// In so many of a hundred regions.
  var share = 80
  var years = 2000...2100
  /// Only where there are such powers: rules are made by cities and provinces.
  var isForCities = false

  init(
    _ theme: Theme, _ leads: [String], share: Int = 80, years: ClosedRange<Int> = 2000...2100,
    isForCities: Bool = false, _ sentences: [String]
  ) {
    self.theme = theme
    self.leads = leads
    self.share = share
    self.years = years
    self.isForCities = isForCities
    self.sentences = sentences
  }
}
