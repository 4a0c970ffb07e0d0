import Archive

/// Finds reports that claim one id. None of them gets a page: which one is meant, only a curator can say.
public enum DuplicateIds {
  public static func mark(_ reports: inout [Report]) {
    var first: [String: Int] = [:]
    first.reserveCapacity(reports.count)
    // Hardly ever is there one: most ids are looked up once and nothing is kept beside them.
    var claims: [String: [Int]] = [:]
    for index in reports.indices {
      guard let id = reports[index].id else { continue }
      if let known = first[id] {
        claims[id, default: [known]].append(index)
      } else {
        first[id] = index
      }
    }
    for id in claims.keys.sorted() {
      let holders = claims[id] ?? []
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
