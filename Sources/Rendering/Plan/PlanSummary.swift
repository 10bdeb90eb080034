// The first thing on a plan page: in sentences what matters, then facts; and at the end, whether anything is missing.

import Content
import Knowledge
import Scheduling
import UTF8Text

extension PlanWriter {
    mutating func writeSummary() {
        html.write("<div class=\"plan-head\">\n")
        writeSentences()
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
        if let margin = margin { fact("Margin", margin) }
        if let date = scheduled.statusDate { fact("Status date", .date(date)) }
        if let schedule = scheduled.schedule {
            let unfinished = schedule.leaves.filter(\.isUnfinished)
            fact("Critical tasks", .text("\(unfinished.count { $0.isCritical }) of \(unfinished.count)"))
        }
        if !plan.budget.isEmpty { fact("Budget", .money(scheduled.budgetTotal.planned)) }
        if let sponsor = plan.sponsor { fact("Sponsor", .person(sponsor.value)) }
        if let manager = plan.manager { fact("Manager", .person(manager.value)) }
        if let governance = plan.governance { writeFacts(of: governance) }
        html.write("</dl>\n</div>\n")
    }

    /// What is late comes first, with its cause and its cost, in the tone of a warning.
    private mutating func writeSentences() {
        let sentences = scheduled.summary(writing: written)
        if scheduled.isLate {
            html.write("<p class=\"plan-summary plan-late\"><strong>")
            html.appendEscaped(sentences.first ?? "")
            html.write("</strong>")
            for sentence in [scheduled.causeOfLateness, costSentence].compactMap(\.self) {
                html.appendEscaped(" " + sentence)
            }
            html.write("</p>\n")
        } else {
            element("<p class=\"plan-summary\">", sentences.first ?? "", "</p>\n")
        }
        if sentences.count > 1 {
            element("<p class=\"plan-summary\">", sentences.dropFirst().joined(separator: " "), "</p>\n")
        }
        guard let days = site.handbook.daysSinceStatus(ofPlanOn: page), days > site.handbook.settings.plansStaleAfter
        else { return }
        element(
            "<p class=\"plan-summary plan-late\">",
            "The status of this plan is \(days) days old. What happened since is not in it.", "</p>\n")
    }

    /// What the whole will cost if it goes on as it did.
    private var costSentence: String? {
        guard let value = scheduled.earnedValue, let estimate = value.estimateAtCompletion,
            let variance = value.varianceAtCompletion, variance < 0
        else { return nil }
        return
            "At the cost of the work so far, all of it will cost \(money(estimate)), \(money(-variance)) more than was planned for it."
    }

    private var margin: PlanCell? {
        guard let schedule = scheduled.schedule, let deadline = schedule.deadline, let margin = schedule.margin else {
            return nil
        }
        guard schedule.isLate else { return .text(workingDays(margin)) }
        let distance = schedule.calendar.distance(from: deadline, to: schedule.finish) ?? ""
        return .late("\(distance.dropLast(" later".count)) late")
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
