import ArgumentParser
import Glibc

/// Options that several commands share.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive: the folder that holds Content and Templates.", valueName: "dir"))
  var root = "."

  @Flag(name: .shortAndLong, help: "Also list notes and every warning.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--verbose and --quiet exclude each other; give one") }
    if root.isEmpty { throw ValidationError("--root is empty; name the archive's folder") }
  }

  var messages: Messages { Messages(volume: quiet ? .quiet : verbose ? .verbose : .normal) }

  var content: String { path("Content") }

  /// `Content/reports` of the current folder, `my-archive/Content/reports` of another.
  func path(_ name: String) -> String {
    if root == "." || root == "./" { return name }
    return root.hasSuffix("/") ? root + name : "\(root)/\(name)"
  }
}

struct JobsOption: ParsableArguments {
  @Option(help: ArgumentHelp("How many threads to use; all cores by default.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256") }
  }

  var count: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
