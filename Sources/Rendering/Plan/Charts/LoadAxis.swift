// The weeks of a plan on a scale that the loads of all its resources share, so that they can be compared.

import Content
import Plans
import Scheduling
import UTF8Text

struct LoadBar: Equatable {
    /// Of its first week.
    let monday: CalendarDate
    /// Its place on the axis.
    let slot: Int
    /// Both in hundredths of working days.
    var load: Int
    var capacity: Int
    var isOverloaded: Bool
}

struct LoadAxis {
    let start: CalendarDate
    let slots: Int
    /// 1, unless the plan is too long for a bar a week.
    let weeksPerBar: Int
    /// In pixels.
    let slotWidth: Int

    private static let barsAtMost = 104
    private static let widthOfAll = 700

    init(from first: CalendarDate, through last: CalendarDate) {
        start = CalendarDate(daysSince1970: first.daysSince1970 - first.weekday)
        let weeks = max((last.daysSince1970 - start.daysSince1970) / 7 + 1, 1)
        weeksPerBar = (weeks + Self.barsAtMost - 1) / Self.barsAtMost
        slots = (weeks + weeksPerBar - 1) / weeksPerBar
        slotWidth = min(max(Self.widthOfAll / slots, 6), 28)
    }

    var width: Int { slots * slotWidth }

    func slot(of monday: CalendarDate) -> Int { (monday.daysSince1970 - start.daysSince1970) / 7 / weeksPerBar }

    func monday(ofSlot slot: Int) -> CalendarDate {
        CalendarDate(daysSince1970: start.daysSince1970 + 7 * weeksPerBar * slot)
    }

    func bars(of load: ResourceLoad) -> [LoadBar] {
        var bars: [LoadBar] = []
        for week in load.weeks {
            let slot = slot(of: week.monday)
            if let last = bars.last, last.slot == slot {
                bars[bars.count - 1].load = sum(last.load, week.load)
                bars[bars.count - 1].capacity = sum(last.capacity, week.capacity)
                bars[bars.count - 1].isOverloaded = last.isOverloaded || week.isOverloaded
            } else {
                bars.append(
                    LoadBar(
                        monday: week.monday, slot: slot, load: week.load, capacity: week.capacity,
                        isOverloaded: week.isOverloaded))
            }
        }
        return bars
    }

    /// The slots in which a month begins, and whether its year is to be told, as far from each other as the names need.
    /// - Parameters:
    ///   - short: the width of a month without its year, in pixels.
    ///   - long: with it.
    func months(short: Int, long: Int) -> [(slot: Int, hasYear: Bool)] {
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

/// As large as it can be when it is larger: units of work have no limit.
private func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
}
