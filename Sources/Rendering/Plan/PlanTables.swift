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
            "This chain of tasks decides when the plan ends: each starts when it does because of the one before."
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
                .number(String(task.times?.totalFloat ?? 0)),
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
        let slips = Dictionary(
            scheduled.slips.compactMap { slip in slip.task.map { ($0, slip) } }, uniquingKeysWith: { first, _ in first }
        )
        let hasBaseline = !slips.isEmpty
        let rows = scheduled.milestones.map { place -> [PlanCell] in
            let task = schedule.tasks[place]
            var row: [PlanCell] = [
                .task(task.id, task.task.name), .date(task.finish), .number(String(task.times?.totalFloat ?? 0)),
                task.task.owner.cell, .text(task.isDone ? "Reached" : task.isCritical ? "Critical" : ""),
            ]
            if hasBaseline { row += [.date(slips[place]?.baselineFinish), .slip(slips[place]?.finishDays)] }
            return row
        }
        table(
            "Milestones",
            ["Milestone", "Date", "Total float (days)", "Owner", "State"] + (hasBaseline ? ["Baseline", "Slip"] : []),
            rows)
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
        let heads = [
            "Task", "Name", "Days", "Start", "Finish", "Latest start", "Total float", "Free float", "After", "Owner",
            "Progress",
        ]
        let hasProgress = tasks.contains { $0.progress > 0 || $0.task.status != nil }
        let rows = tasks.map { task in
            PlanRow(
                id: "task:" + task.id, isCritical: task.isCritical, depth: task.depth,
                cells: Array(cells(of: task).prefix(hasProgress ? heads.count : heads.count - 1)))
        }
        table(name, Array(heads.prefix(hasProgress ? heads.count : heads.count - 1)), rows, isSortable: true)
    }

    private func cells(of task: ScheduledTask) -> [PlanCell] {
        let times = task.times
        let state: String =
            if task.task.status?.value == .dropped || task.times == nil {
                "Dropped"
            } else if task.isDone {
                "Done"
            } else if task.task.status?.value == .blocked {
                "\(task.progress)%, blocked"
            } else {
                "\(task.progress)%"
            }
        let latest = times.flatMap { times in scheduled.schedule?.calendar.date(ofDay: times.lateStart) }
        return [
            .text(task.id), task.isPhase ? .phase(task.task.name) : .header(task.task.name),
            .number(task.isMilestone ? "" : String(task.duration)), .date(task.start), .date(task.finish),
            .date(task.isPhase || task.isMilestone ? nil : latest), .float(times, isCritical: task.isCritical),
            .number(task.isPhase ? "" : times.map { String($0.freeFloat) } ?? ""),
            .text(task.task.after.map(\.text).joined(separator: ", ")), task.task.owner.cell, .text(state),
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
