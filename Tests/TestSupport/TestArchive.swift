import Archive
import Reading

/// The project's own vocabulary and a reader on it, loaded once for all tests.
public enum TestArchive {
  public static let vocabulary: Vocabulary = {
    do {
      return try Vocabulary(folders: ["\(Repository.root)/Content/vocabulary"])
    } catch {
      fatalError("\(error)")
    }
  }()

  public static let reader = ReportReader(vocabulary: vocabulary)

  /// Reads a text as if it were the file `name`, whose path says nothing of place or year.
  public static func report(_ text: String, name: String = "page.txt") -> Report {
    reader.read(Array(text.utf8), file: name)
  }

  public static func report(file: String) throws -> Report {
    reader.read(try FileAccess.read(file), file: file, path: "page.txt")
  }
}

/// Precision and recall of a list of found things against a list of expected ones, with repeats counted.
public struct Score: CustomStringConvertible {
  public private(set) var right = 0
  public private(set) var found = 0
  public private(set) var expected = 0

  public init() {}

  public mutating func add<Item: Hashable>(found: [Item], expected: [Item]) {
    var open: [Item: Int] = [:]
    for item in expected { open[item, default: 0] += 1 }
    for item in found {
      if let count = open[item], count > 0 {
        right += 1
        open[item] = count - 1
      }
    }
    self.found += found.count
    self.expected += expected.count
  }

  public var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
  public var recall: Double { expected == 0 ? 1 : Double(right) / Double(expected) }
  public var f1: Double { found + expected == 0 ? 1 : 2 * Double(right) / Double(found + expected) }

  public var description: String {
    func percent(_ share: Double) -> String { "\(Double(Int(share * 1000 + 0.5)) / 10)%" }
    return "\(right) right of \(found) found and \(expected) expected: precision \(percent(precision)), "
      + "recall \(percent(recall)), F1 \(percent(f1))"
  }
}
