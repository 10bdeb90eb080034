// What each step of a run took: seconds on the clock, seconds of processors, and so how many cores were busy.

import Glibc
import Publishing

struct Timings {
    /// A moment: the clock and the processor time so far of this program and of the workers that ended, in seconds.
    private struct Moment {
        let clock: Double
        let processors: Double

        static var now: Moment {
            var time = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &time)
            return Moment(
                clock: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9,
                processors: usage(of: RUSAGE_SELF).seconds + usage(of: RUSAGE_CHILDREN).seconds)
        }
    }

    private let start = Moment.now
    private var steps: [(step: Step, clock: Double, processors: Double)] = []
    private var current: (step: Step, since: Moment)?

    /// A step may begin more than once: its times add up.
    mutating func begin(_ step: Step) {
        end()
        current = (step, .now)
    }

    mutating func end() {
        guard let (step, since) = current else { return }
        let now = Moment.now
        let (clock, processors) = (now.clock - since.clock, now.processors - since.processors)
        current = nil
        guard let place = steps.firstIndex(where: { $0.step == step }) else {
            return steps.append((step, clock, processors))
        }
        steps[place].clock += clock
        steps[place].processors += processors
    }

    /// A row for each step, the whole run, and the most memory that this program and a single worker have held.
    var table: String {
        let now = Moment.now
        let all = steps.map { ($0.step.rawValue, $0.clock, $0.processors) }
        let rows = all + [("all", now.clock - start.clock, now.processors - start.processors)]
        let lines = rows.map { name, clock, processors in
            let cores = clock > 0.0005 ? fixed(processors / clock, digits: 1) : "-"
            return padded(name) + [fixed(clock, digits: 3), fixed(processors, digits: 3), cores].map(column).joined()
        }
        let heading = padded("Step") + ["Seconds", "CPU", "Cores"].map(column).joined()
        let memory =
            "Memory at most: \(usage(of: RUSAGE_SELF).megabytes) MB, "
            + "and \(usage(of: RUSAGE_CHILDREN).megabytes) MB in a worker"
        return ([heading] + lines + [memory]).joined(separator: "\n")
    }
}

private func padded(_ name: String) -> String { name + String(repeating: " ", count: max(0, 20 - name.count)) }

private func column(_ text: String) -> String { String(repeating: " ", count: max(1, 10 - text.count)) + text }

private func fixed(_ number: Double, digits: Int) -> String {
    let units = (0..<digits).reduce(1) { product, _ in product * 10 }
    let value = Int((max(0, number) * Double(units)).rounded())
    let fraction = String(value % units)
    return "\(value / units)." + String(repeating: "0", count: digits - fraction.count) + fraction
}

/// Processor time in seconds, and the most memory that was held at once.
private func usage(of who: __rusage_who) -> (seconds: Double, megabytes: Int) {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(who.rawValue), &usage) == 0 else { return (0, 0) }
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    let seconds = Double(user.tv_sec + system.tv_sec) + Double(user.tv_usec + system.tv_usec) / 1e6
    return (seconds, usage.ru_maxrss / 1024)
}
