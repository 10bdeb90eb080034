// Which days each task of a plan is worked on: by its own calendar, by those of the people who do it, or by the plan's.

package import Content
package import Scheduling
package import UTF8Text

struct PlanCalendars {
    /// The plan's first.
    private(set) var all: [PlanCalendar]
    private var places: [String: Int] = [:]
    private var ofResources: [String: Int] = [:]
    private var common: [[Int]: Int?] = [:]

    init(_ plan: Plan) {
        all = [plan.calendar]
        for named in plan.calendars where places[named.id.value] == nil {
            places[named.id.value] = all.count
            all.append(named.calendar)
        }
        for resource in plan.resources where ofResources[resource.id.value] == nil {
            ofResources[resource.id.value] = resource.calendar.flatMap { [places] in places[$0.value] } ?? 0
        }
    }

    /// The place of a task's calendar: its own, else the days on which all who are assigned to it work; `nil` when these
    /// have no day of the week in common.
    mutating func place(of task: PlanTask) -> Int? {
        if let own = task.calendar.flatMap({ places[$0.value] }) { return own }
        let used = Set(task.assignments.compactMap { ofResources[$0.resource.value] }).sorted()
        guard used.count > 1 else { return used.first ?? 0 }
        if let known = common[used] { return known }
        let shared = intersection(used.map { all[$0] })
        if let shared { all.append(shared) }
        let place = shared == nil ? nil : all.count - 1
        common[used] = .some(place)
        return place
    }

    private func intersection(_ calendars: [PlanCalendar]) -> PlanCalendar? {
        let week = Weekday.allCases.filter { day in calendars.allSatisfy { $0.week.contains(day) } }
        guard !week.isEmpty else { return nil }
        // From which day they count does not matter here.
        let days = calendars.map { WorkingCalendar($0, start: CalendarDate(daysSince1970: 0)) }
        let extra = calendars.flatMap(\.working).filter { day in days.allSatisfy { $0.isWorkingDay(day) } }
        return PlanCalendar(
            week: week, holidays: calendars.flatMap(\.holidays), working: extra,
            minutesPerDay: calendars[0].minutesPerDay)
    }
}

extension WorkingCalendar {
    /// - Parameter start: of the plan.
    package init(_ calendar: PlanCalendar, start: CalendarDate) {
        self.init(
            start: start, week: Weekday.allCases.map { calendar.week.contains($0) },
            holidays: calendar.holidays.map { $0.first...$0.last }, working: calendar.working)
    }
}
