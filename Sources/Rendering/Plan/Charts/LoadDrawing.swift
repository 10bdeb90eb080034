// The load of a resource against its capacity as SVG: a bar for each week, a line that they should stay below.

import Content
import Drawing
import Plans
import Scheduling
import UTF8Text

private let left = 64
private let top = 16
private let plotHeight = 72

extension PlanWriter {
    mutating func draw(_ bars: [LoadBar], of load: ResourceLoad, on axis: WeekAxis, title: String) {
        let most = max(bars.map { max($0.load, $0.capacity) }.max() ?? 1, 1)
        func y(_ days: Int) -> Int { top + plotHeight - proportion(of: days, plotHeight, over: most) }
        let id = "plan:load-\(load.resource + 1)"
        openChart(
            title, width: left + axis.width + 60, height: top + plotHeight + 24, id: id,
            about: words.charts.aboutLoad(written(axis.start))
        )
        // Each chart has its own pattern: one in a part that is folded away would draw nothing.
        markup("<pattern id=\"\(id)-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">")
        html.write("<path class=\"load-hatch\" d=\"M-1 6L6 -1M-1 1L1 -1M4 6L6 4\"/></pattern>\n")
        var (within, over, marks, capacity) = ("", "", "", "")
        var last: LoadBar?
        for bar in bars {
            let x = left + bar.slot * axis.slotWidth
            if bar.load > 0 {
                let height = max(top + plotHeight - y(bar.load), 1)
                let outline = "M\(x + 1) \(top + plotHeight)v-\(height)h\(axis.slotWidth - 2)v\(height)z"
                if bar.isOverloaded { over += outline } else { within += outline }
            }
            if bar.isOverloaded {
                let middle = x + axis.slotWidth / 2
                marks += "M\(middle) \(min(y(bar.load), y(bar.capacity)) - 3)l-4 -7h8z"
            }
            let follows = last.map { $0.slot + 1 == bar.slot } ?? false
            capacity += follows ? "V\(y(bar.capacity))" : "M\(x) \(y(bar.capacity))"
            capacity += "H\(x + axis.slotWidth)"
            last = bar
        }
        if !within.isEmpty { markup("<path class=\"load-bar\" d=\"\(within)\"/>\n") }
        if !over.isEmpty { markup("<path class=\"load-over\" fill=\"url(#\(id)-hatch)\" d=\"\(over)\"/>\n") }
        if !marks.isEmpty { markup("<path class=\"load-mark\" d=\"\(marks)\"/>\n") }
        markup("<path class=\"load-capacity\" d=\"\(capacity)\"/>\n<g class=\"chart-axis\">\n")
        markup("<path class=\"grid-line\" d=\"M\(left) \(top + plotHeight)h\(axis.width)\"/>\n")
        let usual = bars.map(\.capacity).max() ?? 0
        markup("<text x=\"\(left - 8)\" y=\"\(y(usual) + 4)\" text-anchor=\"end\">")
        element("", words.charts.days(decimal(usual)), "</text>\n")
        for (slot, hasYear) in axis.months(short: 36, long: 64) {
            let x = left + slot * axis.slotWidth
            let monday = axis.monday(ofSlot: slot)
            let month = hasYear ? wording.dates.loadMonthOfYear(monday) : wording.dates.loadMonth(monday)
            markup("<path class=\"grid-line\" d=\"M\(x) \(top + plotHeight)v6\"/>")
            markup("<text x=\"\(x)\" y=\"\(top + plotHeight + 19)\">")
            element("", month, "</text>\n")
        }
        html.write("</g>\n")
        closeChart()
    }
}
