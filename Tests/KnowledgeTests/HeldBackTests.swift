// Pages that say that they are not for readers are not published, and links to them say why.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

struct HeldBackTests {
    @Test(arguments: [
        ("draft: true", "it says 'draft: true'"), ("published: no", "it says 'published: no'"),
        ("publishDate: 2027-03-01", "it is published from 2027-03-01"),
        ("expiryDate: 2026-03-01", "it was published until 2026-03-01"), ("status: Draft", "its status is draft"),
    ])
    func linksSayWhyThePageIsNotThere(_ key: String, _ reason: String) throws {
        let linked = try linkedHandbook([
            "index.md": "---\nrelated: [plan]\n---\n# Home\n\n[p](plan.md) [[plan]]",
            "plan.md": "---\ntitle: Redundancies\n\(key)\n---\nText",
        ])
        #expect(!linked.handbook.pages.contains { $0.path == "plan.md" })
        let found = linked.diagnostics.filter { $0.rule == "link-to-draft" }
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.message == "'plan.md' is not published: \(reason)" })
    }

    @Test func draftsAreShownToThoseWhoAskForThem() throws {
        let files = ["index.md": "# Home", "_drafts/a.md": "# A", "b.md": "---\ndraft: true\n---\n# B"]
        #expect(try handbook(files, drafts: true).pages.contains { $0.path == "_drafts/a.md" })
        #expect(try !handbook(files).pages.contains { $0.path.contains("_drafts") || $0.path == "b.md" })
    }
}
