// Days of the proleptic Gregorian calendar, without hours, zones or the machine's settings.

/// A day. Written `YYYY-MM-DD` everywhere.
package struct CalendarDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `nil` unless the three name a day of the years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, ofYear: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == "-" }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that is `count` days after 1970-01-01. Clamped to the years 1 to 9999.
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    package init(daysSince1970 count: Int) {
        let shifted = min(max(count, -719_162), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Source: as above, days_from_civil.
    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// The date with `-` between its parts.
    package var iso: String {
        let padded = { (value: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

/// A length of time as authors write it: `10d`, `2w`, `12mo`, `1y`. Counted in calendar days or months.
package enum Period: Hashable, Sendable {
    case days(Int)
    case months(Int)

    package init?(_ text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), let count = Int(digits), count > 0 else { return nil }
        switch text.dropFirst(digits.count) {
        case "d": self = .days(count)
        case "w": self = .days(7 * count)
        case "mo": self = .months(count)
        case "y": self = .months(12 * count)
        default: return nil
        }
    }
}

extension CalendarDate {
    /// Monday is 0, Sunday 6.
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

    /// The day `period` later. Months keep the day where they can: 31 January and one month is 28 or 29 February.
    package func adding(_ period: Period) -> CalendarDate {
        switch period {
        case .days(let count): return CalendarDate(daysSince1970: daysSince1970 + count)
        case .months(let count):
            let total = year * 12 + month - 1 + count
            let last = Self.days(inMonth: total % 12 + 1, ofYear: total / 12)
            return CalendarDate(year: total / 12, month: total % 12 + 1, day: min(day, last))
                ?? CalendarDate(daysSince1970: .max)
        }
    }
}
