import ArgumentParser
import Serving

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Build the site, show it in a browser and keep it up to date.",
    discussion: """
      Serves the output folder on this machine alone, builds again whenever something in Content or Templates changes, \
      and lets open pages show it at once. What goes wrong in a build is said on the page. The files in the output \
      folder are the very ones that `build` makes.

      EXAMPLES
        annals serve
        annals serve --root my-archive --port 8080
      """)

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: ArgumentHelp("Where the site is put; Output in the archive by default.", valueName: "dir"))
  var output: String?

  @Option(help: "The port; 0 takes one that is free.")
  var port: UInt16 = 4000

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Flag(help: "Allow an address that other machines can reach. Anybody there can read the site.")
  var expose = false

  func run() async throws {
    let place = Place(host: host, port: port, isExposed: expose)
    do throws(ServingError) {
      try await Serve.serve(archive, target: output ?? archive.path("Output"), jobs: jobs.count, at: place)
    } catch {
      Terminal.error(error.rendered)
      throw ExitStatus.cannotReadOrWrite
    }
  }

  private struct Place {
    let host: String
    let port: UInt16
    let isExposed: Bool
  }

  private static func serve(
    _ archive: ArchiveOptions, target: String, jobs: Int, at place: Place
  ) async throws(ServingError) {
    let server = try SiteServer(
      folder: target, host: place.host, port: place.port, allowExposure: place.isExposed)
    try await Interruption.cancels { () async throws(ServingError) in
      try await server.run(
        watching: [archive.content, archive.path("Templates")], message: { Terminal.error($0) },
        ready: { Terminal.result("serving \($0)") },
        rebuild: { _ in await build(archive, target, jobs) })
    }
  }

  /// A failed build leaves the site as it was, and the server goes on with that.
  private static func build(_ archive: ArchiveOptions, _ target: String, _ jobs: Int) async -> BuildOutcome {
    let messages = archive.messages
    do {
      let outcome = try await SiteBuild(archive: archive, target: target, jobs: jobs, messages: messages)
        .run()
      messages.say(outcome.summary)
      return .built(changed: outcome.written + outcome.removed)
    } catch {
      return .failed(message: messages.errors.joined(separator: "\n"))
    }
  }
}
