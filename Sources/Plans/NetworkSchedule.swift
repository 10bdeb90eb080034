// The schedule of a network as dates of its tasks and phases.

import Content
import Scheduling
import UTF8Text

/// What a scheduled network says about each row of it.
struct NetworkSchedule {
    let network: PlanNetwork
    let result: Schedule
    private let builder: NetworkBuilder
    /// The place of the dependency that each link became.
    private let dependencies: [Int]

    init(network: PlanNetwork, builder: NetworkBuilder, result: Schedule, dependencies: [Int]) {
        self.network = network
        self.builder = builder
        self.result = result
        self.dependencies = dependencies
    }

    /// `nil` for phases and for what was dropped.
    func times(ofRow place: Int) -> ActivityTimes? {
        guard !network.rows[place].isDropped else { return nil }
        return builder.activity(ofRow: place).map { result.times[$0] }
    }

    /// The first and the last day of a task; `nil` for phases and for what was dropped. What really happened is shown on
    /// the day it did. A milestone lies at the end of a day or at the beginning of one.
    func dates(ofRow place: Int) -> ClosedRange<CalendarDate>? {
        guard let times = times(ofRow: place) else { return nil }
        let row = network.rows[place]
        let calendar = network.calendar(ofRow: place)
        let isFinished = row.state == .finished && builder.isReported(row: place)
        let isReported = row.state != .planned && builder.isReported(row: place)
        if row.duration == 0, row.task.liesBetweenItsDates, let start = row.task.start, let finish = row.task.finish,
            row.state == .planned
        {
            // It has no day to be worked on; its author's dates are as good as any.
            return start.value...max(start.value, finish.value)
        }
        if row.duration == 0 {
            let actual = isFinished ? row.task.actualFinish ?? row.task.actualStart : nil
            let moment = times.moment
            let day = network.calendars[moment.calendar].date(
                ofDay: moment.side == .start ? moment.day : moment.day - 1)
            return (actual?.value ?? day)...(actual?.value ?? day)
        }
        let start = (isReported ? row.task.actualStart?.value : nil) ?? calendar.date(ofDay: times.start)
        let finish =
            (isFinished ? row.task.actualFinish?.value : nil) ?? calendar.date(ofDay: times.earlyFinish - 1)
        return isFinished && row.task.actualStart == nil ? min(start, finish)...finish : start...max(start, finish)
    }

    /// Tasks and phases of the critical path, first to last.
    var criticalPath: [Int] { builder.rows(of: result.criticalPath) }

    var links: [ScheduledLink] {
        zip(network.links, dependencies).map { link, dependency in
            ScheduledLink(
                link: link.link, predecessor: link.predecessor, successor: link.successor, lag: network.lag(of: link),
                isDriving: result.drivingDependencies[dependency])
        }
    }

    /// The places of links that would let a task start before the plan does.
    var linksBeforeStart: [Int] {
        let before = Set(result.dependenciesBeforeStart)
        return dependencies.indices.filter { before.contains(dependencies[$0]) }
    }

    // MARK: Tasks

    /// - Parameter planned: the dates that each row was planned for; `nil` where there are none.
    func tasks(planned: [ClosedRange<CalendarDate>?]) -> [ScheduledTask] {
        var sums = network.rows.map { _ in PhaseSum() }
        for place in network.rows.indices.reversed() {
            if let times = times(ofRow: place), let dates = dates(ofRow: place) {
                sums[place] = PhaseSum(times, dates, of: network.rows[place])
            }
            if let phase = network.rows[place].phase { sums[phase].add(sums[place]) }
        }
        return network.rows.indices.map { task($0, sums[$0], planned: planned[$0]) }
    }

    private func task(_ place: Int, _ sum: PhaseSum, planned: ClosedRange<CalendarDate>?) -> ScheduledTask {
        let row = network.rows[place]
        let calendar = network.calendar(ofRow: place)
        let state: TaskState = row.isLeaf ? row.state : row.isDropped || sum.times == nil ? .dropped : sum.state
        let status = network.status
        func isOver(_ date: CalendarDate?) -> Bool {
            guard status.hasBegun, row.isLeaf, let date, let now = status.date else { return false }
            return date <= now
        }
        return ScheduledTask(
            task: row.task, depth: row.depth, phase: row.phase, stage: row.stage, calendar: calendar,
            calendarPlace: row.calendar,
            state: state,
            times: sum.times, dates: sum.dates,
            duration: row.isLeaf ? row.duration : sum.times.map { $0.earlyFinish - $0.start } ?? 0,
            remaining: row.isLeaf ? network.remaining(of: row) : 0,
            remainingStart: row.isLeaf && state == .started
                ? sum.times.map { calendar.date(ofDay: $0.earlyStart) } : nil,
            progress: sum.progress, planned: planned,
            isLate: (state == .planned || state == .started) && isOver(planned?.upperBound),
            isLateStart: state == .planned && isOver(planned?.lowerBound))
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
    private var finished = 0
    private var planned = 0

    init() {}

    init(_ times: ActivityTimes, _ dates: ClosedRange<CalendarDate>, of row: PlanNetwork.Row) {
        self.times = times
        self.dates = dates
        work = row.duration
        workDone = row.duration * row.progress
        count = 1
        progressSum = row.progress
        finished = row.state == .finished ? 1 : 0
        planned = row.state == .planned ? 1 : 0
    }

    /// From 0 to 100. Tasks without duration count only among themselves.
    var progress: Int {
        if work > 0 { return workDone / work }
        return count > 0 ? progressSum / count : 0
    }

    var state: TaskState { finished == count ? .finished : planned == count ? .planned : .started }

    mutating func add(_ other: PhaseSum) {
        guard let new = other.times, let newDates = other.dates else { return }
        dates =
            dates.map { min($0.lowerBound, newDates.lowerBound)...max($0.upperBound, newDates.upperBound) } ?? newDates
        work += other.work
        workDone += other.workDone
        count += other.count
        progressSum += other.progressSum
        finished += other.finished
        planned += other.planned
        times = times.map { $0.joined(with: new) } ?? new
    }
}

extension PlanNetwork.Row {
    /// From 0 to 100. What is finished is complete, whatever its author wrote; `remaining` speaks where nothing else does.
    fileprivate var progress: Int {
        switch state {
        case .finished: return 100
        case .planned, .dropped: return 0
        case .started:
            guard task.progress == nil, case .days(let days)? = task.remaining?.value, duration > 0 else {
                return task.progressPercent
            }
            return max(0, duration - days) * 100 / duration
        }
    }
}

extension ActivityTimes {
    /// From the first start to the last finish, with the least float of what is unfinished.
    fileprivate func joined(with other: ActivityTimes) -> ActivityTimes {
        func least(_ one: Int?, _ other: Int?) -> Int? { [one, other].compactMap(\.self).min() }
        func most(_ one: Int?, _ other: Int?) -> Int? { [one, other].compactMap(\.self).max() }
        return ActivityTimes(
            start: min(start, other.start), earlyStart: min(earlyStart, other.earlyStart),
            earlyFinish: max(earlyFinish, other.earlyFinish), lateStart: least(lateStart, other.lateStart),
            lateFinish: most(lateFinish, other.lateFinish), totalFloat: least(totalFloat, other.totalFloat),
            freeFloat: least(freeFloat, other.freeFloat), isCritical: isCritical || other.isCritical)
    }
}
