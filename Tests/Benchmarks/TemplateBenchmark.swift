import Mustache

/// How long one page takes from its view model to finished HTML: a metric's table of 80 rows, some 22 KB.
enum TemplateBenchmark {
  struct Result {
    /// Microseconds a page, values included.
    let median: Double
    let pageBytes: Int
  }

  struct Row {
    let region: String
    let href: String
    let year: Int
    let value: String
    let unit: String
    let quote: String
    let isStated: Bool
    let note: String?

    static let schema = Schema<Row>(
      "row",
      [
        .text("region", "the division's name") { $0.region },
        .text("href", "the report's page") { $0.href },
        .number("year", "the report's year") { $0.year },
        .text("value", "the number as printed") { $0.value },
        .text("unit", "its unit") { $0.unit },
        .text("quote", "the sentence") { $0.quote },
        .flag("isStated", "whether the report gives the number") { $0.isStated },
        .text("note", "a remark") { $0.note },
      ])
  }

  struct Page {
    let title: String
    let intro: [UInt8]
    let rows: [Row]

    static let schema = Schema<Page>(
      "page",
      [
        .text("title", "the metric's name") { $0.title },
        .markup("intro", "what it measures, as HTML") { $0.intro },
        .list("rows", "a row a report", of: Row.schema) { $0.rows },
      ])
  }

  /// Renders the page `rounds` times in each of nine runs and takes the median run.
  static func run(rounds: Int = 400) throws -> Result {
    let templates = try TemplateSet(sources: sources, pages: [(template: "metric", shape: Page.schema.shape)])
    let page = Page(
      title: "Cases of administrative reconsideration & review",
      intro: Array("<p>Applications accepted in the year, as reported.</p>".utf8),
      rows: (0..<80).map(row))
    var buffer: [UInt8] = []
    var medians: [Double] = []
    for _ in 0..<9 {
      let time = try ContinuousClock().measure {
        for _ in 0..<rounds {
          buffer.removeAll(keepingCapacity: true)
          try templates.render("metric", Page.schema.record(page), into: &buffer)
        }
      }
      let parts = time.components
      medians.append((Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12) / Double(rounds))
    }
    return Result(median: medians.sorted()[medians.count / 2], pageBytes: buffer.count)
  }

  private static func row(_ index: Int) -> Row {
    Row(
      region: "第\(index)县", href: "../reports/\(410000 + index)-2020.html#q\(index)", year: 2005 + index % 20,
      value: "\(index * 37 % 1000)", unit: "件",
      quote: index % 4 == 0 ? "全年受理行政复议申请 <\(index)> 件 & 办结" : "全年受理行政复议申请\(index)件，全部办结",
      isStated: index % 7 != 0, note: index % 10 == 0 ? "含上年结转" : nil)
  }

  private static let sources = [
    TemplateSource(
      name: "metric", file: "metric.html",
      text: """
        {{<layout}}
        {{$main}}
          <h1>{{title}}</h1>
          {{{intro}}}
          <table>
            <thead><tr><th>Region</th><th>Year</th><th>Value</th><th>Sentence</th></tr></thead>
            <tbody>
              {{#rows}}
              {{>row}}
              {{/rows}}
            </tbody>
          </table>
        {{/main}}
        {{/layout}}

        """),
    TemplateSource(
      name: "row", file: "row.html",
      text: """
        <tr{{^isStated}} class="gap"{{/isStated}}>
          <th scope="row"><a href="{{href}}">{{region}}</a></th>
          <td class="year">{{year}}</td>
          <td class="value">{{value}} {{unit}}</td>
          <td>{{quote}}{{#note}} <small>{{note}}</small>{{/note}}</td>
        </tr>

        """),
    TemplateSource(
      name: "layout", file: "layout.html",
      text: """
        <!doctype html>
        <html lang="zh-Hans">
        <head>
          <meta charset="utf-8">
          <title>{{title}}</title>
          <link rel="stylesheet" href="../assets/site.css">
        </head>
        <body>
          <main>
            {{$main}}{{/main}}
          </main>
        </body>
        </html>

        """),
  ]
}
