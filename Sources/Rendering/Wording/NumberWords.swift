// How numbers, amounts and counts are written, and how several things are told in a row.

import Content

struct NumberWords: Sendable {
    /// Between the whole and the parts of a number: the point in "1.5".
    let decimalMark: String
    /// Between the thousands of an amount: the comma in "12,000".
    let groupMark: String
    /// "12%", of a number that is written out.
    let percent: @Sendable (_ number: String) -> String
    /// "GBP 12,000". A plan need not name its currency.
    let amount: @Sendable (_ currency: String?, _ number: String) -> String
    /// "3 of 12": a part of a whole.
    let outOf: @Sendable (_ part: Int, _ whole: Int) -> String
    /// "5 to 12": both belong to it.
    let range: @Sendable (_ first: Int, _ last: Int) -> String
}

struct CountWords: Sendable {
    let pages: @Sendable (_ count: Int) -> String
    /// Of pages that are all of one type: "3 questions".
    let pagesOfType: @Sendable (_ type: PageType, _ count: Int) -> String
    /// Those of the glossary.
    let terms: @Sendable (_ count: Int) -> String
    /// Those that pages cite.
    let sources: @Sendable (_ count: Int) -> String
    /// Topics, and the sections of the handbook that they are in: "53 topics in 6 sections".
    let topicsInSections: @Sendable (_ topics: Int, _ sections: Int) -> String
    /// A length of work. May be negative.
    let workingDays: @Sendable (_ count: Int) -> String
    let weeks: @Sendable (_ count: Int) -> String
    /// How far apart two dates are: in working days, unless none lies between.
    let distance: @Sendable (_ workingDays: Int, _ calendarDays: Int) -> String
}

struct ListWords: Sendable {
    /// Between the entries of a list in one line: ", ".
    let separator: String
    /// The same where the entries may hold commas: "; ".
    let longSeparator: String
    /// "a", "a and b", "a, b and c".
    let and: @Sendable (_ entries: [String]) -> String
    /// The last entry of a list that is cut: "and 3 more".
    let more: @Sendable (_ count: Int) -> String
    /// A name and what is said about it: "Kick-off: 4 January 2027, milestone".
    let labelled: @Sendable (_ name: String, _ text: String) -> String
    /// The parts of a title, the page first: "Risk – Topics – Our handbook".
    let title: @Sendable (_ parts: [String]) -> String
    /// Facts about one thing, none of which is a sentence: "ISO · 2021".
    let facts: @Sendable (_ facts: [String]) -> String
}
