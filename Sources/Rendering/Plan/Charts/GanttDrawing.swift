// Draws a Gantt chart as SVG. Coordinates are whole numbers or tenths of a pixel. `ends(of:)` says where a bar begins and
// ends; `writeTask` divides that of a task under way into what is done and what is left.

import Drawing
import UTF8Text

struct GanttDrawing {
    let chart: GanttChart
    let scale: GanttScale
    private var svg = SVGText()

    init(_ chart: GanttChart) {
        self.chart = chart
        scale = GanttScale(chart)
    }

    var height: Int { GanttSize.head + chart.rows.count * GanttSize.row + 6 }

    /// The chart in its frame, and what its signs mean.
    mutating func html() -> [UInt8] {
        svg.markup("<figure class=\"gantt\(paperClass)\">\n")
        svg.markup("<div class=\"gantt-frame\" role=\"region\" tabindex=\"0\" aria-label=\"")
        svg.words(words.chart)
        svg.markup("\">\n")
        writeNames()
        writeTime()
        svg.markup("</div>\n")
        writeLegend()
        svg.markup("</figure>\n")
        return svg.bytes
    }

    /// On paper the chart fills the width of a page, less where it would be higher than the page then. A chart that would
    /// become too small to read is cut by the end of the page instead.
    private var paperClass: String {
        let width = GanttSize.names + scale.width
        let tenths = GanttSize.paper.height * 10 * width / (height * GanttSize.paper.width)
        return tenths >= 10 ? " gantt-whole" : tenths >= 6 ? " gantt-whole gantt-paper-\(tenths)" : ""
    }

    // MARK: Names

    private mutating func writeNames() {
        svg.markup(
            "<svg class=\"gantt-names\" width=\"\(GanttSize.names)\" height=\"\(height)\" viewBox=\"0 0 \(GanttSize.names) \(height)\" preserveAspectRatio=\"xMinYMin slice\" aria-hidden=\"true\">\n"
        )
        for (index, row) in chart.rows.enumerated() {
            let x = 4 + min(row.depth, 8) * GanttSize.indent
            let isPhase = row.kind == .phase
            let name = shortened(row.name, within: GanttSize.names - x - 8, isBold: isPhase)
            svg.markup("<a href=\"#task:\(row.id)\" tabindex=\"-1\"><text")
            svg.markup(isPhase ? " class=\"gantt-phase-name\"" : "")
            svg.markup(" x=\"\(x)\" y=\"\(middle(of: index) + 4)\">")
            svg.words(name)
            if name != row.name {
                svg.markup("<title>")
                svg.words(row.name)
                svg.markup("</title>")
            }
            svg.markup("</text></a>\n")
        }
        svg.markup("</svg>\n")
    }

    private func shortened(_ name: String, within width: Int, isBold: Bool) -> String {
        if self.width(of: name, isBold: isBold) <= width { return name }
        var room = width - GanttSize.text
        var end = name.startIndex
        while end < name.endIndex {
            room -= self.width(of: String(name[end]), isBold: isBold)
            guard room >= 0 else { break }
            end = name.index(after: end)
        }
        return String(name[..<end]).trimmedAtEnd + "…"
    }

    // MARK: Time

    private mutating func writeTime() {
        svg.markup(
            "<svg class=\"gantt-time\" width=\"\(scale.width)\" height=\"\(height)\" viewBox=\"0 0 \(scale.width) \(height)\" aria-labelledby=\"gantt:title gantt:text\">\n<title id=\"gantt:title\">"
        )
        svg.words(chart.title)
        svg.markup("</title>\n<desc id=\"gantt:text\">")
        svg.words(words.about)
        svg.markup("</desc>\n")
        svg.markup(
            "<defs><pattern id=\"gantt:hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"gantt-hatch\" d=\"M0 0V5\"/></pattern><marker id=\"gantt:arrow\" class=\"gantt-arrow\" viewBox=\"0 0 6 6\" refX=\"6\" refY=\"3\" markerWidth=\"6\" markerHeight=\"6\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L6 3L0 6z\"/></marker></defs>\n"
        )
        writeDaysOff()
        writeAxis()
        writeDates()
        writeLinks()
        for (index, row) in chart.rows.enumerated() { writeBar(row, at: index) }
        svg.markup("</svg>\n")
    }

    /// The middle of a row.
    private func middle(of row: Int) -> Int { GanttSize.head + row * GanttSize.row + GanttSize.row / 2 }

    private var bottom: Int { height - 6 }

    /// Days off are shaded where a day is wide enough to be seen.
    private mutating func writeDaysOff() {
        guard scale.tenthsPerDay >= 30 else { return }
        var path = ""
        var day = scale.days.lowerBound
        while day < scale.days.upperBound {
            guard !chart.isWorkingDay(CalendarDate(daysSince1970: day)) else {
                day += 1
                continue
            }
            var end = day + 1
            while end < scale.days.upperBound, !chart.isWorkingDay(CalendarDate(daysSince1970: end)) { end += 1 }
            path +=
                "M\(tenths(scale.x(day: day))) \(GanttSize.head)h\(tenths((end - day) * scale.tenthsPerDay))V\(bottom)h-\(tenths((end - day) * scale.tenthsPerDay))z"
            day = end
        }
        if !path.isEmpty { svg.markup("<path class=\"gantt-off\" d=\"\(path)\"/>\n") }
    }

    private mutating func writeAxis() {
        let (upper, lower) = scale.tiers
        let top = GanttSize.flags
        let middle = top + (GanttSize.head - top) / 2
        var grid = ""
        var labels = ""
        func divide(_ tier: TimeTier, from y: Int, to end: Int, text: Int, isUpper: Bool) {
            var start = tier.start(of: CalendarDate(daysSince1970: scale.days.lowerBound))
            while start.daysSince1970 < scale.days.upperBound {
                let next = tier.next(after: start)
                // The last day of the calendar has none after it.
                guard next > start else { break }
                let left = scale.x(day: max(start.daysSince1970, scale.days.lowerBound))
                let right = scale.x(day: min(next.daysSince1970, scale.days.upperBound))
                grid += "M\(tenths(left)) \(y)V\(end)"
                let full = tier.fullLabel(start, chart.wording.dates)
                let short = tier.label(start, chart.wording.dates)
                let room = (right - left) / 10 - 6
                if let label = (isUpper ? [full, short] : [short, tier.shortestLabel(start)].compactMap(\.self)).first(
                    where: { width(of: $0) <= room })
                {
                    labels += "<text x=\"\(tenths(left + 30))\" y=\"\(text)\">\(label)</text>"
                }
                start = next
            }
        }
        divide(upper, from: top, to: middle, text: middle - 6, isUpper: true)
        divide(lower, from: middle, to: bottom, text: GanttSize.head - 6, isUpper: false)
        svg.markup("<path class=\"gantt-grid\" d=\"\(grid)M0 \(GanttSize.head)H\(scale.width)\"/>\n")
        svg.markup("<g class=\"gantt-axis\">\(labels)</g>\n")
    }

    private func width(of text: String, isBold: Bool = false) -> Int {
        textWidth(text, size: GanttSize.text, isBold: isBold)
    }

    // MARK: Dates

    private mutating func writeDates() {
        var flags: [(x: Int, text: String, line: String)] = []
        let dates = chart.wording.dates
        if let date = chart.statusDate, scale.contains(date) {
            // The status date counts to its end.
            flags.append((scale.x(date) + scale.tenthsPerDay, words.status(dates.date(date)), "gantt-status"))
        }
        if let date = chart.deadline, scale.contains(date) {
            flags.append((scale.x(date) + scale.tenthsPerDay, words.deadline(dates.date(date)), "gantt-deadline"))
        }
        var taken = 0..<0
        for flag in flags.sorted(by: { $0.x < $1.x }) {
            svg.markup("<path class=\"\(flag.line)\" d=\"M\(tenths(flag.x)) \(GanttSize.flags)V\(bottom)\"/>")
            let length = width(of: flag.text, isBold: true) + 4
            // The label stands behind its line, or before it where there is no room behind.
            let x = flag.x / 10
            var range = x..<x + length
            if range.upperBound > scale.width || range.overlaps(taken) { range = max(0, x - length)..<max(length, x) }
            if range.overlaps(taken) { range = taken.upperBound + 6..<taken.upperBound + 6 + length }
            taken = range
            svg.markup("<text class=\"gantt-flag\" x=\"\(range.lowerBound)\" y=\"\(GanttSize.flags - 5)\">")
            svg.words(flag.text)
            svg.markup("</text>\n")
        }
    }

    // MARK: Bars

    /// The ends of a bar, in tenths.
    func ends(of row: GanttChart.Row) -> (left: Int, right: Int) {
        let left = scale.x(row.dates.lowerBound)
        let right = scale.x(row.dates.upperBound) + scale.tenthsPerDay
        guard row.kind == .milestone else { return (left, max(right, left + 20)) }
        let centre = row.isAtStart ? left : right
        return (centre - 60, centre + 60)
    }

    private mutating func writeBar(_ row: GanttChart.Row, at index: Int) {
        let y = middle(of: index)
        let (left, right) = ends(of: row)
        var state = row.isDone ? " is-done" : ""
        if row.isCritical { state += " is-critical" }
        svg.markup("<a class=\"gantt-bar\(state)\" id=\"bar:\(row.id)\" href=\"#task:\(row.id)\" aria-label=\"")
        let label = chart.wording.lists.labelled(row.name, row.description)
        svg.words(label)
        svg.markup("\"><title>")
        svg.words(label)
        svg.markup("</title>")
        if let baseline = row.baseline {
            let start = scale.x(baseline.lowerBound)
            let end = row.kind == .milestone ? start + 30 : scale.x(baseline.upperBound) + scale.tenthsPerDay
            svg.markup(
                "<rect class=\"gantt-baseline\" x=\"\(tenths(start))\" y=\"\(y + 8)\" width=\"\(tenths(max(20, end - start)))\" height=\"3\"/>"
            )
        }
        let top = y - GanttSize.bar / 2
        switch row.kind {
        case .milestone:
            svg.markup("<path class=\"gantt-milestone\" d=\"M\(tenths(left)) \(y)l6-6l6 6l-6 6z\"/>")
        case .phase:
            let width = right - left
            let foot = min(50, width / 2)
            svg.markup(
                "<path class=\"gantt-phase\" d=\"M\(tenths(left)) \(top + 1)h\(tenths(width))v9l-\(tenths(foot))-4h-\(tenths(width - 2 * foot))l-\(tenths(foot)) 4z\"/>"
            )
        case .task: writeTask(row, left: left, right: right, top: top)
        }
        if let deadline = row.deadline, scale.contains(deadline) {
            let x = scale.x(deadline) + scale.tenthsPerDay
            svg.markup("<path class=\"gantt-own-deadline\" d=\"M\(tenths(x - 40)) \(top - 4)h8l-4 7z\"/>")
        }
        if row.isLate { svg.markup(late(x: tenths(right + 50), y: y + 4)) }
        svg.markup("</a>\n")
    }

    /// What is worked of a task under way is solid, what is left an open bar, and a thin line lies over the days between.
    private mutating func writeTask(_ row: GanttChart.Row, left: Int, right: Int, top: Int) {
        func box(_ start: Int, _ end: Int) -> String {
            "x=\"\(tenths(start))\" y=\"\(top)\" width=\"\(tenths(max(20, end - start)))\" height=\"\(GanttSize.bar)\" rx=\"2\""
        }
        var start = left
        if let rest = row.remainingStart, let worked = row.worked {
            start = max(left, min(scale.x(rest), right - 20))
            let end = min(scale.x(worked) + scale.tenthsPerDay, start)
            if start > end {
                svg.markup(
                    "<path class=\"gantt-gap\" d=\"M\(tenths(max(left, end))) \(top + GanttSize.bar / 2)H\(tenths(start))\"/>"
                )
            }
            if end > left { svg.markup("<rect class=\"gantt-worked\" \(box(left, end))/>") }
        }
        svg.markup("<rect class=\"gantt-task\" \(box(start, right))/>")
        if row.isCritical { svg.markup("<rect class=\"gantt-over\" fill=\"url(#gantt:hatch)\" \(box(start, right))/>") }
    }

    // MARK: Links

    private mutating func writeLinks() {
        guard !chart.links.isEmpty else { return }
        svg.markup("<g class=\"gantt-links\" fill=\"none\">\n")
        for link in chart.links {
            svg.markup("<path")
            if link.isCritical { svg.markup(" class=\"is-critical\"") }
            svg.markup(
                " data-from=\"\(chart.rows[link.from].id)\" data-to=\"\(chart.rows[link.to].id)\" marker-end=\"url(#gantt:arrow)\" d=\"\(path(of: link))\"/>\n"
            )
        }
        svg.markup("</g>\n")
    }

    /// Along the row of the predecessor, down or up where nothing is in the way, and along the row of the successor.
    func path(of link: GanttChart.Link) -> String {
        let from = ends(of: chart.rows[link.from])
        let to = ends(of: chart.rows[link.to])
        let (y1, y2) = (middle(of: link.from), middle(of: link.to))
        let start = link.tiedFrom == .finish ? from.right : from.left
        let end = link.tiedTo == .start ? to.left : to.right
        let out = link.tiedFrom == .finish ? 40 : -60
        let before = link.tiedTo == .start ? -90 : 90
        let begin = "M\(tenths(start)) \(y1)"
        if link.tiedFrom == .finish, link.tiedTo == .start {
            if end - start >= 130 {
                let turn = clearest(of: [end + before, start + out], between: link.from, and: link.to)
                return begin + "H\(tenths(turn))V\(y2)H\(tenths(end))"
            }
        } else if link.tiedFrom == .start, link.tiedTo == .start {
            return begin + "H\(tenths(min(start + out, end + before)))V\(y2)H\(tenths(end))"
        } else if link.tiedFrom == .finish, link.tiedTo == .finish {
            return begin + "H\(tenths(max(start + out, end + before)))V\(y2)H\(tenths(end))"
        }
        // Around the successor's end, through the gap between its row and the one that is nearer to the predecessor.
        let gap = y2 + (y2 > y1 ? -1 : 1) * GanttSize.row / 2
        return begin + "h\(tenths(out))V\(gap)H\(tenths(end + before))V\(y2)H\(tenths(end))"
    }

    /// The one of some places to go up or down that crosses the fewest bars.
    private func clearest(of places: [Int], between first: Int, and last: Int) -> Int {
        let rows = (min(first, last) + 1)..<max(first, last, min(first, last) + 1)
        // Far rows are not looked at: links of any length must stay cheap.
        let crossings = places.map { x in
            rows.prefix(60).count { row in
                let ends = ends(of: chart.rows[row])
                return ends.left - 20 < x && x < ends.right + 20
            }
        }
        let best = crossings.indices.min { crossings[$0] < crossings[$1] } ?? 0
        return places[best]
    }

    // MARK: Legend

    private mutating func writeLegend() {
        let rows = chart.rows
        var signs: [(sign: String, text: String)] = []
        let box = "x=\"1\" y=\"4\" width=\"26\" height=\"12\" rx=\"2\""
        if rows.contains(where: { $0.kind == .task && !$0.isCritical && !$0.isDone }) {
            signs.append(("<rect class=\"gantt-task\" \(box)/>", words.task))
        }
        if rows.contains(where: { $0.kind == .task && $0.isCritical }) {
            signs.append(
                (
                    "<g class=\"is-critical\"><rect class=\"gantt-task\" \(box)/><rect class=\"gantt-over\" fill=\"url(#gantt:hatch)\" \(box)/></g>",
                    words.criticalTask
                ))
        }
        if rows.contains(where: { $0.kind == .task && $0.isDone }) {
            signs.append(("<g class=\"is-done\"><rect class=\"gantt-task\" \(box)/></g>", words.doneTask))
        }
        if rows.contains(where: { $0.remainingStart != nil }) {
            signs.append(
                (
                    "<rect class=\"gantt-worked\" x=\"1\" y=\"4\" width=\"10\" height=\"12\" rx=\"2\"/><path class=\"gantt-gap\" d=\"M11 10H17\"/><rect class=\"gantt-task\" x=\"17\" y=\"4\" width=\"10\" height=\"12\" rx=\"2\"/>",
                    words.underWay
                ))
        }
        if rows.contains(where: \.isLate) {
            signs.append((late(x: "2", y: 14), words.lateTask))
        }
        if rows.contains(where: { $0.kind == .phase }) {
            signs.append(("<path class=\"gantt-phase\" d=\"M1 5h26v9l-5-4h-16l-5 4z\"/>", words.phaseSign))
        }
        let diamond = "<path class=\"gantt-milestone\" d=\"M8 10l6-6l6 6l-6 6z\"/>"
        let milestones = rows.filter { $0.kind == .milestone }
        if milestones.contains(where: { !$0.isCritical && !$0.isDone }) { signs.append((diamond, words.milestoneSign)) }
        if milestones.contains(where: { $0.isCritical || $0.isDone }) {
            signs.append(("<g class=\"is-critical\">\(diamond)</g>", words.criticalMilestone))
        }
        if rows.contains(where: { $0.baseline != nil }) {
            signs.append(("<rect class=\"gantt-baseline\" x=\"1\" y=\"9\" width=\"26\" height=\"3\"/>", words.baseline))
        }
        if rows.contains(where: { $0.deadline != nil }) {
            signs.append(("<path class=\"gantt-own-deadline\" d=\"M10 6h8l-4 7z\"/>", words.deadlineOfTask))
        }
        if chart.deadline.map(scale.contains) == true {
            signs.append(("<path class=\"gantt-deadline\" d=\"M14 1V19\"/>", words.deadlineOfPlan))
        }
        if chart.statusDate.map(scale.contains) == true {
            signs.append(("<path class=\"gantt-status\" d=\"M14 1V19\"/>", words.statusDate))
        }
        if !chart.links.isEmpty {
            signs.append(
                (
                    "<g class=\"gantt-links\"><path fill=\"none\" marker-end=\"url(#gantt:arrow)\" d=\"M1 10H26\"/></g>",
                    words.waitsFor
                ))
        }
        if scale.tenthsPerDay >= 30 {
            signs.append(("<rect class=\"gantt-off\" x=\"1\" y=\"1\" width=\"26\" height=\"18\"/>", words.daysOff))
        }
        svg.markup("<figcaption><ul class=\"gantt-key\">\n")
        for (sign, text) in signs {
            svg.markup("<li><svg width=\"28\" height=\"20\" viewBox=\"0 0 28 20\" aria-hidden=\"true\">\(sign)</svg> ")
            svg.words(text)
            svg.markup("</li>\n")
        }
        svg.markup("</ul></figcaption>\n")
    }

    private func late(x: String, y: Int) -> String {
        var word: [UInt8] = []
        word.appendEscaped(words.late)
        return "<text class=\"gantt-late\" x=\"\(x)\" y=\"\(y)\">\(String(decoding: word, as: UTF8.self))</text>"
    }

    private var words: GanttWords { chart.wording.plan.gantt }

}
