// The first thing on a plan page: in sentences what matters, then facts; and at the end, whether anything is missing.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    mutating func writeSummary() {
        html.write("<div class=\"plan-head\">\n")
        element("<p class=\"plan-summary\">", summary.joined(separator: " "), "</p>\n")
        html.write("<dl class=\"facts\">")
        fact("Kind", .text(plan.kind.value.rawValue.capitalizedFirst))
        if let schedule = scheduled.schedule {
            fact("Start", .date(schedule.start))
            fact("Finish", .date(schedule.finish))
            fact("Duration", .text(workingDays(schedule.duration)))
        } else if let start = plan.start {
            fact("Start", .date(start.value))
        }
        if let deadline = plan.deadline { fact("Deadline", .date(deadline.value)) }
        if let margin = scheduled.schedule?.margin {
            fact("Margin", .text(margin < 0 ? "\(workingDays(-margin)) late" : workingDays(margin)))
        }
        if let schedule = scheduled.schedule {
            let leaves = schedule.leaves
            fact("Critical tasks", .text("\(leaves.count { $0.isCritical }) of \(leaves.count { _ in true })"))
        }
        if !plan.budget.isEmpty { fact("Budget", .money(scheduled.budgetTotal.planned)) }
        if let sponsor = plan.sponsor { fact("Sponsor", .person(sponsor.value)) }
        if let manager = plan.manager { fact("Manager", .person(manager.value)) }
        html.write("</dl>\n</div>\n")
    }

    func workingDays(_ count: Int) -> String { "\(count) working day\(count == 1 ? "" : "s")" }

    func written(_ date: CalendarDate) -> String { writtenDate(date, language: site.handbook.settings.language) }

    /// The state of the plan in plain sentences.
    var summary: [String] {
        guard let schedule = scheduled.schedule, !schedule.criticalPath.isEmpty else {
            return plan.tasks.isEmpty
                ? ["This plan has no tasks yet."] : ["This plan cannot be scheduled: its tasks wait for each other."]
        }
        var sentences: [String] = []
        let finish = written(schedule.finish)
        if let margin = schedule.margin, let deadline = plan.deadline {
            let when = written(deadline.value)
            sentences.append(
                margin < 0
                    ? "This plan finishes on \(finish), \(workingDays(-margin)) after its deadline of \(when)."
                    : margin == 0
                        ? "This plan finishes on \(finish), just on time for its deadline of \(when)."
                        : "This plan finishes on \(finish), \(workingDays(margin)) before its deadline of \(when).")
        } else {
            sentences.append("This plan finishes on \(finish) and has no deadline.")
        }
        let leaves = Array(schedule.leaves)
        let critical = leaves.count { $0.isCritical }
        sentences.append(
            "\(critical) of \(leaves.count) task\(leaves.count == 1 ? "" : "s") \(critical == 1 ? "is" : "are") critical: a delay there moves the end."
        )
        if let next = scheduled.nextMilestone.map({ schedule.tasks[$0] }), let date = next.finish {
            sentences.append("The next milestone is “\(next.task.name)” on \(written(date)).")
        }
        if let state = progressSentence(of: leaves) { sentences.append(state) }
        return sentences
    }

    /// What is done, under way, blocked and late by the status date; `nil` before anything has happened.
    private func progressSentence(of leaves: [ScheduledTask]) -> String? {
        let done = leaves.count { $0.isDone }
        let active = leaves.count { !$0.isDone && ($0.progress > 0 || $0.task.status?.value == .active) }
        let blocked = leaves.count { !$0.isDone && $0.task.status?.value == .blocked }
        guard done + active + blocked > 0, let statusDate = scheduled.statusDate else { return nil }
        let late = leaves.count { task in !task.isDone && task.finish.map { $0 < statusDate } == true }
        var parts = ["\(done) done", "\(active) under way"]
        if blocked > 0 { parts.append("\(blocked) blocked") }
        if late > 0 { parts.append("\(late) late") }
        return "As of \(written(statusDate)): \(parts.joined(separator: ", "))."
    }

    // MARK: Completeness

    mutating func writeCompleteness() {
        let kind = plan.kind.value
        let rows = PlanElement.allCases.compactMap { element -> [PlanCell]? in
            let severity = element.severity(in: kind)
            let isThere = plan.has(element)
            // What a plan of this kind may do without is worth a line only when it is there.
            guard severity != nil || isThere else { return nil }
            let need = severity == .error ? "Must" : severity == .warning ? "Should" : "May"
            return [.header(element.title), .text(need), .mark(isThere, yes: "Present", no: "Missing")]
        }
        let missing = PlanElement.allCases.filter { $0.severity(in: kind) != nil && !plan.has($0) }
        html.write("<p>")
        html.appendEscaped(
            missing.isEmpty
                ? "Nothing is missing that \(kind.withArticle) plan must have."
                : "Missing of what \(kind.withArticle) plan must or should have: \(missing.map { $0.title.lowercased() }.joined(separator: "; "))."
        )
        html.write("</p>\n")
        table("Completeness", ["Element", "Needed", "State"], rows)
    }
}

extension PlanKind {
    fileprivate var withArticle: String { (self == .action || self == .implementation ? "an " : "a ") + rawValue }
}

extension PlanElement {
    fileprivate var title: String {
        switch self {
        case .goals: "Goals with objectives, each served by a task"
        case .workPlan: "Work plan"
        case .resources: "Resources and budget"
        case .stakeholders: "Stakeholders and responsibilities"
        case .risks: "Risk assessment"
        case .quality: "Quality control"
        case .measures: "A measure for each objective"
        case .owners: "An owner for each task and objective"
        }
    }
}
