// Old addresses of pages and of headings: where they lead, who may claim them, and what still comes to them.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

private func page(_ title: String, redirects: String, _ body: String = "## New") -> String {
    "---\nredirects: \(redirects)\n---\n# \(title)\n\n\(body)\n"
}

extension Handbook {
    /// Each old address, and each old heading, with where it leads.
    fileprivate var leads: [String] {
        func place(_ id: PageID, _ fragment: String?) -> String {
            folder(of: address(of: id)) + (fragment.map { "#" + $0 } ?? "")
        }
        let addresses = redirects.addresses.flatMap { old in
            ["\(old.address) → \(place(old.target, old.fragment))"]
                + old.headings.map { "\(old.address)#\($0.id) → \(place($0.target, $0.fragment))" }
        }
        let headings = zip(pages, redirects.headings).flatMap { page, headings in
            headings.map { "\(folder(of: address(of: page.id)))#\($0.id) → \(place($0.target, $0.fragment))" }
        }
        return addresses + headings
    }
}

@Suite struct RedirectTests {
    @Test(arguments: [
        ("[old/]", ["old/index.html → a"]), ("[old.html]", ["old.html → a"]),
        ("[x/old.md]", ["x/old/index.html → a"]), ("['old/#']", ["old/index.html → a"]),
        ("['#x']", ["a#x → a"]), ("[{from: '#x', to: '#new'}]", ["a#x → a#new"]),
        ("[{from: old/, to: '#new'}]", ["old/index.html → a#new"]),
        ("[{from: 'b/#x', to: '#new'}]", ["b#x → a#new"]), ("['b.md#x']", ["b#x → a"]),
        ("['02-c.md#x']", ["c#x → a"]), ("[{from: '#x%20y', to: '#new'}]", []),
        ("['old/#x']", ["old/index.html → a", "old/index.html#x → a"]),
        ("[old/, {from: 'old/#x', to: '#new'}]", ["old/index.html → a", "old/index.html#x → a#new"]),
    ])
    func oldAddressesLeadToThePageThatDeclaresThem(_ redirects: String, _ leads: [String]) throws {
        let linked = try linkedHandbook(["a.md": page("A", redirects: redirects), "b.md": "# B", "02-c.md": "# C"])
        #expect(linked.handbook.leads == leads)
        #expect(linked.findings == [])
    }

    @Test func anOldPageMayBeSplitOverSeveral() throws {
        let linked = try linkedHandbook([
            "a.md": page("A", redirects: "[{from: 'old/#x', to: '#new'}, {from: 'gone/#y', to: '#new'}]"),
            "b.md": page("B", redirects: "[old/, {from: 'gone/#z', to: '#new'}]"),
        ])
        #expect(
            linked.handbook.leads == [
                "old/index.html → b", "old/index.html#x → a#new", "gone/index.html → a", "gone/index.html#y → a#new",
                "gone/index.html#z → b#new",
            ])
        #expect(linked.findings == [])
    }

    @Test(arguments: [
        ("[{from: '#x', to: '#nwe'}]", "link-anchor a.md:2:30", "did you mean '#new'?"),
        ("[{from: old/, to: '#other'}]", "link-anchor a.md:2:30", "its headings: #new"),
        ("[{from: '#x', to: '#y'}, {from: '#y', to: '#new'}]", "link-anchor a.md:2:30", "did you mean '#new'?"),
        ("['#new']", "redirect-taken a.md:2:13", "remove this line"),
        ("['b/#two']", "redirect-taken a.md:2:13", "remove this line"),
        ("['#x', {from: '#x', to: '#new'}]", "redirect-taken a.md:2:26", "remove this line, or the other claim"),
        ("[b/]", "redirect-taken a.md:2:13", "remove this line, or the other claim"),
        ("[a/]", "redirect-taken a.md:2:13", "remove this line, or the other claim"),
        ("[old/, OLD/]", "redirect-taken a.md:2:19", "remove this line, or the other claim"),
        ("[file.html]", "redirect-taken a.md:2:13", "remove this line, or the other claim"),
        ("[blob]", "redirect-taken a.md:2:13", "remove this line, or the other claim"),
        ("['file.html#x']", "redirect-taken a.md:2:13", "remove this line"),
        ("['../x/#x']", "link-outside a.md:2:13", "write the old path, for example old/name/"),
        ("['https://h.test/']", "link-outside a.md:2:13", "write the old path, for example old/name/"),
    ])
    func whatCannotBeAnOldAddressIsReported(_ redirects: String, _ finding: String, _ help: String) throws {
        let linked = try linkedHandbook(
            ["a.md": page("A", redirects: redirects), "b.md": "# B\n\n## Two"], assets: ["blob", "file.html"])
        #expect(linked.findings == [finding])
        #expect(linked.helps.first == help)
    }

    @Test func twoPagesMayNotClaimOneOldHeading() throws {
        let files = [
            "a.md": page("A", redirects: "['c/#x', 'old/#x']"),
            "b.md": page("B", redirects: "['c.md#x', 'old/#x', old/]"),
            "c.md": "# C",
        ]
        #expect(try linkedHandbook(files).findings == ["redirect-taken b.md:2:13", "redirect-taken b.md:2:23"])
    }

    @Test(arguments: [
        ("[x](b.md#old)", "a/index.html#new"), ("[[b#Old]]", "a/index.html#new"), ("[[b#old]]", "a/index.html#new"),
        ("[x](a.md#own)", "a/index.html#new"), ("[x](a.md#top)", "a/index.html"), ("[x](#here)", "here/index.html#now"),
        ("[x](b.md#other)", "b/index.html"),
    ])
    func linksToAnOldHeadingLeadToTheNewOne(_ link: String, _ destination: String) throws {
        let linked = try linkedHandbook([
            "a.md": page("A", redirects: "[{from: 'b/#old', to: '#new'}, {from: '#own', to: '#new'}, '#top']"),
            "b.md": "# B\n\n## Others",
            "here.md": page("Here", redirects: "[{from: '#here', to: '#now'}]", "## Now\n\n\(link)"),
        ])
        #expect(try linked.handbook.destinations(from: "here.md") == [destination])
        #expect(linked.findings == (link.contains("#other") ? ["link-anchor here.md:8:5"] : []))
    }

    @Test func aLinkToTheOldAddressOfAPageIsSuggestedTheNewOne() throws {
        let linked = try linkedHandbook([
            "a.md": page("A", redirects: "[old/]"), "b.md": "# B\n\n[a](old/) [a](/old.md)",
        ])
        #expect(linked.helps == ["did you mean 'a.md'?", "did you mean 'a.md'?"])
    }

    @Test func theHandbookSaysWhichOldAddressesAreCovered() throws {
        let linked = try handbook([
            "a.md": page("A", redirects: "[old/, {from: 'old/#x', to: '#new'}, {from: '#y', to: '#new'}]"),
            "b.md": "# B",
        ])
        #expect(linked.isRedirected("old/index.html"))
        #expect(!linked.isRedirected("a/index.html") && !linked.isRedirected("gone/index.html"))
        let covered = [("x", "old"), ("new", "old"), ("y", "old"), ("y", "a")]
        for (id, page) in covered { #expect(linked.isRedirected(id, at: page + "/index.html"), "\(page)#\(id)") }
        let lost = [("z", "old"), ("x", "a"), ("new", "a"), ("y", "b"), ("y", "gone")]
        for (id, page) in lost { #expect(!linked.isRedirected(id, at: page + "/index.html"), "\(page)#\(id)") }
    }

    @Test func linksToTheGlossaryAndTheSourcesMustLeadToEntries() throws {
        let linked = try linkedHandbook([
            "glossary.yml": "terms: [{term: Float, definition: How far a task can slip., link: manual}]",
            "sources.yml": oneSource,
            "a.md": "Float: [a](/glossary#float) [b](/glossary#flaot) [c](/sources#source:one) [d](/sources#one)",
        ])
        #expect(linked.findings == ["link-anchor a.md:1:33", "link-anchor a.md:1:79"])
    }
}
