// How dates are written out, and the labels of calendars in charts, which must be short.

import UTF8Text

struct DateWords: Sendable {
    /// "3 March 2027".
    let date: @Sendable (_ date: CalendarDate) -> String
    /// "3 March 2027 to 5 April 2027": both days are part of it.
    let span: @Sendable (_ first: CalendarDate, _ last: CalendarDate) -> String
    /// Above a column of the Gantt chart that is a month: "Mar".
    let month: @Sendable (_ start: CalendarDate) -> String
    /// Above one that is a week, the day that it begins on: "8 Mar".
    let week: @Sendable (_ start: CalendarDate) -> String
    /// Above one that is a quarter: "Q1".
    let quarter: @Sendable (_ start: CalendarDate) -> String
    /// One of these with its year: "Q1 2027".
    let ofYear: @Sendable (_ label: String, _ year: Int) -> String
    /// Below the load of a resource, where a month begins: "Mar".
    let loadMonth: @Sendable (_ start: CalendarDate) -> String
    /// The same where a year begins: "Mar 2027".
    let loadMonthOfYear: @Sendable (_ start: CalendarDate) -> String
}

extension DateWords {
    /// Without the names of months.
    static let digits = DateWords(
        date: { $0.iso },
        span: { "\($0.iso) to \($1.iso)" },
        month: { String($0.month) },
        week: { "\($0.day) \($0.month)" },
        quarter: { "Q\(($0.month + 2) / 3)" },
        ofYear: { "\($0) \($1)" },
        loadMonth: { String($0.iso.prefix(7).suffix(2)) },
        loadMonthOfYear: { String($0.iso.prefix(7)) })
}
