// What a check says of a vocabulary, and what it lets be.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

@Suite struct TermCheckTests {
    private func findings(_ files: [String: String]) throws -> [String] {
        try linkedHandbook(["glossary.yml": oneTerm].merging(files) { $1 }).findings
    }

    @Test(arguments: [
        "A RISK.", "# The risk\n\nText.", "`risk`", "[[risk]]", "[x](/glossary/#risk)", "[[!risk]]", "risk's",
        "---\nsummary: How a risk is told from what is none, in a sentence.\n---\nText.",
        "---\ntitle: Any risk\n---\nText.",
        "---\nautolink: false\n---\nA risk.",
    ])
    func aTermThatSomePageMentionsInWhateverWayIsUsed(_ text: String) throws {
        #expect(try findings(["a.md": text]) == [])
    }

    @Test func anotherNameOfATermIsAUseOfIt() throws {
        let glossary =
            "terms:\n  - {term: Risk, definition: Something that may happen., aliases: [hazard, big hazard]}\n"
        #expect(try findings(["a.md": "A hazard.", "glossary.yml": glossary]) == [])
        #expect(try findings(["a.md": "Big hazards.", "glossary.yml": glossary]) == [])
    }

    @Test(arguments: ["A risky thing.", "asterisk", "<!-- risk -->", "[x](/risk.txt \"risk\")", "![](risk.png)"])
    func whatOnlyLooksLikeATermIsNoUseOfIt(_ text: String) throws {
        #expect(try findings(["a.md": text]).contains("unused-term glossary.yml:2:12"), "\(text)")
    }

    @Test func aTermInTheWrongCaseIsNotUsed() throws {
        let glossary = "terms:\n  - {term: RAID, definition: Four lists in one place.}\n"
        #expect(try findings(["a.md": "A raid.", "glossary.yml": glossary]) == ["unused-term glossary.yml:2:12"])
        #expect(try findings(["a.md": "A RAID.", "glossary.yml": glossary]) == [])
    }

    /// Linked on more than two of three pages that have a text, and on twenty or more.
    @Test func aTermIsOverlinkedOnMoreThanTwoOfThreePages() throws {
        func isFound(linking: Int, others: Int) throws -> Bool {
            let files = pages(linking, saying: "A risk.").merging(pages(others, from: linking, saying: "Text.")) { $1 }
            let found = try findings(files)
            #expect(found.isEmpty || found == ["overlinked-term glossary.yml:2:12"])
            return !found.isEmpty
        }
        #expect(try isFound(linking: 15, others: 6))
        #expect(try !isFound(linking: 14, others: 7))
        #expect(try isFound(linking: 20, others: 0))
        #expect(try !isFound(linking: 19, others: 0))
    }

    @Test func aTermThatPagesMentionWithoutALinkIsNotOverlinked() throws {
        #expect(try findings(pages(30, saying: "`risk`")) == [])
        let manual = oneTerm.replacing("happen.}", with: "happen., link: manual}")
        #expect(try findings(pages(30, saying: "A risk.").merging(["glossary.yml": manual]) { $1 }) == [])
    }

    @Test func aTermToSkipIsKnownByAnyOfItsNames() throws {
        let glossary = "terms:\n  - {term: Risk log, definition: The list of risks., aliases: [list of risks]}\n"
        for name in ["risk log", "Risk Log", "list of risks", "risk logs"] {
            let page = "---\nautolink: {skip: [\(name)]}\n---\nA risk log."
            #expect(try findings(["a.md": page, "glossary.yml": glossary]) == [], "\(name)")
        }
        let wrong = try linkedHandbook([
            "a.md": "---\nautolink: {skip: [risk lug]}\n---\nA risk log.", "glossary.yml": glossary,
        ])
        #expect(wrong.diagnostics.map(\.message) == ["there is no term 'risk lug' to skip"])
        #expect(wrong.helps.first == "did you mean 'Risk log'?")
    }

    @Test func aPageThatATermOfOthersLeadsToIsNoOrphan() throws {
        let files = [
            "topics/a.md": topic("Tall mast"), "roles/lead.md": role("Lead"), "sources.yml": oneSource,
            "b.md": "[[lead]], a risk",
        ]
        #expect(try findings(files) == ["orphan topics/a.md:1:1"])
        #expect(try findings(files.merging(["c.md": "Climb the tall mast."]) { $1 }) == [])
    }

    @Test func aHiddenPageThatATermLeadsToIsReached() throws {
        let hidden = "nav: {hide: true}"
        let files = [
            "roles/lead.md": role("Tall mast", hidden), "roles/index.md": "---\n\(hidden)\n---\n# Roles",
            "b.md": "A risk.",
        ]
        #expect(try findings(files) == ["unreachable roles/index.md:1:1"])
        #expect(try findings(files.merging(["c.md": "Climb the tall mast."]) { $1 }) == [])
    }
}
