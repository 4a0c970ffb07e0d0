import Archive

/// Finds reports that claim one id. None of them gets a page: which one is meant, only a curator can say.
public enum DuplicateIds {
  public static func mark(_ reports: inout [Report]) {
    var claims: [String: [Int]] = [:]
    for (index, report) in reports.enumerated() {
      if let id = report.id { claims[id, default: []].append(index) }
    }
    for id in claims.keys.sorted() {
      guard let holders = claims[id], holders.count > 1 else { continue }
      let files = holders.map { reports[$0].file }.sorted()
      for index in holders {
        let others = files.filter { $0 != reports[index].file }.joined(separator: ", ")
        reports[index].diagnostics.append(
          Diagnostic(
            .error, code: "duplicate-id",
            message: "id \(id) is claimed by \(others) too; remove one file, or set `id:` in its front matter"
          ))
        reports[index].id = nil
      }
    }
  }
}
