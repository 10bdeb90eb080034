// Relations are written once and known in both directions.

import Content
import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct RelationTests {
    private func linked() throws -> Handbook {
        try handbook([
            "topics/pmo.md": topic("The PMO"), "topics/types.md": topic("Types", "part_of: pmo\nrelated: [risk]"),
            "topics/risk.md": topic("Risk", "precedes: [types]"),
            "questions/q.md": """
            ---
            title: What is a risk?
            summary: A summary that is long enough to pass the check of its length.
            short_answer: A short answer that is long enough to pass the check.
            owner: lead
            status: approved
            updated: 2026-12-01
            topics: [risk]
            sources: [ONE]
            ---
            Text.
            """, "roles/lead.md": role("Lead"), "sources.yml": oneSource,
        ])
    }

    private func slugs(_ handbook: Handbook, _ ids: [PageID]) -> [String] { ids.map { handbook[$0].slug } }

    @Test func inversesAreDerived() throws {
        let handbook = try linked()
        let risk = try handbook.page(at: "topics/risk.md").id
        let pmo = try handbook.page(at: "topics/pmo.md").id
        let types = try handbook.page(at: "topics/types.md").id
        let lead = try handbook.page(at: "roles/lead.md").id
        let relations = handbook.relations
        #expect(slugs(handbook, relations.origins(of: .topic, to: risk)) == ["q"])
        #expect(slugs(handbook, relations.origins(of: .partOf, to: pmo)) == ["types"])
        #expect(slugs(handbook, relations.origins(of: .precedes, to: types)) == ["risk"])
        #expect(slugs(handbook, relations.targets(of: .related, from: risk)) == ["types"])
        #expect(slugs(handbook, relations.origins(of: .owner, to: lead)).count == 5)
    }

    @Test func sourcesKnowWhoCitesThem() throws {
        let handbook = try linked()
        #expect(handbook.bibliography.citedBy.map { slugs(handbook, $0) } == [["q", "pmo", "risk", "types"]])
    }

    @Test func aPageThatCitesASourceAtTwoPlacesCitesItOnce() throws {
        let page = topic("Aaa").replacing("[ONE]", with: "[{id: ONE, at: chapter 1}, {id: ONE, at: chapter 2}]")
        let handbook = try handbook(["topics/a.md": page, "sources.yml": oneSource])
        #expect(handbook.bibliography.citedBy.map { slugs(handbook, $0) } == [["a"]])
        #expect(try handbook.bibliography.citations[handbook.page(at: "topics/a.md").id.index].count == 2)
    }

    /// Responsible, accountable, supports, consulted, informed: whatever the rows of the plan begin with.
    @Test func theLettersOfARoleStandInTheirUsualOrder() throws {
        let plan = """
            ---
            title: Plan
            status: approved
            plan:
              kind: action
              start: 2027-01-04
              tasks: [{id: a, name: A, duration: 1d}, {id: b, name: B, duration: 1d}, {id: c, name: C, duration: 1d}]
              raci: [{for: a, lead: I}, {for: b, lead: A/R}, {for: c, lead: I}]
            ---
            """
        let handbook = try handbook(["plans/p.md": plan, "roles/lead.md": role("Lead")])
        let parts = try handbook.rolesInPlans[handbook.page(at: "roles/lead.md").id]
        let letters = parts?.first?.letters.map { "\($0.letter.rawValue)\($0.rows)" }
        #expect(letters == ["R1", "A1", "I2"])
    }

    @Test func cyclesOfAnyLengthAreFoundOnce() throws {
        var files = ["roles/lead.md": role("Lead"), "sources.yml": oneSource]
        for number in 0..<50 {
            files["topics/t\(number).md"] = topic("Topic \(number)", "part_of: t\((number + 1) % 50)")
        }
        let cycles = try linkedHandbook(files).diagnostics.filter { $0.rule == "relation-cycle" }
        #expect(cycles.count == 1)
        #expect(cycles.first?.message.hasPrefix("the page would stand part of itself: t0 → t1 → t2") == true)
    }
}
