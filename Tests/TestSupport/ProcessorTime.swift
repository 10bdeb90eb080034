// How work grows with its input: told by the processor time of one thread, which other work on the machine does not
// change, and only ever as a ratio.

import Glibc

/// What `work` costs with `count` of something, in seconds of the thread that it runs on: the least of three runs.
private func processorTime(of count: Int, _ work: (Int) throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
        let start = threadTime()
        try work(count)
        least = min(least, threadTime() - start)
    }
    return least
}

/// Whether eight times the input take about eight times the work: its square would be sixty-four times as much.
package func growsInProportion(to count: Int, _ work: (Int) throws -> Void) rethrows -> Bool {
    let small = try processorTime(of: count / 8, work)
    return try processorTime(of: count, work) < 24 * small + 0.05
}

private func threadTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
