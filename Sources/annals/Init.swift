import ArgumentParser
import Glibc
import Reading

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new archive.",
    discussion: """
      Makes DIR with Content (settings, an about page, the vocabulary, an empty reports folder) and Templates. \
      Put report files below DIR/Content/reports, then run `annals build --root DIR`.

      EXAMPLES
        annals init my-archive
      """)

  @Argument(help: ArgumentHelp("The new archive's folder; new or empty.", valueName: "dir"))
  var folder: String

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    let messages = Messages(volume: quiet ? .quiet : .normal)
    guard let share = Installation.share else {
      messages.error(
        "annals: error: the program's data (templates, vocabulary) was not found beside it; install with `make install`"
      )
      throw ExitStatus.cannotReadOrWrite
    }
    if let kind = FileAccess.kind(of: folder, following: true) {
      let isEmpty = kind == .folder && (try? FileAccess.names(in: folder))?.isEmpty == true
      guard isEmpty else {
        messages.error("\(folder): error: stands already and is not an empty folder; name a new one")
        throw ExitStatus.badUsage
      }
    }
    do {
      try NewArchive(folder: folder, share: share).make()
    } catch {
      messages.error("\(error.path): error: \(error.message)")
      throw ExitStatus.cannotReadOrWrite
    }
    messages.say(
      """
      \(folder) is ready. Put reports (.txt, .md) into \(folder)/Content/reports, then run
        annals build --root \(folder)
      """)
  }
}
