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
                    [task.isCritical ? "critical" : "", task.progress > 0 ? "\(task.progress)%" : ""]
                        .filter { !$0.isEmpty }.joined(separator: " ")
                }
            return [
                task.id, name, task.isMilestone ? "" : String(task.duration), task.start?.iso ?? "",
                task.finish?.iso ?? "", times.map { String($0.totalFloat) } ?? "",
                task.isPhase ? "" : times.map { String($0.freeFloat) } ?? "",
                task.task.after.map(\.text).joined(separator: " "), task.task.owner?.value ?? "", state,
            ]
        }
    }

    /// The critical path as `a1 → a3 → a5`.
    package var criticalChain: String { criticalPath.map { tasks[$0].id }.joined(separator: " → ") }
}
