// Which pages readers can come to, and which only lists lead to.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct ReachTests {
    private let hidden = "---\nnav: {hide: true}\n---\n# Hidden"

    private func findings(_ files: [String: String]) throws -> [String] {
        try linkedHandbook(["roles/lead.md": role("Lead"), "sources.yml": oneSource].merging(files) { $1 }).findings
            .filter { $0.hasPrefix("unreachable") || $0.hasPrefix("orphan") && !$0.contains("roles/") }
    }

    @Test func aHiddenPageThatALinkLeadsToIsReached() throws {
        #expect(try findings(["h.md": hidden, "a.md": "# A\n\n[h](h.md)"]) == [])
        #expect(try findings(["h.md": hidden, "a.md": "# A"]) == ["unreachable h.md:1:1"])
    }

    @Test func aLinkFromAPageThatNobodyReachesIsNoWay() throws {
        #expect(
            try findings([
                "h.md": hidden + "\n\n[i](i.md)", "i.md": hidden.replacing("Hidden", with: "Other") + "\n\n[h](h.md)",
            ]) == ["unreachable h.md:1:1", "unreachable i.md:1:1"])
    }

    @Test func aHiddenFolderIsOneFinding() throws {
        let files = ["h/index.md": hidden, "h/a.md": "# A", "h/deep/b.md": "# B"]
        let found = try linkedHandbook(files).diagnostics.filter { $0.rule == "unreachable" }
        #expect(found.map(\.path) == ["h/index.md"])
        #expect(found.first?.message == "no way leads from the home page to this page, nor to the 3 below it")
        // From any page of it the trail leads up, and from there to all.
        #expect(try findings(files.merging(["c.md": "# C\n\n[[b]]"]) { $1 }) == [])
    }

    @Test func aHiddenPageStandsInTheListOfItsFolder() throws {
        #expect(try findings(["h/index.md": "# H", "h/a.md": hidden]) == [])
    }

    @Test func aPageIsEitherUnreachableOrAnOrphan() throws {
        let files = ["h/index.md": hidden, "h/a.md": topic("Aaa", "type: topic")]
        // The list of sources names the pages that cite them, and a role those that it owns.
        #expect(try findings(files) == ["orphan h/a.md:1:1"])
        let uncited = files.merging(["h/a.md": "---\ntype: topic\ntitle: Aaa\nkind: concept\n---\n"]) { $1 }
        #expect(try findings(uncited) == ["unreachable h/index.md:1:1"])
    }

    @Test(arguments: [
        ("related: [h]", "---\nnav: {hide: true}\n---\n# H"), ("", "---\nnav: {hide: true}\nrelated: [a]\n---\n# H"),
        ("supersedes: h", "---\nnav: {hide: true}\nstatus: retired\n---\n# H"),
    ])
    func relationsThatPagesShowAreWays(_ keys: String, _ page: String) throws {
        #expect(try findings(["a.md": "---\n\(keys)\n---\n# A", "h.md": page]) == [])
    }

    @Test func hiddenPagesStandInNoRow() throws {
        let linked = try handbook(["a.md": "# A", "b.md": "---\nnav: {hide: true}\n---\n# B", "c.md": "# C"])
        let neighbours = linked.tree.neighbours
        #expect(neighbours[try linked.page(at: "a.md").id.index].next == (try linked.page(at: "c.md").id))
        #expect(neighbours[try linked.page(at: "c.md").id.index].previous == (try linked.page(at: "a.md").id))
        #expect(neighbours[try linked.page(at: "b.md").id.index].next == nil)
    }
}
