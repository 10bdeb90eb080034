// A schedule as rows of text, for terminals.

import UTF8Text
import Content
import Scheduling

extension PlanSchedule {
    package static let columns = [
        "task", "name", "days", "start", "finish", "float", "free", "after", "owner", "state",
    ]

    /// A row for each task and phase, in the order of the file; names are indented by their phases.
    package var rows: [[String]] {
        tasks.map { task in
            let times = task.times
            let name = String(repeating: "  ", count: task.depth) + task.task.name
            let state: String =
                if times == nil { "dropped" } else if task.isDone { "done" } else {
                    [
                        task.isLate ? "late" : "", task.task.status?.value == .blocked ? "blocked" : "",
                        task.isCritical ? "critical" : "", task.state == .started ? "\(task.progress)%" : "",
                        task.state == .started && !task.isPhase ? "\(task.remaining) left" : "",
                    ].filter { !$0.isEmpty }.joined(separator: " ")
                }
            return [
                task.id, name, task.isMilestone ? "" : String(task.duration), task.start?.iso ?? "",
                task.finish?.iso ?? "", times.map(float(\.totalFloat)) ?? "",
                task.isPhase ? "" : times.map(float(\.freeFloat)) ?? "",
                task.task.after.map(\.text).joined(separator: " "), task.task.owner?.value ?? "", state,
            ]
        }
    }

    /// What is finished has none.
    private func float(_ which: KeyPath<ActivityTimes, Int?>) -> (ActivityTimes) -> String {
        { $0[keyPath: which].map { String($0) } ?? "–" }
    }

    /// The critical path as `a1 → a3 → a5`.
    package var criticalChain: String { criticalPath.map { tasks[$0].id }.joined(separator: " → ") }
}
