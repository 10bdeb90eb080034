// The first thing on a plan page: in sentences what matters, then facts; and at the end, whether anything is missing.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    mutating func writeSummary() {
        html.write("<div class=\"plan-head\">\n")
        element("<p class=\"plan-summary\">", scheduled.summary(writing: written).joined(separator: " "), "</p>\n")
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
        if let governance = plan.governance { writeFacts(of: governance) }
        html.write("</dl>\n</div>\n")
    }

    private mutating func writeFacts(of governance: Governance) {
        if let board = governance.board { fact("Board", .person(board.value)) }
        if let meets = governance.meets {
            fact("Board meets", .text(Frequency(meets) == nil ? meets.capitalizedFirst : frequency(meets)))
        }
        let time = governance.timeTolerance.map { $0.value.written + " late" }
        let cost = governance.costTolerance.map { decimal($0.value) + "% over budget" }
        let limits = [time, cost].compactMap(\.self)
        if !limits.isEmpty { fact("Tolerance", .text(limits.joined(separator: ", "))) }
    }

    func written(_ date: CalendarDate) -> String { writtenDate(date, language: site.handbook.settings.language) }

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

extension WorkDuration {
    fileprivate var written: String {
        switch self {
        case .days(let count): workingDays(count)
        case .weeks(let count): count == 1 ? "1 week" : "\(count) weeks"
        }
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
