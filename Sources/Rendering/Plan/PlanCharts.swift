// The Gantt chart of a plan, from its schedule.

import Content
import Knowledge
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
            let what = shown.contains { schedule.tasks[$0].isPhase } ? "phases" : "tasks"
            element(
                "<p>",
                "The plan has \(all.count) tasks and phases; the chart shows \(shown.count) \(what). The work plan has all.",
                "</p>\n")
        }
        var drawing = GanttDrawing(chart(of: shown, in: schedule))
        html.append(contentsOf: drawing.html())
    }

    private func chart(of shown: [Int], in schedule: PlanSchedule) -> GanttChart {
        let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
        let baseline = Set(plan.baseline?.tasks.map(\.id.value) ?? [])
        let path = Set(schedule.criticalPath)
        let language = site.handbook.settings.language
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
            title: "Gantt chart: \(written(schedule.start)) to \(written(schedule.finish))",
            monthName: { shortMonth($0, language: language) }, written: written)
    }

    /// The last day that counts as worked on a task under way: of the status, or of the task where it has less to do.
    private func worked(on task: ScheduledTask) -> CalendarDate? {
        guard !task.isPhase, task.state == .started, let rest = task.remainingStart else { return nil }
        let before = CalendarDate(daysSince1970: rest.daysSince1970 - 1)
        return scheduled.statusDate.map { min($0, before) } ?? before
    }

    private func description(of task: ScheduledTask, _ dates: ClosedRange<CalendarDate>) -> String {
        var parts = [
            dates.lowerBound == dates.upperBound
                ? written(dates.lowerBound) : "\(written(dates.lowerBound)) to \(written(dates.upperBound))"
        ]
        if task.isPhase { parts.append("phase") }
        if task.isMilestone { parts.append("milestone") }
        if task.isDone { parts.append("done") }
        if task.state == .started { parts.append("\(task.progress)% done") }
        if task.state == .started, !task.isPhase { parts.append("\(workingDays(task.remaining)) left") }
        if task.isLate { parts.append("late") }
        if task.isCritical { parts.append("critical") }
        return parts.joined(separator: ", ")
    }
}
