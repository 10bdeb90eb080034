// Addresses and titles of pages, and which page opens a folder.

import Content
import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct AddressTests {
    /// Where the pages at `paths` must lie, without `index.html`.
    private func check(_ places: [String: String], _ text: String = "x") throws {
        let linked = try handbook(places.mapValues { _ in text })
        for (path, place) in places {
            #expect(linked.address(of: try linked.page(at: path).id) == place + "index.html", "\(path)")
        }
    }

    @Test func numbersStayUnlessTheyCanOnlyBeAnOrder() throws {
        try check([
            "01-intro.md": "intro/", "100-day-plan.md": "100-day-plan/", "360-review.md": "360-review/",
            "2026-10-status.md": "2026-10-status/", "30-60-90-plan.md": "30-60-90-plan/",
            "minutes/2025-10-05-minutes.md": "minutes/2025-10-05-minutes/",
            "minutes/2026-10-05-minutes.md": "minutes/2026-10-05-minutes/",
        ])
        try check(["4.1 Develop Charter.md": "4-1-develop-charter/", "5.1 Plan Scope.md": "5-1-plan-scope/"])
        try check(["1.0-release.md": "1-0-release/", "2.0-release.md": "2-0-release/"])
        try check([
            "2020/03-summit/a.md": "2020/03-summit/a/", "2020/11-summit/a.md": "2020/11-summit/a/",
            "1-plan/1-b.md": "1-plan/1-b/",
        ])
    }

    @Test func titlesKeepWhatAddressesKeep() throws {
        let linked = try handbook([
            "4.1 Develop Charter.md": "x", "s/1-intro.md": "x", "s/2-plan.md": "x", "t/01-notes.md": "x",
            "t/02-notes.md": "x", "2022-budget/a.md": "x",
        ])
        let titles = Set(linked.pages.map(\.title))
        #expect(
            titles.isSuperset(of: ["4.1 Develop Charter", "Intro", "Plan", "01 notes", "02 notes", "2022 budget"]),
            "\(titles)"
        )
    }

    @Test func namesStandByAllTheirNumbers() throws {
        let linked = try handbook([
            "s/10.1 B.md": "# Last", "s/4.2 A.md": "# Second", "s/4.1 Z.md": "# Third", "s/z.md": "# A",
        ])
        let section = try linked.page(at: "s/index.md")
        #expect(
            linked.tree.children(of: section.id).map { linked[$0].title } == ["Third", "Second", "Last", "A"])
    }

    @Test(arguments: [
        (["team.md", "team/lead.md"], "team.md"), (["Team.md", "team/lead.md"], "Team.md"),
        (["risk register.md", "risk-register/a.md"], "risk register.md"),
        (["01-team.md", "01-team/lead.md"], "01-team.md"), (["team.html.md", "team/lead.md"], "team.html.md"),
        (["team/README.md", "team/lead.md"], "team/README.md"),
        (["team/index.html.md", "team/a.md"], "team/index.html.md"),
        (["team/index.md", "team/README.md", "team/_index.md"], "team/index.md"),
    ])
    func onePageOpensAFolder(_ paths: [String], _ opener: String) throws {
        let linked = try linkedHandbook(Dictionary(uniqueKeysWithValues: paths.map { ($0, "# \($0)") }))
        let handbook = linked.handbook
        let page = try handbook.page(at: opener)
        #expect(page.kind == .section)
        #expect(handbook.tree.children(of: page.id).count == paths.count - 1)
        #expect(handbook.pages.filter { $0.kind == .section }.count == 1)
        #expect(Set(handbook.addresses).count == handbook.pages.count)
        #expect(linked.findings == [])
    }

    @Test func aReadMeBesideAnIndexIsAPageOfItsOwn() throws {
        try check(["index.md": "", "README.md": "readme/", "s/index.md": "s/", "s/readme.md": "s/readme/"])
        let linked = try linkedHandbook(["index.md": "# Home", "README.md": "About this folder."])
        #expect(linked.findings == [])
        #expect(try linked.handbook.page(at: "README.md").title == "README")
    }

    @Test(arguments: [
        (["a.md", "A.md"], "a.md", "'A.md'"), (["a.md", "a/index.md"], "a/index.md", "'a.md'"),
        (["C.md", "C++.md"], "C.md", "'C++.md'"), (["search.md"], "search.md", "the page of search"),
    ])
    func theSecondOfTwoFilesAtOneAddressGetsAnother(_ paths: [String], _ second: String, _ owner: String) throws {
        let linked = try linkedHandbook(Dictionary(uniqueKeysWithValues: paths.map { ($0, "# \($0)") }))
        let findings = linked.diagnostics.filter { $0.rule == "address-taken" }
        #expect(findings.map(\.path) == [second])
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.first?.message.hasPrefix("\(owner) is published at the same address") == true)
        #expect(Set(linked.handbook.addresses.map { $0.lowercased() }).count == linked.handbook.pages.count)
        #expect(linked.handbook.address(of: try linked.handbook.page(at: second).id).hasSuffix("-2/index.html"))
    }

    @Test func aFileInThePlaceOfAPageOfMilepostIsReported() throws {
        let linked = try linkedHandbook(["a.md": "# A"], assets: ["index.html", "search/index.html"])
        #expect(linked.findings == ["address-reserved index.html:1:1", "address-reserved search/index.html:1:1"])
    }

    @Test func aTitleIsTheFirstBlockOrTheOnlyHeadingOfItsLevel() throws {
        func title(_ text: String) throws -> String { try handbook(["risk.md": text]).page(at: "risk.md").title }
        #expect(try title("Text first.\n\n# Types of risk\n\n# Others") == "Risk")
        #expect(try title("- a list\n\n# One\n\n# Two") == "Risk")
        #expect(try title("![x](x.png)\n\n# One\n\n# Two\n\n# Three") == "Risk")
        #expect(try title("Text first.\n\n# Types of risk\n\n## Others") == "Types of risk")
        #expect(try title("# Types of risk\n\nText\n\n# Others") == "Types of risk")
        #expect(try title("<!-- remark -->\n\n<a name=\"x\"></a>\n\n# Types of risk\n\n# Others") == "Types of risk")
    }

    @Test func foldersWithoutAFileStandInNoFinding() throws {
        let linked = try linkedHandbook([
            "team/a.md": "---\naliases: [Team]\n---\n# A\n\n[[Team]] [x](../team/#none)", "b/team.md": "# Team",
            "c.md": "# C\n\n[[team]]",
        ])
        #expect(!linked.diagnostics.contains { ($0.path + $0.message + $0.help).contains("index.md") })
        #expect(try linked.handbook.destinations(from: "c.md") == ["b/team/index.html"])
    }
}
