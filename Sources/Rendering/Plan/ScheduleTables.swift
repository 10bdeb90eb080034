// The schedule of a plan as tables: the critical path, milestones, every task, and what moved since the baseline.

import Content
import Plans
import Scheduling
import UTF8Text

/// More rows than these make a page slow to read: phases fold, then.
private let rowsAtOnce = 500

extension PlanWriter {
    // MARK: Critical path

    mutating func writeCriticalPath() {
        guard let schedule = scheduled.schedule else { return }
        element("<p>", words.schedule.criticalPath(schedule.criticalPathCount), "</p>\n<ol class=\"chain\">\n")
        for place in schedule.criticalPath {
            let task = schedule.tasks[place]
            html.write("<li>")
            writeTaskLink(task)
            element(" <span class=\"chain-dates\">", span(of: task), "</span></li>\n")
        }
        html.write("</ol>\n")
        let near = scheduled.tasksNearlyCritical(within: 5)
        guard !near.isEmpty else { return }
        element("<h3>", words.tables.nearlyCritical, "</h3>\n")
        element("<p>", words.schedule.nearlyCritical, "</p>\n")
        let rows = near.map { place -> [PlanCell] in
            let task = schedule.tasks[place]
            return [
                .task(task.id, task.task.name), .date(task.start), .date(task.finish),
                .float(task.times, isCritical: false),
            ]
        }
        let columns = words.columns
        table(
            words.tables.nearlyCriticalTasks, [columns.task, columns.start, columns.finish, columns.totalFloatDays],
            rows)
    }

    private func span(of task: ScheduledTask) -> String {
        task.dates.map(written) ?? ""
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
                task.finish.flatMap { distance(from: planned.upperBound, to: $0, in: schedule.calendar) }
            }
            return [.task(task.id, task.task.name), .date(task.finish)]
                + (hasMoved ? [.date(task.planned?.upperBound), .moved(moved)] : [])
                + [.float(task.times, isCritical: false), task.task.owner.cell, milestoneState(task)]
        }
        let columns = words.columns
        let dates = hasMoved ? [columns.expected, columns.planned, columns.moved] : [columns.date]
        table(
            words.tables.milestones,
            [columns.milestone] + dates + [columns.totalFloatDays, columns.owner, columns.state], rows)
    }

    /// How much later or earlier; `nil` for the same date.
    private func distance(from planned: CalendarDate, to date: CalendarDate, in calendar: WorkingCalendar) -> String? {
        guard planned != date else { return nil }
        let distance = written(calendar, from: planned, to: date)
        return date > planned ? words.schedule.later(distance) : words.schedule.earlier(distance)
    }

    private func milestoneState(_ task: ScheduledTask) -> PlanCell {
        let words = words.schedule
        if task.isDone { return .text(words.reached) }
        if task.isLate { return .late(task.isCritical ? words.lateAndCritical : words.late) }
        return .text(task.isCritical ? words.critical : "")
    }

    // MARK: Tasks

    mutating func writeTasks() {
        guard let schedule = scheduled.schedule else { return writeUnscheduledTasks() }
        element("<p class=\"table-note\">", words.schedule.columns, "</p>\n")
        let tasks = schedule.tasks
        if tasks.count <= rowsAtOnce { return writeTaskTable(words.tables.tasks, tasks[...]) }
        // Each outermost phase is a table of its own that opens on demand; what is in none stands first.
        var start = 0
        while start < tasks.count {
            var end = start + 1
            if tasks[start].isPhase {
                while end < tasks.count, tasks[end].depth > 0 { end += 1 }
                let phase = tasks[start]
                element(
                    "<details class=\"plan-phase\"><summary>",
                    words.schedule.phase(phase.task.name, end - start - 1, span(of: phase)), "</summary>\n")
                writeTaskTable(phase.task.name, tasks[start..<end])
                html.write("</details>\n")
            } else {
                while end < tasks.count, !tasks[end].isPhase { end += 1 }
                writeTaskTable(words.tables.tasks, tasks[start..<end])
            }
            start = end
        }
    }

    private mutating func writeTaskTable(_ name: String, _ tasks: ArraySlice<ScheduledTask>) {
        let hasProgress = tasks.contains { $0.state != .planned || $0.task.status != nil || $0.isLate }
        let columns = words.columns
        let heads =
            [
                columns.task, columns.name, columns.days, columns.start, columns.finish, columns.latestStart,
                columns.totalFloat, columns.freeFloat, columns.after, columns.owner,
            ] + (hasProgress ? [columns.left, columns.progress] : [])
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
        let words = words.schedule
        switch task.state {
        case .dropped: return .text(words.dropped)
        case .finished: return .text(task.isMilestone ? words.reached : words.done)
        case .planned, .started:
            let isBlocked = task.task.status?.value == .blocked
            var state = task.isLate ? [words.late] : []
            if !task.isMilestone { state.append(percentage(task.progress)) }
            if isBlocked { state.append(words.blocked) }
            let text = state.joined(separator: wording.lists.separator)
            return task.isLate ? .late(text) : .text(text)
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
            .text(task.task.after.map(\.text).joined(separator: wording.lists.separator)), task.task.owner.cell,
        ]
    }

    /// Tasks that wait for each other have no dates.
    private mutating func writeUnscheduledTasks() {
        let rows = plan.allTasks.map { task -> [PlanCell] in
            [
                .text(task.id.value), task.isPhase ? .phase(task.name) : .header(task.name),
                .text(task.duration?.value.text ?? ""),
                .text(task.after.map(\.text).joined(separator: wording.lists.separator)),
                task.owner.cell,
            ]
        }
        let columns = words.columns
        table(
            words.tables.tasks, [columns.task, columns.name, columns.duration, columns.after, columns.owner], rows)
    }

    // MARK: Baseline

    mutating func writeSlips() {
        guard let schedule = scheduled.schedule else { return }
        let moved = scheduled.slips.filter { $0.task == nil || $0.startDays != 0 || $0.finishDays != 0 }
        if let date = plan.baseline?.date {
            element("<p>", words.schedule.comparedWithBaseline(written(date)), "</p>\n")
        }
        let rows = moved.map { slip -> [PlanCell] in
            let task = slip.task.map { schedule.tasks[$0] }
            return [
                task.map { .task($0.id, $0.task.name) } ?? .header(words.schedule.wholePlan), .date(slip.baselineStart),
                .date(task?.start ?? schedule.start), .slip(slip.startDays), .date(slip.baselineFinish),
                .date(task?.finish ?? schedule.finish), .slip(slip.finishDays),
            ]
        }
        let columns = words.columns
        table(
            words.tables.changesSinceBaseline,
            [
                columns.task, columns.startThen, columns.startNow, columns.slip, columns.finishThen, columns.finishNow,
                columns.slip,
            ], rows)
        if moved.count == 1 { element("<p>", words.schedule.noTaskHasMoved, "</p>\n") }
    }
}
