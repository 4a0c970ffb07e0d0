import FlyingFox
import FlyingSocks
import Glibc
import Synchronization

/// Serves a site while it is being worked on: builds when its sources change and tells open pages.
public struct SiteServer: Sendable {
  private let folder: ServedFolder
  private let address: ListenAddress
  private let port: UInt16
  private let news = BuildNews()

  /// - Parameters:
  ///   - folder: the site; it may be missing until the first build has made it.
  ///   - host: `localhost` or a numeric address.
  ///   - port: 0 for any that is free.
  ///   - allowExposure: without it only an address that other machines cannot reach is taken.
  /// - Throws: `badHost`, `exposed`.
  public init(
    folder: String, host: String = "127.0.0.1", port: UInt16, allowExposure: Bool = false
  ) throws(ServingError) {
    self.folder = ServedFolder(path: folder)
    address = try ListenAddress(host)
    guard address.isLoopback || allowExposure else { throw .exposed(host: host) }
    self.port = port
  }

  /// Listens, builds once, and builds again whenever something changes, until the task is cancelled.
  ///
  /// Builds never overlap: what changes during one makes another. A page whose bytes changed reloads; a
  /// failed build is shown in every open page until one succeeds.
  ///
  /// - Parameters:
  ///   - sources: folders to watch, with all below them; they may be missing for a while.
  ///   - message: takes a line for a person.
  ///   - ready: called once, after the first build, with the address of the home page.
  ///   - rebuild: makes the site; its first call is told that everything may have changed.
  /// - Throws: what keeps the server from listening; nothing when cancelled.
  public func run(
    watching sources: [String],
    message: @escaping @Sendable (String) -> Void,
    ready: @escaping @Sendable (_ address: String) -> Void,
    rebuild: @escaping @Sendable (ChangedPaths) async -> BuildOutcome
  ) async throws(ServingError) {
    let place = BoundPort()
    let first = try httpServer(port)
    let failure = await withTaskGroup(of: ServingError?.self) { group in
      group.addTask { await listen(first, at: place) }
      group.addTask {
        // When listening fails the other task says why.
        guard (try? await first.waitUntilListening(timeout: 60)) != nil else { return nil }
        let bound = await first.listeningAddress?.port ?? port
        place.number.store(bound, ordering: .relaxed)
        // Watched from before the first build, so that what changes during it is not missed.
        let changes = FolderWatcher(folders: sources, message: message).changes()
        news.tell(await rebuild(.everything))
        ready("http://\(address.urlHost):\(bound)/")
        for await changed in changes { news.tell(await rebuild(changed)) }
        return nil
      }
      group.addTask {
        while (try? await Task.sleep(for: .seconds(15))) != nil { news.beat() }
        return nil
      }
      let failure = await group.first { $0 != nil } ?? nil
      group.cancelAll()
      return failure
    }
    if let failure { throw failure }
  }

  private func httpServer(_ port: UInt16) throws(ServingError) -> HTTPServer {
    let site = StaticSite(folder: folder, address: address, news: news)
    let handler = ClosureHTTPHandler { request in
      // What a refused request carries is read, or it would be taken for the next request.
      for try await _ in request.bodySequence {}
      return HTTPResponse(site.answer(Request(request)), date: time(nil))
    }
    let pool = PromptPool(base: HTTPServer.defaultPool())
    do {
      switch address.family {
      case .ip4:
        let socket = try sockaddr_in.inet(ip4: address.text, port: port)
        return HTTPServer(address: socket, pool: pool, logger: .disabled, handler: handler)
      case .ip6:
        let socket = try sockaddr_in6.inet6(ip6: address.text, port: port)
        return HTTPServer(address: socket, pool: pool, logger: .disabled, handler: handler)
      }
    } catch {
      throw .badHost(address.text)
    }
  }

  /// Answers requests until cancelled.
  private func listen(_ first: HTTPServer, at place: BoundPort) async -> ServingError? {
    var server = first
    while true {
      do {
        try await server.run()
        return nil
      } catch {
        if Task.isCancelled { return nil }
        let failure = Self.failure(error, port: port, address: address)
        // The library gives up when it cannot take one connection, for which open pages need not suffer: all
        // are closed by now, and pages come back.
        let bound = place.number.load(ordering: .relaxed)
        guard case .system(_, let code?) = failure, Self.passing.contains(code), bound != 0,
          (try? await Task.sleep(for: .milliseconds(200))) != nil, let next = try? httpServer(bound)
        else { return Task.isCancelled ? nil : failure }
        server = next
      }
    }
  }

  /// `errno` values that say nothing about the next connection.
  private static let passing: Set<Int32> = [EMFILE, ENFILE, ECONNABORTED, EINTR, ENOBUFS, ENOMEM, EPROTO]

  private static func failure(_ error: any Error, port: UInt16, address: ListenAddress) -> ServingError {
    guard case .failed(let doing, let code, _)? = error as? SocketError else {
      return .system(doing: "serve", code: nil)
    }
    switch code {
    case EADDRINUSE: return .portTaken(port: port)
    case EACCES, EPERM: return .portForbidden(port: port)
    case EADDRNOTAVAIL: return .noSuchAddress(host: address.text)
    default: return .system(doing: doing.lowercased(), code: code)
    }
  }
}

/// The port that is listened on; 0 until one is.
private final class BoundPort: Sendable {
  let number = Atomic<UInt16>(0)
}

extension Socket.Address {
  fileprivate var port: UInt16? {
    switch self {
    case .ip4(_, let port), .ip6(_, let port): port
    case .unix: nil
    }
  }
}
