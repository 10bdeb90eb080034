// One plan for each rule of planning: where it finds something, and a plan close by in which it finds nothing.

import Foundation
import Plans
import Testing
import UTF8Text

private struct Fixture: Sendable, CustomTestStringConvertible {
    let rule: Rule
    var kind = "action"
    /// The plan below its head; `‸` stands before what the finding points to.
    let found: String
    /// The same, put right.
    let right: String
    var severity: Severity?
    var testDescription: String { "\(rule.id) in \(kind)" }
}

/// A whole plan of its kind, so that nothing else is found. Lines of a fixture take the place of lines with their key.
private func plan(_ lines: String, kind: String) -> String {
    var keys: [(String, String)] = [
        ("kind", kind), ("sponsor", "lead"), ("start", "2027-01-04"), ("currency", "GBP"),
        ("status_date", "2027-01-04"),
        (
            "goals",
            "[{id: g, title: G, objectives: [{id: o, title: O, owner: lead, measure: {metric: m, target: 1, due: 2027-02-01}}]}]"
        ), ("tasks", "[{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}}]"),
    ]
    if kind != "action" {
        keys += [
            ("resources", "[{id: res, name: R, role: lead}]"),
            (
                "budget",
                "[{id: b, item: B, category: staff, planned: 90}, {id: c, item: C, category: contingency, planned: 10}]"
            ), ("stakeholders", "[{id: s1, name: S, power: 1, interest: 1}, {id: s2, name: S, power: 1, interest: 1}]"),
            ("raci", "[{for: t, lead: A/R}]"),
            ("risks", "[{id: r, title: R, probability: 1, impact: 1, response: accept, owner: lead}]"),
            ("quality", "[{id: q, task: t, criterion: C}]"),
            ("communications", "[{audience: s1, message: M}, {audience: s2, message: M}]"),
        ]
    } else {
        keys.append(("resources", "[{id: res, name: R, role: lead}]"))
    }
    let own = lines.split(separator: "\n").map(String.init)
    func key(_ line: String) -> String { String(line.replacing("‸", with: "").prefix { $0 != ":" }) }
    let taken = Set(own.map(key))
    let rest = keys.filter { !taken.contains($0.0) }.map { "\($0.0): \($0.1)" }
    return (own + rest).joined(separator: "\n") + "\n"
}

private let two = "{id: a, name: A, duration: 5d, owner: lead, serves: [o]}"
private func after(_ links: String, more: String = "") -> String {
    "{id: b, name: B, duration: 5d, owner: lead, serves: [o], after: [\(links)]\(more)}"
}
private let end = "{id: m, name: M, milestone: true, owner: lead, serves: [o], after: [b]}"

private let fixtures: [Fixture] = [
    Fixture(rule: .missingWorkPlan, kind: "project", found: "kind: ‸project\ntasks: []", right: ""),
    Fixture(rule: .missingResources, kind: "project", found: "kind: ‸project\nbudget: []", right: ""),
    Fixture(rule: .missingStakeholders, kind: "project", found: "kind: ‸project\nraci: []", right: ""),
    Fixture(
        rule: .missingStakeholders, kind: "project",
        found:
            "kind: ‸project\nstakeholders: [{id: s1, name: S, power: 1, interest: 1}]\ncommunications: [{audience: s1, message: M}]",
        right: ""),
    Fixture(rule: .missingRisks, kind: "implementation", found: "kind: ‸implementation\nrisks: []", right: ""),
    Fixture(rule: .missingQuality, kind: "project", found: "kind: ‸project\nquality: []", right: ""),
    Fixture(
        rule: .missingQuality, kind: "rollout", found: "kind: ‸rollout\nquality: []", right: "", severity: .warning),
    Fixture(
        rule: .objectiveWithoutTask,
        found: "goals: [{id: g, title: G, objectives: []}, {id: ‸h, title: H, objectives: []}]".replacing(
            "{id: g, title: G, objectives: []}",
            with:
                "{id: g, title: G, objectives: [{id: o, title: O, owner: lead, measure: {metric: m, target: 1, due: 2027-02-01}}]}"
        ), right: ""),
    Fixture(
        rule: .objectiveWithoutTask, kind: "project",
        found:
            "goals: [{id: g, title: G, objectives: [{id: ‸x, title: X, owner: lead}]}]\ntasks: [{id: t, name: T, duration: 5d, owner: lead}]",
        right: "goals: [{id: g, title: G, objectives: [{id: o, title: X, owner: lead}]}]", severity: .warning),
    Fixture(
        rule: .objectiveWithoutMeasure,
        found:
            "goals: [{id: g, title: G, objectives: [{id: o, title: O, owner: lead, measure: ‸{metric: m, target: 1}}]}]",
        right: ""),
    Fixture(
        rule: .missingOwner, found: "tasks: [{id: ‸t, name: T, duration: 5d, serves: [o], assign: {res: 1}}]", right: ""
    ),
    Fixture(
        rule: .taskWithoutObjective,
        found: "tasks: [\(two), {id: ‸b, name: B, duration: 1d, owner: lead, after: [a]}, \(end)]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .dependencyCycle, found: "tasks: [\(two.replacing("}", with: ", after: [‸b]}")), \(after("a"))]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .unknownPredecessor, found: "tasks: [\(two), \(after("a, ‸c")), \(end)]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .unknownPredecessor, found: "tasks: [\(two), \(after("a, ‸b")), \(end)]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .phaseLink,
        found: "tasks: [{id: p, name: P, children: [\(two), \(after("a, ‸p"))]}, \(end)]",
        right: "tasks: [{id: p, name: P, children: [\(two), \(after("a"))]}, \(end)]"),
    Fixture(
        rule: .openEnd,
        found:
            "tasks: [\(two), \(after("").replacing("{id: b", with: "{id: ‸b")), \(end.replacing("[b]", with: "[a, b]"))]",
        right: "tasks: [\(two), \(after("", more: ", start: 2027-01-04")), \(end.replacing("[b]", with: "[a, b]"))]"),
    Fixture(
        rule: .openEnd,
        found:
            "tasks: [{id: ‸\(two.dropFirst(5)), \(after("").replacing("after: []", with: "start: 2027-01-04")), \(end)]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(rule: .lateFinish, found: "deadline: ‸2027-01-07", right: "deadline: 2027-01-08"),
    Fixture(
        rule: .lateTask,
        found:
            "tasks: [{id: t, name: T, duration: 5d, finish: ‸2027-01-07, owner: lead, serves: [o], assign: {res: 1}}]",
        right: "tasks: [{id: t, name: T, duration: 5d, finish: 2027-01-08, owner: lead, serves: [o], assign: {res: 1}}]"
    ),
    Fixture(
        rule: .lead, found: "tasks: [\(two), \(after("‸\"a:FS-2d\"")), \(end)]",
        right: "tasks: [\(two), \(after("\"a:FS+2d\"")), \(end)]"),
    Fixture(
        rule: .beforePlanStart,
        found: "tasks: [{id: a, name: A, duration: 2d, owner: lead, serves: [o]}, \(after("‸\"a:FF\"")), \(end)]",
        right: "tasks: [\(two), \(after("\"a:FF\"")), \(end)]"),
    Fixture(rule: .startOnDayOff, found: "start: ‸2027-01-02", right: "start: 2027-01-04"),
    Fixture(
        rule: .startOnDayOff,
        found:
            "tasks: [{id: t, name: T, duration: 5d, start: ‸2027-01-09, owner: lead, serves: [o], assign: {res: 1}}]",
        right: "tasks: [{id: t, name: T, duration: 5d, start: 2027-01-11, owner: lead, serves: [o], assign: {res: 1}}]"),
    Fixture(
        rule: .longTask, found: "tasks: [{id: t, name: T, duration: ‸45d, owner: lead, serves: [o], assign: {res: 1}}]",
        right: "tasks: [{id: t, name: T, duration: 44d, owner: lead, serves: [o], assign: {res: 1}}]"),
    Fixture(
        rule: .startConstraints,
        found:
            "tasks: [\(two.replacing("owner", with: "start: ‸2027-01-04, owner")), \(after("a", more: ", start: 2027-01-18")), \(end)]",
        right: "tasks: [\(two.replacing("owner", with: "start: 2027-01-04, owner")), \(after("a")), \(end)]"),
    Fixture(
        rule: .severalCriticalPaths,
        found:
            "start: ‸2027-01-04\ntasks: [\(two), \(after("", more: ", start: 2027-01-04")), \(end.replacing("[b]", with: "[a, b]"))]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .overCapacity, found: "resources: [{id: ‸res, name: R, capacity: 0.5}]",
        right: "resources: [{id: res, name: R, capacity: 1}]"),
    Fixture(rule: .planReference, found: "sponsor: ‸nobody", right: "sponsor: Jane Smith"),
    Fixture(
        rule: .planReference,
        found: "tasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {‸rse: 1}}]", right: ""),
    Fixture(
        rule: .overBudget, kind: "rollout",
        found:
            "budget: [{id: b, item: B, category: staff, planned: 90, actual: ‸91}, {id: c, item: C, category: contingency, planned: 10}]",
        right: ""),
    Fixture(
        rule: .overBudget, kind: "rollout",
        found:
            "budget: [{id: b, item: B, category: staff, planned: 96}, {id: c, item: C, category: contingency, planned: ‸4}]",
        right:
            "budget: [{id: b, item: B, category: staff, planned: 95}, {id: c, item: C, category: contingency, planned: 5}]"
    ),
    Fixture(rule: .accountable, found: "raci: [{for: ‸t, lead: R}]", right: "raci: [{for: t, lead: A/R}]"),
    Fixture(
        rule: .accountable, found: "raci: [{for: t, lead: A/R, Jane Smith: ‸A}]",
        right: "raci: [{for: t, lead: A/R, Jane Smith: C}]"),
    Fixture(rule: .responsible, found: "raci: [{for: ‸t, lead: A}]", right: "raci: [{for: t, lead: A/R}]"),
    Fixture(
        rule: .stakeholderEngagement, found: "stakeholders: [{id: s, name: S, power: ‸4, interest: 1}]",
        right: "stakeholders: [{id: s, name: S, power: 4, interest: 1, engagement: Monthly}]"),
    Fixture(
        rule: .stakeholderEngagement, kind: "rollout",
        found:
            "communications: [{audience: s1, message: M}]\nstakeholders: [{id: s1, name: S, power: 1, interest: 1}, {id: ‸s2, name: S, power: 1, interest: 1}]",
        right: ""),
    Fixture(
        rule: .highRisk, found: "risks: [{id: r, title: R, probability: 3, impact: 5, response: ‸accept, owner: lead}]",
        right: "risks: [{id: r, title: R, probability: 3, impact: 4, response: accept, owner: lead}]"),
    Fixture(
        rule: .residualRisk,
        found:
            "risks: [{id: r, title: R, probability: 2, impact: 2, response: accept, owner: lead, residual: ‸{probability: 1, impact: 5}}]",
        right:
            "risks: [{id: r, title: R, probability: 2, impact: 2, response: accept, owner: lead, residual: {probability: 1, impact: 4}}]"
    ),
    Fixture(
        rule: .deliverableWithoutQuality, kind: "project",
        found:
            "tasks: [{id: u, name: T, duration: 5d, owner: lead, serves: [o], deliverable: ‸Thing}]\nquality: [{id: q, criterion: C}]\nraci: [{for: u, lead: A/R}]",
        right:
            "tasks: [{id: u, name: T, duration: 5d, owner: lead, serves: [o], deliverable: Thing}]\nquality: [{id: q, task: u, criterion: C}]\nraci: [{for: u, lead: A/R}]"
    ),
    Fixture(
        rule: .stageOrder,
        found:
            "tasks: [\(two.replacing("owner", with: "stage: full, owner")), \(after("‸a", more: ", stage: initial")), \(end)]",
        right:
            "tasks: [\(two.replacing("owner", with: "stage: full, owner")), \(after("a", more: ", stage: full")), \(end)]"
    ),
    Fixture(
        rule: .planProgress,
        found: "tasks: [{id: t, name: T, duration: 5d, progress: ‸100, owner: lead, serves: [o], assign: {res: 1}}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, progress: 100, actual_finish: 2027-01-08, owner: lead, serves: [o], assign: {res: 1}}]"
    ),
    Fixture(
        rule: .actualInFuture,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: ‸2027-01-12, progress: 10}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-05, progress: 10}]"
    ),
    Fixture(
        rule: .statusDate,
        found:
            "start: ‸2027-01-04\nstatus_date:\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08}]",
        right: "tasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, progress: 0}]"),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, progress: ‸50}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, progress: 50, actual_start: 2027-01-04}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, progress: ‸60}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, progress: 100}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, status: ‸planned}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, status: done}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, status: ‸active}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, status: ‸blocked}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08, remaining: ‸2d}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}, actual_start: 2027-01-04, actual_finish: 2027-01-08}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, milestone: true, owner: lead, serves: [o], progress: ‸50}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, milestone: true, owner: lead, serves: [o], actual_finish: 2027-01-08}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, milestone: true, owner: lead, serves: [o], actual_start: 2027-01-07, actual_finish: ‸2027-01-08}]",
        right:
            "status_date: 2027-01-08\ntasks: [{id: t, name: T, milestone: true, owner: lead, serves: [o], actual_finish: 2027-01-08}]"
    ),
    Fixture(
        rule: .planProgress,
        found:
            "tasks: [{id: p, name: P, status: ‸done, children: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}}]}]",
        right:
            "tasks: [{id: p, name: P, children: [{id: t, name: T, duration: 5d, owner: lead, serves: [o], assign: {res: 1}}]}]"
    ),
    Fixture(
        rule: .outOfSequence,
        found:
            "status_date: 2027-01-08\ntasks: [\(two), \(after("‸a", more: ", actual_start: 2027-01-05, progress: 10")), \(end)]",
        right:
            "status_date: 2027-01-08\ntasks: [\(two.replacing("owner", with: "progress: 100, actual_start: 2027-01-04, actual_finish: 2027-01-04, owner")), \(after("a", more: ", actual_start: 2027-01-05, progress: 10")), \(end)]"
    ),
    Fixture(
        rule: .droppedTask,
        found: "tasks: [\(two.replacing("owner", with: "status: ‸dropped, owner")), \(after("a")), \(end)]",
        right: "tasks: [\(two), \(after("a")), \(end)]"),
    Fixture(
        rule: .noWorkingDay,
        found:
            "tasks: [{id: t, name: T, start: ‸2027-01-09, finish: 2027-01-10, owner: lead, serves: [o], assign: {res: 1}}]",
        right:
            "calendar: {working: [2027-01-10]}\ntasks: [{id: t, name: T, start: 2027-01-09, finish: 2027-01-10, owner: lead, serves: [o], assign: {res: 1}}]"
    ),
]

@Suite struct PlanRuleTests {
    private func place(of text: String) -> (text: String, place: String) {
        var clean = text
        var place = ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let mark = line.firstIndex(of: "‸") else { continue }
            place = "\(number + 1):\(line[..<mark].utf8.count + 1)"
        }
        clean = clean.replacing("‸", with: "")
        return (clean, place)
    }

    @Test(arguments: fixtures)
    fileprivate func findsWhatTheRuleIsAboutWhereItStandsAndNothingOnceItIsRight(_ fixture: Fixture) throws {
        let marked = place(of: plan(fixture.found, kind: fixture.kind))
        let found = try read(plan: marked.text, roles: ["lead"])
        let ours = found.diagnostics.filter { $0.rule == fixture.rule.id }
        let all = "\(found.diagnostics.map { "\($0.rule) \($0.position.line):\($0.position.column) \($0.message)" })"
        #expect(ours.map { "\($0.position.line):\($0.position.column)" } == [marked.place], "\(all)")
        #expect(ours.first?.severity == fixture.severity ?? fixture.rule.severity)
        #expect(ours.allSatisfy { !$0.help.isEmpty && !$0.message.hasSuffix(".") && $0.path == "plan.yaml" })
        let right = try read(plan: plan(fixture.right, kind: fixture.kind), roles: ["lead"])
        #expect(right.findings.filter { $0.hasPrefix(fixture.rule.id + " ") } == [], "\(right.findings)")
    }

    @Test func everyRuleHasAFixture() {
        #expect(Set(fixtures.map(\.rule.id)) == Set(Rule.ofPlans.map(\.id)))
    }

    @Test(arguments: ["action", "rollout", "project", "implementation"])
    func aWholePlanHasNoFinding(kind: String) throws {
        #expect(try read(plan: plan("", kind: kind), roles: ["lead"]).findings == [])
    }

    @Test func anIDOfAnotherListIsSaidToBeOne() throws {
        let found = try read(
            plan: plan("tasks: [{id: t, name: T, duration: 1d, owner: lead, serves: [res, o]}]", kind: "action"))
        #expect(found.findings == ["plan-id 1:62"])
        #expect(found.diagnostics[0].message == "'res' is a resource, not an objective")
    }

    @Test func moreSpentThanTheBoardToleratesIsFoundBesideTheLine() throws {
        let spent = { (amount: Int) in
            "governance: {tolerances: {cost: 10%}}\nbudget: [{id: c, item: C, category: other, planned: 100, actual: \(amount)}]"
        }
        #expect(
            try read(plan: plan(spent(111), kind: "action"), roles: ["lead"]).findings == [
                "over-budget 1:33", "over-budget 2:66",
            ])
        #expect(try read(plan: plan(spent(110), kind: "action"), roles: ["lead"]).findings == ["over-budget 2:66"])
    }

    @Test func aFinishLaterThanTheBoardToleratesIsFoundAtTheTolerance() throws {
        let kept = { (tolerance: String, finish: String) in
            "governance: {tolerances: {time: \(tolerance)}}\nbaseline: {tasks: {t: {start: 2026-12-01, finish: \(finish)}}}"
        }
        // The plan finishes on Friday, 8 January 2027.
        let findings = { (tolerance: String, finish: String) in
            try read(plan: plan(kept(tolerance, finish), kind: "action"), roles: ["lead"]).findings
        }
        #expect(try findings("2d", "2027-01-05") == ["late-finish 1:33"])
        #expect(try findings("3d", "2027-01-05").isEmpty)
        #expect(try findings("1w", "2027-01-01").isEmpty)
        #expect(try findings("1w", "2026-12-31") == ["late-finish 1:33"])
        #expect(try findings("0d", "2027-01-08").isEmpty)
    }

    @Test func ofManyTasksBehindADroppedOneThreeAreNamed() throws {
        func message(followers: Int) throws -> String? {
            let tasks = (0..<followers).map { "{id: f\($0), name: F, duration: 1d, after: [a]}" }
            let all = ["{id: a, name: A, duration: 1d, status: dropped}"] + tasks
            let found = try read(plan: "kind: project\nstart: 2027-01-04\ntasks: [\(all.joined(separator: ", "))]\n")
            return found.diagnostics.first { $0.rule == "dropped-task" }?.message
        }
        #expect(try message(followers: 4) == "'a' is dropped: 'f0', 'f1', 'f2' and 'f3' now start with the plan")
        #expect(try message(followers: 5) == "'a' is dropped: 'f0', 'f1', 'f2' and 2 more now start with the plan")
    }

    @Test func aCycleIsPrinted() throws {
        let found = try read(
            plan: plan(
                "tasks: [\(after("c").replacing("id: b", with: "id: a")), \(after("a")), \(after("b").replacing("id: b", with: "id: c"))]",
                kind: "action"))
        #expect(found.diagnostics.map(\.message) == ["tasks wait for each other: a → b → c → a"])
        #expect(found.plan.schedule == nil)
    }

    /// The five elements of an implementation plan, each taken away from a real one.
    @Test(arguments: [
        ("tasks", "missing-work-plan"), ("resources", "missing-resources"), ("budget", "missing-resources"),
        ("stakeholders", "missing-stakeholders"), ("raci", "missing-stakeholders"), ("risks", "missing-risks"),
        ("quality", "missing-quality"),
    ])
    func aRealPlanWithoutOneOfItsElementsIsToldSo(key: String, rule: String) throws {
        let text = try String(
            contentsOf: contentFolder.appending(path: "plans/pmo-implementation-plan-12-months.md"), encoding: .utf8)
        let whole = try read(plan: text, path: "plan.md")
        #expect(!whole.diagnostics.contains { $0.rule.hasPrefix("missing-") })
        // The lines of a key are those that are indented more, up to the next key.
        var lines: [Substring] = []
        var isLeftOut = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  "), !line.hasPrefix("   ") { isLeftOut = line.hasPrefix("  \(key):") }
            if !line.hasPrefix(" ") { isLeftOut = false }
            if !isLeftOut { lines.append(line) }
        }
        let found = try read(plan: lines.joined(separator: "\n"), path: "plan.md")
        #expect(
            found.diagnostics.filter { $0.rule.hasPrefix("missing-") && $0.rule != "missing-owner" }.map(\.rule) == [
                rule
            ])
        #expect(found.diagnostics.first { $0.rule == rule }?.severity == .error)
    }
}
