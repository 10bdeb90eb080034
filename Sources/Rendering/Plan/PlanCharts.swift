// The Gantt chart of a plan, from its schedule.

import Content
import Plans
import Scheduling
import UTF8Text

/// More rows than these are a wall: only phases are drawn, then.
private let chartRows = 500

extension PlanWriter {
    mutating func writeGantt() {
        guard let schedule = scheduled.schedule else { return }
        let all = schedule.tasks.indices.filter { schedule.tasks[$0].dates != nil }
        var shown = all
        if all.count > chartRows {
            shown = all.filter { schedule.tasks[$0].isPhase }
            if shown.isEmpty { shown = all }
            shown = Array(shown.prefix(chartRows))
            let hasPhases = shown.contains { schedule.tasks[$0].isPhase }
            let note = hasPhases ? words.gantt.showsPhases : words.gantt.showsTasks
            element("<p>", note(all.count, shown.count), "</p>\n")
        }
        var drawing = GanttDrawing(chart(of: shown, in: schedule))
        html.append(contentsOf: drawing.html())
    }

    private func chart(of shown: [Int], in schedule: PlanSchedule) -> GanttChart {
        let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
        let baseline = Set(plan.baseline?.tasks.map(\.id.value) ?? [])
        let path = Set(schedule.criticalPath)
        let rows = shown.compactMap { place -> GanttChart.Row? in
            let task = schedule.tasks[place]
            guard let dates = task.dates else { return nil }
            return GanttChart.Row(
                id: task.id, name: task.task.name, depth: task.depth,
                kind: task.isPhase ? .phase : task.isMilestone ? .milestone : .task, dates: dates,
                isAtStart: task.times?.side == .start, worked: worked(on: task),
                remainingStart: task.isPhase ? nil : task.remainingStart, isCritical: task.isCritical,
                isDone: task.isDone, isLate: task.isLate,
                baseline: baseline.contains(task.id) ? task.planned : nil,
                deadline: task.isPhase ? nil : task.task.deadline, description: description(of: task, dates))
        }
        let links = schedule.links.compactMap { link -> GanttChart.Link? in
            guard let from = places[link.predecessor], let to = places[link.successor] else { return nil }
            let (start, end): (GanttChart.Link.End, GanttChart.Link.End) =
                switch link.link.type {
                case .finishToStart: (.finish, .start)
                case .startToStart: (.start, .start)
                case .finishToFinish: (.finish, .finish)
                case .startToFinish: (.start, .finish)
                }
            return GanttChart.Link(
                from: from, to: to, tiedFrom: start, tiedTo: end,
                isCritical: link.isDriving && path.contains(link.predecessor) && path.contains(link.successor))
        }
        return GanttChart(
            rows: rows, links: links, deadline: plan.deadline?.value, statusDate: scheduled.statusDate,
            isWorkingDay: schedule.calendar.isWorkingDay,
            title: words.gantt.title(wording.dates.span(schedule.start, schedule.finish)), wording: wording)
    }

    /// The last day that counts as worked on a task under way: of the status, or of the task where it has less to do.
    private func worked(on task: ScheduledTask) -> CalendarDate? {
        guard !task.isPhase, task.state == .started, let rest = task.remainingStart else { return nil }
        let before = CalendarDate(daysSince1970: rest.daysSince1970 - 1)
        return scheduled.statusDate.map { min($0, before) } ?? before
    }

    private func description(of task: ScheduledTask, _ dates: ClosedRange<CalendarDate>) -> String {
        let words = words.gantt
        var parts = [written(dates)]
        if task.isPhase { parts.append(words.phase) }
        if task.isMilestone { parts.append(words.milestone) }
        if task.isDone { parts.append(words.done) }
        if task.state == .started { parts.append(words.percentDone(percentage(task.progress))) }
        if task.state == .started, !task.isPhase { parts.append(words.daysLeft(task.remaining)) }
        if task.isLate { parts.append(words.isLate) }
        if task.isCritical { parts.append(words.critical) }
        return parts.joined(separator: wording.lists.separator)
    }
}
