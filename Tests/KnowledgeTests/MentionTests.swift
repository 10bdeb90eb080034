// Where a page is mentioned, and in which sentence.

import Content
import Knowledge
import TestHandbooks
import TestSupport
import Testing

@Suite struct MentionTests {
    private let glossary = """
        terms:
          - {term: sea chart, definition: A map of the sea., aliases: [charts of the sea], target: chart}
          - {term: anchor, definition: It holds the ship.}
        """

    /// The sentence in which `text` mentions `chart.md`, its words between brackets.
    private func sentence(_ text: String) throws -> String {
        let linked = try handbook(
            ["glossary.yml": glossary, "chart.md": "# Charts", "a.md": text], assets: ["chart.png"])
        let mentions = linked.mentions[try linked.page(at: "chart.md").id.index]
        guard mentions.count == 1 else { return "\(mentions.count) mentions" }
        let sentence = linked.sentence(of: mentions[0])
        return sentence.before + "[" + sentence.words + "]" + sentence.after
    }

    @Test(arguments: [
        ("Read the sea chart.", "Read the [sea chart]."),
        ("One. Read the sea chart first! Two.", "Read the [sea chart] first!"),
        ("Is it? Sea charts tell.\nThree.", "[Sea charts] tell."),
        (
            "It costs 1.5 pounds, e.g. a sea chart, i.e. a map. Two.",
            "It costs 1.5 pounds, e.g. a [sea chart], i.e. a map."
        ),
        ("Read it (a sea chart). Two.", "Read it (a [sea chart])."), ("See [here](chart.md). Two.", "See [here]."),
        ("See [[chart]] now. Two.", "See [chart] now."), ("See [[chart|the map]] now.", "See [the map] now."),
        ("See **[[sea chart]]** now.", "See [sea chart] now."),
        ("One & two: the sea chart's end.", "One & two: the [sea chart]'s end."),
        ("## One\n\nA *sea chart* `and` more", "A [sea chart] and more"),
        ("- one\n- a sea chart\n- two", "a [sea chart]"),
        ("| a | b |\n|---|---|\n| one | a sea chart |", "one · a [sea chart]"), ("海。 sea chart。 圖", "[sea chart]。"),
        ("海！ sea chart？ 圖", "[sea chart]？"),
        ("[[anchor]] and a sea chart", "anchor and a [sea chart]"),
        ("soft\nline sea\nchart end", "soft line [sea chart] end"),
        ("Look: ![A sea](chart.png) on the sea chart.", "Look:  on the [sea chart]."), ("[](chart.md)", "[]"),
    ])
    func theSentenceIsWhatStandsBetweenFinalMarks(_ text: String, _ expected: String) throws {
        #expect(try sentence(text) == expected)
    }

    @Test func aLongSentenceIsCutAtTheEndsOfWords() throws {
        let words = Array(repeating: "gulls", count: 60).joined(separator: " ")
        let found = try sentence("\(words) sea chart \(words).")
        #expect(found.hasPrefix("… gulls gulls"))
        #expect(found.hasSuffix("gulls gulls …"))
        #expect(found.contains(" [sea chart] "))
        #expect(found.utf8.count < 2 * 165 + 20)
        // A word that is longer than a side may be is left out.
        let long = String(repeating: "ö", count: 400)
        #expect(try sentence("\(long) sea chart \(long)") == "… [sea chart] …")
    }

    @Test func onePageMentionsAnotherOnceWithTheNumberOfItsLinks() throws {
        let linked = try handbook([
            "glossary.yml": glossary, "chart.md": "# Charts\n\nA sea chart, [[chart]].",
            "b.md": "A sea chart.\n\n[x](chart.md) and [[chart]].", "a.md": "[y](chart.md)",
            "c.md": "[z](chart.md#charts)",
            "d.md": "![A chart](chart.md)",
        ])
        let mentions = linked.mentions[try linked.page(at: "chart.md").id.index]
        #expect(mentions.map { linked[$0.from].path } == ["a.md", "b.md", "c.md"])
        #expect(mentions.map(\.count) == [1, 3, 1])
        #expect(mentions.map(\.isAutomatic) == [false, true, false])
    }

    @Test func theGlossaryIsMentionedByItsTerms() throws {
        let linked = try handbook(["glossary.yml": glossary, "a.md": "Weigh the anchor."])
        let glossary = try #require(linked.glossary)
        #expect(linked.mentions[glossary.index].map { linked[$0.from].path } == ["a.md"])
    }

    /// Nothing that a page can say makes a sentence of more than a few lines, or of broken characters.
    @Test func everySentenceOfARandomPageIsShortAndWhole() throws {
        let pieces = [
            "sea chart", ". ", "ö", "é", "。", " ", "! ", "e.g. ", "[[chart]]", "[x](chart.md)", "`x`", "\n", "風",
            "gull ", "\n\n", "&", "|",
        ]
        var random = Chance(seed: 3)
        for _ in 0..<150 {
            let text = (0..<random.below(200)).map { _ in random.pick(pieces) }.joined()
            let linked = try handbook(["glossary.yml": glossary, "chart.md": "# Charts", "a.md": text])
            for mention in linked.mentions.joined() {
                let sentence = linked.sentence(of: mention)
                #expect(sentence.before.utf8.count <= 170 && sentence.after.utf8.count <= 170)
                #expect(
                    !(sentence.before + sentence.words + sentence.after).unicodeScalars.contains("\u{FFFD}"), "\(text)")
                #expect(!(sentence.before + sentence.words + sentence.after).contains("\n"))
            }
        }
    }
}
