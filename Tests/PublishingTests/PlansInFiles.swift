// Plans that stand in files beside their pages: read in a second round, by workers as all files are.

import Foundation
import TestSupport
import Testing

struct PlansInFiles {
    private let plan = """
        kind: action
        start: 2027-01-04
        tasks:
          - {id: a, name: Ask around, duration: 3d, owner: lead, serves: [o]}
        goals: [{id: g, title: Know more, objectives: [{id: o, title: Hear five people, owner: lead, measure: {metric: people, target: 5, due: 2027-01-31}}]}]

        """

    private func page(_ title: String, data: String, status: String = "approved") -> String {
        """
        ---
        title: \(title)
        summary: A plan whose tasks stand in a file beside the page, for this test.
        owner: lead
        status: \(status)
        updated: 2025-12-01
        topics: [risk]
        sources: [ONE]
        version: "1.0"
        data: \(data)
        ---
        Why we do it.
        """
    }

    private func handbook(_ files: [String: String]) throws -> TestFolder {
        let pages = files.keys.filter { $0.hasSuffix(".md") }.sorted()
        let links = pages.map { " [plan](\($0))" }.joined()
        let keys =
            "summary: A summary that is long enough to pass the check.\nowner: lead\nstatus: approved\nupdated: 2025-12-01"
        return try TestFolder(
            [
                "content/index.md": "# Home\n\n[[risk]] [[lead]]" + links,
                "content/roles/lead.md": "---\ntitle: Lead\n\(keys)\n---\n",
                "content/topics/risk.md": "---\ntitle: Risk\nkind: concept\nsources: [ONE]\n\(keys)\n---\n",
                "content/sources.yml": "sources: [{id: ONE, title: One, url: 'https://example.org/'}]\n",
            ].merging(files.map { ("content/" + $0, $1) }) { $1 })
    }

    @Test func showsThePlanAndKeepsTheFileForReaders() throws {
        let folder = try handbook([
            "plans/one.md": page("One plan", data: "a.yaml"), "plans/two.md": page("Two plans", data: "/plans/a.yaml"),
            "plans/a.yaml": plan,
        ])
        let run = try folder.milepost("build", "--strict", "-j", "1")
        #expect(run.status == 0, "\(run.errors)")
        for name in ["one", "two"] {
            #expect(try folder.text("site/plans/\(name)/index.html").contains("Ask around"))
        }
        #expect(try folder.text("site/plans/a.yaml") == plan)
        let site = try folder.tree("site")
        #expect(try folder.milepost("build", "-j", "2").status == 0)
        #expect(try folder.tree("site") == site)
    }

    @Test func findsWhatIsWrongWhereItStandsAndOnce() throws {
        let text =
            plan + "deadline: soon\n# milepost-ignore plan-value: it is not agreed\nstatus_date: later\nrisk: []\n"
        let folder = try handbook([
            "plans/one.md": page("One plan", data: "a.yaml"), "plans/two.md": page("Two plans", data: "a.yaml"),
            "plans/a.yaml": text,
        ])
        let run = try folder.milepost("check")
        #expect(run.status == 1)
        #expect(
            run.errors.split(separator: "\n").filter { $0.hasPrefix("content/") } == [
                "content/plans/a.yaml:6:11: error[plan-value]: 'deadline' must be a date, not 'soon'",
                "content/plans/a.yaml:9:1: error[plan-schema]: a plan has no key 'risk'",
            ])
        #expect(run.errors.contains("9 | risk: []"))
        #expect(run.output.contains("1 suppressed"))
    }

    @Test func readsNoOtherYAMLFile() throws {
        let folder = try handbook(["plans/a.yaml": "{[", "b.yml": "\u{0}"])
        #expect(try folder.milepost("build").status == 0)
        #expect(try folder.text("site/plans/a.yaml") == "{[")
    }

    @Test func reportsAFileThatIsNotThere() throws {
        let folder = try handbook(["plans/one.md": page("One plan", data: "b.yaml"), "plans/a.yaml": plan])
        let run = try folder.milepost("check")
        #expect(run.errors.contains("content/plans/one.md:10:7: error[link-target]: no file 'b.yaml'"))
        #expect(run.errors.contains("did you mean '/plans/a.yaml'?"))
    }

    @Test func reportsOnceThatAFileCannotBeRead() throws {
        let folder = try handbook(["plans/one.md": page("One plan", data: "a.yaml")])
        try folder.shell("truncate -s 1G content/plans/a.yaml")
        let run = try folder.milepost("check")
        #expect(
            run.errors.split(separator: "\n").filter { $0.hasPrefix("content/plans/a.yaml") } == [
                "content/plans/a.yaml:1:1: error[unreadable-file]: "
                    + "the file cannot be read: it has 1073741824 bytes; the limit is 8388608"
            ])
    }

    @Test func survivesAFileThatIsNoYAMLText() throws {
        for text in [
            "a: [", "a: &x [*x]", "\t\u{0}", String(repeating: "[", count: 100_000), "a: b\na: c", "---\n---\n",
        ] {
            let folder = try handbook(["plans/one.md": page("One plan", data: "a.yaml"), "plans/a.yaml": text])
            let run = try folder.milepost("check")
            #expect(run.status == 1)
            let found = run.errors.split(separator: "\n").filter { $0.hasPrefix("content/") }
            #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix("content/plans/a.yaml:") }, "\(found)")
        }
    }

    @Test func asksNothingOfCommentsInTheFileOfADraftAlone() throws {
        let text = "# milepost-ignore link-target: only linking finds it\n" + plan
        let files = ["plans/one.md": page("One plan", data: "a.yaml", status: "draft"), "plans/a.yaml": text]
        #expect(try !handbook(files).milepost("check").errors.contains("unused-suppression"))
        #expect(
            try handbook(files).milepost("check", "--drafts").errors.contains(
                "content/plans/a.yaml:1:1: warning[unused"))
    }
}
