import FlyingFox
import FlyingSocks
import Glibc

/// The server library's pool of waiting sockets, with each socket told to send small pieces at once.
///
/// The library sends head and body of a response apart; without this the second waits for the browser's
/// receipt of the first, 40 ms for every request after the first on a connection. The library has no setting
/// for it.
struct PromptPool<Base: AsyncSocketPool>: AsyncSocketPool {
  let base: Base

  func prepare() async throws { try await base.prepare() }
  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // The listening socket waits too, and those it accepts inherit the option.
    var on: Int32 = 1
    setsockopt(
      socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
