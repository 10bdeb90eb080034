// The Gantt chart: its scale, where bars and links lie, and what it does with plans of any size.

import Drawing
import Testing
import UTF8Text

@testable import Rendering

private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

private func row(_ id: String, _ first: String, _ last: String, kind: GanttChart.Row.Kind = .task) throws
    -> GanttChart.Row
{
    GanttChart.Row(
        id: id, name: "Task \(id)", depth: 0, kind: kind, dates: try date(first)...(try date(last)), description: "d")
}

private func chart(_ rows: [GanttChart.Row], links: [GanttChart.Link] = [], deadline: String? = nil) throws
    -> GanttChart
{
    GanttChart(
        rows: rows, links: links, deadline: try deadline.map(date), statusDate: nil,
        isWorkingDay: { ($0.daysSince1970 + 3) % 7 < 5 }, title: "Chart", wording: .english)
}

private func link(_ from: Int, _ to: Int, _ type: String) -> GanttChart.Link {
    let ends = type.map { $0 == "F" ? GanttChart.Link.End.finish : .start }
    return GanttChart.Link(from: from, to: to, tiedFrom: ends[0], tiedTo: ends[1], isCritical: false)
}

@Suite struct GanttTests {
    // MARK: Scale

    @Test(arguments: [
        ("2027-01-31", TimeTier.weeks, TimeTier.days), ("2027-06-30", .months, .weeks),
        ("2028-12-31", .quarters, .months), ("2036-12-31", .years, .quarters),
    ])
    func theAxisSuitsTheLengthOfThePlan(last: String, upper: TimeTier, lower: TimeTier) throws {
        let tiers = GanttScale(try chart([try row("a", "2027-01-04", last)])).tiers
        #expect((tiers.upper, tiers.lower) == (upper, lower))
    }

    @Test func oneDayAndTenYearsAreBothDrawn() throws {
        #expect(GanttScale(try chart([try row("a", "2027-01-04", "2027-01-04")])).width == 24 + 2 * GanttSize.margin)
        let long = GanttScale(try chart([try row("a", "2027-01-04", "2037-01-04")]))
        #expect((900...1300).contains(long.width))
        #expect(GanttScale(try chart([])).days.count == 1)
    }

    @Test func aDeadlineNearbyIsInTheChartAndOneFarAwayIsNot() throws {
        let rows = [try row("a", "2027-01-04", "2027-03-04")]
        #expect(GanttScale(try chart(rows, deadline: "2027-03-31")).contains(try date("2027-03-31")))
        #expect(!GanttScale(try chart(rows, deadline: "2029-03-31")).contains(try date("2027-04-30")))
    }

    @Test func periodsBeginWhereCalendarsSay() throws {
        let day = try date("2027-05-20")
        #expect(TimeTier.weeks.start(of: day).iso == "2027-05-17")
        #expect(TimeTier.months.start(of: day).iso == "2027-05-01")
        #expect(TimeTier.quarters.start(of: day).iso == "2027-04-01")
        #expect(TimeTier.years.start(of: day).iso == "2027-01-01")
        #expect(TimeTier.quarters.next(after: try date("2027-10-01")).iso == "2028-01-01")
    }

    // MARK: Bars and links

    @Test func aBarReachesFromItsFirstDayToTheEndOfItsLast() throws {
        let chart = try chart([
            try row("a", "2027-01-04", "2027-01-08"), try row("m", "2027-01-08", "2027-01-08", kind: .milestone),
        ])
        let drawing = GanttDrawing(chart)
        let day = drawing.scale.tenthsPerDay
        let bar = drawing.ends(of: chart.rows[0])
        #expect(bar.right - bar.left == 5 * day)
        let milestone = drawing.ends(of: chart.rows[1])
        #expect((milestone.left + milestone.right) / 2 == bar.right)
    }

    @Test(arguments: ["FS", "SS", "FF", "SF"])
    func aLinkBeginsAndEndsAtTheEndsThatItTies(type: String) throws {
        for rows in [
            [try row("a", "2027-01-04", "2027-01-08"), try row("b", "2027-02-11", "2027-02-15")],
            [try row("a", "2027-02-11", "2027-02-15"), try row("b", "2027-01-04", "2027-01-08")],
        ] {
            let chart = try chart(rows)
            let drawing = GanttDrawing(chart)
            let path = drawing.path(of: link(0, 1, type))
            let (from, to) = (drawing.ends(of: rows[0]), drawing.ends(of: rows[1]))
            let start = type.first == "F" ? from.right : from.left
            let end = type.last == "F" ? to.right : to.left
            func shown(_ tenths: Int) -> String {
                tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
            }
            #expect(path.hasPrefix("M\(shown(start)) 70"), "\(path)")
            #expect(path.hasSuffix("V94H\(shown(end))"), "\(path)")
        }
    }

    @Test func aLinkGoesDownWhereNoBarIsInTheWay() throws {
        let rows = [
            try row("a", "2027-01-04", "2027-01-08"), try row("b", "2027-01-08", "2027-01-15"),
            try row("c", "2027-03-01", "2027-03-05"),
        ]
        let drawing = GanttDrawing(try chart(rows))
        let before = (drawing.ends(of: rows[2]).left - 90) / 10
        #expect(drawing.path(of: link(0, 2, "FS")).contains("H\(before)"))
    }

    // MARK: Text

    @Test func namesAreEscapedAndCutWhereTheColumnEnds() throws {
        let long = String(repeating: "A very long name ", count: 6)
        let rows = [
            GanttChart.Row(
                id: "a", name: "<b>\"&", depth: 0, kind: .task,
                dates: try date("2027-01-04")...(try date("2027-01-05")),
                description: "it's"),
            GanttChart.Row(
                id: "b", name: long, depth: 9, kind: .phase, dates: try date("2027-01-04")...(try date("2027-01-05")),
                description: ""),
        ]
        var drawing = GanttDrawing(try chart(rows))
        let html = String(decoding: drawing.html(), as: UTF8.self)
        #expect(!html.contains("<b>") && html.contains("&lt;b&gt;&quot;&amp;"))
        #expect(html.contains("…<title>A very long name"))
        #expect(!html.contains("style="))
    }

    @Test func theLegendExplainsOnlyWhatIsThere() throws {
        var drawing = GanttDrawing(try chart([try row("a", "2027-01-04", "2027-01-08")]))
        let html = String(decoding: drawing.html(), as: UTF8.self)
        #expect(html.contains("> Task</li>") && html.contains("> Days off</li>"))
        #expect(!html.contains("Milestone") && !html.contains("Critical") && !html.contains("Deadline"))
    }

    // MARK: Size

    @Test func aPlanOfManyTasksIsDrawnByPhases() throws {
        let tasks = (0..<30).map { phase in
            let children = (0..<20).map { "{id: t\(phase)-\($0), name: T, duration: 1d, owner: x}" }
            return "- {id: p\(phase), name: Phase \(phase), children: [\(children.joined(separator: ", "))]}"
        }
        let html = try part(.schedule, of: "tasks:\n\(tasks.joined(separator: "\n"))\n")
        #expect(html.contains("The plan has 630 tasks and phases; the chart shows 30 phases."))
        #expect(html.split(separator: "class=\"gantt-bar").count == 31)
        let table = try part(.tasks, of: "tasks:\n\(tasks.joined(separator: "\n"))\n")
        #expect(table.split(separator: "<details class=\"plan-phase\">").count == 31)
    }
}
