// The front matter of other programs on plain pages: what says the same as a key of ours is read, and nothing is an error.

import Content
import Testing
import UTF8Text

struct ForeignKeyTests {
    private func header(_ keys: String) throws -> PageHeader { try ReadPage("---\n\(keys)\n---\nText").page.header }

    @Test func readsWhatSaysTheSame() throws {
        #expect(try header("description: What it is.").summary == "What it is.")
        for key in ["weight", "sidebar_position", "nav_order", "order", "Weight"] {
            #expect(try header("\(key): 7").navigation.order == 7)
        }
        for key in ["sidebar_label", "linkTitle", "navTitle"] {
            #expect(try header("\(key): Short").navigation.label == "Short")
        }
        #expect(try header("weight: 7\nnav: {order: 2}").navigation.order == 2)
        #expect(try header("tags: [a, b]\ncategories: c").keywords == ["a", "b", "c"])
        let aliases = try header("aliases: [/old/path/, Other name]")
        #expect(aliases.aliases.map(\.value) == ["Other name"])
        #expect(aliases.redirects.map(\.from.value) == ["/old/path/"])
        #expect(try header("redirect_from: /a/").redirects.map(\.from.value) == ["/a/"])
    }

    @Test(arguments: ["lastmod: 2026-03-04", "date: 2026-03-04T10:00:00Z", "last_modified: 2026-03-04"])
    func aDateOfAnotherProgramIsNoReview(_ key: String) throws {
        let header = try header(key)
        #expect(header.updated?.value.iso == "2026-03-04")
        #expect(header.reviewed == nil)
    }

    @Test(arguments: [
        "status: Active", "type: learn", "audience: Learner", "related: [key]", "layout: post", "version: v2",
        "title: " + String(repeating: "long ", count: 30), "slug: /a/b", "sidebar_position: first", "nav: top",
    ])
    func nothingOnAPlainPageIsAnError(_ keys: String) throws {
        #expect(try ReadPage("---\n\(keys)\n---\nText").diagnostics.allSatisfy { $0.severity < .error })
    }
}
