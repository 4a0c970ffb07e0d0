import Archive

/// The data that reading rests on and a curator may edit: divisions, the table of scripts, metrics, topics and laws.
public struct Vocabulary: Sendable {
  public let gazetteer: Gazetteer
  public let scriptTable: ScriptTable
  public let statistics: StatisticsVocabulary

  public enum Failure: Error {
    case file(FileFailure)
    /// Lines that cannot be used, all of one file.
    case table([TableError], path: String)

    /// `file:line: error: what; what to do`.
    public var rendered: String {
      switch self {
      case .file(let failure): "\(failure.path): error: \(failure.message)"
      case .table(let errors, let path):
        errors.map { "\(path):\($0.line): error: \($0.message)" }.joined(separator: "\n")
      }
    }
  }

  /// Reads each table from the first of the folders that has it.
  public init(folders: [String]) throws(Failure) {
    let script = try Vocabulary.load("hant-hans.tsv", folders)
    gazetteer = try Vocabulary.gazetteer(folders)
    do {
      scriptTable = try ScriptTable(parsing: script.bytes)
    } catch {
      throw .table([error], path: script.path)
    }
    statistics = try Vocabulary.statistics(folders, scriptTable)
  }

  /// The table of names that pages in other languages than the reports' show, and what stands behind it.
  public static func names(folders: [String]) throws(Failure) -> (
    bytes: [UInt8], path: String, gazetteer: Gazetteer
  ) {
    let table = try load("names.tsv", folders)
    return (table.bytes, table.path, try gazetteer(folders))
  }

  private static func gazetteer(_ folders: [String]) throws(Failure) -> Gazetteer {
    let divisions = try load("divisions.tsv", folders)
    let former = try load("former_names.tsv", folders)
    do {
      return try Gazetteer(divisions: divisions.bytes, formerNames: former.bytes)
    } catch {
      throw .table([error], path: error.file == "former_names.tsv" ? former.path : divisions.path)
    }
  }

  private static func statistics(
    _ folders: [String], _ scriptTable: ScriptTable
  ) throws(Failure) -> StatisticsVocabulary {
    let topicFile = try load("topics.yml", folders)
    let lawFile = try load("laws.yml", folders)
    let metricFile = try load("metrics.yml", folders)
    let topics: TopicVocabulary
    let laws: LawAliases
    do {
      topics = try TopicVocabulary(parsing: topicFile.bytes, scriptTable: scriptTable)
    } catch {
      throw .table([error], path: topicFile.path)
    }
    do {
      laws = try LawAliases(parsing: lawFile.bytes, scriptTable: scriptTable)
    } catch {
      throw .table([error], path: lawFile.path)
    }
    do {
      let metrics = try MetricVocabulary(
        yaml: metricFile.bytes, file: "metrics.yml", topics: Set(topics.topics.map(\.id)))
      return StatisticsVocabulary(metrics: metrics, topics: topics, laws: laws, scriptTable: scriptTable)
    } catch {
      throw .table(error.errors, path: metricFile.path)
    }
  }

  private static func load(_ name: String, _ folders: [String]) throws(Failure) -> (
    bytes: [UInt8], path: String
  ) {
    let path = folders.map { "\($0)/\(name)" }.first { FileAccess.kind(of: $0, following: true) == .file }
    guard let path else {
      throw .file(FileFailure(path: "\(folders.first ?? "Content/vocabulary")/\(name)", code: 2))
    }
    do {
      return (try FileAccess.read(path), path)
    } catch {
      throw .file(error)
    }
  }
}
