// The values that plans are made of: words from fixed lists, money, lengths of work, and how often and how soon.

package import UTF8Text

package enum PlanKind: String, CaseIterable, Sendable { case implementation, action, rollout, project }
package enum TaskStatus: String, CaseIterable, Sendable { case planned, active, blocked, done, dropped }
/// In the order in which they come.
package enum ImplementationStage: String, CaseIterable, Sendable {
    case exploration, installation, initial, full
    case scaleUp = "scale-up"
}
package enum BudgetCategory: String, CaseIterable, Sendable {
    case staff, software, services, training, travel, equipment, contingency, other
}
package enum Stance: String, CaseIterable, Sendable { case supporter, neutral, mixed, sceptic, opponent }
package enum RiskType: String, CaseIterable, Sendable {
    case threat, opportunity

    /// What may be done about a risk of this type, as PM² has it.
    package var responses: [RiskResponse] {
        switch self {
        case .threat: [.avoid, .reduce, .transfer, .accept]
        case .opportunity: [.exploit, .enhance, .share, .accept]
        }
    }
}
package enum RiskStatus: String, CaseIterable, Sendable { case open, closed, occurred }
package enum RiskResponse: String, CaseIterable, Sendable {
    case avoid, reduce, transfer, accept, exploit, enhance, share
}
package enum QualityResult: String, CaseIterable, Sendable { case pass, fail }
package enum LogEntryType: String, CaseIterable, Sendable { case assumption, issue, dependency, decision }
package enum Weekday: String, CaseIterable, Sendable { case mon, tue, wed, thu, fri, sat, sun }

/// What a role does for a task or deliverable.
package enum RACILetter: String, CaseIterable, Sendable {
    case responsible = "R"
    case accountable = "A"
    case supports = "S"
    case consulted = "C"
    case informed = "I"
}

/// The letters of one role, each once, in the order in which they are written: `R`, `A/R`, `S/C`.
package struct RACILetters: Hashable, Sendable {
    package let letters: [RACILetter]

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= RACILetter.allCases.count else { return nil }
        letters = parts.compactMap { RACILetter(rawValue: String($0)) }
        guard letters.count == parts.count, Set(letters).count == letters.count else { return nil }
    }

    /// As written.
    package var text: String { letters.map(\.rawValue).joined(separator: "/") }

    package func contains(_ letter: RACILetter) -> Bool { letters.contains(letter) }
}

/// An amount of money, decimal, never binary floating point. Some currencies have a thousandth as their smallest unit.
package struct Money: Hashable, Sendable {
    let thousandths: Int

    init(thousandths: Int) { self.thousandths = thousandths }

    /// - Parameter units: of the smallest of a currency with so many digits behind the point, 2 or 3.
    package init(units: Int, digits: Int) { self.init(thousandths: digits == 3 ? units : units * 10) }

    /// Reads `1200`, `1200.5`, `1200.50` and `1200.505`.
    init?(_ text: String) {
        guard let thousandths = decimalNumber(text, digits: 3) else { return nil }
        self.init(thousandths: thousandths)
    }

    /// In the smallest unit of a currency with so many digits behind the point, 2 or 3.
    package func units(digits: Int) -> Int { digits == 3 ? thousandths : thousandths / 10 }
}

/// Currencies with three digits behind the point. Source: ISO 4217, list one, "minor unit".
private let currenciesOfThreeDigits: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]

extension Plan {
    /// Behind the point of an amount: 2, or 3 for the currencies that have so many.
    package var currencyDigits: Int { currency.map { currenciesOfThreeDigits.contains($0.value) } == true ? 3 : 2 }
}

/// Reads a number without sign, with at most so many digits behind the point, in units of the last of these.
func decimalNumber(_ text: String, digits: Int) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
        parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }),
        parts.count == 1 || parts[1].utf8.count <= digits
    else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    return Int(parts[0] + fraction + String(repeating: "0", count: digits - fraction.utf8.count))
}

/// A length of work as written: whole working days, or weeks of the plan's calendar. From 0 to 99,999 of either.
package enum WorkDuration: Hashable, Sendable {
    case days(Int)
    case weeks(Int)

    package init?(_ text: String) {
        guard let unit = text.last, text.utf8.count <= 6, let count = Int(text.dropLast()),
            text.utf8.dropLast().allSatisfy(\.isASCIIDigit)
        else { return nil }
        switch unit {
        case "d": self = .days(count)
        case "w": self = .weeks(count)
        default: return nil
        }
    }

    package var isZero: Bool { self == .days(0) || self == .weeks(0) }

    package var text: String {
        switch self {
        case .days(let count): "\(count)d"
        case .weeks(let count): "\(count)w"
        }
    }
}

/// How soon a risk may occur: on a day, or in so many calendar weeks from the status date.
package enum Proximity: Hashable, Sendable {
    case date(CalendarDate)
    case weeks(Int)

    package init?(_ text: String) {
        if let date = CalendarDate(text) {
            self = .date(date)
        } else if case .weeks(let count) = WorkDuration(text) {
            self = .weeks(count)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .date(let date): date.iso
        case .weeks(let count): "\(count)w"
        }
    }
}

/// How often something is told.
package enum Frequency: Hashable, Sendable {
    case once
    /// At each milestone of the plan.
    case milestone
    /// With the text as written, because 2w and 14d read differently.
    case period(Period, text: String)

    package init?(_ text: String) {
        switch text {
        case "once": self = .once
        case "milestone": self = .milestone
        default:
            guard let period = Period(text) else { return nil }
            self = .period(period, text: text)
        }
    }

    /// As written.
    package var text: String {
        switch self {
        case .once: "once"
        case .milestone: "milestone"
        case .period(_, let text): text
        }
    }
}
