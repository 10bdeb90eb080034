// Addresses, the order of pages, groups and neighbours.

import Content
import Knowledge
import TestHandbooks
import Testing

extension Handbook {
    fileprivate func titles(_ ids: [PageID]) -> [String] { ids.map { self[$0].title } }
}

@Suite struct TreeTests {
    @Test func addressesAreFolderPlusSlug() throws {
        let linked = try handbook([
            "02-How To/01-Start Here.md": "x", "a/Über uns.md": "x", "b/page.md": "---\nslug: other\n---\nx",
            "c/README.md": "# C", "日本/計画.md": "x",
        ])
        #expect(
            Set(linked.addresses) == [
                "index.html", "how-to/index.html", "how-to/start-here/index.html", "a/index.html",
                "a/über-uns/index.html", "b/index.html", "b/other/index.html", "c/index.html", "日本/index.html",
                "日本/計画/index.html",
            ])
    }

    @Test func pagesStandByOrderThenNumberThenTitle() throws {
        let linked = try handbook([
            "s/index.md": "# S", "s/a.md": "# Zebra", "s/b.md": "# apple", "s/02-c.md": "# Second",
            "s/01-d.md": "# First",
            "s/e.md": "---\nnav: {order: 1}\n---\n# Ordered", "s/f.md": "# Item 10", "s/g.md": "# Item 9",
        ])
        let section = try linked.page(at: "s/index.md")
        #expect(
            linked.titles(linked.tree.children(of: section.id)) == [
                "Ordered", "First", "Second", "apple", "Item 9", "Item 10", "Zebra",
            ])
    }

    @Test func groupsOfAFolderComeFirstAndTheRestBehindThem() throws {
        let linked = try handbook([
            "s/index.md": "---\ngroups:\n  - {title: Late, pages: [c, a]}\n---\n# S", "s/a.md": "# A", "s/b.md": "# B",
            "s/c.md": "# C",
        ])
        let groups = linked.tree.groups[try linked.page(at: "s/index.md").id.index]
        #expect(groups.map(\.title) == ["Late", nil])
        #expect(groups.map { linked.titles($0.members) } == [["C", "A"], ["B"]])
        #expect(groups.first?.id == "late")
    }

    @Test func aGroupThatIsCalledLikeAHeadingHasAnIdOfItsOwn() throws {
        let linked = try handbook([
            "s/index.md": "---\ngroups:\n  - {title: Late, pages: [a]}\n---\n# S\n\n## Late", "s/a.md": "# A",
        ])
        let groups = linked.tree.groups[try linked.page(at: "s/index.md").id.index]
        #expect(groups.map(\.id) == ["late-pages"])
    }

    @Test func neighboursFollowTheOrderOfTheFolder() throws {
        let linked = try handbook(["s/1-a.md": "# A", "s/2-b.md": "# B", "s/3-c.md": "# C"])
        let middle = linked.tree.neighbours[try linked.page(at: "s/2-b.md").id.index]
        #expect(linked.titles([middle.previous, middle.next].compactMap(\.self)) == ["A", "C"])
    }

    @Test func theTrailLeadsFromHomeToTheFolder() throws {
        let linked = try handbook(["a/b/c.md": "# C"])
        #expect(linked.titles(linked.tree.trail(of: try linked.page(at: "a/b/c.md").id)) == ["Handbook", "A", "B"])
    }

    @Test func everyPageStandsOnceInTheReadingOrder() throws {
        let linked = try handbook(["a/b/c.md": "x", "a/d.md": "x", "e.md": "x", "a/index.md": "x"])
        #expect(Set(linked.tree.readingOrder) == Set(linked.pages.map(\.id)))
        #expect(linked.tree.readingOrder.count == linked.pages.count)
    }

    @Test func aFileInTheWayOfAFolderIsReported() throws {
        let linked = try linkedHandbook(["guide.md": "# Guide"], assets: ["guide"])
        #expect(linked.findings == ["address-taken guide.md:1:1"])
    }

    @Test func draftsAreLeftOutUnlessAskedFor() throws {
        let files = ["a.md": "# A", "topics/b.md": "---\ntitle: No status at all\n---\nx"]
        #expect(!(try handbook(files).pages.contains { $0.path == "topics/b.md" }))
        #expect(try handbook(files, drafts: true).pages.contains { $0.path == "topics/b.md" })
    }
}
