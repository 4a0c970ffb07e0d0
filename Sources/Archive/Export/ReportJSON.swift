/// A report as JSON: the contract of `annals inspect`, and the file beside every report's page.
public enum ReportJSON {
  /// One line without its line end; the keys and their order are the command line's contract.
  public static func line(_ report: Report) -> [UInt8] {
    let (masthead, facts) = (report.masthead, report.facts)
    var json = JSONWriter(capacity: 4096 + 320 * facts.quantities.count)
    json.object { json in
      json.field("file", report.file)
      json.field("id", report.id)
      json.field("title", masthead.title)
      json.field("titleDerived", masthead.titleDerived)
      json.field("issuer", masthead.issuer)
      json.field("unit", masthead.unit)
      json.key("region")
      write(masthead.region, to: &json)
      json.field("level", masthead.level?.rawValue)
      json.field("year", masthead.year)
      json.field("published", masthead.published?.description)
      json.field("signed", masthead.signed?.description)
      json.field("documentNumber", masthead.documentNumber)
      json.field("indexNumber", masthead.indexNumber)
      json.field("category", masthead.category)
      json.field("source", masthead.source)
      json.field("addressees", masthead.addressees)
      json.field("script", masthead.script.rawValue)
      json.field("chrome", facts.chrome)
      json.key("outline")
      json.array { array in for heading in facts.outline { write(heading, to: &array) } }
      json.key("quantities")
      json.array { array in for quantity in facts.quantities { write(quantity, to: &array) } }
      json.key("citations")
      json.array { array in for citation in facts.citations { write(citation, to: &array) } }
      json.key("checks")
      json.array { array in for check in report.checks { write(check, to: &array) } }
      json.key("diagnostics")
      json.array { array in for diagnostic in report.diagnostics { write(diagnostic, to: &array) } }
    }
    return json.bytes
  }

  private static func write(_ region: Region?, to json: inout JSONWriter) {
    guard let region else { return json.value(nil as String?) }
    json.object { json in
      json.field("adcode", region.adcode.description)
      json.field("name", region.name)
      json.field("path", region.path.map(\.name))
      json.field("level", region.level.rawValue)
    }
  }

  private static func write(_ heading: Heading, to json: inout JSONWriter) {
    json.object { json in
      json.field("level", heading.level)
      json.field("label", heading.label)
      json.field("title", heading.title)
      json.field("runIn", heading.runIn)
      json.field("parent", heading.parent)
    }
  }

  private static func write(_ quantity: Quantity, to json: inout JSONWriter) {
    json.object { json in
      json.field("text", quantity.text)
      json.field("value", quantity.value)
      json.field("unit", quantity.unit)
      json.field("approximation", quantity.approximation.rawValue)
      json.field("subject", quantity.subject)
      json.field("metric", quantity.metric)
      json.key("period")
      json.object { json in
        json.field("kind", quantity.period.rawValue)
        json.field("year", quantity.year)
      }
      json.field("scope", quantity.scope?.rawValue)
      json.field("section", quantity.section)
      json.field("line", quantity.place.line)
    }
  }

  private static func write(_ citation: Citation, to json: inout JSONWriter) {
    json.object { json in
      json.field("text", citation.text)
      json.field("title", citation.title)
      json.field("documentNumber", citation.documentNumber)
      json.field("kind", citation.kind.rawValue)
      json.field("line", citation.place.line)
    }
  }

  private static func write(_ check: Check, to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", check.kind.rawValue)
      json.field("holds", check.holds)
      json.field("stated", check.stated)
      json.field("computed", check.computed)
      json.key("quantities")
      json.array { array in for index in check.quantities { array.value(index) } }
      json.field("note", check.note)
      json.field("line", check.line)
    }
  }

  private static func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    json.object { json in
      json.field("severity", diagnostic.severity.rawValue)
      json.field("code", diagnostic.code)
      json.field("line", diagnostic.line)
      json.field("message", diagnostic.message)
    }
  }
}
