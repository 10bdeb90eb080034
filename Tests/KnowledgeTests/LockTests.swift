// Addresses and headings that were published and are gone: what is found, where, and which redirect is proposed.

import Content
import Knowledge
import TestHandbooks
import Testing
import UTF8Text

struct LockTests {
    /// What is said about `now` when `before` was published, as `path:line: message → help`.
    private func losses(
        _ before: [String: String], _ now: [String: String], assets: ([String], [String]) = ([], [])
    ) throws -> [String] {
        let published = try handbook(before, assets: assets.0).publishedAddresses(downloads: [])
        let linked = try handbook(now, assets: assets.1)
        let pages = now.compactMap { path, text -> ParsedPage? in
            guard case .page(let page) = parse(SourceFile(path: path, bytes: Array(text.utf8))).file else { return nil }
            return page
        }
        let names = Set(linked.pages.map(\.path))
        return linked.check(
            against: published, downloads: [], leftOut: pages.filter { !names.contains($0.path) },
            authored: Set(pages.map(\.path))
        ).sorted(by: Diagnostic.reportedBefore).map { finding in
            "\(finding.path):\(finding.position.line): \(finding.message) → \(finding.help)"
        }
    }

    private let home = ["index.md": "# Home\n"]

    @Test func findsNothingWhereNothingVanished() throws {
        let before = ["a.md": "# A\n\n## One\n\n<span id=\"x\">x</span>\n", "b/c.md": "# C"]
        let now = before.merging(["d.md": "# D", "b/e.md": "# E\n\n## New"]) { $1 }
        #expect(try losses(before, now) == [])
        #expect(try losses(before, now, assets: (["f.png"], ["e.png", "f.png"])) == [])
    }

    // MARK: Pages

    @Test(arguments: [
        // The same file under another address, the same name, the same title, the same headings, nearly the same name.
        (["a.md": "# A"], ["a.md": "---\nslug: anew\n---\n# A"], "a.md", "a/"),
        (["risk.md": "# R"], ["y/risk.md": "# Other", "z.md": "# R"], "y/risk.md", "risk/"),
        (["a.md": "# Same"], ["b.md": "# same", "c.md": "# C"], "b.md", "a/"),
        (
            ["a.md": "## One\n\n## Two\n\n## Three"], ["z.md": "## One\n\n## Three\n\n## Four", "b.md": "## One"],
            "z.md", "a/"
        ),
        (["raci-matirx.md": "# A"], ["raci-matrix.md": "# B", "other.md": "# C"], "raci-matrix.md", "raci-matirx/"),
    ])
    func proposesARedirectOnThePageThatTookThePlace(
        before: [String: String], now: [String: String], path: String, address: String
    ) throws {
        #expect(
            try losses(before.merging(home) { $1 }, now.merging(home) { $1 }) == [
                "\(path):1: '\(address)' was published and is gone → in the front matter write redirects: [\(address)]"
            ])
    }

    @Test func prefersPagesThatAreNew() throws {
        let before = ["index.md": "# Home", "old/log.md": "# A", "x/log.md": "# B"]
        let now = ["index.md": "# Home", "new/log.md": "# A", "x/log.md": "# B"]
        #expect(try losses(before, now).filter { $0.contains("'old/log/'") }.map { $0.prefix(10) } == ["new/log.md"])
    }

    @Test func pointsToTheHomePageWhereNoPageIsLikely() throws {
        #expect(
            try losses(home.merging(["secret.md": "# S"]) { $1 }, home) == [
                "index.md:1: 'secret/' was published and is gone → "
                    + "put it back, or where it belongs now write redirects: [secret/]"
            ])
        #expect(try losses(["secret.md": "# S"], ["b.md": "# B"]).map { $0.prefix(9) } == ["index.md:"])
    }

    @Test func isContentWithARedirect() throws {
        #expect(try losses(["a.md": "# A"], ["b.md": "---\nredirects: [a/]\n---\n# B"]) == [])
        #expect(try losses(["a/b.md": "# A"], ["c.md": "---\nredirects: [a/b.md, a/]\n---\n"]) == [])
    }

    @Test func keepsTheRedirectsThatThePageHasAlready() throws {
        let now = "---\ntitle: The A\nredirects: [x/, {from: \"#y\", to: \"#z\"}, \"q r/\"]\nslug: bb\n---\n## Z"
        #expect(
            try losses(home.merging(["a.md": "# A"]) { $1 }, home.merging(["a.md": now]) { $1 }) == [
                "a.md:3: 'a/' was published and is gone → in the front matter write "
                    + "redirects: [x/, {from: \"#y\", to: \"#z\"}, \"q r/\", a/]"
            ])
    }

    @Test func writesAddressesThatCanBeReadAgain() throws {
        let before = ["Größe & 100%.md": "# A", "a,b/c d.md": "# B"]
        let first = try losses(before.merging(home) { $1 }, home)
        let lines = Set(first.compactMap { $0.split(separator: "write ").last.map(String.init) })
        let line = try #require(lines.count == 1 ? lines.first : nil)
        #expect(try losses(before.merging(home) { $1 }, ["index.md": "---\n\(line)\n---\n# Home"]) == [])
    }

    @Test func quotesAnAddressThatYAMLWouldTakeForAList() throws {
        let before = ["index.md": "---\nredirects: [\"-old/\"]\n---\n# Home"]
        let found = try losses(before, home)
        #expect(found.count == 1 && found[0].hasSuffix("write redirects: [\"-old/\"]"), "\(found)")
    }

    @Test func saysThatAPageIsNotApprovedAnyMore() throws {
        #expect(
            try losses(
                home.merging(["a.md": "# A"]) { $1 }, home.merging(["a.md": "---\nstatus: draft\n---\n# A"]) { $1 })
                == [
                    "a.md:2: 'a/' was published, and now its page is not: its status is draft → "
                        + "approve it, or let the page that takes its place say: redirects: [a/]"
                ])
    }

    // MARK: Headings and terms

    @Test func proposesTheHeadingThatTookThePlace() throws {
        let before = "# A\n\n## Roles and duties\n\n## Kept"
        func loss(_ now: String, _ redirect: String, _ path: String = "a.md", _ more: [String: String] = [:]) throws {
            let now = more.merging(["a.md": now]) { $1 }
            #expect(
                try losses(["a.md": before], now) == [
                    "\(path):1: 'a/#roles-and-duties' was published and is gone → "
                        + "in the front matter write redirects: [\(redirect)]"
                ])
        }
        try loss(
            "# A\n\n## Role and duties\n\n## Kept\n\n## Else",
            "{from: \"#roles-and-duties\", to: \"#role-and-duties\"}")
        try loss("# A\n\n## Something else\n\n## Kept", "{from: \"#roles-and-duties\", to: \"#something-else\"}")
        try loss(
            "# A\n\n## Kept", "{from: \"a/#roles-and-duties\", to: \"#roles-and-duties\"}", "b.md",
            ["b.md": "# B\n\n## Roles and duties"])
        #expect(
            try losses(["a.md": before], ["a.md": "# A\n\n## Kept"]) == [
                "a.md:1: 'a/#roles-and-duties' was published and is gone → "
                    + "put it back, or where it belongs now write redirects: [{from: \"#roles-and-duties\"}]"
            ])
    }

    @Test(arguments: [
        ["a.md": "---\nredirects: [{from: \"#one\", to: \"#two\"}]\n---\n# A\n\n## Two"],
        ["a.md": "# A", "b.md": "---\nredirects: [{from: \"a/#one\", to: \"#two\"}]\n---\n# B\n\n## Two"],
        ["b.md": "---\nredirects: [a/]\n---\n# B\n\n## One"],
        ["b.md": "---\nredirects: [a/, {from: \"a/#one\", to: \"#two\"}]\n---\n# B\n\n## Two"],
    ])
    func isContentWithARedirectOfTheHeading(now: [String: String]) throws {
        #expect(try losses(["a.md": "# A\n\n## One"], now) == [])
    }

    @Test func missesAHeadingThatThePageInThePlaceDoesNotHave() throws {
        #expect(
            try losses(["a.md": "# A\n\n## One"], ["b.md": "---\nredirects: [a/]\n---\n# B"]) == [
                "b.md:2: 'a/#one' was published and is gone → "
                    + "put it back, or where it belongs now write redirects: [a/, {from: \"a/#one\"}]"
            ])
    }

    @Test func missesATermOfTheGlossary() throws {
        func glossary(_ name: String) -> [String: String] {
            ["glossary.yml": "terms:\n  - {term: \(name), definition: Something that may happen.}\n", "a.md": "# A"]
        }
        #expect(
            try losses(glossary("Risk"), glossary("Risks")) == [
                "glossary.yml:1: 'glossary/#risk' was published and is gone → in the front matter of a new "
                    + "'glossary.md' write redirects: [{from: \"#risk\", to: \"#risks\"}]"
            ])
    }

    @Test func forgetsFootnotesWhichAreNumberedAnew() throws {
        #expect(try losses(["a.md": "# A\n\nx[^1] y[^2]\n\n[^1]: x\n[^2]: y"], ["a.md": "# A"]) == [])
    }

    // MARK: Redirects and files

    @Test func missesARedirectThatWasTakenAway() throws {
        let before = [
            "a.md":
                "---\nredirects: [x/, {from: \"x/#q\", to: \"#one\"}, {from: \"#p\", to: \"#one\"}]\n---\n# A\n\n## One"
        ]
        #expect(
            try losses(before, ["a.md": "---\nredirects: [{from: \"#p\", to: \"#one\"}]\n---\n# A\n\n## One"]) == [
                "a.md:2: the redirect from 'x/' was published and is gone → in the front matter write "
                    + "redirects: [{from: \"#p\", to: \"#one\"}, x/]"
            ])
        let kept = try losses(before, ["a.md": "---\nredirects: [x/]\n---\n# A\n\n## One"])
        #expect(
            kept.map { $0.split(separator: " → ")[0] } == [
                "a.md:2: the redirect from 'a/#p' was published and is gone",
                "a.md:2: the redirect from 'x/#q' was published and is gone",
            ])
        let line = ##"redirects: [x/, {from: "#p", to: "#one"}, {from: "x/#q", to: "#one"}]"##
        #expect(kept.allSatisfy { $0.hasSuffix(line) })
        #expect(try losses(before, ["a.md": "---\n\(line)\n---\n# A\n\n## One"]) == [])
    }

    @Test func handsTheRedirectsOfAPageOnToTheOneThatTookItsPlace() throws {
        let found = try losses(
            home.merging(["a.md": "---\nredirects: [old/]\n---\n# A"]) { $1 }, home.merging(["y/a.md": "# A"]) { $1 })
        #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("y/a.md:1: ") })
        #expect(found.allSatisfy { $0.hasSuffix("write redirects: [a/, old/]") })
    }

    @Test func missesAFile() throws {
        #expect(
            try losses(home, home, assets: (["img/a.png", "b.csv"], ["pictures/a.png"])) == [
                "index.md:1: the file 'b.csv' was published and is gone → put it back, or let it go with --write-lock",
                "index.md:1: the file 'img/a.png' was published and is gone → "
                    + "now there is 'pictures/a.png'; put it back, or let it go with --write-lock",
            ])
        #expect(try losses(home, ["index.md": "---\nredirects: [old.html]\n---\n"], assets: (["old.html"], [])) == [])
    }

    @Test func proposesOneRedirectAtATimeWhereThereAreMany() throws {
        let before = Dictionary(uniqueKeysWithValues: (0..<30).map { ("before-\($0).md", "# B \($0)\n\n## Same") })
        let found = try losses(before.merging(home) { $1 }, home)
        #expect(found.count == 30)
        #expect(
            found.first == "index.md:1: 'before-0/' was published and is gone → "
                + "put it back, or where it belongs now add to 'redirects': before-0/")
    }
}
