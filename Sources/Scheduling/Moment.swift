// Points in time between working days, and how they are counted in one calendar and in another.

import UTF8Text

/// A day number is an instant: so many working days after the start of the plan, at once the end of one working day and
/// the beginning of the next. A moment says which of the two is meant, because they may bear different dates: what ends
/// on Friday evening and what begins on Monday morning have the same number.
package struct Moment: Hashable, Sendable {
    package enum Side: Hashable, Sendable { case end, start }

    package var day: Int
    package var side: Side
    /// The place of the calendar in which the day is counted.
    package var calendar: Int

    package init(day: Int, side: Side, calendar: Int = 0) {
        self.day = day
        self.side = side
        self.calendar = calendar
    }
}

/// The calendars of a network. With one calendar all times are numbers, and nothing is ever looked up.
struct Clock {
    let calendars: [WorkingCalendar]

    /// The same instant, or the next working one, as another calendar counts it.
    func moment(_ moment: Moment, in calendar: Int) -> Moment {
        guard moment.calendar != calendar else { return moment }
        let (own, other) = (calendars[moment.calendar], calendars[calendar])
        let day =
            switch moment.side {
            case .end: other.finish(through: own.date(ofDay: moment.day - 1))
            case .start: other.day(onOrAfter: own.date(ofDay: moment.day))
            }
        return Moment(day: day, side: moment.side, calendar: calendar)
    }

    /// The number of a finish in another calendar.
    func day(ofFinish finish: Moment, in calendar: Int) -> Int { moment(finish, in: calendar).day }

    /// Of two moments the later number is later; with equal numbers a beginning is later than an end.
    func isLater(_ one: Moment, than other: Moment) -> Bool {
        if one.calendar == other.calendar {
            return (one.day, one.side == .start ? 1 : 0) > (other.day, other.side == .start ? 1 : 0)
        }
        return halfDays(one) > halfDays(other)
    }

    func later(_ one: Moment?, _ other: Moment?) -> Moment? {
        guard let one, let other else { return one ?? other }
        return isLater(other, than: one) ? other : one
    }

    /// Whether two moments have the same number, or are the same instant where they are counted differently.
    func areEqual(_ one: Moment, _ other: Moment) -> Bool {
        one.calendar == other.calendar ? one.day == other.day : halfDays(one) == halfDays(other)
    }

    /// Since 1970: the beginning of a date is even, its end odd.
    private func halfDays(_ moment: Moment) -> Int {
        let calendar = calendars[moment.calendar]
        return switch moment.side {
        case .end: 2 * calendar.date(ofDay: moment.day - 1).daysSince1970 + 1
        case .start: 2 * calendar.date(ofDay: moment.day).daysSince1970
        }
    }

    // MARK: Limits

    /// The latest finish in a calendar that is not later than the beginning of a day in another.
    func latestFinish(_ limit: Moment, in calendar: Int) -> Int {
        if limit.calendar == calendar { return limit.day }
        return calendars[calendar].day(onOrAfter: calendars[limit.calendar].date(ofDay: limit.day))
    }

    /// The latest start in a calendar that is not later than a start in another.
    func latestStart(_ limit: Moment, in calendar: Int) -> Int {
        if limit.calendar == calendar { return limit.day }
        return calendars[calendar].finish(through: calendars[limit.calendar].date(ofDay: limit.day)) - 1
    }

    /// Of two limits the earlier one.
    func earlier(_ one: Moment?, _ other: Moment?) -> Moment? {
        guard let one, let other else { return one ?? other }
        if one.calendar == other.calendar { return one.day <= other.day ? one : other }
        return halfDays(one) <= halfDays(other) ? one : other
    }
}
