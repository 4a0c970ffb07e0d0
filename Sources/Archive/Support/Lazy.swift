import Synchronization

/// A value that is made when it is first asked for, once, whatever thread asks.
public final class Lazy<Value: Sendable>: Sendable {
  @usableFromInline final class Made: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) { self.value = value }
  }

  // Every page asks for a few of them: what is there is found without a lock.
  @usableFromInline let made = AtomicLazyReference<Made>()
  private let making = Mutex(())
  private let make: @Sendable () -> Value

  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  @inlinable public var value: Value { made.load()?.value ?? firstValue() }

  @usableFromInline func firstValue() -> Value {
    making.withLock { _ in
      if let made = made.load() { return made.value }
      return made.storeIfNil(Made(make())).value
    }
  }
}
