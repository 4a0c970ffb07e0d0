import Synchronization

/// Texts that many reports have in common, each under a number that it keeps: metrics, units, laws, topics, roles.
public final class Names: Sendable {
  private struct State {
    var texts: [String] = []
    /// Empty until a number is first asked for.
    var numbers: [ByteKey: Int32] = [:]

    mutating func prepare() {
      guard numbers.count < texts.count else { return }
      numbers.reserveCapacity(texts.count + 64)
      for (number, text) in texts.enumerated() { numbers[ByteKey(text)] = Int32(number) }
    }
  }

  private let state: Mutex<State>

  /// - Parameter texts: each once.
  public init(_ texts: [String] = []) { state = Mutex(State(texts: texts)) }

  public var count: Int { state.withLock { $0.texts.count } }

  /// By number, as of now.
  public var texts: [String] { state.withLock { $0.texts } }

  public func text(_ number: Int32) -> String { state.withLock { $0.texts[Int(number)] } }

  /// A text that is new gets the next number.
  public func number(of text: String) -> Int32 {
    let key = ByteKey(text)
    return state.withLock { state in
      state.prepare()
      if let known = state.numbers[key] { return known }
      let number = Int32(state.texts.count)
      state.texts.append(text)
      state.numbers[key] = number
      return number
    }
  }

  /// Nil for a text that no report has.
  public func known(_ text: String) -> Int32? {
    state.withLock { state in
      state.prepare()
      return state.numbers[ByteKey(text)]
    }
  }
}
