// The state of a plan in plain sentences, for its page and for terminals.

import Content
package import UTF8Text

extension ScheduledPlan {
    /// When it finishes and with what margin, how much of it is critical, what comes next, and how far it is.
    package func summary(writing written: (CalendarDate) -> String) -> [String] {
        guard let schedule, schedule.tasks.contains(where: { $0.times != nil }) else {
            if plan.tasks.isEmpty { return ["This plan has no tasks yet."] }
            return [schedule == nil ? "This plan cannot be scheduled." : "Every task of this plan was dropped."]
        }
        var sentences = [finishSentence(schedule, writing: written)]
        let leaves = Array(schedule.leaves)
        let critical = leaves.count { $0.isCritical }
        if leaves.allSatisfy(\.isDone) {
            sentences.append(
                leaves.count == 1 ? "Its only task is done." : "All of its \(leaves.count) tasks are done.")
        } else {
            sentences.append(
                "\(critical) of \(leaves.count) task\(leaves.count == 1 ? "" : "s") \(critical == 1 ? "is" : "are") critical: a delay there moves the end."
            )
        }
        if let next = nextMilestone.map({ schedule.tasks[$0] }), let date = next.finish {
            sentences.append("The next milestone is “\(next.task.name)” on \(written(date)).")
        }
        if let state = progressSentence(of: leaves, writing: written) { sentences.append(state) }
        return sentences
    }

    private func finishSentence(_ schedule: PlanSchedule, writing written: (CalendarDate) -> String) -> String {
        let finish = written(schedule.finish)
        guard let margin = schedule.margin, let deadline = plan.deadline.map({ written($0.value) }) else {
            return "This plan finishes on \(finish) and has no deadline."
        }
        if margin < 0 {
            return "This plan finishes on \(finish), \(workingDays(-margin)) after its deadline of \(deadline)."
        }
        if margin == 0 { return "This plan finishes on \(finish), just in time for its deadline of \(deadline)." }
        return "This plan finishes on \(finish), \(workingDays(margin)) before its deadline of \(deadline)."
    }

    /// What is done, under way, blocked and late by the status date; `nil` before anything has happened or should have.
    private func progressSentence(
        of leaves: [ScheduledTask], writing written: (CalendarDate) -> String
    ) -> String? {
        let done = leaves.count { $0.isDone }
        let blocked = leaves.count { !$0.isDone && $0.task.status?.value == .blocked }
        let active = leaves.count { task in
            !task.isDone && task.task.status?.value != .blocked
                && (task.progress > 0 || task.task.actualStart != nil || task.task.status?.value == .active)
        }
        guard let statusDate else { return nil }
        let late = leaves.count { task in !task.isDone && task.finish.map { $0 < statusDate } == true }
        guard done + active + blocked + late > 0 else { return nil }
        var parts = ["\(done) done", "\(active) under way"]
        if blocked > 0 { parts.append("\(blocked) blocked") }
        if late > 0 { parts.append("\(late) late") }
        return "As of \(written(statusDate)): \(parts.joined(separator: ", "))."
    }
}
