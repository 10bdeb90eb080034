// The same work for many numbers, on several cores.

import Dispatch
import Knowledge
import Synchronization

/// `body` of each number below `count`, in order. Which thread does which number must not matter.
func inParallel<Result: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let next = Atomic(0)
    let finished = Mutex<[(Int, Result)]>([])
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
        var mine: [(Int, Result)] = []
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { break }
            mine.append((index, body(index)))
        }
        finished.withLock { $0 += mine }
    }
    return finished.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// The cores of the machine, for the part of linking that takes pages one by one.
struct Cores: PageMapping {
    let jobs: Int

    func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        inParallel(count, jobs: jobs, work)
    }
}
