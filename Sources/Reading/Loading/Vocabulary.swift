import Archive

/// The data that reading rests on and a curator may edit: divisions and the table of scripts.
public struct Vocabulary: Sendable {
  public let gazetteer: Gazetteer
  public let scriptTable: ScriptTable

  public enum Failure: Error {
    case file(FileFailure)
    case table(TableError, path: String)

    /// `file:line: error: what; what to do`.
    public var rendered: String {
      switch self {
      case .file(let failure): "\(failure.path): error: \(failure.message)"
      case .table(let error, let path): "\(path):\(error.line): error: \(error.message)"
      }
    }
  }

  /// Reads each table from the first of the folders that has it.
  public init(folders: [String]) throws(Failure) {
    let divisions = try Vocabulary.load("divisions.tsv", folders)
    let former = try Vocabulary.load("former_names.tsv", folders)
    let script = try Vocabulary.load("hant-hans.tsv", folders)
    do {
      gazetteer = try Gazetteer(divisions: divisions.bytes, formerNames: former.bytes)
    } catch {
      throw .table(error, path: error.file == "former_names.tsv" ? former.path : divisions.path)
    }
    do {
      scriptTable = try ScriptTable(parsing: script.bytes)
    } catch {
      throw .table(error, path: script.path)
    }
  }

  private static func load(_ name: String, _ folders: [String]) throws(Failure) -> (bytes: [UInt8], path: String) {
    let path = folders.map { "\($0)/\(name)" }.first { FileAccess.kind(of: $0, following: true) == .file }
    guard let path else { throw .file(FileFailure(path: "\(folders.first ?? "Content/vocabulary")/\(name)", code: 2)) }
    do {
      return (try FileAccess.read(path), path)
    } catch {
      throw .file(error)
    }
  }
}
