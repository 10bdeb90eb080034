// The weeks of a plan on a scale that the loads of all its resources share, so that they can be compared.

import Content
import Drawing
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

extension WeekAxis {
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
}

/// As large as it can be when it is larger: units of work have no limit.
private func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    return isTooLarge ? .max : sum
}
