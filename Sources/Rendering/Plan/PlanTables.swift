// The schedule of a plan as tables: the critical path, milestones, every task, and what moved since the baseline.

import Content
import Knowledge
import Scheduling
import UTF8Text

/// More rows than these make a page slow to read: phases fold, then.
private let rowsAtOnce = 500

extension PlanWriter {
    // MARK: Critical path

    mutating func writeCriticalPath() {
        guard let schedule = scheduled.schedule else { return }
        html.write("<p>")
        html.appendEscaped(
            "This chain of unfinished tasks decides when the plan ends: each starts when it does because of the one before."
                + (schedule.criticalPathCount == 1
                    ? "" : " There are \(pathCount(schedule.criticalPathCount)) such chains; this is the first."))
        html.write("</p>\n<ol class=\"chain\">\n")
        for place in schedule.criticalPath {
            let task = schedule.tasks[place]
            html.write("<li>")
            writeTaskLink(task)
            element(" <span class=\"chain-dates\">", span(of: task), "</span></li>\n")
        }
        html.write("</ol>\n")
        let near = scheduled.tasksNearlyCritical(within: 5)
        guard !near.isEmpty else { return }
        html.write("<h3>Nearly critical</h3>\n<p>These can slip by a few days before they move the end.</p>\n")
        let rows = near.map { place -> [PlanCell] in
            let task = schedule.tasks[place]
            return [
                .task(task.id, task.task.name), .date(task.start), .date(task.finish),
                .float(task.times, isCritical: false),
            ]
        }
        table("Nearly critical tasks", ["Task", "Start", "Finish", "Total float (days)"], rows)
    }

    private func pathCount(_ count: Int) -> String { count == .max ? "very many" : String(count) }

    private func span(of task: ScheduledTask) -> String {
        guard let dates = task.dates else { return "" }
        return dates.lowerBound == dates.upperBound
            ? written(dates.lowerBound) : "\(written(dates.lowerBound)) to \(written(dates.upperBound))"
    }

    mutating func writeTaskLink(_ task: ScheduledTask) {
        html.write("<a href=\"#task:")
        html.append(contentsOf: task.id.utf8)
        html.write("\">")
        html.appendEscaped(task.task.name)
        html.write("</a>")
    }

    // MARK: Milestones

    mutating func writeMilestones() {
        guard let schedule = scheduled.schedule else { return }
        let hasMoved = scheduled.status.hasBegun || plan.baseline != nil
        let rows = scheduled.milestones.map { place -> [PlanCell] in
            let task = schedule.tasks[place]
            let moved = task.planned.flatMap { planned in
                task.finish.flatMap { schedule.calendar.distance(from: planned.upperBound, to: $0) }
            }
            return [.task(task.id, task.task.name), .date(task.finish)]
                + (hasMoved ? [.date(task.planned?.upperBound), .moved(moved)] : [])
                + [.float(task.times, isCritical: false), task.task.owner.cell, milestoneState(task)]
        }
        table(
            "Milestones",
            ["Milestone", hasMoved ? "Expected" : "Date"] + (hasMoved ? ["Planned", "Moved"] : [])
                + ["Total float (days)", "Owner", "State"], rows)
    }

    private func milestoneState(_ task: ScheduledTask) -> PlanCell {
        if task.isDone { return .text("Reached") }
        if task.isLate { return .late(task.isCritical ? "Late, critical" : "Late") }
        return .text(task.isCritical ? "Critical" : "")
    }

    // MARK: Tasks

    mutating func writeTasks() {
        guard let schedule = scheduled.schedule else { return writeUnscheduledTasks() }
        html.write(
            "<p class=\"table-note\">Days are working days. Total float is how far a task can slip before the plan ends later, free float before another task starts later.</p>\n"
        )
        let tasks = schedule.tasks
        if tasks.count <= rowsAtOnce { return writeTaskTable("Tasks", tasks[...]) }
        // Each outermost phase is a table of its own that opens on demand; what is in none stands first.
        var start = 0
        while start < tasks.count {
            var end = start + 1
            if tasks[start].isPhase {
                while end < tasks.count, tasks[end].depth > 0 { end += 1 }
                html.write("<details class=\"plan-phase\"><summary>")
                html.appendEscaped("\(tasks[start].task.name): \(end - start - 1) tasks, \(span(of: tasks[start]))")
                html.write("</summary>\n")
                writeTaskTable(tasks[start].task.name, tasks[start..<end])
                html.write("</details>\n")
            } else {
                while end < tasks.count, !tasks[end].isPhase { end += 1 }
                writeTaskTable("Tasks", tasks[start..<end])
            }
            start = end
        }
    }

    private mutating func writeTaskTable(_ name: String, _ tasks: ArraySlice<ScheduledTask>) {
        let hasProgress = tasks.contains { $0.state != .planned || $0.task.status != nil || $0.isLate }
        let heads =
            [
                "Task", "Name", "Days", "Start", "Finish", "Latest start", "Total float", "Free float", "After",
                "Owner",
            ] + (hasProgress ? ["Left", "Progress"] : [])
        let rows = tasks.map { task in
            PlanRow(
                id: "task:" + task.id, isCritical: task.isCritical, depth: task.depth,
                cells: cells(of: task) + (hasProgress ? [.number(left(of: task)), progress(of: task)] : []))
        }
        table(name, heads, rows, isSortable: true)
    }

    /// Days of work that are left.
    private func left(of task: ScheduledTask) -> String {
        task.isPhase || task.isMilestone || task.state == .dropped ? "" : String(task.remaining)
    }

    private func progress(of task: ScheduledTask) -> PlanCell {
        switch task.state {
        case .dropped: return .text("Dropped")
        case .finished: return .text(task.isMilestone ? "Reached" : "Done")
        case .planned, .started:
            let isBlocked = task.task.status?.value == .blocked
            let state = (task.isMilestone ? [] : ["\(task.progress)%"]) + (isBlocked ? ["blocked"] : [])
            return task.isLate
                ? .late((["Late"] + state).joined(separator: ", ")) : .text(state.joined(separator: ", "))
        }
    }

    private func cells(of task: ScheduledTask) -> [PlanCell] {
        let times = task.times
        // What has begun can no longer start late.
        let latest = task.state == .planned ? times?.lateStart.map { task.calendar.date(ofDay: $0) } : nil
        return [
            .text(task.id), task.isPhase ? .phase(task.task.name) : .header(task.task.name),
            .number(task.isMilestone ? "" : String(task.duration)), .date(task.start), .date(task.finish),
            .date(task.isPhase || task.isMilestone ? nil : latest), .float(times, isCritical: task.isCritical),
            .number(task.isPhase ? "" : times.map { $0.freeFloat.map { String($0) } ?? "–" } ?? ""),
            .text(task.task.after.map(\.text).joined(separator: ", ")), task.task.owner.cell,
        ]
    }

    /// Tasks that wait for each other have no dates.
    private mutating func writeUnscheduledTasks() {
        let rows = plan.allTasks.map { task -> [PlanCell] in
            [
                .text(task.id.value), task.isPhase ? .phase(task.name) : .header(task.name),
                .text(task.duration?.value.text ?? ""), .text(task.after.map(\.text).joined(separator: ", ")),
                task.owner.cell,
            ]
        }
        table("Tasks", ["Task", "Name", "Duration", "After", "Owner"], rows)
    }

    // MARK: Baseline

    mutating func writeSlips() {
        guard let schedule = scheduled.schedule else { return }
        let moved = scheduled.slips.filter { $0.task == nil || $0.startDays != 0 || $0.finishDays != 0 }
        if let date = plan.baseline?.date {
            element(
                "<p>", "Compared with the baseline of \(written(date)), in working days; later is positive.", "</p>\n")
        }
        let rows = moved.map { slip -> [PlanCell] in
            let task = slip.task.map { schedule.tasks[$0] }
            return [
                task.map { .task($0.id, $0.task.name) } ?? .header("The whole plan"), .date(slip.baselineStart),
                .date(task?.start ?? schedule.start), .slip(slip.startDays), .date(slip.baselineFinish),
                .date(task?.finish ?? schedule.finish), .slip(slip.finishDays),
            ]
        }
        table(
            "Changes since the baseline",
            ["Task", "Start then", "Start now", "Slip", "Finish then", "Finish now", "Slip"], rows)
        if moved.count == 1 { html.write("<p>No task has moved.</p>\n") }
    }
}
