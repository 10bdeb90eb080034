// Plans for tests, written as authors write them.

import Content
import Foundation
import Plans
import TestSupport
import UTF8Text

struct ReadPlan {
    let plan: ScheduledPlan
    /// Of reading and of checking.
    let diagnostics: [Diagnostic]

    /// `rule line:column`, in the order in which findings are reported.
    var findings: [String] {
        diagnostics.sorted(by: Diagnostic.reportedBefore).map { "\($0.rule) \($0.position.line):\($0.position.column)" }
    }
}

struct UnreadablePlan: Error { let diagnostics: [Diagnostic] }

func read(plan text: String, path: String = "plan.yaml", roles: Set<String>? = nil) throws -> ReadPlan {
    let file = parsePlanFile(Array(text.utf8), path: path)
    guard let plan = file.plan else { throw UnreadablePlan(diagnostics: file.diagnostics) }
    let scheduled = schedulePlan(plan, path: path, updated: file.updated, roles: roles.map { KnownNames($0) })
    return ReadPlan(plan: scheduled.plan, diagnostics: file.diagnostics + scheduled.diagnostics)
}

/// A plan with these lines of tasks, which starts on Monday, 4 January 2027.
func read(tasks: String, with lines: String = "") throws -> PlanSchedule? {
    let indented = tasks.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    return try read(plan: "kind: project\nstart: 2027-01-04\n\(lines)\ntasks:\n\(indented)\n").plan.schedule
}

extension PlanSchedule {
    /// "a 2027-01-04 2027-01-08" for every task and phase with dates.
    var dates: [String] {
        tasks.compactMap { task in task.dates.map { "\(task.id) \($0.lowerBound.iso) \($0.upperBound.iso)" } }
    }
}

var contentFolder: URL {
    repository.appending(path: "content")
}
