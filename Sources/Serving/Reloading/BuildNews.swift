import Archive
import Synchronization

/// Tells open pages how builds ended, as server-sent events.
///
/// Each event is the whole state, so that a page that joins late or again knows what all others know.
final class BuildNews: Sendable {
  private struct State: Sendable {
    var build = 0
    var failure: String?
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var nextListener = 0
  }

  /// Each holds a connection and a task.
  static let mostListeners = 256
  /// Beyond this a page would rather reload than look through a list.
  static let mostChanges = 1000

  private let state = Mutex(State())

  /// The events from now on, the present state first; nil when too many listen. Ends with the task that reads
  /// it.
  func listen() -> AsyncStream<[UInt8]>? {
    // A reader that stops reading misses old states, never the last one.
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(8))
    let listener = state.withLock { state -> Int? in
      guard state.listeners.count < Self.mostListeners else { return nil }
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      continuation.yield(Array("retry: 500\n\n".utf8) + Self.event(state, assets: []))
      return state.nextListener
    }
    guard let listener else { return nil }
    continuation.onTermination = { [weak self] _ in
      // Not inside the lock: the continuation may be ended by one who holds it.
      let gone = self?.state.withLock { $0.listeners.removeValue(forKey: listener) }
      _ = gone
    }
    return stream
  }

  func tell(_ outcome: BuildOutcome) {
    var assets: [String] = []
    let listeners = state.withLock { state -> (event: [UInt8], [AsyncStream<[UInt8]>.Continuation]) in
      state.build += 1
      switch outcome {
      case .built(let changed):
        state.failure = nil
        // Pages compare their own tag; of the rest only what a page draws in matters.
        assets = changed.filter(Self.isDrawnIn)
      case .failed(let message):
        state.failure = message
      }
      return (Self.event(state, assets: assets), Array(state.listeners.values))
    }
    for continuation in listeners.1 { continuation.yield(listeners.event) }
  }

  /// Finds listeners that are gone: only writing to a connection tells.
  func beat() {
    let listeners = state.withLock { Array($0.listeners.values) }
    for continuation in listeners { continuation.yield(Array(": \n\n".utf8)) }
  }

  var listenerCount: Int { state.withLock { $0.listeners.count } }

  private static func isDrawnIn(_ path: String) -> Bool {
    [".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".woff2", ".woff", ".ico"]
      .contains { path.hasSuffix($0) }
  }

  private static func event(_ state: State, assets: [String]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("build", state.build)
      json.field("failure", state.failure)
      json.field("changed", Array(assets.prefix(mostChanges)))
      json.field("more", assets.count > mostChanges)
    }
    return Array("event: state\ndata: ".utf8) + json.bytes + Array("\n\n".utf8)
  }
}
