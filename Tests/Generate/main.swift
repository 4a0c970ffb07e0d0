import Archive
import ArchiveGenerator
import Glibc

let usage = "usage: generate DIR --reports N --seed S [--years 2005-2025] [--vocabulary Content/vocabulary]"

func fail(_ message: String, status: Int32) -> Never {
  let line = Array((message + "\n").utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    fail("\(path): error: \(String(cString: strerror(errno))); name the folder with --vocabulary", status: 3)
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes
}

var folder: String?
var reports: Int?
var seed: UInt64?
var years = 2005...2025
var vocabulary = "Content/vocabulary"
var arguments = Array(CommandLine.arguments.dropFirst())
while let argument = arguments.first {
  arguments.removeFirst()
  guard argument.hasPrefix("--") else {
    folder = argument
    continue
  }
  guard let value = arguments.first else { fail("\(argument) needs a value\n\(usage)", status: 2) }
  arguments.removeFirst()
  switch argument {
  case "--reports": reports = Int(value)
  case "--seed": seed = UInt64(value)
  case "--vocabulary": vocabulary = value
  case "--years":
    let ends = value.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1], ends.allSatisfy((2000...2100).contains) else {
      fail("--years \(value): write them as 2005-2025\n\(usage)", status: 2)
    }
    years = ends[0]...ends[1]
  default: fail("\(argument) is no option\n\(usage)", status: 2)
  }
}
guard let folder, let reports, let seed, reports > 0 else { fail(usage, status: 2) }

do {
  let gazetteer = try Gazetteer(
    divisions: contents(of: "\(vocabulary)/divisions.tsv"),
    formerNames: contents(of: "\(vocabulary)/former_names.tsv"))
  let made = try ArchiveGenerator(gazetteer: gazetteer, seed: seed, years: years).write(reports, to: folder)
  print("\(made.reports) invented reports, \(made.bytes / 1_000_000) MB, in \(folder)")
} catch let error as TableError {
  fail("\(vocabulary)/\(error.file):\(error.line): error: \(error.message)", status: 1)
} catch let error as WritingFailure {
  fail(error.description, status: 3)
} catch {
  fail("generate: error: \(error)", status: 1)
}
