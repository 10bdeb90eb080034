// Days, weeks, months, quarters and years, as an axis of time divides them.

package import UTF8Text

/// A way to divide time.
package enum TimeTier: Sendable {
    case days, weeks, months, quarters, years

    /// The day on which the stretch begins that `date` is part of.
    package func start(of date: CalendarDate) -> CalendarDate {
        switch self {
        case .days: date
        case .weeks: CalendarDate(daysSince1970: date.daysSince1970 - date.weekday)
        case .months: CalendarDate(year: date.year, month: date.month, day: 1) ?? date
        case .quarters: CalendarDate(year: date.year, month: (date.month - 1) / 3 * 3 + 1, day: 1) ?? date
        case .years: CalendarDate(year: date.year, month: 1, day: 1) ?? date
        }
    }

    package func next(after start: CalendarDate) -> CalendarDate {
        switch self {
        case .days: start.adding(.days(1))
        case .weeks: start.adding(.days(7))
        case .months: start.adding(.months(1))
        case .quarters: start.adding(.months(3))
        case .years: start.adding(.months(12))
        }
    }
}
