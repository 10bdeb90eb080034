// The state of a plan in plain sentences, for its page and for terminals: what is late comes first.

import Content
import Scheduling
package import UTF8Text

extension ScheduledPlan {
    /// Whether the first sentence is a warning.
    package var isLate: Bool { schedule?.isLate ?? false }

    /// When it finishes and with what margin, what that is against its baseline, how far it is, how much of it is
    /// critical, and what comes next.
    package func summary(writing written: (CalendarDate) -> String) -> [String] {
        guard let schedule, schedule.tasks.contains(where: { $0.times != nil }) else {
            if plan.tasks.isEmpty { return ["This plan has no tasks yet."] }
            return [schedule == nil ? "This plan cannot be scheduled." : "Every task of this plan was dropped."]
        }
        let leaves = Array(schedule.leaves)
        let sentences = [
            finishSentence(schedule, isOver: !leaves.contains { $0.isUnfinished }, writing: written),
            baselineSentence(schedule, writing: written), progressSentence(of: leaves, writing: written),
            criticalSentence(of: leaves), milestoneSentence(schedule, writing: written), silenceSentence(schedule),
        ]
        return sentences.compactMap(\.self)
    }

    /// Which chain of tasks makes the plan late; `nil` for a plan that is not, or of which nothing is left to do.
    package var causeOfLateness: String? {
        guard isLate, let schedule, let first = schedule.criticalPath.first else { return nil }
        let names = schedule.criticalPath.map { "“\(schedule.tasks[$0].task.name)”" }
        let chain: String =
            switch names.count {
            case 1: names[0]
            case 2...4: names.dropLast().joined(separator: ", then ") + " and " + names[names.count - 1]
            default:
                names.prefix(2).joined(separator: ", then ") + ", \(names.count - 3) more and " + names[names.count - 1]
            }
        let task = schedule.tasks[first]
        let left = task.state == .started ? ", of which \(workingDays(task.remaining)) are left" : ""
        let verb = names.count == 1 ? "drives" : "drive"
        return "\(chain) \(verb) its end\(names.count == 1 ? left : "")."
    }

    /// What a project manager needs to know in one screen: the state, what decides the end, which tasks are late and who
    /// has them, and which points of the scorecard are not met.
    package var briefing: [String] {
        var lines = summary { $0.iso }
        guard let schedule else { return lines }
        if isLate, !schedule.criticalPath.isEmpty { lines.append("Driven by: \(schedule.criticalChain)") }
        let late = schedule.leaves.filter(\.isLate)
        for task in late.prefix(10) {
            let planned = task.planned.map { "planned for \($0.upperBound.iso), " } ?? ""
            let expected = task.finish.map { "expected on \($0.iso)" } ?? ""
            let left = task.state == .started ? ", \(workingDays(task.remaining)) left" : ", not begun"
            let owner = task.task.owner.map { ", \($0.value)" } ?? ""
            lines.append("Late: \(task.id) “\(task.task.name)”, \(planned)\(expected)\(left)\(owner)")
        }
        if late.count > 10 { lines.append("Late: \(late.count - 10) more; 'milepost plan show' has all") }
        return lines + [scorecardSummary].compactMap(\.self)
    }

    private func finishSentence(
        _ schedule: PlanSchedule, isOver: Bool, writing written: (CalendarDate) -> String
    ) -> String {
        let isExpected = status.isReported || status.firstOpenDay > 0
        let verb = isOver ? "was finished on" : isExpected ? "is expected to finish on" : "finishes on"
        let finish = "plan \(verb) \(written(schedule.finish))"
        guard let deadline = plan.deadline?.value else { return "This \(finish) and has no deadline." }
        guard let distance = schedule.calendar.distance(from: deadline, to: schedule.finish) else {
            return "This \(finish), just in time for its deadline of \(written(deadline))."
        }
        if schedule.isLate {
            return
                "Late: this \(finish), \(distance.dropLast(" later".count)) after its deadline of \(written(deadline))."
        }
        guard schedule.margin != 0 else {
            return "This \(finish), just in time for its deadline of \(written(deadline))."
        }
        return "This \(finish), \(distance.dropLast(" earlier".count)) before its deadline of \(written(deadline))."
    }

    private func baselineSentence(_ schedule: PlanSchedule, writing written: (CalendarDate) -> String) -> String? {
        guard let baseline = slips.first?.baselineFinish else { return nil }
        guard let distance = schedule.calendar.distance(from: baseline, to: schedule.finish) else {
            return "That is the date of its baseline."
        }
        return "That is \(distance) than its baseline of \(written(baseline))."
    }

    /// What is done, under way, blocked and late by the status date; `nil` before anything has happened or should have.
    private func progressSentence(
        of leaves: [ScheduledTask], writing written: (CalendarDate) -> String
    ) -> String? {
        guard let date = status.date else {
            return status.isReported ? "Its progress has no date, so nothing was moved behind it." : nil
        }
        let done = leaves.count { $0.isDone }
        let started = leaves.count { $0.state == .started && $0.task.status?.value != .blocked }
        let blocked = leaves.count { $0.isUnfinished && $0.task.status?.value == .blocked }
        let late = leaves.filter(\.isLate).map { "“\($0.task.name)”" }
        guard done + started + blocked + late.count > 0 else { return nil }
        var parts = ["\(done) of \(leaves.count) done", "\(started) under way"]
        if blocked > 0 { parts.append("\(blocked) blocked") }
        if !late.isEmpty {
            let more = late.count > 3 ? " and \(late.count - 3) more" : ""
            parts.append("\(late.count) late: \(late.prefix(3).joined(separator: ", "))\(more)")
        }
        let assumed = status.isAssumed ? " (assumed, because the plan has no status date)" : ""
        return "As of \(written(date))\(assumed): \(parts.joined(separator: ", "))."
    }

    private func criticalSentence(of leaves: [ScheduledTask]) -> String {
        let unfinished = leaves.count { $0.isUnfinished }
        guard unfinished > 0 else {
            return leaves.count == 1 ? "Its only task is done." : "All of its \(leaves.count) tasks are done."
        }
        let critical = leaves.count { $0.isCritical }
        let kind = unfinished < leaves.count ? "unfinished " : ""
        return
            "\(critical) of \(unfinished) \(kind)task\(unfinished == 1 ? "" : "s") \(critical == 1 ? "is" : "are") critical: a delay there moves the end."
    }

    private func milestoneSentence(_ schedule: PlanSchedule, writing written: (CalendarDate) -> String) -> String? {
        guard let next = nextMilestone.map({ schedule.tasks[$0] }), let date = next.finish else { return nil }
        var slip = ""
        if status.date != nil, let planned = next.planned?.upperBound,
            let distance = schedule.calendar.distance(from: planned, to: date)
        {
            slip = ", \(distance) than planned"
        }
        return "The next milestone is “\(next.task.name)” on \(written(date))\(slip)."
    }

    /// A plan that nobody reports on, long after its beginning.
    private func silenceSentence(_ schedule: PlanSchedule) -> String? {
        guard !status.isReported, status.date == nil, let updated,
            schedule.calendar.day(onOrAfter: updated) > 20
        else { return nil }
        return "No progress was reported since the plan began."
    }
}
