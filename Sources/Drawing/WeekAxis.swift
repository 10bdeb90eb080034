// Weeks on a scale, each as wide as the others: for bars that are to be compared.

package import UTF8Text

package struct WeekAxis: Sendable {
    package let start: CalendarDate
    package let slots: Int
    /// 1, unless the time is too long for a bar a week.
    package let weeksPerBar: Int
    /// In pixels.
    package let slotWidth: Int

    private static let barsAtMost = 104
    private static let widthOfAll = 700

    package init(from first: CalendarDate, through last: CalendarDate) {
        start = CalendarDate(daysSince1970: first.daysSince1970 - first.weekday)
        let weeks = max((last.daysSince1970 - start.daysSince1970) / 7 + 1, 1)
        weeksPerBar = (weeks + Self.barsAtMost - 1) / Self.barsAtMost
        slots = (weeks + weeksPerBar - 1) / weeksPerBar
        slotWidth = min(max(Self.widthOfAll / slots, 6), 28)
    }

    package var width: Int { slots * slotWidth }

    package func slot(of monday: CalendarDate) -> Int { (monday.daysSince1970 - start.daysSince1970) / 7 / weeksPerBar }

    package func monday(ofSlot slot: Int) -> CalendarDate {
        CalendarDate(daysSince1970: start.daysSince1970 + 7 * weeksPerBar * slot)
    }

    /// The slots in which a month begins, and whether its year is to be told, as far from each other as the names need.
    /// - Parameters:
    ///   - short: the width of a month without its year, in pixels.
    ///   - long: with it.
    package func months(short: Int, long: Int) -> [(slot: Int, hasYear: Bool)] {
        var months: [(slot: Int, hasYear: Bool)] = []
        var free = 0
        var year: Int?
        for slot in 0..<slots {
            let date = monday(ofSlot: slot)
            let isFirst = slot == 0 || monday(ofSlot: slot - 1).month != date.month
            guard isFirst, slot * slotWidth >= free else { continue }
            months.append((slot, date.year != year))
            free = slot * slotWidth + (date.year != year ? long : short)
            year = date.year
        }
        return months
    }
}
