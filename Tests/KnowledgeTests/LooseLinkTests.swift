// Links that other tools understand: names of files, addresses, ids of headings that others make.

import Content
import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct LooseLinkTests {
    private let files = [
        "index.md": "# Start", "RACI-guide.md": "# RACI in practice", "Base/change request.md": "Text\n\n# D\n\n# E",
        "under_score.md": "# Under", "team.md": "# Team", "team/lead.md": "# Lead", "team/deputy.md": "# Deputy",
        "Plan/Plan.md": "# The plan\n\n## Additional", "people/02-sponsor.md": "---\naliases: [SRO]\n---\n# Sponsor",
    ]
    private let assets = ["static/img/x.png", "media/deep/gate.png", "team/own.png"]

    private func check(_ link: String, on path: String, leadsTo destination: String, finding: [String] = []) throws {
        let linked = try linkedHandbook(files.merging([path: "# Here\n\n" + link]) { $1 }, assets: assets)
        #expect(try linked.handbook.destinations(from: path) == [destination], "\(link)")
        #expect(linked.diagnostics.map(\.rule) == finding, "\(link)")
    }

    @Test(arguments: [
        ("[[RACI-guide]]", "raci-guide/index.html"), ("[[raci-guide.md]]", "raci-guide/index.html"),
        ("[[raci_guide]]", "raci-guide/index.html"), ("[[Raci guide]]", "raci-guide/index.html"),
        ("[[RACI  in practice]]", "raci-guide/index.html"), ("[[Change Request]]", "base/change-request/index.html"),
        ("[[base/Change-Request]]", "base/change-request/index.html"), ("[[Plan/Plan]]", "plan/plan/index.html"),
        ("[[Plan#Additional]]", "plan/plan/index.html#additional"),
        ("[[People/sponsor]]", "people/sponsor/index.html"),
        ("[[sro]]", "people/sponsor/index.html"), ("[[../team/lead]]", "team/lead/index.html"),
        ("[[index]]", "index.html"), ("[[Home]]", "index.html"), ("[[README]]", "index.html"),
        ("[[Team]]", "team/index.html"), ("[[gate.png]]", "media/deep/gate.png"),
        ("[[deep/Gate.png]]", "media/deep/gate.png"),
    ])
    func namesAreThoseOfFiles(_ link: String, _ destination: String) throws {
        try check(link, on: "guide/here.md", leadsTo: destination)
    }

    @Test(arguments: [
        ("[x](../under_score/)", "under-score/index.html"), ("[x](/under_score/)", "under-score/index.html"),
        ("[x](../team.html)", "team/index.html"), ("[x](/team/lead.html)", "team/lead/index.html"),
        ("[x](/team/index.html)", "team/index.html"), ("[x](/img/x.png)", "static/img/x.png"),
        ("[x](/docs/team.md)", "team/index.html"),
    ])
    func pathsAreReadAsOtherToolsReadThem(_ link: String, _ destination: String) throws {
        try check(link, on: "guide/here.md", leadsTo: destination)
    }

    @Test func addressesLeadWherePathsLeadNowhere() throws {
        try check(
            "[x](../deputy/)", on: "team/lead.md", leadsTo: "team/deputy/index.html", finding: ["link-by-address"])
        try check("[x](../own.png)", on: "team/lead.md", leadsTo: "team/own.png", finding: ["link-by-address"])
        try check("[x](../../none/)", on: "team/lead.md", leadsTo: "-", finding: ["link-outside"])
    }

    @Test func aHandbookSaysHowItsPathsAreRead() throws {
        let files = ["es/a.md": "[x](../b/) [y](../c/)", "es/b.md": "# B", "b.md": "# Other", "es/c.md": "# C"]
        func check(_ setting: String, _ destinations: [String], _ rules: [String]) throws {
            let linked = try linkedHandbook(files.merging(["handbook.yml": setting]) { $1 })
            #expect(try linked.handbook.destinations(from: "es/a.md") == destinations)
            #expect(linked.diagnostics.map(\.rule) == rules)
        }
        try check("title: T", ["b/index.html", "es/c/index.html"], ["link-two-ways", "link-by-address"])
        try check("links: files", ["b/index.html", "es/c/index.html"], ["link-by-address"])
        try check("links: addresses", ["es/b/index.html", "es/c/index.html"], [])
    }

    @Test(arguments: [
        ("www.example.org/a", "write 'https://www.example.org/a' for an address of another site"),
        ("foo@example.org", "write 'mailto:foo@example.org' for a mail address"),
        ("example.org", "write 'https://example.org' for an address of another site"),
        ("team\\lead.md", "write 'team/lead.md': paths in links have '/' on every system"),
        (".\\team\\lead.md", "write './team/lead.md': paths in links have '/' on every system"),
        ("nowhere/", "check the path; it starts at the folder of this page"),
    ])
    func whatIsMissingIsSaid(_ target: String, _ help: String) throws {
        let linked = try linkedHandbook(files.merging(["a.md": "[x](\(target))"]) { $1 }, assets: assets)
        #expect(linked.diagnostics.map(\.rule) == ["link-target"])
        #expect(linked.helps == [help])
    }

    @Test(arguments: [
        ("own-title", ""), ("Own-Title", ""), ("Second-Heading", "#second-heading"),
        ("second--heading", "#second-heading"),
        ("cafe-creme", "#café--crème"), ("café-crème", "#café--crème"), ("caf%C3%A9-cr%C3%A8me", "#café--crème"),
        ("plan-scope", "#41-plan-scope"), ("4-1-plan-scope", "#41-plan-scope"), ("again-1", "#again-2"),
        ("again_1", "#again-2"), ("user-content-again", "#again"), ("executive-wants", "#executive-----wants"),
        ("top", ""),
    ])
    func idsOfOtherToolsAreKnown(_ id: String, _ fragment: String) throws {
        let headings = [
            "Second heading", "Café — crème", "4.1 Plan scope", "Again", "Between", "Again", "Executive - - wants",
        ]
        let text = "# Own title\n\n" + headings.map { "## \($0)\n\n" }.joined() + "[x](#\(id))"
        let linked = try linkedHandbook(["a.md": text])
        #expect(try linked.handbook.destinations(from: "a.md") == ["a/index.html" + fragment])
        #expect(linked.findings == [])
    }

    @Test func anIdThatMayBeTwoHeadingsIsNone() throws {
        let linked = try linkedHandbook(["a.md": "# A\n\n## Plan-B\n\n## Plan B!\n\n## PlanB\n\n[x](#plan--b)"])
        #expect(linked.findings == ["link-anchor a.md:9:5"])
    }

    @Test(arguments: [
        ("[[change request]]", "change request"), ("[[Change  Request]]", "Change Request"),
        ("[[raci-guide]]", "RACI in practice"),
        ("[[RACI-guide]]", "RACI-guide"), ("[[team/lead]]", "Lead"), ("[[sro]]", "sro"), ("[[index]]", "Start"),
        ("[[Plan#Additional]]", "Additional"), ("[[raci-guide.md]]", "RACI in practice"),
    ])
    func aLinkShowsTheNameThatWasWritten(_ link: String, _ text: String) throws {
        let linked = try handbook(files.merging(["guide/here.md": link]) { $1 }, assets: assets)
        #expect(linked.linkText(of: 0, on: try linked.page(at: "guide/here.md")) == text)
    }

    @Test(arguments: [
        ("KPI", "Our KPIs are good.", 1), ("PMO", "PMOs help.", 1), ("RFP", "The RFPs, and an RFP.", 1),
        ("KPI", "Our kpis are good.", 0), ("RAS", "The RASs are out.", 0), ("Plan", "The Plans are out.", 0),
    ])
    func acronymsHaveAPlural(_ name: String, _ text: String, _ count: Int) throws {
        let glossary = "terms:\n  - {term: some thing, definition: What is meant here., aliases: [\(name)]}\n"
        let linked = try handbook(["a.md": text, "glossary.yml": glossary])
        #expect(linked.terms[try linked.page(at: "a.md").id.index].links.count == count)
    }

    @Test func aDraftOfTheRightTypeIsMeantRatherThanAnotherPage() throws {
        let linked = try linkedHandbook([
            "topics/move.md": topic("Move").replacing("status: approved", with: "status: review"),
            "plans/move.md": "---\ntype: page\n---\n# The plan", "topics/b.md": topic("Desks", "part_of: move"),
            "roles/lead.md": role("Lead"), "sources.yml": oneSource,
        ])
        #expect(linked.diagnostics.contains { $0.rule == "link-to-draft" && $0.path == "topics/b.md" })
        #expect(!linked.diagnostics.contains { $0.rule == "relation-target" })
    }

    @Test func keysOfOneTypeMeanPagesOfThatType() throws {
        let linked = try linkedHandbook([
            "topics/office-move.md": topic("Office move"), "plans/office-move.md": "# The plan",
            "topics/b.md": topic("Desks", "part_of: Office-Move"),
            "roles/lead.md": role("Lead"),
            "sources.yml": oneSource,
        ])
        #expect(!linked.diagnostics.contains { ["ambiguous-link", "relation-target"].contains($0.rule) })
    }
}
