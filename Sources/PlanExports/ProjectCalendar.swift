// The working calendar of a plan in the XML of Microsoft Project: which days, which hours, and what is otherwise.

import Content
import Plans
import Scheduling
import UTF8Text

extension ProjectWriter {
    /// The plan's calendar is called "Standard": some versions of Project refuse any other name. The others are those
    /// that tasks or resources go by.
    mutating func writeCalendars() {
        xml.open("Calendars")
        for (place, calendar) in calendars.enumerated() {
            write(calendar.calendar, number: place + 1, name: place == 0 ? "Standard" : calendar.name)
        }
        xml.close("Calendars")
    }

    private mutating func write(_ calendar: PlanCalendar, number: Int, name: String) {
        let exceptions = calendarExceptions(of: calendar)
        xml.open("Calendar")
        xml.element("UID", number)
        xml.element("Name", name)
        xml.element("IsBaseCalendar", 1)
        xml.element("BaseCalendarUID", -1)
        xml.open("WeekDays")
        // Sunday is 1. In a plan's week Monday comes first.
        for day in 1...7 {
            xml.open("WeekDay")
            xml.element("DayType", day)
            writeHours(isWorked: calendar.week.contains(Weekday.allCases[(day + 5) % 7]))
            xml.close("WeekDay")
        }
        // Exceptions stand twice, as other programs write them: here for readers that are older than `Exceptions`.
        for exception in exceptions {
            xml.open("WeekDay")
            xml.element("DayType", 0)
            writeHours(isWorked: exception.isWorked, on: exception.days)
            xml.close("WeekDay")
        }
        xml.close("WeekDays")
        if !exceptions.isEmpty {
            xml.open("Exceptions")
            for exception in exceptions { write(exception) }
            xml.close("Exceptions")
        }
        xml.close("Calendar")
    }

    private mutating func write(_ exception: CalendarException) {
        xml.open("Exception")
        xml.element("EnteredByOccurrences", 0)
        writePeriod(exception.days)
        xml.element("Occurrences", exception.days.count)
        if let name = exception.name { xml.element("Name", name) }
        xml.element("Type", 1)
        writeHours(isWorked: exception.isWorked)
        xml.close("Exception")
    }

    private mutating func writePeriod(_ days: ClosedRange<Int>) {
        xml.open("TimePeriod")
        xml.element("FromDate", CalendarDate(daysSince1970: days.lowerBound).iso + "T00:00:00")
        xml.element("ToDate", CalendarDate(daysSince1970: days.upperBound).iso + "T23:59:00")
        xml.close("TimePeriod")
    }

    private mutating func writeHours(isWorked: Bool, on days: ClosedRange<Int>? = nil) {
        xml.element("DayWorking", isWorked ? 1 : 0)
        if let days { writePeriod(days) }
        guard isWorked else { return }
        xml.open("WorkingTimes")
        for period in hours.periods {
            xml.open("WorkingTime")
            xml.element("FromTime", time(period.lowerBound))
            xml.element("ToTime", time(period.upperBound))
            xml.close("WorkingTime")
        }
        xml.close("WorkingTimes")
    }
}

/// Days that differ from the week.
struct CalendarException: Hashable {
    /// Since 1970.
    let days: ClosedRange<Int>
    let isWorked: Bool
    let name: String?
}

/// Ascending and without overlap, which Project refuses: of two holidays on a day the first one names it, and working
/// days win.
func calendarExceptions(of calendar: PlanCalendar) -> [CalendarException] {
    var exceptions: [CalendarException] = []
    let working = Set(calendar.working).sorted().map(\.daysSince1970)
    var nextWorking = 0
    var firstFree = Int.min
    func holiday(_ first: Int, _ last: Int, _ name: String?) {
        guard first <= last else { return }
        exceptions.append(CalendarException(days: first...last, isWorked: false, name: name))
    }
    func addWorking(before day: Int) {
        while nextWorking < working.count, working[nextWorking] < day {
            let date = working[nextWorking]
            exceptions.append(CalendarException(days: date...date, isWorked: true, name: "Working day"))
            nextWorking += 1
        }
    }
    let holidays = calendar.holidays.enumerated().sorted {
        ($0.element.first, $0.offset) < ($1.element.first, $1.offset)
    }
    for (_, entry) in holidays {
        var first = max(entry.first.daysSince1970, firstFree)
        let last = entry.last.daysSince1970
        guard first <= last else { continue }
        addWorking(before: first)
        while nextWorking < working.count, working[nextWorking] <= last {
            holiday(first, working[nextWorking] - 1, entry.name)
            first = working[nextWorking] + 1
            addWorking(before: first)
        }
        holiday(first, last, entry.name)
        firstFree = last + 1
    }
    addWorking(before: .max)
    return exceptions
}

/// When people work on a working day: from eight o'clock with an hour's pause, or earlier when the day is long.
struct DayHours {
    /// In minutes from midnight.
    let periods: [ClosedRange<Int>]
    let minutes: Int

    /// - Parameter minutes: from 60 to 1440.
    init(minutes: Int) {
        self.minutes = minutes
        let (eight, noon, one) = (8 * 60, 12 * 60, 13 * 60)
        periods =
            switch minutes {
            case ...(4 * 60): [eight...eight + minutes]
            case ...(10 * 60): [eight...noon, one...one + minutes - 4 * 60]
            // Without a pause, and over before midnight while that is possible.
            default:
                [min(eight, 23 * 60 - min(minutes, 23 * 60))...min(eight, 23 * 60 - min(minutes, 23 * 60)) + minutes]
            }
    }

    var startTime: String { time(periods[0].lowerBound) }
    var finishTime: String { time(periods[periods.count - 1].upperBound) }

    func start(of date: CalendarDate) -> String { "\(date.iso)T\(startTime)" }

    /// A day of 24 hours ends when the next one begins.
    func finish(of date: CalendarDate) -> String {
        let endsAtMidnight = periods[periods.count - 1].upperBound == 24 * 60
        return "\((endsAtMidnight ? date.adding(.days(1)) : date).iso)T\(finishTime)"
    }

    func duration(ofMinutes minutes: Int) -> String { "PT\(minutes / 60)H\(minutes % 60)M0S" }
}

private func time(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60 % 24, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00"
}
