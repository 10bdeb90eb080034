// What changed from one version of a plan to another, in words: dates first, then what made them move.

import Content
import Scheduling
import UTF8Text

/// Sentences, the most important first. What they say of the end is always there, the rest only if something differs.
package func differences(from old: ScheduledPlan, to new: ScheduledPlan) -> [String] {
    guard let before = old.schedule, let after = new.schedule else {
        return [old.schedule == nil ? "The old plan cannot be scheduled." : "The new plan cannot be scheduled."]
    }
    let comparison = PlanComparison(old: before, new: after)
    return comparison.endSentences(oldDeadline: old.plan.deadline?.value, newDeadline: new.plan.deadline?.value)
        + comparison.changes + comparison.moves
}

private struct PlanComparison {
    let old: PlanSchedule
    let new: PlanSchedule

    // MARK: The end

    func endSentences(oldDeadline: CalendarDate?, newDeadline: CalendarDate?) -> [String] {
        var sentences: [String] = []
        let (oldChain, newChain) = (old.criticalChain, new.criticalChain)
        if old.finish == new.finish {
            sentences.append("The plan still finishes on \(new.finish.iso).")
            if old.start != new.start {
                sentences.append("The plan starts on \(new.start.iso) instead of \(old.start.iso).")
            }
        } else {
            let slip = new.calendar.days(from: old.finish, to: new.finish)
            let calendarDays = abs(new.finish.daysSince1970 - old.finish.daysSince1970)
            // Between two days off there may be no working day at all.
            let howMuch =
                slip == 0 ? "\(calendarDays) calendar day\(calendarDays == 1 ? "" : "s")" : workingDays(abs(slip))
            sentences.append(
                "The plan finishes on \(new.finish.iso) instead of \(old.finish.iso): \(howMuch) \(new.finish > old.finish ? "later" : "earlier")."
            )
            sentences += endReasons
        }
        if oldChain != newChain {
            sentences.append("The end was driven by \(oldChain).")
            sentences.append("It is now driven by \(newChain).")
        } else if !newChain.isEmpty {
            sentences.append("The end is driven by the same chain: \(newChain).")
        }
        switch (oldDeadline, newDeadline) {
        case (nil, let deadline?): sentences.append("The plan has a deadline now: \(deadline.iso).")
        case (let deadline?, nil): sentences.append("The deadline of \(deadline.iso) was removed.")
        case (let before?, let after?) where before != after:
            sentences.append("The deadline is \(after.iso) instead of \(before.iso).")
        default: break
        }
        if old.margin != new.margin, let margin = new.margin {
            let was = old.margin.map { ", was \($0)" } ?? ""
            sentences.append("The margin to the deadline is \(workingDays(margin))\(was).")
        }
        return sentences
    }

    /// What changed on the chains that drive the end, which is what moved it.
    private var endReasons: [String] {
        let ids = Set(new.criticalPath.map { new.tasks[$0].id } + old.criticalPath.map { old.tasks[$0].id })
        var reasons: [String] = []
        if old.start != new.start {
            reasons.append("the plan starts on \(new.start.iso) instead of \(old.start.iso)")
        }
        reasons += idsOfBoth.filter(ids.contains).compactMap(changeOfTask)
        if !reasons.isEmpty { return ["Why: \(reasons.joined(separator: "; "))."] }
        return ["Why: other days are worked on, or tasks in phases changed; see below."]
    }

    // MARK: Tasks

    /// Each once, those of the new plan first.
    private var idsOfBoth: [String] {
        var seen: Set<String> = []
        return (new.tasks + old.tasks).map(\.id).filter { seen.insert($0).inserted }
    }

    private func task(_ id: String, in schedule: PlanSchedule) -> ScheduledTask? {
        schedule.place(ofTask: id).map { schedule.tasks[$0] }
    }

    /// What the author changed about one task, in words; `nil` when nothing that decides dates.
    private func changeOfTask(_ id: String) -> String? {
        switch (task(id, in: old), task(id, in: new)) {
        case (nil, let added?): return "'\(id)' is new (\(added.task.name))"
        case (_?, nil): return "'\(id)' was removed"
        case (let before?, let after?):
            var parts: [String] = []
            if (before.times == nil) != (after.times == nil) {
                parts.append(after.times == nil ? "was dropped" : "is back")
            }
            if !before.isPhase, !after.isPhase, before.duration != after.duration {
                parts.append("takes \(workingDays(after.duration)) instead of \(before.duration)")
            }
            let (linksBefore, linksAfter) = (Set(before.task.after.map(\.text)), Set(after.task.after.map(\.text)))
            let added = linksAfter.subtracting(linksBefore).sorted()
            let removed = linksBefore.subtracting(linksAfter).sorted()
            if !added.isEmpty { parts.append("waits for \(added.joined(separator: ", "))") }
            if !removed.isEmpty { parts.append("no longer waits for \(removed.joined(separator: ", "))") }
            append("start", before.task.start?.value, after.task.start?.value, to: &parts)
            append("finish", before.task.finish?.value, after.task.finish?.value, to: &parts)
            append("actual start", before.task.actualStart?.value, after.task.actualStart?.value, to: &parts)
            append("actual finish", before.task.actualFinish?.value, after.task.actualFinish?.value, to: &parts)
            return parts.isEmpty ? nil : "'\(id)' \(parts.joined(separator: " and "))"
        case (nil, nil): return nil
        }
    }

    private func append(_ name: String, _ old: CalendarDate?, _ new: CalendarDate?, to parts: inout [String]) {
        guard old != new else { return }
        parts.append("has \(new.map { "the \(name) \($0.iso)" } ?? "no \(name)") instead of \(old?.iso ?? "none")")
    }

    /// Every task that its author changed.
    var changes: [String] {
        idsOfBoth.compactMap { id in changeOfTask(id).map { "Changed: \($0)." } }
    }

    /// Every task whose dates moved, whoever moved them, or that became critical or ceased to be.
    var moves: [String] {
        new.tasks.compactMap { after in
            guard let before = task(after.id, in: old), let was = before.dates, let dates = after.dates else {
                return nil
            }
            let change =
                before.isCritical == after.isCritical ? nil : after.isCritical ? "critical now" : "no longer critical"
            if was == dates { return change.map { "Same dates: '\(after.id)' is \($0)." } }
            let slip = new.calendar.days(from: was.upperBound, to: dates.upperBound)
            let parts = [
                "\(was.lowerBound.iso) to \(was.upperBound.iso) is now \(dates.lowerBound.iso) to \(dates.upperBound.iso)",
                slip == 0 ? nil : "\(workingDays(abs(slip))) \(slip > 0 ? "later" : "earlier")", change,
            ].compactMap(\.self)
            return "Moved: '\(after.id)' \(parts.joined(separator: ", "))."
        }
    }
}
