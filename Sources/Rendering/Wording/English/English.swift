// English: the whole, and its numbers, counts and lists.

import Content

extension Wording {
    static let english = english(dates: .english)

    static func english(dates: DateWords) -> Wording {
        Wording(
            numbers: .english, dates: dates, counts: .english, lists: .english, template: .english, pages: .english,
            relations: .english, map: .english, plan: .english)
    }
}

/// "1 page", "2 pages".
@Sendable func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(abs(count) == 1 ? "" : "s")" }

extension NumberWords {
    static let english = NumberWords(
        decimalMark: ".",
        groupMark: ",",
        percent: { $0 + "%" },
        amount: { currency, number in currency.map { "\($0) \(number)" } ?? number },
        outOf: { "\($0) of \($1)" },
        range: { "\($0) to \($1)" })
}

extension CountWords {
    static let english = CountWords(
        pages: { counted($0, "page") },
        pagesOfType: { counted($1, $0.englishNoun) },
        terms: { counted($0, "term") },
        sources: { counted($0, "source") },
        topicsInSections: { "\(counted($0, "topic")) in \(counted($1, "section"))" },
        workingDays: { counted($0, "working day") },
        weeks: { counted($0, "week") },
        distance: { workingDays, calendarDays in
            workingDays == 0
                ? counted(abs(calendarDays), "calendar day")
                : counted(abs(workingDays), "working day")
        })
}

extension ListWords {
    static let english = ListWords(
        separator: ", ",
        longSeparator: "; ",
        and: { entries in
            guard let last = entries.last, entries.count > 1 else { return entries.first ?? "" }
            return entries.dropLast().joined(separator: ", ") + " and " + last
        },
        more: { "and \($0) more" },
        labelled: { "\($0): \($1)" },
        title: { $0.joined(separator: " – ") },
        facts: { $0.joined(separator: " · ") })
}
