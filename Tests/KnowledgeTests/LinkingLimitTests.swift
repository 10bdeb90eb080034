// The exact borders of the limits on automatic links.

import Content
import Knowledge
import TestHandbooks
import Testing

@Suite struct LinkingLimitTests {
    private let glossary = """
        terms:
          - {term: PMO, definition: The office of projects.}
          - {term: tall mast, definition: It carries the sails.}
          - {term: deep keel, definition: It keeps the ship upright.}
          - {term: wide deck, definition: It carries the crew.}
          - {term: long rope, definition: It holds the sails.}
        """

    /// What became of each mention on a page: `+` for a link, else the rule.
    private func outcomes(_ text: String) throws -> [String] {
        let linked = try handbook(["glossary.yml": glossary, "a.md": text])
        return linked.explainLinks(on: try linked.page(at: "a.md").id).map { $0.outcome == .linked ? "+" : $0.rule }
    }

    private func words(_ count: Int) -> String { Array(repeating: "gull", count: count).joined(separator: " ") }

    @Test func aSecondLinkToATargetStandsSixHundredWordsBehindTheFirst() throws {
        func page(between: Int) -> String { "PMO\n\n\(words(between - 1))\n\nPMO\n\n\(words(1300))" }
        #expect(try outcomes(page(between: 600)) == ["+", "+"])
        #expect(try outcomes(page(between: 599)) == ["+", "first-occurrence"])
    }

    @Test func onlyAPageOfMoreThanTwelveHundredWordsLinksATargetTwice() throws {
        func page(_ count: Int) -> String { "PMO\n\n\(words(700))\n\nPMO\n\n\(words(count - 702))" }
        #expect(try outcomes(page(1201)) == ["+", "+"])
        #expect(try outcomes(page(1200)) == ["+", "first-occurrence"])
    }

    @Test func noTargetIsLinkedThreeTimes() throws {
        let page = Array(repeating: "PMO\n\n\(words(700))", count: 4).joined(separator: "\n\n")
        #expect(try outcomes(page) == ["+", "+", "first-occurrence", "first-occurrence"])
    }

    @Test func eachLinkStandsFortyWordsBehindThePlaceOfTheOneBefore() throws {
        #expect(try outcomes("PMO \(words(39)) tall mast") == ["+", "+"])
        #expect(try outcomes("PMO \(words(38)) tall mast") == ["+", "density-limit"])
        #expect(
            try outcomes("PMO \(words(38)) tall mast.\n\nDeep keel and tall mast") == [
                "+", "density-limit", "+", "density-limit",
            ])
    }

    @Test func aRefusedMentionTakesNothingFromTheBudget() throws {
        #expect(
            try outcomes("pmo pmo `PMO` [PMO](https://example.org) PMO") == [
                "case", "case", "in-code", "external", "in-link", "+",
            ])
    }

    @Test func codeIsNoText() throws {
        #expect(try outcomes("PMO\n\n```\n\(words(60))\n```\n\ntall mast") == ["+", "density-limit"])
        #expect(try outcomes("PMO\n\n## \(words(60))\n\ntall mast") == ["+", "+"])
    }

    @Test func eachParagraphHasThreeLinksOfItsOwn() throws {
        let four = "PMO, tall mast, deep keel, wide deck"
        #expect(try outcomes("\(words(200))\n\n\(four)\n\nlong rope") == ["+", "+", "+", "paragraph-limit", "+"])
        #expect(
            try outcomes("\(words(200))\n\n\(four)\nlong rope") == [
                "+", "+", "+", "paragraph-limit", "paragraph-limit",
            ])
        #expect(
            try outcomes("\(words(200))\n\n- PMO\n- tall mast\n- deep keel\n- wide deck\n- long rope")
                == ["+", "+", "+", "+", "+"])
        #expect(
            try outcomes("\(words(200))\n\n| a |\n|---|\n| \(four) |\n| long rope |") == [
                "+", "+", "+", "paragraph-limit", "+",
            ])
    }

    @Test func theOrderOfPagesChangesNoLink() throws {
        let page = "The tall mast. \(words(50)) The deep keel."
        let alone = try handbook(["glossary.yml": glossary, "b.md": page])
        let among = try handbook(["glossary.yml": glossary, "b.md": page, "a.md": page, "c.md": page])
        func links(_ handbook: Handbook) throws -> [String] {
            handbook.explainLinks(on: try handbook.page(at: "b.md").id).map { "\($0.words) \($0.position) \($0.rule)" }
        }
        #expect(try links(alone) == links(among))
        #expect(try links(alone).count == 2)
    }
}
