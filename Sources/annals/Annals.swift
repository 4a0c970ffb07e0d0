import ArgumentParser
import CMimalloc
import Glibc

/// The command line: one file a command; what they share is below `Shared`.
@main
struct Annals: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "Builds a website from an archive of annual government reports.",
    discussion: """
      A folder of reports saved from government portals becomes a cross-linked site of plain files: a page a report, \
      a page a region, a page a year. It can be served from any web server and opened straight from the disk.

      EXAMPLES
        annals init my-archive          make a new archive
        annals build --root my-archive  build its site into my-archive/Output
        annals serve --root my-archive  show it in a browser and keep it up to date
        annals inspect report.txt       show what is read out of one file
        annals check --root my-archive  say what is wrong or unsure, write nothing

      EXIT CODES
        0 done · 1 finished with errors in content · 2 bad usage · 3 cannot read or write
      """,
    version: "annals \(Installation.version)",
    subcommands: [Build.self, Serve.self, Check.self, Inspect.self, Init.self, Clean.self])

  static func main() async {
    // A reader that stops early (`annals inspect … | head`) ends the command without a word.
    signal(SIGPIPE, SIG_DFL)
    // Memory in pages of 2 MB where the kernel has them: a whole build takes a tenth less CPU time.
    mi_option_set_enabled_default(mi_option_large_os_pages, true)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitStatus {
      Glibc.exit(status.rawValue)
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      if code.isSuccess {
        if !text.isEmpty { print(text) }
        Glibc.exit(0)
      }
      Terminal.error(text)
      // Whatever the parser refuses is bad usage.
      Glibc.exit(ExitStatus.badUsage.rawValue)
    }
  }
}

/// How a command ended; the command line's contract.
enum ExitStatus: Int32, Error {
  case done = 0
  /// The command did its work, and said what is wrong in the content.
  case contentErrors = 1
  case badUsage = 2
  case cannotReadOrWrite = 3
}
