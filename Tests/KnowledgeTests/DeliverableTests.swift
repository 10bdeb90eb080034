// Where the deliverables of plans lead, and what is said of those that lead nowhere.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct DeliverableTests {
    /// A page or a file with a plan whose deliverables have these links, one on each line from the fourth of the plan.
    private func plan(_ links: [String]) -> String {
        let tasks = links.enumerated().map {
            "  - {id: t\($0), name: T, duration: 1d, owner: lead, deliverable: {name: D\($0), link: \($1)}}\n"
        }
        return "kind: action\nstart: 2027-01-04\ntasks:\n" + tasks.joined()
    }

    private func page(_ plan: String) -> String {
        let lines = plan.split(separator: "\n").map { "  \($0)\n" }.joined()
        return "---\ntype: plan\ntitle: P\nstatus: approved\nplan:\n\(lines)---\nText.\n"
    }

    private func linked(_ files: [String: String], assets: [String] = []) throws -> LinkedHandbook {
        try linkedHandbook(["roles/lead.md": role("Lead")].merging(files) { $1 }, assets: assets)
    }

    /// Each link as `link → where it leads`, in the order of the links, and each finding about them.
    private func places(_ links: [String], on path: String = "plans/p.md", of handbook: Handbook) throws -> [String] {
        let found = try #require(handbook.deliverables[handbook.page(at: path).id])
        return links.map { link in
            switch found[link] {
            case .page(let id, _): handbook.address(of: id)
            case .asset(let index): "file " + handbook.assets[index].path
            case .external(let address): address
            case .nowhere, nil: "-"
            }
        }
    }

    private func findings(of linked: LinkedHandbook) -> [String] {
        let rules = ["plan-reference", "link-to-draft", "link-to-retired", "ambiguous-link"]
        return linked.findings.filter { finding in rules.contains { finding.hasPrefix($0 + " ") } }
    }

    @Test func leadToPagesFilesAndOtherSites() throws {
        let links = [
            "t", "topics/t", "../topics/t.md", "/topics/t.md", "report.pdf", "/files/b.pdf", "https://example.org/",
        ]
        let written = try linked(
            ["topics/t.md": topic("T"), "plans/p.md": page(plan(links))], assets: ["plans/report.pdf", "files/b.pdf"])
        #expect(
            try places(links, of: written.handbook) == [
                "topics/t/index.html", "topics/t/index.html", "topics/t/index.html", "topics/t/index.html",
                "file plans/report.pdf", "file files/b.pdf", "https://example.org/",
            ])
        #expect(findings(of: written) == [])
    }

    @Test func areReportedIfTheyLeadNowhere() throws {
        let links = ["topik", "x.pdf", "../../x", "draft", "../topics/draft.md", "old", "twice"]
        let written = try linked([
            "topics/topic.md": topic("T"),
            "topics/draft.md": topic("Draft").replacing("approved", with: "draft"),
            "topics/old.md": topic("Old").replacing("approved", with: "retired"), "a/twice.md": topic("A"),
            "b/twice.md": topic("B"), "plans/p.md": page(plan(links)),
        ])
        #expect(try places(links, of: written.handbook) == ["-", "-", "-", "-", "-", "topics/old/index.html", "-"])
        #expect(
            findings(of: written) == [
                "plan-reference plans/p.md:9:82", "plan-reference plans/p.md:10:82", "plan-reference plans/p.md:11:82",
                "link-to-draft plans/p.md:12:82", "link-to-draft plans/p.md:13:82", "link-to-retired plans/p.md:14:82",
                "ambiguous-link plans/p.md:15:82",
            ])
        let first = answered(written.diagnostics).first { $0.rule == "plan-reference" }
        #expect(first?.message == "the handbook has no page or file 'topik'")
        #expect(first?.help == "did you mean 'topic'?")
    }

    /// The file is reported where it stands, and once.
    @Test func ofAFileAreReportedThere() throws {
        let show = { (title: String) in
            "---\ntype: plan\ntitle: \(title)\nstatus: approved\ndata: ../data/p.yaml\n---\nText.\n"
        }
        let written = try linked([
            "data/p.yaml": plan(["nothing", "t"]), "plans/p.md": show("P"), "plans/q.md": show("Q"),
            "topics/t.md": topic("T"),
        ])
        for path in ["plans/p.md", "plans/q.md"] {
            #expect(try places(["nothing", "t"], on: path, of: written.handbook) == ["-", "topics/t/index.html"])
        }
        #expect(findings(of: written) == ["plan-reference data/p.yaml:4:80"])
    }

    @Test func bringReadersToPagesThatNothingElseLeadsTo() throws {
        let files = ["t.md": "---\ntitle: T\nnav: {hide: true}\n---\n", "plans/p.md": page(plan(["t"]))]
        #expect(try !linked(files).findings.contains { $0.hasPrefix("unreachable t.md") })
        let without = files.merging(["plans/p.md": page(plan(["https://example.org/"]))]) { $1 }
        #expect(try linked(without).findings.contains { $0.hasPrefix("unreachable t.md") })
    }
}
