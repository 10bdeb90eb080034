// What may lead to a retired page, and what may not.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct RetiredTests {
    private let old = "---\nstatus: retired\n---\n# Old\n\n[a](a.md)"

    private func findings(_ files: [String: String]) throws -> [Diagnostic] {
        try linkedHandbook(["old.md": old, "older.md": old.replacing("# Old", with: "# Older")].merging(files) { $1 })
            .diagnostics
            .filter { $0.rule == "link-to-retired" }.sorted(by: Diagnostic.reportedBefore)
    }

    @Test func theHelpNamesTheSuccessor() throws {
        let found = try findings([
            "a.md": "# A\n\n[[old]]", "new.md": "---\nsupersedes: old\n---\n# New\n\nReplaces [[old]].",
        ])
        #expect(found.map(\.path) == ["a.md"])
        #expect(found.first?.help == "lead readers to 'new.md', which replaces it")
    }

    @Test func relationsLeadThereToo() throws {
        let found = try findings([
            "a.md": "---\nrelated: [b, old]\n---\n# A", "b.md": "---\nrelated: [a]\n---\n# B",
        ])
        #expect(found.map { "\($0.path):\($0.position.line):\($0.position.column)" } == ["a.md:2:14"])
    }

    @Test func aTermLeadsThereToo() throws {
        let found = try findings([
            "a.md": "# A", "glossary.yml": "terms: [{term: Risk, definition: It may happen., target: old}]",
        ])
        #expect(found.map { "\($0.path):\($0.position.line):\($0.position.column)" } == ["glossary.yml:1:58"])
    }

    @Test func retiredPagesMayLeadToEachOther() throws {
        let retired = "---\nstatus: retired\nrelated: [older]\n---\n# Old\n\n[a](a.md) [x](older.md) [[#top]]\n\n## Top"
        #expect(try findings(["a.md": "# A", "old.md": retired]).isEmpty)
    }
}
