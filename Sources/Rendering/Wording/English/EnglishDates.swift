// English: dates.

import UTF8Text

private let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

extension DateWords {
    static let english = DateWords(
        date: { written($0) },
        span: { "\(written($0)) to \(written($1))" },
        month: { short($0) },
        week: { "\($0.day) \(short($0))" },
        quarter: { "Q\(($0.month + 2) / 3)" },
        ofYear: { "\($0) \($1)" },
        loadMonth: { short($0) },
        loadMonthOfYear: { "\(short($0)) \($0.year)" })
}

@Sendable private func written(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

@Sendable private func short(_ date: CalendarDate) -> String { String(months[date.month - 1].prefix(3)) }
