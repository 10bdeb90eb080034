// The charts of a plan page: where stakeholders stand, and what is asked of a resource week by week.

import Drawing
import Testing
import UTF8Text

@testable import Rendering

@Suite struct PlanChartTests {
    // MARK: Stakeholders

    @Test func highIsFourOrFive() {
        #expect(StakeholderQuadrant(power: 4, interest: 4) == .manageClosely)
        #expect(StakeholderQuadrant(power: 5, interest: 3) == .keepSatisfied)
        #expect(StakeholderQuadrant(power: 3, interest: 5) == .keepInformed)
        #expect(StakeholderQuadrant(power: 3, interest: 3) == .monitor)
    }

    @Test func interestGoesAcrossAndPowerUp() throws {
        let grid = StakeholderGrid([("A", 5, 1), ("B", 1, 1), ("C", 1, 5)], words: .english)
        #expect(!grid.isNumbered)
        let places = Dictionary(uniqueKeysWithValues: grid.lines.map { ($0.text, $0) })
        let (a, b, c) = (try #require(places["A"]), try #require(places["B"]), try #require(places["C"]))
        #expect(a.x == b.x && a.baseline < b.baseline)
        #expect(c.baseline == b.baseline && c.x == b.x + 4 * StakeholderGrid.cellWidth)
        #expect(grid.rowEdges[0] < a.baseline && a.baseline < grid.rowEdges[1])
        #expect(grid.rowEdges[4] < b.baseline && b.baseline < grid.rowEdges[5])
    }

    @Test func namesAtOnePointStandBeneathEachOther() {
        let name = "The committee of heads of all departments"
        let grid = StakeholderGrid([(name, 3, 3), (name, 3, 3), ("Press", 3, 3), ("Union", 2, 3)], words: .english)
        let baselines = grid.lines.map(\.baseline)
        #expect(grid.lines.count == 6)
        for (above, below) in zip(baselines, baselines.dropFirst()) { #expect(below >= above + TypeSize.line) }
        #expect(baselines[4] < grid.rowEdges[3] && grid.rowEdges[3] < baselines[5] - TypeSize.line + 4)
        // Above the first line stands the name of the quadrant.
        #expect(baselines[0] - TypeSize.line >= grid.rowEdges[2] + 18)
    }

    @Test func tooManyNamesBecomeNumbers() {
        let grid = StakeholderGrid((1...5).map { ("Name \($0)", 1, 2) }, words: .english)
        #expect(grid.isNumbered)
        #expect(grid.lines.map(\.text) == ["1, 2, 3, 4, 5"])
        let crowd = StakeholderGrid((1...1000).map { ("Name \($0)", 1, 2) }, words: .english)
        #expect(crowd.lines.map(\.text).last == "and 979 more")
        #expect(crowd.height < 500)
    }

    @Test func theListNamesEveryoneByQuadrant() throws {
        let html = try part(
            .stakeholders,
            of: """
                stakeholders:
                - {id: s1, name: Board, power: 5, interest: 4}
                - {id: s2, name: Press, power: 3, interest: 3}
                """)
        #expect(html.contains("high power, high interest</span></dt>\n<dd>Board</dd></div>"))
        #expect(html.contains("high power, low interest</span></dt>\n<dd>Nobody</dd></div>"))
        #expect(html.contains("low power, low interest</span></dt>\n<dd>Press</dd></div>"))
        #expect(html.contains("role=\"img\" aria-labelledby=\"plan:grid-title plan:grid-desc\""))
    }

    // MARK: Resources

    private let busy = """
        tasks:
        - {id: t1, name: Dig, duration: 7d, owner: Ann, assign: {r1: 0.5}}
        - {id: t2, name: Fill, duration: 2d, owner: Ann, assign: {r1: 1, r2: 0.5}, start: 2027-01-06}
        - {id: t3, name: Not now, duration: 2d, owner: Ann, assign: {r1: 1}, status: dropped}
        resources:
        - {id: r1, name: Spade, capacity: 1}
        - {id: r2, name: Bucket, capacity: 0.5}
        - {id: r3, name: Rake, capacity: 1}
        """

    @Test func eachResourceTellsItsPeakAndItsFirstOverload() throws {
        let html = try part(.resources, of: busy)
        let rows = try html.rows(ofTable: "Plan: Resources").map { [$0[0]] + $0[4...] }
        #expect(
            rows == [
                ["Resource", "Tasks", "Most at once", "Over capacity from"], ["Spade", "2", "1.5", "6 January 2027"],
                ["Bucket", "1", "0.5", "Never"], ["Rake", "0", "0", "Never"],
            ])
        #expect(
            html.contains(
                "At most 1.5 of 1 full time, for “Dig” and “Fill”. Over capacity in 1 week, first on 6 January"))
        #expect(html.contains("At most 0.5 of 0.5 full time, for “Fill”. Never over capacity."))
    }

    @Test func weeksOverCapacityAreHatchedAndMarked() throws {
        let html = try part(.resources, of: busy)
        #expect(html.split(separator: "class=\"load-over\" fill=\"url(#plan:load-1-hatch)\"").count == 2)
        #expect(html.split(separator: "class=\"load-mark\"").count == 2)
        #expect(
            try html.rows(ofTable: "Plan: Load of Spade").dropFirst() == [
                ["4 January 2027", "4.5", "5", "Over capacity"], ["11 January 2027", "1", "5", ""],
            ])
        #expect(try html.rows(ofTable: "Plan: Load of Bucket").dropFirst() == [["4 January 2027", "1", "2.5", ""]])
    }

    @Test func longPlansHaveBarsOfSeveralWeeks() throws {
        let html = try part(
            .resources,
            of: """
                tasks: [{id: t1, name: Dig, duration: 300w, owner: Ann, assign: {r1: 0.5}}]
                resources: [{id: r1, name: Spade}]
                """)
        let rows = try html.rows(ofTable: "Plan: Load of Spade")
        #expect(rows.count == 101)
        #expect(rows[0][0] == "Weeks from")
        #expect(rows[2] == ["25 January 2027", "7.5", "15", ""])
    }

    @Test func hugeLoadsOfLongPlansAreDrawnAtTheirLimit() throws {
        let tasks = (1...150).map {
            "- {id: t\($0), name: Dig, duration: 2000w, owner: Ann, assign: {r1: 10000}}\n"
        }
        let html = try part(.resources, of: "resources: [{id: r1}]\ntasks:\n" + tasks.joined())
        #expect(html.contains("load-over"))
    }

    @Test func monthsOnTheAxisKeepTheirDistance() throws {
        let axis = WeekAxis(
            from: try #require(CalendarDate("2027-01-06")), through: try #require(CalendarDate("2028-12-29")))
        #expect(axis.monday(ofSlot: 0).iso == "2027-01-04")
        #expect(axis.weeksPerBar == 1 && axis.slots == 104)
        let months = axis.months(short: 36, long: 64)
        for (month, next) in zip(months, months.dropFirst()) {
            #expect((next.slot - month.slot) * axis.slotWidth >= (month.hasYear ? 64 : 36))
        }
        #expect(months.filter(\.hasYear).count == 2)
    }
}
