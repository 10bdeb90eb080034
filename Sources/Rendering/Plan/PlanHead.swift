// The first thing on a plan page: in sentences what matters, then facts; and at the end, whether anything is missing.

import Content
import Knowledge
import Plans
import Scheduling
import UTF8Text

extension PlanWriter {
    mutating func writeSummary() {
        html.write("<div class=\"plan-head\">\n")
        writeSentences()
        html.write("<dl class=\"facts\">")
        let facts = words.facts
        fact(facts.kind, .text(words.values.kind(plan.kind.value)))
        if let schedule = scheduled.schedule {
            fact(facts.start, .date(schedule.start))
            fact(facts.finish, .date(schedule.finish))
            fact(facts.duration, .text(wording.counts.workingDays(schedule.duration)))
        } else if let start = plan.start {
            fact(facts.start, .date(start.value))
        }
        if let deadline = plan.deadline { fact(facts.deadline, .date(deadline.value)) }
        if let margin = margin { fact(facts.margin, margin) }
        if let date = scheduled.statusDate { fact(facts.statusDate, .date(date)) }
        if let schedule = scheduled.schedule {
            let unfinished = schedule.leaves.filter(\.isUnfinished)
            let critical = unfinished.count { $0.isCritical }
            fact(facts.criticalTasks, .text(wording.numbers.outOf(critical, unfinished.count)))
        }
        if !plan.budget.isEmpty { fact(facts.budget, .money(scheduled.budgetTotal.planned)) }
        if let sponsor = plan.sponsor { fact(facts.sponsor, .person(sponsor.value)) }
        if let manager = plan.manager { fact(facts.manager, .person(manager.value)) }
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
        element("<p class=\"plan-summary plan-late\">", words.schedule.statusIsOld(days), "</p>\n")
    }

    /// What the whole will cost if it goes on as it did.
    private var costSentence: String? {
        guard let value = scheduled.earnedValue, let estimate = value.estimateAtCompletion,
            let variance = value.varianceAtCompletion, variance < 0
        else { return nil }
        return words.money.willCost(money(estimate), money(-variance))
    }

    private var margin: PlanCell? {
        guard let schedule = scheduled.schedule, let deadline = schedule.deadline, let margin = schedule.margin else {
            return nil
        }
        guard schedule.isLate else { return .text(wording.counts.workingDays(margin)) }
        return .late(words.facts.late(written(schedule.calendar, from: deadline, to: schedule.finish)))
    }

    private mutating func writeFacts(of governance: Governance) {
        let facts = words.facts
        if let board = governance.board { fact(facts.board, .person(board.value)) }
        if let meets = governance.meets {
            fact(facts.boardMeets, .text(Frequency(meets).map(words.values.frequency) ?? meets.capitalizedFirst))
        }
        let time = governance.timeTolerance.map { facts.timeTolerance(written($0.value)) }
        let cost = governance.costTolerance.map { facts.costTolerance(wording.numbers.percent(decimal($0.value))) }
        let limits = [time, cost].compactMap(\.self)
        if !limits.isEmpty { fact(facts.tolerance, .text(limits.joined(separator: wording.lists.separator))) }
    }

    // MARK: Dates and lengths

    func written(_ date: CalendarDate) -> String { wording.dates.date(date) }

    /// One date where both are the same.
    func written(_ dates: ClosedRange<CalendarDate>) -> String {
        dates.lowerBound == dates.upperBound
            ? written(dates.lowerBound) : wording.dates.span(dates.lowerBound, dates.upperBound)
    }

    /// How far apart two dates are.
    func written(_ calendar: WorkingCalendar, from first: CalendarDate, to last: CalendarDate) -> String {
        wording.counts.distance(calendar.days(from: first, to: last), last.daysSince1970 - first.daysSince1970)
    }

    private func written(_ length: WorkDuration) -> String {
        switch length {
        case .days(let count): wording.counts.workingDays(count)
        case .weeks(let count): wording.counts.weeks(count)
        }
    }

    // MARK: Completeness

    mutating func writeCompleteness() {
        let kind = plan.kind.value
        let (words, tables, columns) = (words.registers, words.tables, words.columns)
        let rows = PlanElement.allCases.compactMap { element -> [PlanCell]? in
            let severity = element.severity(in: kind)
            let isThere = plan.has(element)
            // What a plan of this kind may do without is worth a line only when it is there.
            guard severity != nil || isThere else { return nil }
            let need = severity == .error ? words.must : severity == .warning ? words.should : words.may
            return [
                .header(words.element(element)), .text(need), .mark(isThere, yes: words.present, no: words.missing),
            ]
        }
        let missing = PlanElement.allCases.filter { $0.severity(in: kind) != nil && !plan.has($0) }
        element(
            "<p>", missing.isEmpty ? words.nothingMissing(kind) : words.elementsMissing(kind, missing), "</p>\n")
        table(tables.completeness, [columns.element, columns.needed, columns.state], rows)
    }
}
