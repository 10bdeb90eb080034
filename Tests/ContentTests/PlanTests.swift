// Plans: what is read from them, and one small plan for each thing that can be wrong in one.

import Content
import Testing
import UTF8Text

struct PlanTests {
    /// The findings of a plan with these lines from line 3 on, as `rule line:column`.
    private func findings(_ lines: String, kind: String = "action") -> [String] {
        read(lines, kind: kind).diagnostics.map(\.summary)
    }

    /// Expects `rule` at each `‸` in a plan with these lines from line 3 on, and nothing else.
    private func expect(
        _ rule: Rule, _ lines: String, _ location: SourceLocation = #_sourceLocation
    ) {
        var expected: [String] = []
        for (number, line) in lines.split(separator: "\n").enumerated() {
            let parts = line.split(separator: "‸", omittingEmptySubsequences: false)
            var column = 1
            for part in parts.dropLast() {
                column += part.utf8.count
                expected.append("\(rule.id) \(number + 3):\(column)")
            }
        }
        #expect(findings(lines.replacing("‸", with: "")) == expected, sourceLocation: location)
    }

    private func read(_ lines: String, kind: String = "action") -> (plan: Plan?, diagnostics: [Diagnostic]) {
        let file = parsePlanFile(
            Array("kind: \(kind)\nstart: 2027-01-04\n\(lines)\n".utf8), path: "p.yaml")
        return (file.plan, file.diagnostics)
    }

    private func task(_ lines: String) throws -> PlanTask {
        let (plan, diagnostics) = read(lines)
        #expect(diagnostics.isEmpty)
        return try #require(plan?.tasks.first)
    }

    // MARK: Shape, keys and ids

    @Test(arguments: [
        "‸tsks: []", "tasks: [‸a]",
        "tasks: [{id: a, name: A, duration: 1d, ‸ownr: x}]",
        "calendar: ‸[mon]", "calendar: {‸weak: [mon]}",
        "tasks: [{id: a, name: A, duration: 1d, assign: ‸lead}]",
        "baseline: {tasks: ‸[a]}", "governance: {tolerances: ‸10%}",
    ])
    func refusesWhatDoesNotHaveTheShapeOfAPlan(_ lines: String) { expect(.planSchema, lines) }

    @Test func suggestsTheKeyThatWasMeant() {
        #expect(read("tsks: []").diagnostics.map(\.help) == ["did you mean 'tasks'?"])
    }

    @Test func saysOnceThatAPlanIsNoMapping() {
        #expect(
            parsePlanFile(Array("plan: [a, b]".utf8), path: "p.yaml").diagnostics.map(\.summary) == ["plan-schema 1:7"])
    }

    @Test func leavesTheAuthorsOwnKeysAlone() {
        #expect(
            findings(
                "x: {any: thing}\nraci: [{for: a, x: notes, lead: A}]\ntasks: [{id: a, name: A, duration: 1d, x: 1}]")
                == [])
    }

    @Test(arguments: [
        "goals: {id: a, title: A, objectives: {id: ‸a, title: A}}",
        "tasks: {id: a, name: A, children: [{id: ‸a, name: A, duration: 1d}]}",
        "resources: [{id: a}]\nquality: [{id: ‸a, criterion: c}]",
        "log: {id: a, type: issue, text: t}\ngoals: {id: ‸a, title: A}",
        "tasks: {id: ‸A, name: A, duration: 1d}",
        "tasks: {id: ‸1a, name: A, duration: 1d}",
        "tasks: {id: ‸'', name: A, duration: 1d}",
        "tasks: {id: ‸a_b, name: A, duration: 1d}",
        "resources: {id: ‸é}",
    ])
    func refusesAnIDThatIsMalformedOrTaken(_ lines: String) { expect(.planID, lines) }

    @Test func findsAnIDTwiceEvenIfOneEntryIsAtFault() {
        let budget = "currency: GBP\nresources: {id: a}\nbudget: {id: a, item: i, category: other, planned: much}"
        #expect(findings(budget) == ["plan-id 5:14", "plan-value 5:52"])
    }

    // MARK: Values

    @Test(arguments: [
        "deadline: ‸2027-02-30", "status_date: ‸today", "currency: ‸pounds",
        "currency: ‸gbp", "critical_below: ‸-1", "show_stance: ‸yes",
        "governance: {tolerances: {time: ‸10}}", "governance: {tolerances: {cost: ‸10}}",
        "baseline: {date: ‸1.1.2027}", "baseline: {tasks: {a: {start: ‸x}}}",
        "calendar: {week: ‸[]}", "calendar: {week: [mon, ‸mon]}", "calendar: {week: [‸Mon]}",
        "calendar: {working: [‸2027-1-1]}", "calendar: {hours_per_day: ‸25}", "calendar: {hours_per_day: ‸7.33}",
        "calendar: {holidays: [‸{name: Eve}]}", "calendar: {holidays: [‸{from: 2027-01-01}]}",
        "calendar: {holidays: [{from: 2027-01-02, to: ‸2027-01-01}]}",
        "calendar: {holidays: [{‸date: 2027-01-01, to: 2027-01-02, from: 2027-01-01}]}",
        "goals: [‸{id: g}]", "goals: {id: g, title: G, objectives: ‸{id: o}}",
    ])
    func refusesAValueInTheHeadThatCannotBe(_ lines: String) { expect(.planValue, lines) }

    @Test(arguments: [
        "baseline: 40, target: ‸40.0", "baseline: low, target: ‸low", "due: ‸2025-12-31",
        "due: ‸soon", "due: ‸2029-02-01",
    ])
    func refusesAMeasureThatMeasuresNothing(_ keys: String) {
        let lines = "goals: {id: g, title: G, objectives: {id: o, title: O, measure: {\(keys)}}}"
        expect(.planValue, lines + "\ndeadline: 2028-01-30")
    }

    @Test func asksForTheKeysThatAPlanMustHave() {
        #expect(
            parsePlanFile(Array("tasks: []".utf8), path: "p.yaml").diagnostics.map(\.message) == [
                "a plan needs the key 'kind'", "a plan needs the key 'start'",
            ])
        #expect(findings("", kind: "project") == ["plan-value 1:1"])
        #expect(findings("sponsor: lead", kind: "project") == [])
    }

    @Test(arguments: [
        "cost: 5", "cost: 5.50", "cost: 0",
    ])
    func wantsACurrencyForMoneyOnce(_ cost: String) {
        let lines =
            "tasks: [{id: a, name: A, duration: 1d, \(cost)}, {id: b, name: B, duration: 1d, cost: 1}]\nresources: {id: r, rate: 5}"
        #expect(findings(lines) == ["plan-value 3:46"])
        #expect(findings("currency: GBP\n" + lines) == [])
        #expect(findings("currency: £\n" + lines) == ["plan-value 3:11"])
    }

    @Test(arguments: ["planned: ‸1.005", "planned: 1, actual: ‸1.005"])
    func refusesAThousandthOfACurrencyThatHasNone(_ amounts: String) {
        let budget = "budget: {id: b, item: B, category: other, \(amounts)}"
        expect(.planValue, budget + "\ncurrency: GBP")
        #expect(findings(budget.replacing("‸", with: "") + "\ncurrency: KWD") == [])
    }

    @Test func aHolidayOfTheTwentyNinthOfFebruaryComesInLeapYears() throws {
        let plan = read("calendar: {holidays: [{every: 02-29}]}").plan
        #expect(plan?.calendar.holidays.prefix(2).map(\.first.iso) == ["2028-02-29", "2032-02-29"])
    }

    // MARK: Tasks

    @Test(arguments: [
        "‸{id: a, duration: 1d}", "‸{name: A, duration: 1d}", "‸{id: a, name: A}",
        "‸{id: a, name: A, start: 2027-02-01}", "{id: a, name: A, duration: ‸5}",
        "{id: a, name: A, duration: ‸1.5d}", "{id: a, name: A, duration: ‸-1d}",
        "{id: a, name: A, duration: ‸1h}", "{id: a, name: A, duration: ‸123456d}",
        "{id: a, name: A, duration: 1d, ‸estimate: {low: 1, likely: 1, high: 1}}",
        "{id: a, name: A, estimate: {low: 2, likely: ‸1, high: 3}}",
        "{id: a, name: A, estimate: {low: 1, likely: 3, high: ‸2}}",
        "{id: a, name: A, estimate: ‸{low: 1, likely: 3}}",
        "{id: a, name: A, milestone: true, ‸duration: 1d}",
        "{id: a, name: A, milestone: true, ‸estimate: {low: 1, likely: 1, high: 1}}",
        "{id: a, name: A, start: 2027-02-02, finish: ‸2027-02-01}",
        "{id: a, name: A, duration: 1d, actual_start: 2027-02-02, actual_finish: ‸2027-02-01}",
        "{id: a, name: A, duration: 1d, progress: ‸101}",
        "{id: a, name: A, duration: 1d, status: ‸open}",
        "{id: a, name: A, duration: 1d, stage: ‸scale}",
        "{id: a, name: A, duration: 1d, cost: ‸-5}",
        "{id: a, name: A, duration: 1d, assign: {r: ‸0}}",
        "{id: a, name: A, duration: 1d, deliverable: ‸{link: x}}",
        "{id: a, name: A, duration: 1d, deliverable: {name: D, link: ‸'javascript:x'}}",
        "{id: a, name: A, duration: 1d, deliverable: {name: D, link: ‸//example.org/x}}",
        "{id: a, name: A, children: [{id: b, name: B, duration: 1d}], ‸duration: 1d, ‸progress: 5}",
        "{id: a, name: A, ‸milestone: true, children: [{id: b, name: B, duration: 1d}]}",
    ])
    func refusesATaskThatCannotBe(_ task: String) { expect(.planValue, "tasks: \(task)") }

    @Test(arguments: [
        "duration: 5d", "duration: 2w", "milestone: true", "milestone: true, duration: 0d", "duration: 0d",
        "estimate: {low: 1, likely: 1, high: 1}", "start: 2027-02-01, finish: 2027-02-01",
        "duration: 1d, finish: 2027-02-01",
        "duration: 1d, start: 2027-02-01, finish: 2027-03-01",
        "children: [{id: b, name: B, duration: 1d}], owner: lead",
        "duration: 1d, milestone: false, children: []",
    ])
    func takesEveryKindOfTask(_ keys: String) { #expect(findings("tasks: {id: a, name: A, \(keys)}") == []) }

    @Test func takesATaskOfNoDurationForAMilestone() throws {
        for duration in ["0d", "0w"] {
            #expect(try task("tasks: {id: a, name: A, duration: \(duration)}").isMilestone)
        }
        #expect(try !task("tasks: {id: a, name: A, duration: 1d}").isMilestone)
    }

    @Test(arguments: [
        "'a:'", "a: SS", "a:XX", "a:ss", "a:SS10d", "a:SS+d", "a:+5d", "a:SS+5", "a:SS+5ed", "':SS'", "''",
        "{task: a, type: ss}",
        "{task: a, lag: 5}", "{type: SS}",
    ])
    func refusesALinkThatIsNone(_ link: String) {
        let found = findings(
            "tasks: [{id: a, name: A, duration: 1d}, {id: b, name: B, duration: 1d, after: [\(link)]}]")
        #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("plan-value 3:") }, "\(found)")
    }

    @Test(arguments: [
        ("a", "a"), ("a:FS", "a"), ("a:SS", "a:SS"), ("a:SS+10d", "a:SS+10d"), ("a-b:FS-4d", "a-b:FS-4d"),
        ("a:FF+2w", "a:FF+2w"), ("{task: a, type: SF, lag: -1d}", "a:SF-1d"), ("{task: a, lag: 5d}", "a:FS+5d"),
    ])
    func readsLinksInBothForms(_ link: String, _ short: String) throws {
        #expect(try task("tasks: {id: t, name: T, duration: 1d, after: [\(link)]}").after.map(\.text) == [short])
    }

    @Test(arguments: ["a, a:SS, b", "a, ‸a:FS+2d", "a, b, {task: ‸a}"])
    func takesOneLinkOfATypeBetweenTwoTasks(_ links: String) {
        expect(.planValue, "tasks: {id: t, name: T, duration: 1d, after: [\(links)]}")
    }

    @Test(arguments: [
        ("", ""), (", after: [b]", ""), ("", ", after: ['p:FS+1d']"), (", after: [‸'b:SS']", ""),
        ("", ", after: [‸'p:FF']"),
    ])
    func letsAPhaseHaveFinishToStartLinksAlone(_ ofPhase: String, _ ofTask: String) {
        expect(
            .planValue,
            """
            tasks:
            - {id: b, name: B, duration: 1d\(ofTask)}
            - {id: p, name: P, children: [{id: a, name: A, duration: 1d}]\(ofPhase)}
            """)
    }

    // MARK: People, money and risks

    @Test(arguments: [
        "resources: {id: a, capacity: ‸half}", "budget: ‸{id: a, item: i, category: other}",
        "budget: {id: a, item: i, category: ‸food, planned: 1}",
        "budget: {id: a, item: i, category: other, planned: ‸-1}",
        "budget: {id: a, item: i, category: other, planned: ‸1.234}",
        "budget: {id: a, item: i, category: other, planned: ‸'£1'}",
        "stakeholders: {id: a, name: A, power: ‸6, interest: 1}",
        "stakeholders: ‸{id: a, name: A, power: 1}", "raci: ‸{lead: A}",
        "raci: {for: a, lead: ‸X}", "raci: {for: a, lead: ‸A/A}", "raci: {for: a, lead: ‸a}",
        "raci: {for: a, lead: ‸A/}", "raci: {for: a, lead: ‸[A]}", "quality: ‸{id: a}",
        "quality: {id: a, criterion: c, result: ‸maybe}", "communications: ‸{message: m}",
        "communications: {audience: s, message: m, every: ‸week}",
        "log: {id: a, type: ‸risk, text: t}",
        "log: ‸{id: a, text: t}",
    ])
    func refusesAnEntryThatCannotBe(_ lines: String) { expect(.planValue, lines + "\ncurrency: GBP") }

    @Test(arguments: [
        (Rule.riskValue, "probability: ‸0, impact: 1, response: accept"),
        (Rule.riskValue, "probability: 1, impact: ‸6, response: accept"),
        (Rule.riskValue, "probability: 1, impact: ‸high, response: accept"),
        (Rule.riskValue, "probability: 1, impact: 1, response: ‸exploit"),
        (Rule.riskValue, "probability: 1, impact: 1, response: ‸reduce, action: a, type: opportunity"),
        (Rule.riskValue, "probability: 1, impact: 1, response: ‸ignore"),
        (Rule.planValue, "probability: 1, impact: 1, response: share, action: a, type: ‸chance"),
        (Rule.riskValue, "probability: 1, impact: 1, response: accept, residual: {probability: 1, impact: ‸9}"),
        (Rule.planValue, "probability: 1, impact: 1, response: accept, residual: ‸{probability: 1}"),
        (Rule.planValue, "probability: 1, impact: 1, response: accept, proximity: ‸soon"),
        (Rule.planValue, "probability: 1, impact: 1, response: accept, status: ‸new"),
        (Rule.planValue, "probability: 1, impact: 1, response: share, action: a, type: opportunity"),
    ])
    func refusesARiskThatCannotBe(_ rule: Rule, _ keys: String) {
        expect(rule, "risks: {id: r, title: T, owner: o, \(keys)}")
    }

    @Test(arguments: [
        "probability: 1, impact: 1", "probability: 1, response: accept", "impact: 1, response: accept",
        "probability: 1, impact: 1, response: reduce",
    ])
    func asksForTheKeysOfARisk(_ keys: String) {
        expect(.planValue, "risks: ‸{id: r, title: T, owner: o, \(keys)}")
    }

    @Test func namesTheResponsesOfTheTypeOfRisk() {
        let risk = "risks: {id: r, title: T, owner: o, type: opportunity, probability: 1, impact: 1, response: avoid}"
        #expect(read(risk).diagnostics.map(\.help) == ["allowed: exploit, enhance, share, accept"])
    }

    @Test func limitsTheColumnsOfTheRACIMatrix() {
        let roles = { (count: Int) in (0..<count).map { "r\($0): A" }.joined(separator: ", ") }
        #expect(findings("raci: [{for: a, \(roles(60))}, {for: b, \(roles(60))}]") == [])
        let (plan, diagnostics) = read("raci: [{for: a, \(roles(62))}]")
        #expect(diagnostics.count == 1 && diagnostics.first?.rule == "plan-value")
        #expect(plan?.raci.first?.letters.count == 60)
    }

    @Test func takesTimeInProportionToTheSizeOfAPlan() {
        let tasks = (0..<3_000).map { "- {id: t\($0), name: T, duration: 1d, after: [t\($0 / 2)], ownr: x}" }
        let raci = (0..<3_000).map { "- {for: t\($0), r\($0): A}" }
        let (plan, diagnostics) = read(
            "tasks:\n\(tasks.joined(separator: "\n"))\nraci:\n\(raci.joined(separator: "\n"))")
        #expect(plan?.tasks.count == 3_000)
        #expect(diagnostics.count == 3_001)
    }
}
