import Dispatch
import Glibc

/// Ctrl-C, and the polite way to end a process.
public enum Interruption {
  /// Does the work until it is done or the user interrupts it (SIGINT, SIGTERM): then it is cancelled and
  /// waited for. A second signal ends the process at once.
  public static func cancels(_ work: @escaping @Sendable () async throws(ServingError) -> Void)
    async throws(ServingError)
  {
    let (signals, signal) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGINT, SIGTERM].map { number in
      // The default would end the process before anybody is asked.
      Glibc.signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        for number in [SIGINT, SIGTERM] { Glibc.signal(number, SIG_DFL) }
        signal.yield()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    let failure = await withTaskGroup(of: ServingError?.self) { group in
      group.addTask {
        do throws(ServingError) {
          try await work()
          return nil
        } catch {
          return error
        }
      }
      group.addTask {
        _ = await signals.first { true }
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    if let failure { throw failure }
  }
}
