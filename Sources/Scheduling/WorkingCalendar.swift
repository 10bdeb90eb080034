// Which days are worked on, and the way between dates and working days, which are numbered from the start of a plan.

package import UTF8Text

package struct WorkingCalendar: Sendable {
    /// Whether each day of the week is worked on, Monday first.
    package let week: [Bool]
    /// Days off besides the week's, ascending and apart from each other, as days since 1970.
    private var holidays: [Range<Int>] = []
    /// How many days of the week's pattern the holidays before each place take away.
    private var daysTaken: [Int] = [0]
    /// Days that are worked on only because the plan says so, ascending.
    private var extraDays: [Int] = []
    /// The number of the plan's first working day in the calendar's own count.
    private var origin = 0

    /// - Parameters:
    ///   - start: day 0, or the last day before it when it is no working day.
    ///   - week: for each day of the week, Monday first, whether it is worked on; at least one is.
    ///   - holidays: days that are not worked on.
    ///   - working: days that are worked on in spite of weekends and holidays.
    package init(
        start: CalendarDate, week: [Bool], holidays: [ClosedRange<CalendarDate>] = [], working: [CalendarDate] = []
    ) {
        precondition(week.count == 7 && week.contains(true))
        self.week = week
        for holiday in holidays.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let days = holiday.lowerBound.daysSince1970..<holiday.upperBound.daysSince1970 + 1
            if let last = self.holidays.last, days.lowerBound <= last.upperBound {
                self.holidays[self.holidays.count - 1] = last.lowerBound..<max(last.upperBound, days.upperBound)
            } else {
                self.holidays.append(days)
            }
        }
        for days in self.holidays { daysTaken.append((daysTaken.last ?? 0) + countInWeek(days)) }
        // What would be worked on anyway is not extra.
        extraDays = Set(working.map(\.daysSince1970)).filter { count(before: $0 + 1) == count(before: $0) }.sorted()
        origin = count(before: start.daysSince1970)
    }

    /// The working days of one week.
    package var daysPerWeek: Int { week.count { $0 } }

    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        let day = date.daysSince1970
        return count(before: day + 1) > count(before: day)
    }

    /// The date of a working day; days before the start are negative.
    package func date(ofDay number: Int) -> CalendarDate {
        // The first day that has enough working days before and on it, by halving.
        let wanted = number + origin
        var low = Self.firstDay
        var high = Self.lastDay
        while low < high {
            let middle = low + (high - low) / 2
            if count(before: middle + 1) > wanted { high = middle } else { low = middle + 1 }
        }
        return CalendarDate(daysSince1970: low)
    }

    /// The number of the working day that `date` is, or of the next one.
    package func day(onOrAfter date: CalendarDate) -> Int { count(before: date.daysSince1970) - origin }

    /// The beginning of the working day behind `date`: the finish of what is worked on through that date.
    package func finish(through date: CalendarDate) -> Int { count(before: date.daysSince1970 + 1) - origin }

    /// How many working days lie between two dates, both counted; 0 when the last is before the first.
    package func workingDays(from first: CalendarDate, through last: CalendarDate) -> Int {
        max(0, count(before: last.daysSince1970 + 1) - count(before: first.daysSince1970))
    }

    /// The years 1 to 9999.
    private static let firstDay = -719_162
    private static let lastDay = 2_932_896

    /// Monday is 0. 1970-01-01 was a Thursday.
    private static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    /// The working days from the beginning of the calendar up to `day`, which is not counted.
    private func count(before day: Int) -> Int {
        var number = countInWeek(before: day) + firstPlace(in: extraDays) { $0 >= day }
        let place = firstPlace(in: holidays) { $0.upperBound > day }
        number -= daysTaken[place]
        // The holiday that the day is in the midst of.
        if place < holidays.count, holidays[place].lowerBound < day {
            number -= countInWeek(holidays[place].lowerBound..<day)
        }
        return number
    }

    private func countInWeek(_ days: Range<Int>) -> Int {
        countInWeek(before: days.upperBound) - countInWeek(before: days.lowerBound)
    }

    /// By the week alone, from the first Monday of the calendar.
    private func countInWeek(before day: Int) -> Int {
        // A Monday before the first day of all, so that what is divided is never negative.
        let days = day - (Self.firstDay - 7 - Self.weekday(of: Self.firstDay - 7))
        var number = days / 7 * daysPerWeek
        for weekday in 0..<days % 7 where week[weekday] { number += 1 }
        return number
    }

    /// The first place whose element has what all behind it have too, by halving.
    private func firstPlace<Element>(in list: [Element], where isBehind: (Element) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(list[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
