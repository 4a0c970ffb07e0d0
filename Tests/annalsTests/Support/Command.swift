import Foundation
import Glibc

/// The built program, run as a person runs it: as a process of its own.
enum Command {
  struct Outcome: Sendable {
    /// The exit code; 128 and more when a signal ended the process.
    let code: Int32
    let output: String
    let errors: String
    /// True when the time was up and the process was killed.
    let isLate: Bool

    /// The messages, one line each.
    var messages: [String] { errors.split(separator: "\n").map(String.init) }
  }

  /// Where the tests' own executable stands: `swift test` builds the program beside it.
  static let productsFolder: String = {
    let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    return (executable as NSString).deletingLastPathComponent
  }()

  static let binary = productsFolder + "/annals"

  /// Runs the program to its end or until `seconds` are over.
  ///
  /// - Parameters:
  ///   - folder: The current folder of the process.
  ///   - share: Where it finds templates and vocabulary; nil leaves that to the program.
  ///   - wrapper: A command that runs the program for us, such as `setpriv`.
  static func run(
    _ arguments: [String], binary: String = Command.binary, in folder: String = "/", share: String?,
    wrapper: [String] = [], seconds: Int = 120
  ) throws -> Outcome {
    let scratch = try TemporaryArchive.emptyFolder()
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    // `env` and the wrappers become the program rather than start it, so the process is the program's.
    let words = ["env", "-C", folder] + wrapper + [binary] + arguments
    var environment = ["HOME": "/nonexistent", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"]
    if let share { environment["ANNALS_SHARE"] = share }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "out"), (2, "err")] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "\(scratch)/\(name)", O_WRONLY | O_CREAT, 0o600)
    }
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] = environment.sorted { $0.key < $1.key }.map {
      strdup("\($0)=\($1)")
    }
    envp.append(nil)
    defer { for pointer in argv + envp { free(pointer) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, nil, &argv, &envp)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }

    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    var isLate = false
    while waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline {
        isLate = true
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        break
      }
      usleep(3_000)
    }
    let signal = status & 0x7F
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(scratch)/\(name)")), as: UTF8.self)
    }
    return Outcome(
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: try text("out"),
      errors: try text("err"),
      isLate: isLate)
  }
}
