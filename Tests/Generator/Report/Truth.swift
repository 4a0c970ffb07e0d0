import Archive

/// A number as it stands in an invented report.
public struct TruthQuantity: Sendable, Equatable {
  public enum Period: String, Sendable {
    case year, prior, target, cumulative
    case asAt = "as_at"
  }

  /// As printed, without words before the number: `1.2万余件`.
  public var text: String
  /// 万 and 亿 expanded.
  public var value: Amount
  public var unit: String
  /// Id of the metric; nil for a number of no metric and for a change.
  public var metric: String?
  public var period: Period
  /// `exact`, `about` or `at_least`.
  public var approximation: String
  public var isChange = false
}

public struct TruthCitation: Sendable, Equatable {
  /// Without its marks, as printed.
  public var title: String
  public var documentNumber: String?
}

/// What a reader should find in an invented report.
public struct Truth: Sendable, Equatable {
  public var adcode: Int
  public var year: Int
  /// Nil when the text has none.
  public var title: String?
  public var published: String?
  public var quantities: [TruthQuantity] = []
  public var citations: [TruthCitation] = []
  /// Rates printed so that they do not follow from their counts, for the checks to find.
  public var misprinted: [String] = []

  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("adcode", String(adcode))
      object.field("year", year)
      object.field("title", title)
      object.field("published", published)
      object.key("quantities")
      object.array { array in
        for quantity in quantities {
          array.object { row in
            row.field("text", quantity.text)
            row.field("value", quantity.value)
            row.field("unit", quantity.unit)
            row.field("metric", quantity.metric)
            row.field("period", quantity.period.rawValue)
            row.field("approximation", quantity.approximation)
            row.field("change", quantity.isChange)
          }
        }
      }
      object.key("citations")
      object.array { array in
        for citation in citations {
          array.object { row in
            row.field("title", citation.title)
            row.field("documentNumber", citation.documentNumber)
          }
        }
      }
      object.field("misprinted", misprinted)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
