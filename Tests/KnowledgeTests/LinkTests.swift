// Where links lead: paths, folders, addresses, names in double brackets, headings.

import Knowledge
import TestHandbooks
import TestSupport
import Testing
import UTF8Text

/// Links in the text of `guide/here.md` and where they must lead.
private func check(_ link: String, leadsTo destination: String, among files: [String: String] = [:]) throws {
    var all = files
    all["guide/here.md"] = "# Here\n\n\(link)"
    let linked = try handbook(all, assets: ["guide/plan.pdf", "img/a b.png"])
    #expect(try linked.destinations(from: "guide/here.md") == [destination], "\(link)")
}

@Suite struct LinkTests {
    private let files = [
        "guide/risk.md": "# Risk management\n\n## First step\n\n### Again\n\n## Other\n\n### Again",
        "guide/words.md": "# Words\n\nFloat or hazard.", "people/index.md": "# Roles",
        "people/01-sponsor.md": "---\naliases: [SRO]\n---\n# Project sponsor",
        "glossary.yml": """
        terms:
          - {term: Float, definition: How far a task can slip., aliases: [slack]}
          - {term: Hazard, definition: Another word for a risk., target: risk}
        """,
    ]

    @Test(arguments: [
        ("[x](risk.md)", "guide/risk/index.html"), ("[x](./risk.md)", "guide/risk/index.html"),
        ("[x](/guide/risk.md)", "guide/risk/index.html"), ("[x](risk)", "guide/risk/index.html"),
        ("[x](../guide/risk/)", "guide/risk/index.html"), ("[x](risk.md?a=b)", "guide/risk/index.html"),
        ("[x](../people/)", "people/index.html"), ("[x](../people)", "people/index.html"),
        ("[x](../people/index.md)", "people/index.html"), ("[x](/)", "index.html"),
        ("[x](../people/01-sponsor.md)", "people/sponsor/index.html"),
        ("[x](../people/sponsor/)", "people/sponsor/index.html"), ("[x](plan.pdf)", "guide/plan.pdf"),
        ("[x](../img/a%20b.png)", "img/a b.png"), ("![x](<../img/a b.png>)", "img/a b.png"),
        ("[x](https://example.org/a?b#c)", "https://example.org/a?b#c"),
        ("[x](mailto:a@example.org)", "mailto:a@example.org"),
    ])
    func pathsLeadToPagesFoldersAndFiles(link: String, destination: String) throws {
        try check(link, leadsTo: destination, among: files)
    }

    @Test(arguments: [
        ("[x](risk.md#first-step)", "guide/risk/index.html#first-step"),
        ("[x](risk.md#other-again)", "guide/risk/index.html#other-again"),
        ("[[risk#First step]]", "guide/risk/index.html#first-step"),
        ("[[risk#first-step|here]]", "guide/risk/index.html#first-step"), ("[x](#here)", "guide/here/index.html"),
        ("[x](/glossary.md#letter:f)", "glossary/index.html#letter:f"),
    ])
    func fragmentsLeadToHeadings(link: String, destination: String) throws {
        try check(link, leadsTo: destination, among: files)
    }

    @Test(arguments: [
        ("[[risk]]", "guide/risk/index.html"), ("[[Risk management]]", "guide/risk/index.html"),
        ("[[risk MANAGEMENT|x]]", "guide/risk/index.html"), ("[[sponsor]]", "people/sponsor/index.html"),
        ("[[SRO]]", "people/sponsor/index.html"), ("[[sro]]", "people/sponsor/index.html"),
        ("[[guide/risk]]", "guide/risk/index.html"), ("[[hazard]]", "guide/risk/index.html"),
        ("[[slack]]", "glossary/index.html#float"), ("[[nothing of this name]]", "-"),
    ])
    func namesInDoubleBracketsLeadToPagesAndTerms(link: String, destination: String) throws {
        try check(link, leadsTo: destination, among: files)
    }

    @Test func theNearestPageOfANameWins() throws {
        let linked = try linkedHandbook([
            "guide/here.md": "# Here\n\n[[notes]]", "guide/notes.md": "# Near", "people/notes.md": "# Far",
        ])
        #expect(try linked.handbook.destinations(from: "guide/here.md") == ["guide/notes/index.html"])
        #expect(linked.findings == [])
    }

    @Test func aMissingPageIsSuggestedByItsNearestName() throws {
        let linked = try linkedHandbook(["guide/here.md": "# Here\n\n[x](rsk.md)", "people/risk.md": "# Risk"])
        #expect(linked.helps.first == "did you mean '../people/risk.md'?")
    }

    @Test(arguments: [
        ("[x](Risk.md#other)", "guide/risk/index.html#other", "risk.md"),
        ("[x](../GUIDE/risk.md)", "guide/risk/index.html", "../guide/risk.md"),
        ("[x](/Guide/Risk)", "guide/risk/index.html", "/guide/risk"),
        ("[x](../People/)", "people/index.html", "../people/"),
        ("[x](../People/Sponsor/)", "people/sponsor/index.html", "../people/sponsor/"),
        ("[x](Plan.PDF)", "guide/plan.pdf", "plan.pdf"),
        ("![A plan](../IMG/A%20B.png)", "img/a b.png", "../img/a%20b.png"),
        ("![A plan](<../img/A b.png>)", "img/a b.png", "../img/a b.png"),
    ])
    func aPathWithOtherCapitalsIsReportedWithItsSpelling(link: String, destination: String, right: String) throws {
        try check(link, leadsTo: destination, among: files)
        var all = files
        all["guide/here.md"] = link
        let findings = try linkedHandbook(all, assets: ["guide/plan.pdf", "img/a b.png"]).diagnostics
            .filter { $0.rule != "unused-term" }
        #expect(findings.map(\.rule) == ["link-case"])
        #expect(findings.first?.help == "write '\(right)'; many web servers tell them apart")
    }

    /// Thousands of wrong names cost in proportion: each slip of one letter is looked up, whatever the budget.
    @Test func eachOfSixThousandMissingNamesIsSuggested() throws {
        var chance = Chance(seed: 41)
        var files: [String: String] = [:]
        for page in 0..<3000 {
            let lines = (0..<2).map { _ in "[[charter \(chance.below(3000))x]]" }
            files["p\(page).md"] = "# Charter \(page)\n\n" + lines.joined(separator: "\n")
        }
        let linked = try linkedHandbook(files)
        let missing = answered(linked.diagnostics.filter { $0.rule == "link-target" })
        #expect(missing.count == 6000)
        #expect(
            missing.allSatisfy { finding in
                let name = finding.message.dropFirst("no page or term 'charter ".count).dropLast(2)
                return finding.help == "did you mean 'Charter \(name)'?"
            })
    }

    @Test func aMissingImageIsCalledAnImage() throws {
        let linked = try linkedHandbook(["a.md": "# A\n\n![A plan](plan.png) [b](pln.png)"], assets: ["img/plan.png"])
        #expect(linked.findings == ["link-target a.md:3:11", "link-target a.md:3:25"])
        #expect(linked.diagnostics.map(\.message) == ["no image 'plan.png'", "no page or file 'pln.png'"])
        #expect(Set(linked.helps) == ["did you mean 'img/plan.png'?"])
    }

    @Test func aLinkToADraftIsNoLinkUntilDraftsAreBuilt() throws {
        let files = ["a.md": "# A\n\n[[b]] [b](b.md)", "b.md": "---\nstatus: review\n---\n# B"]
        #expect(try handbook(files).destinations(from: "a.md") == ["-", "-"])
        #expect(try handbook(files, drafts: true).destinations(from: "a.md") == ["b/index.html", "b/index.html"])
    }
}
