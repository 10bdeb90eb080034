// From the tasks of a plan, nested in phases and linked by id, to a network of activities, and back with times.

package import Content
import Scheduling
package import UTF8Text

/// The tasks of a plan as a flat list with resolved links.
struct PlanNetwork {
    let plan: Plan
    /// The plan's first, as written and as counted by.
    private(set) var planCalendars: [PlanCalendar] = []
    private(set) var calendars: [WorkingCalendar] = []
    private(set) var rows: [Row] = []
    /// Links to and from dropped tasks are among them: what was dropped hands on what it waited for.
    private(set) var links: [Link] = []
    /// The ids of links to tasks that do not exist, or to the task itself, or within one phase.
    private(set) var faults: [Fault] = []
    /// The places of tasks whose people never work on the same day.
    private(set) var rowsWithoutCommonDays: [Int] = []
    private(set) var status: PlanStatus
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
        /// The place of its calendar.
        var calendar = 0
        /// In working days of its calendar; 0 of a phase.
        var duration = 0
        /// Of a task; of a phase nothing.
        var state = TaskState.planned

        var isLeaf: Bool { !task.isPhase }
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
        status = PlanStatus(
            date: plan.statusDate?.value, isAssumed: false, isReported: false, firstOpenDay: 0, hasBegun: false)
        flatten()
        measure(from: start)
        resolveLinks()
        status = readStatus()
    }

    var calendar: WorkingCalendar { calendars[0] }

    /// The calendar that the task at a place is worked on by.
    func calendar(ofRow place: Int) -> WorkingCalendar { calendars[rows[place].calendar] }

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
                } else {
                    links.append(Link(link: link, predecessor: predecessor, successor: successor))
                }
            }
        }
    }

    // MARK: Days

    /// Finds out for each task by which calendar, for how long and how far it is worked on.
    private mutating func measure(from start: CalendarDate) {
        var own = PlanCalendars(plan)
        for place in rows.indices where rows[place].isLeaf {
            let task = rows[place].task
            let calendar = own.place(of: task)
            if calendar == nil { rowsWithoutCommonDays.append(place) }
            rows[place].calendar = calendar ?? 0
        }
        planCalendars = own.all
        calendars = own.all.map { WorkingCalendar($0, start: start) }
        for place in rows.indices where rows[place].isLeaf {
            let task = rows[place].task
            rows[place].duration = duration(of: task, in: calendar(ofRow: place))
            rows[place].state =
                rows[place].isDropped ? .dropped : task.state(isMilestone: rows[place].duration == 0)
        }
    }

    private func duration(of task: PlanTask, in calendar: WorkingCalendar) -> Int {
        if task.isMilestone { return 0 }
        if let duration = task.duration { return calendar.days(duration.value) }
        if let estimate = task.estimate?.value {
            return expectedDays(low: estimate.low, likely: estimate.likely, high: estimate.high)
        }
        if let start = task.start, let finish = task.finish {
            return calendar.workingDays(from: start.value, through: finish.value)
        }
        return 0
    }

    /// In working days of the successor's calendar; negative for a lead.
    func lag(of link: Link) -> Int {
        let days = calendar(ofRow: link.successor).days(link.link.lag)
        return link.link.isLead ? -days : days
    }

    // MARK: Reports

    private func readStatus() -> PlanStatus {
        let leaves = rows.filter { $0.isLeaf && !$0.isDropped }
        let isReported = leaves.contains { $0.state != .planned }
        let latest = isReported ? leaves.flatMap(\.task.actualDates).map(\.value).max() : nil
        let date = plan.statusDate?.value ?? latest
        let open = date.map { calendar.finish(through: $0) } ?? 0
        let hasBegun = isReported || date.map { $0 > calendar.date(ofDay: 0) } == true && open > 0
        return PlanStatus(
            date: date, isAssumed: plan.statusDate == nil && date != nil, isReported: isReported,
            firstOpenDay: hasBegun ? max(0, open) : 0, hasBegun: hasBegun)
    }

    /// - Parameter reports: whether what was reported counts; what was dropped always does.
    private func activity(of row: Row, reports: Bool) -> Activity {
        let task = row.task
        let calendar = calendars[row.calendar]
        var activity = Activity(
            duration: row.duration, calendar: row.calendar, report: report(of: row, reports: reports),
            earliestStart: task.start.map { calendar.day(onOrAfter: $0.value) },
            deadline: task.deadline.map(calendar.finish(through:)))
        switch task.constraint?.value {
        case .mustStart(let date):
            let day = calendar.day(onOrAfter: date)
            activity.earliestStart = max(activity.earliestStart ?? 0, day)
            activity.latestStart = day
        case .startNoLater(let date): activity.latestStart = calendar.day(onOrAfter: date)
        case .finishNoEarlier(let date): activity.earliestFinish = calendar.finish(through: date)
        case .finishNoLater(let date):
            let day = calendar.finish(through: date)
            activity.deadline = min(activity.deadline ?? day, day)
        case .mustFinish(let date):
            let day = calendar.finish(through: date)
            activity.earliestFinish = day
            activity.deadline = min(activity.deadline ?? day, day)
        case .asLateAsPossible: activity.isAsLateAsPossible = true
        case nil: break
        }
        return activity
    }

    private func report(of row: Row, reports: Bool) -> Activity.Report {
        let task = row.task
        let calendar = calendars[row.calendar]
        if row.isDropped { return .dropped }
        guard reports else { return .planned }
        switch row.state {
        case .planned, .dropped: return .planned
        case .started:
            return .started(
                start: task.actualStart.map { calendar.day(onOrAfter: $0.value) }, remaining: remaining(of: row))
        case .finished:
            if row.duration == 0, let date = (task.actualFinish ?? task.actualStart)?.value {
                return .reached(onOrAfter: calendar.day(onOrAfter: date), through: calendar.finish(through: date))
            }
            return .finished(
                start: task.actualStart.map { calendar.day(onOrAfter: $0.value) },
                finish: task.actualFinish.map { calendar.finish(through: $0.value) })
        }
    }

    /// Working days of its calendar that are left of a task.
    func remaining(of row: Row) -> Int {
        switch row.state {
        case .planned: return row.duration
        case .finished, .dropped: return 0
        case .started:
            if let remaining = row.task.remaining { return max(1, calendars[row.calendar].days(remaining.value)) }
            return max(1, (row.duration * (100 - row.task.progressPercent) + 99) / 100)
        }
    }

    // MARK: Schedule

    /// - Parameter longer: days by which the tasks at some places take longer than planned.
    /// - Throws: the places in `rows` of tasks and phases that wait for each other.
    func schedule(reports: Bool = true, longer: [Int: Int] = [:]) throws(DependencyCycle) -> NetworkSchedule {
        var builder = NetworkBuilder(self)
        for (place, row) in rows.enumerated() where row.isLeaf {
            builder.add(activity(of: row, reports: reports), row: place, longer: longer[place] ?? 0)
        }
        let dependencies = links.map { builder.add($0, lag: lag(of: $0)) }
        let statusDay =
            reports && status.hasBegun
            ? status.date.map { date in
                calendars.map { $0.finish(through: date) }
            } : nil
        do {
            let result = try Scheduling.schedule(
                builder.activities, dependencies: builder.dependencies, calendars: calendars, statusDay: statusDay,
                criticalBelow: plan.criticalBelow)
            return NetworkSchedule(network: self, builder: builder, result: result, dependencies: dependencies)
        } catch {
            throw DependencyCycle(activities: builder.rows(of: error.activities))
        }
    }
}

extension PlanTask {
    /// The date by which it should be finished: its `finish`, unless that only tells how long it takes.
    package var deadline: CalendarDate? { liesBetweenItsDates ? nil : finish?.value }

    /// Whether its two dates say how long it takes.
    package var liesBetweenItsDates: Bool {
        duration == nil && estimate == nil && !isMilestone && start != nil && finish != nil
    }
}
