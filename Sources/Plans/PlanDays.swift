// Working days between dates, and how they are told.

import Content
package import Scheduling
package import UTF8Text

extension WorkingCalendar {
    /// How many working days later `last` is than `first`; negative when it is earlier.
    package func days(from first: CalendarDate, to last: CalendarDate) -> Int {
        finish(through: last) - finish(through: first)
    }

    /// A duration in working days.
    func days(_ duration: WorkDuration) -> Int {
        switch duration {
        case .days(let count): count
        case .weeks(let count): count * daysPerWeek
        }
    }

    /// "3 working days later", "1 working day earlier"; in calendar days where no working day lies between; `nil` for
    /// the same date.
    package func distance(from first: CalendarDate, to last: CalendarDate) -> String? {
        guard first != last else { return nil }
        let days = days(from: first, to: last)
        let calendarDays = abs(last.daysSince1970 - first.daysSince1970)
        let count =
            days == 0 ? "\(calendarDays) calendar day\(calendarDays == 1 ? "" : "s")" : Plans.workingDays(abs(days))
        return count + (last > first ? " later" : " earlier")
    }
}
