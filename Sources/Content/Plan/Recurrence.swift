// Holidays that come again: on a day of each year, on the second Monday of a month, every other Friday.

import UTF8Text

let recurrenceGrammar =
    "write a day of each year as 12-25, a weekday of a month as 'last mon of 05' or of each month as 'first fri', "
    + "or weeks as '2w' with the first day under 'from'"

struct Recurrence {
    private enum Rule {
        case day(month: Int, day: Int)
        /// - ordinal: from 0; -1 for the last.
        case weekday(Int, ordinal: Int, month: Int?)
        case weeks(Int)
    }

    private let rule: Rule

    /// So far a plan looks ahead, in years. What comes again every week would else have no end.
    private static let horizon = 50

    /// Reads `12-25`, `last mon of 05`, `first fri` and, with a first day, `2w`.
    init?(_ text: String, from: CalendarDate?) {
        let words = text.split(separator: " ").map(String.init)
        if words.count == 1, case .weeks(let count)? = WorkDuration(text), count > 0, from != nil {
            rule = .weeks(count)
        } else if words.count == 1, let date = CalendarDate("2028-" + text) {
            // In a leap year, so that 02-29 is a day.
            rule = .day(month: date.month, day: date.day)
        } else if let weekday = Recurrence.weekday(words) {
            rule = weekday
        } else {
            return nil
        }
    }

    private static func weekday(_ words: [String]) -> Rule? {
        let ordinals = ["first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1]
        guard words.count == 2 || words.count == 4 && words[2] == "of", let ordinal = ordinals[words[0]],
            let day = Weekday.allCases.firstIndex(where: { $0.rawValue == words[1] })
        else { return nil }
        guard words.count == 4 else { return .weekday(day, ordinal: ordinal, month: nil) }
        guard words[3].utf8.count == 2, let month = Int(words[3]), (1...12).contains(month) else { return nil }
        return .weekday(day, ordinal: ordinal, month: month)
    }

    /// From a date on, ascending: through `last`, or for as long as a plan looks ahead.
    func dates(from first: CalendarDate, through last: CalendarDate?) -> [CalendarDate] {
        let end = first.adding(.months(12 * Self.horizon))
        let last = min(last ?? end, end)
        guard first <= last else { return [] }
        if case .weeks(let count) = rule {
            return stride(from: first.daysSince1970, through: last.daysSince1970, by: 7 * count).map {
                CalendarDate(daysSince1970: $0)
            }
        }
        return (first.year...last.year).flatMap(dates(inYear:)).filter { first <= $0 && $0 <= last }
    }

    private func dates(inYear year: Int) -> [CalendarDate] {
        switch rule {
        case .weeks: []
        case .day(let month, let day): [CalendarDate(year: year, month: month, day: day)].compactMap(\.self)
        case .weekday(let day, let ordinal, let month):
            (month.map { $0...$0 } ?? 1...12).compactMap { nth(ordinal, day, ofMonth: $0, year) }
        }
    }

    private func nth(_ ordinal: Int, _ weekday: Int, ofMonth month: Int, _ year: Int) -> CalendarDate? {
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
        if ordinal >= 0 {
            let ahead = (weekday - first.dayOfWeek + 7) % 7
            return CalendarDate(daysSince1970: first.daysSince1970 + ahead + 7 * ordinal)
        }
        let last = CalendarDate(daysSince1970: first.adding(.months(1)).daysSince1970 - 1)
        return CalendarDate(daysSince1970: last.daysSince1970 - (last.dayOfWeek - weekday + 7) % 7)
    }
}

extension CalendarDate {
    /// Monday is 0. 1970-01-01 was a Thursday.
    fileprivate var dayOfWeek: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }
}
