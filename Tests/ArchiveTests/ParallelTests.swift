import Synchronization
import Testing

@testable import Archive

@Suite struct ParallelTests {
  @Test func everyPieceOnceAndInOrder() {
    for count in [0, 1, 2, 511, 512, 513, 2_000] {
      #expect(Parallel.each(count) { $0 * 2 } == (0..<count).map { $0 * 2 })
      #expect(Parallel.pieces(count) { Array($0) }.flatMap { $0 } == Array(0..<count))
    }
  }

  /// Pieces share out work of their own, which must neither wait for one another nor be lost.
  @Test func workInsideOfWork() {
    let (one, other, third) = Parallel.together(
      { Parallel.each(50) { outer in Parallel.each(50) { outer * 50 + $0 } }.flatMap { $0 } },
      { Parallel.pieces(5_000) { $0.count }.reduce(0, +) },
      { Parallel.together({ 1 }, { "2" }, { Parallel.each(3) { $0 } }) })
    #expect(one == Array(0..<2_500))
    #expect(other == 5_000)
    #expect(third == (1, "2", [0, 1, 2]))
  }

  @Test func workAheadIsDoneOnce() async {
    for begins in [false, true] {
      let done = Mutex([Int](repeating: 0, count: 300))
      let work = WorkAhead(300) { number in
        done.withLock { $0[number] += 1 }
        return number
      }
      if begins { work.begin() }
      await withTaskGroup(of: [Int].self) { group in
        for _ in 0..<4 { group.addTask { work.value } }
        for await value in group { #expect(value == Array(0..<300)) }
      }
      #expect(done.withLock { $0 } == [Int](repeating: 1, count: 300))
    }
    #expect(WorkAhead(0) { $0 }.value.isEmpty)
  }
}
