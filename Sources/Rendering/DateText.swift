// Dates as readers of the handbook's language write them out.

import Content
import UTF8Text

private let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

/// "3 March 2027" in English; the ISO form, which no reader misreads, in languages whose months we do not know.
func writtenDate(_ date: CalendarDate, language: String) -> String {
    guard language == "en" || language.hasPrefix("en-") else { return date.iso }
    return "\(date.day) \(englishMonths[date.month - 1]) \(date.year)"
}

/// "Mar" in English; the number of the month in other languages.
func shortMonth(_ month: Int, language: String) -> String {
    guard language == "en" || language.hasPrefix("en-") else { return String(month) }
    return String(englishMonths[month - 1].prefix(3))
}
