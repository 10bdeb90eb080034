// A Gantt chart: a column of names and, beside it, a drawing of time with a bar for each task.
//
// Two drawings of the same height stand side by side in one frame. The names stay where they are when the frame scrolls,
// and on paper both shrink by the same factor. Nothing here is known to readers by colour alone: what is critical is
// hatched and has a thick outline, what is done is filled, phases are brackets, milestones diamonds.

import Drawing
import Scheduling
import UTF8Text

struct GanttChart {
    struct Row {
        enum Kind { case task, phase, milestone }

        let id: String
        let name: String
        let depth: Int
        let kind: Kind
        /// Both days are part of it.
        let dates: ClosedRange<CalendarDate>
        /// Whether a milestone lies at the beginning of its day, and not at its end.
        var isAtStart = false
        /// Of a task under way: the last day that counts as worked, and the day on which the rest begins.
        var worked: CalendarDate?
        var remainingStart: CalendarDate?
        var isCritical = false
        var isDone = false
        var isLate = false
        var baseline: ClosedRange<CalendarDate>?
        /// Its own deadline.
        var deadline: CalendarDate?
        /// What the bar tells besides its name, for people who cannot see it.
        let description: String
    }

    struct Link {
        enum End { case start, finish }

        /// Places in `rows`.
        let from: Int
        let to: Int
        /// Which end of the one is tied to which end of the other.
        let tiedFrom: End
        let tiedTo: End
        let isCritical: Bool
    }

    let rows: [Row]
    let links: [Link]
    let deadline: CalendarDate?
    let statusDate: CalendarDate?
    let isWorkingDay: (CalendarDate) -> Bool
    let title: String
    let wording: Wording
}

/// Sizes in pixels; the scale counts tenths of them.
enum GanttSize {
    static let row = 24
    static let bar = 12
    /// The flags of dates, and the two tiers of the axis.
    static let head = 58
    static let flags = 18
    static let names = 290
    static let indent = 12
    /// What the drawing of time takes if the plan lets it.
    static let time = 900
    /// The room before the first day and behind the last, for links and signs.
    static let margin = 14
    static let text = 12
    /// The word behind the bar of a late task.
    static let late = 28
    /// What an A4 page on its side has room for besides a heading and the legend.
    static let paper = (width: 1040, height: 640)
}

/// How long stretches of time are drawn, and where dates are. In tenths of a pixel.
struct GanttScale {
    /// The first day drawn and the day behind the last one, as days since 1970.
    let days: Range<Int>
    let tenthsPerDay: Int
    private let hasLate: Bool

    init(_ chart: GanttChart) {
        var first = chart.rows.map { min($0.dates.lowerBound, $0.baseline?.lowerBound ?? $0.dates.lowerBound) }.min()
        var last = chart.rows.map { max($0.dates.upperBound, $0.baseline?.upperBound ?? $0.dates.upperBound) }.max()
        // What lies far away from all work would only make the chart small.
        let span = last.flatMap { last in first.map { last.daysSince1970 - $0.daysSince1970 + 1 } } ?? 1
        let near =
            [(chart.deadline, span / 2), (chart.statusDate, span / 10)] + chart.rows.map { ($0.deadline, span / 2) }
        for (date, distance) in near {
            guard let date, let start = first, let end = last else { continue }
            if date < start, start.daysSince1970 - date.daysSince1970 <= distance { first = date }
            if date > end, date.daysSince1970 - end.daysSince1970 <= distance { last = date }
        }
        let start = first?.daysSince1970 ?? 0
        let end = (last?.daysSince1970 ?? 0) + 1
        days = start..<max(end, start + 1)
        hasLate = chart.rows.contains(where: \.isLate)
        tenthsPerDay = min(240, max(3, (GanttSize.time - (hasLate ? GanttSize.late : 0)) * 10 / days.count))
    }

    /// With room for the word behind the bar that ends last.
    var width: Int { (days.count * tenthsPerDay + 9) / 10 + 2 * GanttSize.margin + (hasLate ? GanttSize.late : 0) }

    /// The left edge of a day.
    func x(_ date: CalendarDate) -> Int { x(day: date.daysSince1970) }

    func x(day: Int) -> Int { GanttSize.margin * 10 + (day - days.lowerBound) * tenthsPerDay }

    func contains(_ date: CalendarDate) -> Bool { days.contains(date.daysSince1970) }

    var tiers: (upper: TimeTier, lower: TimeTier) {
        switch tenthsPerDay {
        case 140...: (.weeks, .days)
        case 32...: (.months, .weeks)
        case 9...: (.quarters, .months)
        default: (.years, .quarters)
        }
    }
}

extension TimeTier {
    func label(_ start: CalendarDate, _ words: DateWords) -> String {
        switch self {
        case .days: String(start.day)
        case .weeks: words.week(start)
        case .months: words.month(start)
        case .quarters: words.quarter(start)
        case .years: String(start.year)
        }
    }

    /// Where a stretch is too narrow for its label: of weeks the day they begin on, below the name of the month.
    func shortestLabel(_ start: CalendarDate) -> String? { self == .weeks ? String(start.day) : nil }

    /// With the year, where the stretches above do not say it.
    func fullLabel(_ start: CalendarDate, _ words: DateWords) -> String {
        self == .years ? String(start.year) : words.ofYear(label(start, words), start.year)
    }
}
