// Numbers at the start of names: `01-intro` says where a page stands among the others, `100-day-plan` what it is called.
//
// A number is an order only when it can be nothing else, because a name that loses a year, a version, a section number or
// a count says something else. A zero in front gives an order away; without one it takes siblings that count from the
// start. Docusaurus learned the same: it leaves dates and versions alone (its parser of number prefixes).

/// A number at the start of a name that may be an order, and what follows it.
package struct LeadingNumber {
    package let value: Int
    package let rest: String
    /// Whether it has a zero in front, which no count has.
    package let isPadded: Bool
    fileprivate let width: Int

    /// `nil` where the number is surely none: part of a date, a time, a version, a section number, a range.
    package init?(of name: String) {
        let bytes = name.utf8
        guard bytes.first?.isASCIIDigit == true else { return nil }
        let digits = bytes.prefix { $0.isASCIIDigit }
        let separators = bytes.dropFirst(digits.count).prefix { "-_. )".utf8.contains($0) }
        let rest = Substring(bytes.dropFirst(digits.count + separators.count))
        guard digits.count <= 4, !separators.isEmpty, let first = rest.unicodeScalars.first,
            first.properties.numericType == nil, rest.contains(where: \.isLetter), let value = Int(Substring(digits))
        else { return nil }
        isPadded = digits.first == "0" && digits.count > 1
        // Four digits are a year, or a time: `0001` alone is neither.
        guard digits.count < 4 || digits.starts(with: "00".utf8) else { return nil }
        let word = rest.prefix(while: \.isLetter).lowercased()
        // A day and its month; a count and what is counted; a line of versions, `2.x`.
        guard !monthNames.contains(word), isPadded || !countedWords.contains(word),
            word != "x" || separators.first != "."
        else { return nil }
        self.value = value
        self.rest = String(rest)
        width = digits.count
    }
}

/// The names in one folder whose number is an order, with what they are called without it.
///
/// - Parameters:
///   - names: Of all files and folders in the folder, without endings.
///   - others: Slugs in the folder that no name makes.
package func namesWithoutOrder(among names: [String], besides others: Set<String> = []) -> [String: String] {
    let numbers = names.compactMap { name in LeadingNumber(of: name).map { (name: name, number: $0) } }
    guard !numbers.isEmpty else { return [:] }
    let proven = valuesOfOrder(among: numbers.map(\.number), siblings: names.count)
    var found: [String: String] = [:]
    for (name, number) in numbers where number.isPadded || proven.contains(Place(number)) { found[name] = number.rest }
    // Where two would be called the same, the numbers tell them apart.
    var owners: [String: String] = [:]
    for name in names {
        let full = slug(name)
        let short = found[name].map(slug) ?? full
        if found[name] != nil, others.contains(short) { return [:] }
        if let owner = owners.updateValue(full, forKey: short), owner != full { return [:] }
    }
    // Of `03-summit` and `11-summit`, neither number is one that the other can do without.
    let shortened = Set(found.values.map(slug))
    for (name, number) in numbers where found[name] == nil && shortened.contains(slug(number.rest)) { return [:] }
    return found
}

/// What numbers of one series have in common besides their value.
private struct Place: Hashable {
    let value: Int
    let width: Int

    init(_ number: LeadingNumber) {
        value = number.value
        width = number.width
    }
}

/// The numbers without a zero in front that go on where others begin: 10 behind 09, or 1, 2, 3 and 10, 20, 30 where at
/// least half of the siblings are numbered.
private func valuesOfOrder(among numbers: [LeadingNumber], siblings: Int) -> Set<Place> {
    var order: Set<Place> = []
    let plain = numbers.filter { !$0.isPadded }.sorted { $0.value < $1.value }
    let padded = numbers.filter(\.isPadded)
    for width in Set(padded.map(\.width)) {
        var values = Set(padded.filter { $0.width == width }.map(\.value))
        for number in plain where number.width == width {
            let value = number.value
            let isNext = [value, value - 1, value - 2].contains(where: values.contains)
            guard isNext || value % 10 == 0 && (1...10).contains(where: { values.contains(value - $0) }) else {
                continue
            }
            values.insert(value)
            order.insert(Place(number))
        }
    }
    guard padded.isEmpty, 2 * plain.count >= siblings, let first = plain.first?.value else { return order }
    let values = Set(plain.map(\.value))
    let step = [10, 100].contains(first) ? first : 1
    guard first <= 1 || step > 1, values.contains(first + step) || values.count > 2 && values.contains(first + 2) else {
        return order
    }
    var last = first
    for number in plain {
        guard number.value - last <= max(step, 2), (number.value - first) % step == 0 else { break }
        order.insert(Place(number))
        last = number.value
    }
    return order
}

/// The numbers that a name begins with, by which dates, sections and orders sort: 2026, 10, 5 of `2026-10-05-minutes`.
package func numbers(leading name: String) -> [Int] {
    var numbers: [Int] = []
    var rest = name.utf8[...]
    while let first = rest.first, first.isASCIIDigit {
        let digits = rest.prefix { $0.isASCIIDigit }
        rest = rest.dropFirst(digits.count)
        let separators = rest.prefix { "-_. )".utf8.contains($0) }
        guard let number = Int(Substring(digits)), !separators.isEmpty || rest.isEmpty else { break }
        numbers.append(number)
        rest = rest.dropFirst(separators.count)
    }
    return numbers
}

/// Words behind a number that counts something: `90-day-plan`, `1-on-1`.
private let countedWords: Set<String> = [
    "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "quarter", "quarters", "year", "years", "on", "to", "in", "by", "x", "way", "factor", "point", "points",
    "percent", "step", "steps", "phase", "phases", "page", "pages", "whys", "ps", "cs", "rs", "tage", "tag", "wochen",
    "monate", "jahre", "jours", "semaines", "mois", "ans",
]

/// Names of months and their short forms, in English, German, French and Spanish.
private let monthNames: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "okt", "dez",
    "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
]
