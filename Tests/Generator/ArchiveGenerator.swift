import Archive

/// One invented report with what a reader should find in it.
public struct GeneratedReport: Sendable {
  /// Below `Content/reports`, such as `河南省/开封市/鼓楼区2019.txt`.
  public let path: String
  public let text: [UInt8]
  public let truth: Truth
}

/// Makes archives of invented reports: real divisions, real laws, and figures that follow from a seed alone.
///
/// The same seed gives the same bytes on every machine. Reports are made one at a time, so that the number of
/// reports costs no memory.
public struct ArchiveGenerator: Sendable {
  private let gazetteer: Gazetteer
  private let phrasebook: Phrasebook
  private let seed: UInt64
  private let years: ClosedRange<Int>

  /// Throws when a phrase cannot be compiled.
  public init(gazetteer: Gazetteer, seed: UInt64, years: ClosedRange<Int> = 2005...2025) throws(WordingError)
  {
    self.gazetteer = gazetteer
    self.seed = seed
    self.years = years
    phrasebook = try Phrasebook()
  }

  /// The settings of an archive that nobody can take for a real one.
  public static let settings = """
    title: 虚构测试档案
    subtitle: 全部报告由测试程序编造，数字与事项均属虚构
    language: zh-Hans

    """

  /// Hands over report after report: region by region, each with its years in order. Fewer than asked for when
  /// the regions have no more years.
  public func forEachReport<Failure: Error>(
    _ count: Int, _ receive: (GeneratedReport) throws(Failure) -> Void
  ) throws(Failure) {
    var series: (adcode: Adcode, series: Series, style: Style)?
    for entry in ReportPlan(reports: count, gazetteer: gazetteer, seed: seed, years: years).entries {
      guard let division = gazetteer.division(entry.adcode, year: entry.year) else { continue }
      if series?.adcode != entry.adcode {
        series = (
          entry.adcode,
          Series(
            measures: phrasebook.measures, indices: phrasebook.indices, years: years, adcode: entry.adcode,
            level: division.level, seed: seed),
          Style(seed: seed, adcode: entry.adcode.number)
        )
      }
      guard let series else { continue }
      let place = Place(division, year: entry.year, gazetteer: gazetteer)
      try receive(report(place, series.series, series.style))
    }
  }

  private func report(_ place: Place, _ series: Series, _ style: Style) -> GeneratedReport {
    var composer = Composer(phrasebook: phrasebook, series: series, place: place, style: style)
    let layout = Layout(place: place, style: style, random: &composer.random)
    composer.setTitle(layout.title)
    composer.setPublished(layout.publishedDay)
    if style.hasByteOrderMark { composer.add("\u{FEFF}") }
    for line in layout.head { composer.add(line + style.lineEnd) }
    var body = BodyWriter(composer)
    body.write()
    composer = body.composer
    for line in layout.foot { composer.add(line + style.lineEnd) }
    let note = Opening.note(style)
    composer.add(style.lineEnd + note + style.lineEnd)
    return GeneratedReport(path: ReportPath.path(place, style), text: composer.text, truth: composer.truth)
  }
}

extension Opening {
  static func note(_ style: Style) -> String {
    Closing.notes[SplitMix64(style.seed, 17).choice(Closing.notes.count)]
  }
}

/// Names of files, as different collectors give them.
enum ReportPath {
  static func path(_ place: Place, _ style: Style) -> String {
    let province = place.province.name
    let above = place.path.count > 2 ? place.path[1].name : ""
    let year = place.year
    switch style.file {
    case 0: return "\(province)/\(above.isEmpty ? "" : above + "/")\(place.division.name)\(year).txt"
    case 1: return "\(province)/\(place.division.adcode)-\(year).txt"
    case 2:
      let latin = place.path.dropFirst(place.path.count > 2 ? 1 : 0).map(\.pinyin).joined(separator: "/")
      return "\(province)/\(latin)/\(place.division.kind)-\(year).txt"
    case 3: return "\(province)/\(year)年/\(above)\(place.division.name).txt"
    default:
      // A file as downloaded: the name says nothing.
      let mark = SplitMix64(style.seed, UInt64(year), 19).peek
      let hex = String(mark, radix: 16)
      return "\(province)/\(String(repeating: "0", count: 16 - hex.utf8.count))\(hex).txt"
    }
  }
}
