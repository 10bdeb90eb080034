// How much of each resource the work that is left asks for, day by day on its early dates, against its capacity.

import Content
import Scheduling
package import UTF8Text

package struct ResourceLoad: Sendable {
    /// The place in `Plan.resources`.
    package let resource: Int
    /// Every week from the first to the last in which the plan has work.
    package let weeks: [Week]
    /// The first day on which more is asked for than there is.
    package let firstOverload: CalendarDate?
    /// The most that is asked for on one day, in hundredths of a full-time equivalent, and the places in
    /// `PlanSchedule.tasks` of the tasks that ask for it, on the first such day.
    package let peak: (units: Int, tasks: [Int])

    package struct Week: Sendable {
        package let monday: CalendarDate
        /// In hundredths of working days.
        package let load: Int
        package let capacity: Int
        /// Whether some day of the week asks for more than there is.
        package let isOverloaded: Bool
    }
}

extension ScheduledPlan {
    /// For every resource that some task asks for. Of plans that take longer than a working life, which are mistakes,
    /// weeks are not counted.
    package var resourceLoads: [ResourceLoad] {
        guard let schedule, schedule.duration <= 15_000 else { return [] }
        var uses = plan.resources.map { _ in [Use]() }
        let places = Dictionary(
            plan.resources.indices.map { (plan.resources[$0].id.value, $0) }, uniquingKeysWith: { first, _ in first })
        let calendars = calendarsOfResources(in: schedule)
        for (place, task) in schedule.tasks.enumerated() where !task.isPhase && task.isUnfinished {
            guard let times = task.times, times.earlyFinish > times.earlyStart else { continue }
            let (first, last) = (times.earlyStart, times.earlyFinish - 1)
            for assignment in task.task.assignments {
                guard let resource = places[assignment.resource.value] else { continue }
                // In the days of those who do it, which may be others than the task's.
                let calendar = calendars[resource]
                let start = calendar.day(onOrAfter: task.calendar.date(ofDay: first))
                let finish = calendar.finish(through: task.calendar.date(ofDay: last))
                guard start < finish else { continue }
                uses[resource].append(Use(days: start..<finish, units: assignment.units, task: place))
            }
        }
        return uses.indices.filter { !uses[$0].isEmpty }.map { resource in
            load(of: resource, uses: uses[resource], calendar: calendars[resource])
        }
    }

    private struct Use {
        let days: Range<Int>
        let units: Int
        let task: Int
    }

    private func calendarsOfResources(in schedule: PlanSchedule) -> [WorkingCalendar] {
        let named = Dictionary(
            plan.calendars.map { ($0.id.value, WorkingCalendar($0.calendar, start: schedule.start)) },
            uniquingKeysWith: { first, _ in first })
        return plan.resources.map { resource in
            resource.calendar.flatMap { named[$0.value] } ?? schedule.calendar
        }
    }

    private func load(of resource: Int, uses: [Use], calendar: WorkingCalendar) -> ResourceLoad {
        let capacity = plan.resources[resource].capacity.value
        // What is asked for changes only where a task starts or ends.
        var changes: [Int: Int] = [:]
        for use in uses {
            changes[use.days.lowerBound, default: 0] += use.units
            changes[use.days.upperBound, default: 0] -= use.units
        }
        let days = changes.keys.sorted()
        var weeks = WeekSums(calendar: calendar, capacity: capacity)
        var units = 0
        var firstOverload: Int?
        var peak = (units: 0, day: 0)
        for (day, next) in zip(days, days.dropFirst()) {
            units += changes[day] ?? 0
            if units > capacity, firstOverload == nil { firstOverload = day }
            if units > peak.units { peak = (units, day) }
            weeks.add(units, on: day..<next)
        }
        return ResourceLoad(
            resource: resource, weeks: weeks.sums, firstOverload: firstOverload.map(calendar.date(ofDay:)),
            peak: (peak.units, uses.filter { $0.days.contains(peak.day) }.map(\.task)))
    }
}

/// Adds up days by calendar weeks.
private struct WeekSums {
    let calendar: WorkingCalendar
    let capacity: Int
    private(set) var sums: [ResourceLoad.Week] = []

    init(calendar: WorkingCalendar, capacity: Int) {
        self.calendar = calendar
        self.capacity = capacity
    }

    /// - Parameter days: follow those added before.
    mutating func add(_ units: Int, on days: Range<Int>) {
        var day = days.lowerBound
        while day < days.upperBound {
            let date = calendar.date(ofDay: day)
            let monday = CalendarDate(daysSince1970: date.daysSince1970 - date.weekday)
            let sunday = CalendarDate(daysSince1970: monday.daysSince1970 + 6)
            let end = min(days.upperBound, max(day + 1, calendar.finish(through: sunday)))
            add((end - day) * units, isOver: units > capacity, to: monday, until: sunday)
            day = end
        }
    }

    private mutating func add(_ load: Int, isOver: Bool, to monday: CalendarDate, until sunday: CalendarDate) {
        let last = sums.last.flatMap { $0.monday == monday ? $0 : nil }
        if last != nil { sums.removeLast() }
        sums.append(
            ResourceLoad.Week(
                monday: monday, load: (last?.load ?? 0) + load,
                capacity: capacity * calendar.workingDays(from: monday, through: sunday),
                isOverloaded: isOver || last?.isOverloaded == true))
    }
}
