import ArgumentParser
import Publishing

struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove what Annals made.",
    discussion: """
      Removes from the output folder the files that Annals put there, and its record of them. Files of any other \
      origin stay.

      EXAMPLES
        annals clean
        annals clean --output /srv/www/reports
      """)

  @OptionGroup var archive: ArchiveOptions

  @Option(help: ArgumentHelp("The folder to clean; Output in the archive by default.", valueName: "dir"))
  var output: String?

  func run() throws {
    let messages = archive.messages
    let target = output ?? archive.path("Output")
    do {
      let store = try OutputStore(
        output: target, root: archive.root,
        sources: ["Content", "Templates", "Sources", "Tests"].map(archive.path))
      let summary = try store.clean()
      messages.say("\(summary.removed) files removed from \(target)")
    } catch {
      try Publication.Failure.publishing(error).report(messages)
    }
  }
}
