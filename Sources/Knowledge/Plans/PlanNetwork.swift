// From the tasks of a plan, nested in phases and linked by id, to a network of activities, and back with times.

package import Content
import Scheduling
package import UTF8Text

/// The tasks of a plan as a flat list with resolved links.
struct PlanNetwork {
    let plan: Plan
    let calendar: WorkingCalendar
    private(set) var rows: [Row] = []
    private(set) var links: [Link] = []
    /// The ids of links to tasks that do not exist, or to the task itself, or within one phase.
    private(set) var faults: [Fault] = []
    private var places: [String: Int] = [:]

    struct Row {
        let task: PlanTask
        let depth: Int
        let phase: Int?
        let stage: ImplementationStage?
        /// Whether it, or a phase that it is part of, was dropped.
        let isDropped: Bool
        /// The place behind the last task that is part of it.
        var end: Int
    }

    struct Link {
        let link: TaskLink
        let predecessor: Int
        let successor: Int
    }

    enum Fault {
        case unknown(TaskLink, on: Int)
        case toItself(TaskLink, on: Int)
        /// Between a phase and a task that is part of it.
        case withinPhase(TaskLink, on: Int)
    }

    init(_ plan: Plan, start: CalendarDate) {
        self.plan = plan
        calendar = WorkingCalendar(
            start: start, week: Weekday.allCases.map { plan.calendar.week.contains($0) },
            holidays: plan.calendar.holidays.map { $0.first...$0.last }, working: plan.calendar.working)
        flatten()
        resolveLinks()
    }

    private mutating func flatten() {
        var waiting: [(task: PlanTask, phase: Int?)] = plan.tasks.reversed().map { ($0, nil) }
        while let (task, phase) = waiting.popLast() {
            let parent = phase.map { rows[$0] }
            rows.append(
                Row(
                    task: task, depth: parent.map { $0.depth + 1 } ?? 0, phase: phase,
                    stage: task.stage?.value ?? parent?.stage,
                    isDropped: task.status?.value == .dropped || parent?.isDropped == true, end: rows.count + 1))
            let place = rows.count - 1
            if places[task.id.value] == nil { places[task.id.value] = place }
            waiting += task.children.reversed().map { ($0, place) }
        }
        for place in rows.indices.reversed() {
            guard let phase = rows[place].phase else { continue }
            rows[phase].end = max(rows[phase].end, rows[place].end)
        }
    }

    private mutating func resolveLinks() {
        for (successor, row) in rows.enumerated() {
            for link in row.task.after {
                guard let predecessor = places[link.predecessor.value] else {
                    faults.append(.unknown(link, on: successor))
                    continue
                }
                let other = rows[predecessor]
                if predecessor == successor {
                    faults.append(.toItself(link, on: successor))
                } else if (predecessor..<other.end).contains(successor) || (successor..<row.end).contains(predecessor) {
                    faults.append(.withinPhase(link, on: successor))
                } else if link.type != .finishToStart, other.task.isPhase || row.task.isPhase {
                    continue  // Reported where the plan is read.
                } else if !row.isDropped, !other.isDropped {
                    links.append(Link(link: link, predecessor: predecessor, successor: successor))
                }
            }
        }
    }

    // MARK: Days

    func days(_ duration: WorkDuration) -> Int { calendar.days(duration) }

    func lag(of link: TaskLink) -> Int { link.isLead ? -days(link.lag) : days(link.lag) }

    func duration(of task: PlanTask) -> Int {
        if task.isMilestone { return 0 }
        if let duration = task.duration { return days(duration.value) }
        if let estimate = task.estimate?.value {
            return expectedDays(low: estimate.low, likely: estimate.likely, high: estimate.high)
        }
        if let start = task.start, let finish = task.finish {
            return calendar.workingDays(from: start.value, through: finish.value)
        }
        return 0
    }

    private func activity(of row: Row) -> Activity {
        let task = row.task
        return Activity(
            duration: duration(of: task), earliestStart: task.start.map { calendar.day(onOrAfter: $0.value) } ?? 0,
            deadline: task.deadline.map(calendar.finish(through:)),
            actualStart: task.actualStart.map { calendar.day(onOrAfter: $0.value) },
            actualFinish: task.actualFinish.map { calendar.finish(through: $0.value) }, isDone: task.isDone)
    }

    // MARK: Schedule

    /// - Throws: the places in `rows` of tasks and phases that wait for each other.
    func schedule() throws(DependencyCycle) -> PlanSchedule {
        var builder = NetworkBuilder(self)
        for (place, row) in rows.enumerated() where !row.task.isPhase && !row.isDropped {
            builder.add(activity(of: row), row: place)
        }
        let dependencies = links.map { builder.add($0, lag: lag(of: $0.link)) }
        let result: Schedule
        do {
            result = try Scheduling.schedule(
                builder.activities, dependencies: builder.dependencies, criticalBelow: plan.criticalBelow)
        } catch {
            throw DependencyCycle(activities: builder.rows(of: error.activities))
        }
        let beforeStart = Set(result.dependenciesBeforeStart)
        let scheduledLinks = zip(links, dependencies).map { link, dependency in
            ScheduledLink(
                link: link.link, predecessor: link.predecessor, successor: link.successor, lag: lag(of: link.link),
                isDriving: result.drivingDependencies[dependency])
        }
        return PlanSchedule(
            calendar: calendar, tasks: scheduledTasks(result, builder), links: scheduledLinks, duration: result.finish,
            deadline: plan.deadline?.value, criticalPath: builder.rows(of: result.criticalPath),
            criticalPathCount: result.criticalPathCount,
            linksBeforeStart: dependencies.indices.filter { beforeStart.contains(dependencies[$0]) })
    }

    private func scheduledTasks(_ result: Schedule, _ builder: NetworkBuilder) -> [ScheduledTask] {
        var sums = rows.map { _ in PhaseSum() }
        for place in rows.indices.reversed() {
            let task = rows[place].task
            if let activity = builder.activity(ofRow: place) {
                sums[place] = PhaseSum(
                    result.times[activity], dates(of: task, result.times[activity]),
                    duration: builder.activities[activity].duration, progress: task.progressPercent,
                    isDone: task.isDone)
            }
            if let phase = rows[place].phase { sums[phase].add(sums[place]) }
        }
        return zip(rows, sums).map { row, sum in
            ScheduledTask(
                task: row.task, depth: row.depth, phase: row.phase, stage: row.stage, times: sum.times,
                dates: sum.dates,
                duration: row.task.isPhase
                    ? sum.times.map { $0.earlyFinish - $0.earlyStart } ?? 0 : duration(of: row.task),
                progress: sum.progress, isDone: sum.isDone)
        }
    }

    /// What really happened is shown on the day it did.
    private func dates(of task: PlanTask, _ times: ActivityTimes) -> ClosedRange<CalendarDate> {
        let isPoint = times.earlyStart == times.earlyFinish
        var finish = task.actualFinish?.value ?? calendar.lastDay(ofFinish: times.earlyFinish)
        var start = isPoint ? finish : calendar.date(ofDay: times.earlyStart)
        if let actual = task.actualStart { start = actual.value }
        finish = max(start, finish)
        return min(start, finish)...finish
    }
}

/// What the tasks of a phase come to together.
private struct PhaseSum {
    private(set) var times: ActivityTimes?
    private(set) var dates: ClosedRange<CalendarDate>?
    private var work = 0
    private var workDone = 0
    private var count = 0
    private var progressSum = 0
    private(set) var isDone = false

    init() {}

    init(
        _ times: ActivityTimes, _ dates: ClosedRange<CalendarDate>, duration: Int, progress: Int, isDone: Bool
    ) {
        self.times = times
        self.dates = dates
        work = duration
        workDone = duration * progress
        count = 1
        progressSum = progress
        self.isDone = isDone
    }

    /// From 0 to 100. Tasks without duration count only among themselves.
    var progress: Int {
        if work > 0 { return workDone / work }
        return count > 0 ? progressSum / count : 0
    }

    mutating func add(_ other: PhaseSum) {
        guard let new = other.times, let newDates = other.dates else { return }
        dates =
            dates.map { min($0.lowerBound, newDates.lowerBound)...max($0.upperBound, newDates.upperBound) } ?? newDates
        isDone = (count == 0 || isDone) && other.isDone
        work += other.work
        workDone += other.workDone
        count += other.count
        progressSum += other.progressSum
        guard let old = times else {
            times = new
            return
        }
        times = ActivityTimes(
            earlyStart: min(old.earlyStart, new.earlyStart), earlyFinish: max(old.earlyFinish, new.earlyFinish),
            lateStart: min(old.lateStart, new.lateStart), lateFinish: max(old.lateFinish, new.lateFinish),
            totalFloat: min(old.totalFloat, new.totalFloat), freeFloat: min(old.freeFloat, new.freeFloat),
            isCritical: old.isCritical || new.isCritical)
    }
}

extension PlanTask {
    /// The date by which it should be finished: its `finish`, unless that only tells how long it takes.
    package var deadline: CalendarDate? {
        let saysHowLong = duration == nil && estimate == nil && !isMilestone && start != nil
        return saysHowLong ? nil : finish?.value
    }

    /// Whether nothing of it is left to do.
    package var isDone: Bool { status?.value == .done || actualFinish != nil || progressPercent == 100 }
}
