// Which names two may share, and which not.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct NameClaimTests {
    private func claims(_ files: [String: String]) throws -> [String] {
        try linkedHandbook(files).findings.filter { $0.hasPrefix("name-taken") }
    }

    private func glossary(_ keys: String) -> String {
        "terms:\n  - {term: Hazard, definition: Something that may happen., aliases: [danger], \(keys)}\n"
    }

    @Test func twoTermsMayNotShareAForm() throws {
        let terms = glossary("link: auto") + "  - {term: Threat, definition: Another thing., aliases: [Danger]}\n"
        #expect(try claims(["glossary.yml": terms]) == ["name-taken glossary.yml:3:58"])
    }

    @Test func aTermAndAnotherNameOfAPageAreOneThingOrAClaim() throws {
        let page = "---\naliases: [Danger]\n---\n# Risk"
        let other = ["b.md": "# B"]
        #expect(try claims(["a.md": page, "glossary.yml": glossary("target: a")]) == [])
        let claim = ["name-taken glossary.yml:2:70"]
        #expect(try claims(["a.md": page, "glossary.yml": glossary("link: auto")]) == claim)
        #expect(try claims(other.merging(["a.md": page, "glossary.yml": glossary("target: b")]) { $1 }) == claim)
        let retired = page.replacing("aliases", with: "status: retired\naliases")
        #expect(try claims(["a.md": retired, "glossary.yml": glossary("link: auto")]) == [])
    }

    @Test func aTermMayBeTheTitleOfAPage() throws {
        #expect(try claims(["a.md": "# Hazard", "b.md": "# B", "glossary.yml": glossary("target: b")]) == [])
    }

    @Test func anotherNameMayNotBeTheTitleOrTheSlugOfAPage() throws {
        let page = "---\naliases: [Other thing, risk-log]\n---\n# A"
        #expect(
            try claims(["a.md": page, "b.md": "# Other Thing", "risk-log.md": "# C"]) == [
                "name-taken a.md:2:11", "name-taken a.md:2:24",
            ])
        #expect(try claims(["risk-log.md": "---\naliases: [risk-log]\n---\n# A"]) == [])
    }

    @Test func pagesOfOneTypeDoNotShareTheirTitle() throws {
        let files = ["topics/a.md": topic("Risk"), "topics/b.md": topic("risk"), "c.md": "# Risk", "d.md": "# Risk"]
        #expect(try claims(files) == ["name-taken topics/b.md:2:8"])
    }
}
