import ArgumentParser
import Glibc
import Reading

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new archive, or give one a theme of its own.",
    discussion: """
      Makes DIR with Content: settings, an about page, the vocabulary and an empty reports folder. Put report \
      files below DIR/Content/reports, then run `annals build --root DIR`. Pages are made with the templates that \
      came with Annals.

      With --theme these templates are copied into DIR/Templates, to be changed: into a new archive, or into one \
      that stands already and has none. DIR/Templates/README.md lists the values of every page.

      EXAMPLES
        annals init my-archive
        annals init --theme my-archive
      """)

  @Argument(
    help: ArgumentHelp("The archive's folder; new or empty, unless --theme is given.", valueName: "dir"))
  var folder: String

  @Flag(help: "Copy the templates too, so that they can be changed.")
  var theme = false

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
    if theme, FileAccess.kind(of: "\(folder)/Content", following: true) == .folder {
      try addTheme(share, messages)
      return
    }
    if let kind = FileAccess.kind(of: folder, following: true) {
      let isEmpty = kind == .folder && (try? FileAccess.names(in: folder))?.isEmpty == true
      guard isEmpty else {
        messages.error(
          "\(folder): error: stands already and is not an empty folder"
            + (theme ? " nor an archive; name a new folder, or one with Content" : "; name a new one"))
        throw ExitStatus.badUsage
      }
    }
    do {
      let archive = NewArchive(folder: folder, share: share)
      try archive.make()
      if theme { try archive.addTheme() }
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

  private func addTheme(_ share: String, _ messages: Messages) throws {
    let templates = "\(folder)/Templates"
    if FileAccess.kind(of: templates, following: true) != nil {
      messages.error(
        "\(templates): error: stands already; move it away to start from the theme of Annals again")
      throw ExitStatus.badUsage
    }
    do {
      try NewArchive(folder: folder, share: share).addTheme()
    } catch {
      messages.error("\(error.path): error: \(error.message)")
      throw ExitStatus.cannotReadOrWrite
    }
    messages.say("\(templates) is a copy of the theme; see \(templates)/README.md for what can be changed")
  }
}
