import Glibc

/// Why Annals would not, or could not, serve: data, which `rendered` turns into words.
public enum ServingError: Error, Hashable, Sendable {
  /// The host is neither an address nor `localhost`.
  case badHost(String)
  /// Other machines could reach the host, and nobody allowed that.
  case exposed(host: String)
  case portTaken(port: UInt16)
  /// Ports below 1024 belong to the administrator.
  case portForbidden(port: UInt16)
  /// No network of this machine has the address.
  case noSuchAddress(host: String)
  /// The system said no; an `errno` value, or nil where the server library gives none.
  case system(doing: String, code: Int32?)

  /// `serve: error: what is wrong; what to do`.
  public var rendered: String {
    let (what, remedy) = words
    return "serve: error: \(what); \(remedy)"
  }

  private var words: (what: String, remedy: String) {
    switch self {
    case .badHost(let host):
      ("'\(host)' is not an address", "give a numeric one such as 127.0.0.1 or ::1, or localhost")
    case .exposed(let host):
      ("\(host) can be reached from other machines", "use 127.0.0.1, or allow it with --expose")
    case .portTaken(let port):
      (
        "port \(port) is in use by another program",
        "stop that one, choose another port, or let --port 0 find one"
      )
    case .portForbidden(let port):
      ("port \(port) is reserved for the administrator", "choose one from 1024 on")
    case .noSuchAddress(let host):
      ("this machine does not have the address \(host)", "use 127.0.0.1, or an address of this machine")
    case .system(let doing, let code):
      (
        "cannot \(doing)" + (code.map { ": \(String(cString: strerror($0)).lowercased())" } ?? ""),
        code == EMFILE || code == ENFILE
          ? "raise the limit of open files (ulimit -n)" : "mend that and run it again"
      )
    }
  }
}
