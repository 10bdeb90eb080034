// Plans under way from their file to the page, the exports and the findings: each case is one that went wrong once.

import Content
import Knowledge
import PlanExports
import Plans
import Testing
import UTF8Text

@testable import Rendering

private struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    /// Of a plan that starts on Monday, 1 February 2027.
    let plan: String
    /// What stands on its page.
    var page: [String] = []
    /// What stands in its files, by the ends of their names.
    var files: [String: [String]] = [:]
    /// Rules that report something, and nothing else of the schedule does.
    var rules: [String] = []

    var testDescription: String { name }
}

private let cases: [Case] = [
    Case(
        name: "a milestone lies on the side of the day that sets it",
        plan: """
            tasks:
              - {id: a1, name: Prepare, duration: 5d}
              - {id: a2, name: Pilot, duration: 10d, after: [a1]}
              - {id: k1, name: Opens, milestone: true, after: ["a2:SS"]}
              - {id: b1, name: Board, milestone: true, start: 2027-02-15}
              - {id: m1, name: Done, milestone: true, after: [a2]}
            """,
        page: [
            "<a href=\"#task:b1\">Board</a></th><td><time datetime=\"2027-02-15\">15 February 2027</time>",
            "<a href=\"#task:k1\">Opens</a></th><td><time datetime=\"2027-02-08\">8 February 2027</time>",
        ],
        files: [
            "-tasks.csv": ["k1,Opens,,2027-02-08,2027-02-08", "b1,Board,,2027-02-15,2027-02-15"],
            ".ics": ["DTSTART;VALUE=DATE:20270215\r\nDTEND;VALUE=DATE:20270216\r\nSUMMARY:◆ Board"],
            ".mmd": ["Board :milestone, 2027-02-15, 0d", "Opens :milestone, 2027-02-08, 0d", "2027-02-20, 0d"],
            ".xml": ["<Start>2027-02-15T08:00:00</Start>", "<Start>2027-02-19T17:00:00</Start>"],
            "schedule.json": ["{\"id\":\"b1\",\"date\":\"2027-02-15\",\"side\":\"start\""],
        ]),
    Case(
        name: "unfinished work lies behind the status date",
        plan: """
            status_date: 2027-03-01
            deadline: 2027-02-12
            tasks:
              - {id: a1, name: Build, duration: 5d, actual_start: 2027-02-01, progress: 20}
              - {id: a2, name: Test, duration: 3d, after: [a1]}
              - {id: m1, name: Live, milestone: true, after: [a2]}
            """,
        page: [
            "<p class=\"plan-summary plan-late\"><strong>Late: this plan is expected to finish on 10 March 2027, 18 working days after its deadline of 12 February 2027.</strong> “Build”, then “Test” and “Live” drive its end.</p>",
            "As of 1 March 2027: 0 of 3 done, 1 under way, 3 late: “Build”, “Test”, “Live”.",
            "<dt>Margin</dt><dd>18 working days late</dd>", "class=\"gantt-late\"", "class=\"gantt-worked\"",
            "<span class=\"late\">Late, 20%</span>",
            "1 February 2027 to 5 March 2027, 20% done, 4 working days left, late",
        ],
        files: [
            "-tasks.csv": ["a1,Build,,2027-02-01,2027-03-05,5,,20,0,0,0,1,4\r\n"],
            ".mmd": ["Build :crit, active, 2027-02-01, 2027-03-06"],
            ".xml": [
                "<ActualStart>2027-02-01T08:00:00</ActualStart>", "<RemainingDuration>PT32H0M0S</RemainingDuration>",
                "<StatusDate>2027-03-01T17:00:00</StatusDate>",
            ],
            "schedule.json": [
                "\"is_late\":true", "\"deadline_margin_days\":-18", "\"first_open_day\":21",
                "\"remaining_start\":\"2027-03-02\"",
            ],
        ], rules: ["late-finish"]),
    Case(
        name: "what was finished on a Sunday was finished then",
        plan: """
            status_date: 2027-02-08
            deadline: 2027-02-05
            tasks: [{id: a1, name: Cut over, duration: 5d, actual_start: 2027-02-01, actual_finish: 2027-02-07}]
            """,
        page: [
            "Late: this plan was finished on 7 February 2027, 2 calendar days after its deadline of 5 February 2027.",
            "<dt>Margin</dt><dd>2 calendar days late</dd>",
        ],
        files: [
            "-tasks.csv": ["a1,Cut over,,2027-02-01,2027-02-07,5,,100,0,,,0,0\r\n"],
            ".xml": ["<ActualFinish>2027-02-07T17:00:00</ActualFinish>"],
            "schedule.json": ["\"total_float\":null"],
        ], rules: ["late-finish"]),
    Case(
        name: "fixed dates that links push away are late",
        plan: """
            tasks:
              - {id: a1, name: Build, duration: 15d}
              - {id: a2, name: Auditors, start: 2027-02-08, finish: 2027-02-12, after: [a1]}
            """,
        files: ["-tasks.csv": ["a2,Auditors,,2027-02-22,2027-02-26"]], rules: ["late-task"]),
    Case(
        name: "work on days off only has no date of its own making",
        plan: "tasks: [{id: a3, name: Move, start: 2027-02-06, finish: 2027-02-07}]",
        files: ["-tasks.csv": ["a3,Move,,2027-02-06,2027-02-07"]], rules: ["no-working-day"]),
    Case(
        name: "the weekend can be a calendar",
        plan: """
            calendars: {weekend: {week: [sat, sun]}}
            tasks:
              - {id: a1, name: Pack, duration: 2d}
              - {id: a3, name: Move, duration: 2d, calendar: weekend, after: [a1]}
              - {id: a4, name: Open, duration: 1d, after: [a3]}
            """,
        files: [
            "-tasks.csv": ["a3,Move,,2027-02-06,2027-02-07", "a4,Open,,2027-02-08,2027-02-08"],
            ".xml": ["<Name>weekend</Name>", "<CalendarUID>2</CalendarUID>"],
        ]),
    Case(
        name: "status and progress may not contradict each other",
        plan: """
            status_date: 2027-02-03
            tasks:
              - {id: a1, name: Build, duration: 15d, status: done}
              - {id: a3, name: Train, duration: 15d, status: planned, progress: 50, actual_start: 2027-02-02}
            """,
        files: ["-tasks.csv": ["a1,Build,,2027-02-01,2027-02-03", "a3,Train,,2027-02-02,2027-02-15"]],
        rules: ["plan-progress", "plan-progress"]),
    Case(
        name: "what a dropped task waited for, its successors wait for",
        plan: """
            tasks:
              - {id: a1, name: Specify, duration: 5d}
              - {id: b1, name: Prototype, duration: 5d, after: [a1], status: dropped}
              - {id: c1, name: Build, duration: 5d, after: [b1]}
            """,
        page: ["<td>Dropped</td>"],
        files: ["-tasks.csv": ["c1,Build,,2027-02-08,2027-02-12"]], rules: ["dropped-task"]),
    Case(
        name: "an actual date in the future cannot be",
        plan: """
            status_date: 2027-02-02
            tasks: [{id: a1, name: Build, duration: 2d, actual_start: 2027-02-01, actual_finish: 2027-02-03}]
            """,
        rules: ["actual-in-future"]),
    Case(
        name: "a task has one who is accountable, in however many rows",
        plan: """
            tasks: [{id: a1, name: Build, duration: 2d}]
            raci: [{for: a1, pm: A/R}, {for: a1, sponsor: A/R}]
            """,
        rules: ["accountable"]),
    Case(
        name: "a milestone of Mermaid is drawn at the beginning of its date",
        plan: """
            tasks:
              - {id: a1, name: Work, duration: 3d}
              - {id: m1, name: Done, milestone: true, after: [a1]}
            """,
        files: [".mmd": ["Done :crit, milestone, 2027-02-04, 0d"]]),
    Case(
        name: "XML is well-formed whatever stands in a name",
        plan: "tasks: [{id: a1, name: \"Work \\uFFFE\\uFFFF\\a end\", duration: 3d}]",
        files: [".xml": ["<Name>Work \u{FFFD}\u{FFFD}\u{FFFD} end</Name>"]]),
    Case(
        name: "days may have half hours, currencies three decimals, holidays come again",
        plan: """
            currency: KWD
            calendar: {hours_per_day: 7.5, holidays: [{every: 02-02}, {every: first wed of 02}, {every: 1w, from: 2027-02-05}]}
            tasks: [{id: a1, name: Work, duration: 3d, cost: 10.005}]
            budget: [{id: b, item: Paper, category: other, planned: 12.345}]
            """,
        page: ["KWD 12.345"],
        files: [
            "-tasks.csv": ["a1,Work,,2027-02-01,2027-02-08"], "-budget.csv": [",12.345,0.000,12.345,"],
            ".xml": [
                "<ToTime>16:30:00</ToTime>", "<Duration>PT22H30M0S</Duration>", "<MinutesPerDay>450</MinutesPerDay>",
                "<CurrencyDigits>3</CurrencyDigits>",
            ],
        ]),
    Case(
        name: "constraints hold back and never break a link",
        plan: """
            tasks:
              - {id: a1, name: One, duration: 4d}
              - {id: a2, name: Two, duration: 2d, after: [a1], constraint: {must_start: 2027-02-03}}
              - {id: a3, name: Three, duration: 2d, constraint: {must_finish: 2027-02-12}}
              - {id: a4, name: Four, duration: 1d, constraint: as-late-as-possible}
            """,
        files: [
            "-tasks.csv": [
                "a2,Two,,2027-02-05,2027-02-08", "a3,Three,,2027-02-11,2027-02-12", "a4,Four,,2027-02-12,2027-02-12",
            ], ".xml": ["<ConstraintType>3</ConstraintType>"],
        ], rules: ["late-task"]),
]

/// What is judged elsewhere: whether a plan is whole, and how it is linked.
private let otherRules: Set<String> = [
    "open-end", "missing-owner", "task-without-objective", "start-constraints", "several-critical-paths",
    "missing-resources", "missing-stakeholders", "missing-risks", "missing-quality", "stakeholder-engagement",
    "over-budget", "objective-without-task",
]

@Suite struct RunningPlanTests {
    @Test(arguments: cases)
    fileprivate func comesOutRightFromTheFileToThePageTheExportsAndTheFindings(_ test: Case) throws {
        let text = "kind: action\nstart: 2027-02-01\n" + test.plan + "\n"
        let file = parsePlanFile(Array(text.utf8), path: "p.yaml")
        let scheduled = schedulePlan(try #require(file.plan), path: "p.yaml", updated: nil, roles: nil)
        let found = (file.diagnostics + scheduled.diagnostics).map { "\($0.rule)" }.filter { !otherRules.contains($0) }
        #expect(found.sorted() == test.rules)

        let subject = PlanSubject(
            slug: "p", title: "P", site: "example", address: nil, updated: nil, roleName: { $0 })
        let files = scheduled.plan.exports.map {
            (name: $0.name("p"), bytes: $0.bytes(scheduled.plan, subject))
        }
        for (ending, parts) in test.files {
            let name = ending.hasPrefix("schedule") ? ending : "p" + ending
            let text = String(decoding: try #require(files.first { $0.name == name }).bytes, as: UTF8.self)
            for part in parts { #expect(text.contains(part), "\(name): \(text)") }
        }

        var page = try writer(of: test.plan, from: "2027-02-01")
        page.writeSummary()
        for part in PlanPart.allCases { page.write(part) }
        let html = String(decoding: page.html, as: UTF8.self)
        for part in test.page { #expect(html.contains(part), "\(part) in \(html)") }
    }

    @Test func aPlanWhoseStatusIsOldSaysSo() throws {
        var page = try writer(
            of: "status_date: 2026-11-20\ntasks: [{id: a, name: A, duration: 90d, actual_start: 2026-11-02}]",
            from: "2026-11-02")
        page.writeSummary()
        #expect(String(decoding: page.html, as: UTF8.self).contains("The status of this plan is 45 days old."))
    }

    @Test func theScorecardIsFoldedWhenAllIsWell() throws {
        let good = "tasks: [{id: a, name: A, duration: 3d}, {id: m, name: M, milestone: true, after: [a]}]"
        #expect(try part(.scorecard, of: good).contains("<details class=\"scorecard\"><summary>All "))
        let bad = "tasks: [{id: a, name: A, duration: 45d}, {id: m, name: M, milestone: true, after: [\"a:FS+2d\"]}]"
        let html = try part(.scorecard, of: bad)
        #expect(html.contains("<details class=\"scorecard\" open><summary>2 of "))
        #expect(html.contains("<a href=\"#task:m\">M (a:FS+2d)</a>"))
        let agreed = bad + "\nscorecard: {lags: {limit: 100%, because: Paint dries}}"
        let other = try part(.scorecard, of: agreed)
        #expect(other.contains("<summary>1 of ") && other.contains("Here the limit is another: Paint dries"))
    }
}
