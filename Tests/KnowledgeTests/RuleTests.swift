// One small handbook for each rule of Knowledge: where it finds something, and that nothing else does.

import Content
import Knowledge
import TestHandbooks
import Plans
import Testing
import UTF8Text

private struct Fixture: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let files: [String: String]
    /// `path:line:column` of the finding.
    let place: String
    var today = "2027-01-01"

    var testDescription: String { rule.id }
}

/// What every fixture needs besides its own files, so that no other rule speaks up.
private let base = [
    "roles/lead.md": role("Lead", "accountable_for: [lead]"), "sources.yml": oneSource,
    "index.md": "# Home\n\n[[lead]]",
]

/// A plan whose page names `file` for it, and the file `plan.yaml` beside it.
private func planPage(_ file: String) -> [String: String] {
    [
        "plans/p.md": topic("Ppp", "topics: [a]\nversion: '1.0'\ndata: \(file)").replacing("kind: concept\n", with: ""),
        "plans/plan.yaml": "kind: action\nstart: 2027-01-04\n", "topics/a.md": topic("Aaa"), "b.md": "[[p]]",
    ]
}

private let fixtures: [Fixture] = [
    Fixture(rule: .linkTarget, files: ["a.md": "# A\n\nSee [B](b.md)."], place: "a.md:3:9"),
    Fixture(
        rule: .linkAnchor, files: ["a.md": "# A\n\n[B](b.md#two)", "b.md": "# B\n\n## One"], place: "a.md:3:5"),
    Fixture(
        rule: .linkTarget,
        files: [
            "templates/t.md": topic("Ttt", "used_in: [a]\nformat: [csv]\nversion: '1.0'\nfile: t.csv")
                .replacing("kind: concept\n", with: ""), "topics/a.md": topic("Aaa"), "b.md": "[[t]]",
        ], place: "templates/t.md:11:7"),
    Fixture(rule: .linkCase, files: ["a.md": "# A\n\n[B](B.md)", "b.md": "# B"], place: "a.md:3:5"),
    Fixture(rule: .linkTarget, files: planPage("pln.yaml"), place: "plans/p.md:10:7"),
    Fixture(rule: .linkCase, files: planPage("Plan.yaml"), place: "plans/p.md:10:7"),
    Fixture(rule: .linkOutside, files: planPage("../../plan.yaml"), place: "plans/p.md:10:7"),
    Fixture(rule: .planSchema, files: planPage("../glossary.yml"), place: "plans/p.md:10:7"),
    Fixture(rule: .linkOutside, files: ["x/a.md": "# A\n\n[B](../../b.md)"], place: "x/a.md:3:5"),
    Fixture(
        rule: .ambiguousLink, files: ["a.md": "# A\n\n[[notes]]", "x/notes.md": "# X", "y/notes.md": "# Y"],
        place: "a.md:3:1"),
    Fixture(
        rule: .linkToDraft, files: ["a.md": "# A\n\n[B](b.md)", "b.md": "---\nstatus: draft\n---\n# B"],
        place: "a.md:3:5"),
    Fixture(
        rule: .linkToRetired, files: ["a.md": "# A\n\n[B](b.md)", "b.md": "---\nstatus: retired\n---\n# B"],
        place: "a.md:3:5"),
    Fixture(
        rule: .relationTarget, files: ["topics/a.md": topic("Aaa", "related: [nothing, lead]"), "b.md": "[[a]]"],
        place: "topics/a.md:9:11"),
    Fixture(
        rule: .relationCycle,
        files: ["topics/a.md": topic("Aaa", "part_of: b"), "topics/b.md": topic("Bbb", "part_of: a")],
        place: "topics/a.md:9:10"),
    Fixture(
        rule: .notARole,
        files: ["topics/a.md": topic("Aaa").replacing("owner: lead", with: "owner: led"), "b.md": "[[a]]"],
        place: "topics/a.md:4:8"),
    Fixture(
        rule: .unknownSource,
        files: ["topics/a.md": topic("Aaa").replacing("[ONE]", with: "[TWO]"), "b.md": "[[a]]"],
        place: "topics/a.md:8:11"),
    Fixture(
        rule: .nameTaken, files: ["a.md": "---\naliases: [same]\n---\n# A", "b.md": "---\naliases: [Same]\n---\n# B"],
        place: "a.md:2:11 b.md:2:11"),
    Fixture(rule: .addressTaken, files: ["a.md": "# A", "a/index.md": "# Also A"], place: "a/index.md:1:1"),
    Fixture(
        rule: .linkByAddress, files: ["a/b.md": "[x](../c/)\n", "a/c.md": "# C"], place: "a/b.md:1:5"),
    Fixture(
        rule: .linkTwoWays, files: ["a/b.md": "[x](../c/)\n", "a/c.md": "# C", "c.md": "# Other C"], place: "a/b.md:1:5"
    ),
    Fixture(rule: .addressTaken, files: ["search.md": "# Find"], place: "search.md:1:1"),
    Fixture(
        rule: .redirectTaken, files: ["a.md": "---\nredirects: [search/]\n---\n# A"], place: "a.md:2:13"),
    Fixture(
        rule: .redirectTaken, files: ["a.md": "---\nredirects: [b/]\n---\n# A", "b.md": "# B"], place: "a.md:2:13"),
    Fixture(
        rule: .supersedesStatus, files: ["a.md": "---\nsupersedes: b\n---\n# A", "b.md": "# B"], place: "a.md:2:13"),
    Fixture(
        rule: .termTarget,
        files: [
            "a.md": "A risk.",
            "glossary.yml": "terms:\n  - {term: Risk, definition: Something that may happen., target: rsk}\n",
        ], place: "glossary.yml:2:66"),
    Fixture(
        rule: .unknownTerm,
        files: ["a.md": "---\nautolink: {skip: [risk, rsk]}\n---\n# A\n\nA risk.", "glossary.yml": oneTerm],
        place: "a.md:2:25"),
    Fixture(
        rule: .unknownTerm,
        files: ["topics/a.md": topic("Aaa", "explains: [risk, rsk]"), "b.md": "[[a]] risk", "glossary.yml": oneTerm],
        place: "topics/a.md:9:18"),
    Fixture(rule: .unusedTerm, files: ["a.md": "No word of it.", "glossary.yml": oneTerm], place: "glossary.yml:2:12"),
    Fixture(
        rule: .overlinkedTerm,
        files: pages(14, saying: "A risk.").merging(pages(4, from: 14, saying: "No word of it.")) { $1 }
            .merging(["glossary.yml": oneTerm]) { $1 }, place: "glossary.yml:2:12"),
    Fixture(rule: .futureDate, files: ["a.md": "---\nupdated: 2027-01-02\n---\n# A"], place: "a.md:2:10"),
    Fixture(
        rule: .overdueReview, files: ["a.md": "---\nupdated: 2026-01-01\nreview_in: 3mo\n---\n# A"],
        place: "a.md:2:10"),
    Fixture(
        rule: .overdueReview,
        files: ["a.md": "---\nupdated: 2026-01-01\nreviewed: 2026-01-01\nreview_in: 3mo\n---\n# A"],
        place: "a.md:3:11"),
    Fixture(
        rule: .stalePlan,
        files: [
            "handbook.yml": "plans: {stale_after: 5w}",
            "plans/a.md": """
            ---
            title: A
            status: approved
            plan:
              kind: action
              start: 2026-10-05
              status_date: 2026-11-26
              goals: [{id: g, title: G, objectives: [{id: o, title: O, owner: Jane Doe, measure: {metric: m, target: 1, due: 2026-12-01}}]}]
              tasks: [{id: a, name: A, duration: 9d, actual_start: 2026-10-05, owner: Jane Doe, serves: [o]}]
            ---
            """, "x.md": "[[a]]",
        ], place: "plans/a.md:7:16"),
    Fixture(rule: .orphan, files: ["topics/a.md": topic("Aaa")], place: "topics/a.md:1:1"),
    Fixture(rule: .unreachable, files: ["a.md": "---\nnav: {hide: true}\n---\n# A"], place: "a.md:1:1"),
    Fixture(
        rule: .similarQuestion,
        files: [
            "questions/a.md": question("How do I write a risk register?"),
            "questions/b.md": question("How should I write the risk register?"), "topics/t.md": topic("Ttt"),
            "x.md": "[[a]] [[b]] [[t]]",
        ], place: "questions/b.md:2:8"),
    Fixture(
        rule: .undefinedAcronym,
        files: [
            "a.md": "# A\n\nThe QRS is a risk.", "b.md": "# B\n\nA QRS.", "c.md": "# C\n\nQRS",
            "glossary.yml": oneTerm,
        ], place: "a.md:3:5"),
]

@Suite struct RuleTests {
    @Test(arguments: fixtures) private func findsWhatItIsFor(_ fixture: Fixture) throws {
        let files = base.merging(fixture.files) { _, own in own }
        let findings = try linkedHandbook(files, today: fixture.today).findings
        let expected = fixture.place.split(separator: " ").map { "\(fixture.rule.id) \($0)" }
        #expect(findings == expected)
    }

    @Test func theIdOfASourceNeedsNoOtherDefinition() throws {
        let uses = ["a.md": "QRS", "b.md": "QRS", "c.md": "QRS: a risk", "glossary.yml": oneTerm]
        let source = oneSource + "  - {id: QRS, title: A source, url: \"https://example.org/qrs\"}\n"
        #expect(try linkedHandbook(base.merging(uses) { $1 }.merging(["sources.yml": source]) { $1 }).findings == [])
    }

    @Test(arguments: ["quick response system (QRS)", "<abbr title=\"A system\">QRS</abbr>", "# QRS"])
    func anAcronymThatSomePageExplainsIsDefined(_ text: String) throws {
        let uses = ["a.md": "QRS", "b.md": "QRS", "c.md": "QRS: a risk", "glossary.yml": oneTerm]
        let files = base.merging(uses) { $1 }
        #expect(try linkedHandbook(files.merging(["d.md": text]) { $1 }).findings == [])
        #expect(try linkedHandbook(files.merging(["d.md": "D"]) { $1 }).findings == ["undefined-acronym a.md:1:1"])
    }

    @Test func findsNothingInASoundHandbook() throws {
        #expect(try linkedHandbook(base).findings == [])
    }

    /// `unknown-rule` is found where severities are applied, which the tests of the command have; LockTests have `url-lock`,
    /// AddressTests `address-reserved`.
    @Test func everyRuleHasAFixture() {
        let tested = Set(fixtures.map(\.rule.id)).union([Rule.unknownRule, .addressLock, .addressReserved].map(\.id))
        #expect(tested.subtracting(Rule.ofPlans.map(\.id) + [Rule.planSchema.id]) == Set(Rule.ofKnowledge.map(\.id)))
    }

    @Test(arguments: ["plan.yaml", "./plan.yaml", "/plans/plan.yaml", "../plans/plan.yaml"])
    func takesThePlanFromTheFileBesideThePage(_ file: String) throws {
        let linked = try linkedHandbook(base.merging(planPage(file)) { $1 })
        #expect(linked.findings == ["objective-without-task plans/plan.yaml:1:7"])
        let page = try linked.handbook.page(at: "plans/p.md")
        #expect(page.parsed.planFile == "plans/plan.yaml")
        #expect(linked.handbook.plans[page.id.index]?.plan.start?.value.iso == "2027-01-04")
    }

    @Test func suggestsAYAMLFileForAPlan() throws {
        let page = planPage("pln.yaml")
        let found = try linkedHandbook(base.merging(page) { $1 }, assets: ["plans/pln.csv"])
        #expect(found.helps == ["did you mean '/plans/plan.yaml'?"])
    }
}

private struct NoPlan: Error {}
