// Comments that silence findings: what is one, and which lines it covers.

import Content
import TestSupport
import Testing
import UTF8Text

/// Each comment as `rules @ its position: first covered line-last covered line`, ` +page` when it covers the page.
/// Blank lines at the end, of which nothing can be said, do not count.
private func suppressions(_ text: String, path: String = "a.md") -> [String] {
    let result = parse(SourceFile(path: path, bytes: Array(text.utf8)))
    let lines = Lines(of: Array(text.utf8))
    return result.suppressions.sorted { $0.position < $1.position }.map { comment in
        let place = "\(comment.position.line):\(comment.position.column)"
        let page = comment.coversPage ? " +page" : ""
        var last = comment.lastLine
        while last > comment.firstLine, lines.range(ofLine: last).isEmpty { last -= 1 }
        return "\(comment.rules.joined(separator: ",")) @ \(place): \(comment.firstLine)-\(last)\(page)"
    }
}

struct SuppressionInMarkdownTests {
    private static let comment = "<!-- milepost-ignore orphan: why -->"

    @Test(arguments: [
        ("one\ntwo\n\nthree", 7), ("- one\n- two\n\n  more\n\nthree", 9), ("| a |\n|---|\n| b |\n| c |\n\nthree", 9),
        ("> one\n>\n> two\n\nthree", 8), ("```\none\n\ntwo\n```\n\nthree", 10), ("## one\n\nthree", 6),
        ("one\n===\n\nthree", 7), ("<div>\none\n</div>\n\nthree", 8), ("1. one\n\n   - two\n     more\n\nthree", 9),
        ("***\n\nthree", 6),
    ])
    func coversAllLinesOfTheBlockThatFollows(_ block: String, _ lastLine: Int) {
        #expect(suppressions("text\n\n\n\(Self.comment)\n\n\(block)") == ["orphan @ 4:1: 4-\(lastLine)"])
        #expect(suppressions("text\n\n\n\(Self.comment)\n\(block)") == ["orphan @ 4:1: 4-\(lastLine - 1)"])
    }

    @Test(arguments: [
        "***\n# x", "one\n===\n***", "- one\n***", "> one\n***", "```\n```\nx", "<!-- people -->\n***\n***",
    ])
    func endsBeforeABlockThatFollowsAtOnce(_ blocks: String) {
        let lastLine = 3 + blocks.count { $0 == "\n" }
        #expect(suppressions("text\n\n\(Self.comment)\n\(blocks)") == ["orphan @ 3:1: 3-\(lastLine)"])
    }

    @Test func coversTheBlockInTheSameListItemOrQuote() {
        #expect(suppressions("- one\n\n  \(Self.comment)\n\n  two\n  more\n\n  three\n- four") == ["orphan @ 3:3: 3-6"])
        #expect(suppressions("> \(Self.comment)\n> one\n> two\n\nthree") == ["orphan @ 1:3: 1-3"])
        #expect(suppressions("- one\n\n  \(Self.comment)\n- two") == ["orphan @ 3:3: 3-3"])
    }

    @Test func coversTheFootnoteThatFollowsThoughItIsPrintedAtTheEnd() {
        #expect(suppressions("a[^1]\n\n\(Self.comment)\n\n[^1]: note\n\nb") == ["orphan @ 3:1: 3-5"])
    }

    @Test func letsSeveralCommentsCoverTheSameBlock() {
        let text =
            "text\n\n<!-- milepost-ignore a: x -->\n<!-- for people -->\n\n<!-- milepost-ignore b: y -->\n\none\ntwo"
        #expect(suppressions(text) == ["a @ 3:1: 3-9", "b @ 6:1: 6-9"])
        let oneBlock = "text\n\n<!-- milepost-ignore a: x --> <!-- milepost-ignore b: y -->\none"
        #expect(suppressions(oneBlock) == ["a @ 3:1: 3-4", "b @ 3:31: 3-4"])
    }

    @Test func coversItsOwnBlockAmongWords() {
        #expect(suppressions("one\ntwo \(Self.comment)\nthree\n\nfour") == ["orphan @ 2:5: 1-3"])
        #expect(suppressions("- one \(Self.comment)\n- two") == ["orphan @ 1:7: 1-1"])
        #expect(suppressions("| a |\n|---|\n| b |\n| \(Self.comment) |\n| c |") == ["orphan @ 4:3: 4-4"])
        #expect(suppressions("text\n\n## one \(Self.comment)\n\ntwo") == ["orphan @ 3:8: 3-3"])
        #expect(suppressions("text\n\n<div>\n\(Self.comment)\nx\n</div>\n\ntwo") == ["orphan @ 4:1: 3-6"])
        #expect(suppressions("text\n\n\(Self.comment) words\n\ntwo") == ["orphan @ 3:1: 3-3"])
    }

    @Test func coversTheLineOfTheTitle() {
        #expect(suppressions("# Title \(Self.comment)\n\ntext") == ["orphan @ 1:9: 1-1"])
    }

    @Test func coversThePageAtTheStartOfAFileWithoutFrontMatter() {
        #expect(suppressions("\(Self.comment)\n\n# Title\n\ntext") == ["orphan @ 1:1: 1-3 +page"])
        #expect(suppressions("\n<!-- people -->\n\(Self.comment)\ntext") == ["orphan @ 3:1: 3-4 +page"])
        #expect(suppressions("---\ntitle: One\n---\n\(Self.comment)\n\ntext") == ["orphan @ 4:1: 4-6"])
        #expect(suppressions("text\n\n\(Self.comment)\n") == ["orphan @ 3:1: 3-3"])
    }

    @Test func readsSeveralRulesAndAReasonOfManyLines() throws {
        let text = "<!--milepost-ignore link-target ,orphan, orphan: the page\n  comes: in March-->\n"
        let result = parse(SourceFile(path: "a.md", bytes: Array(text.utf8)))
        #expect(result.diagnostics.isEmpty)
        #expect(result.suppressions.map(\.rules) == [["link-target", "orphan"]])
        #expect(result.suppressions.map(\.reason) == ["the page comes: in March"])
    }

    @Test(arguments: [
        "`\(comment)`", "```\n\(comment)\n```", "    \(comment)", "\\\(comment)",
        "<!-- for people: milepost-ignore a: b -->",
        "<!-- Milepost is a program: yes -->", "<script>\n\(comment)\n</script>", "&lt;!-- milepost-ignore a: b --&gt;",
    ])
    func takesNothingElseForOne(_ text: String) {
        #expect(suppressions("words\n\n" + text) == [])
    }

    @Test(arguments: [
        ("milepost-ignore", "the comment names no rule to ignore"),
        ("milepost-ignore : x", "the comment names no rule to ignore"),
        ("milepost-ignore: orphan", "the comment names no rule to ignore"),
        ("milepost-ignore orphan", "the comment gives no reason to ignore 'orphan'"),
        ("milepost-ignore a, b: ", "the comment gives no reason to ignore 'a, b'"),
        ("milepost-ingore orphan: x", "there is no comment 'milepost-ingore'"),
    ])
    func reportsOneThatIsMalformed(_ comment: String, _ message: String) throws {
        let page = try ReadPage("text\n\nmore <!-- \(comment) -->")
        #expect(page.findings == ["suppression 3:6"])
        #expect(page.diagnostics.map(\.message) == [message])
        #expect(try ReadPage("---\n# \(comment)\n---\n").findings == ["suppression 2:1"])
        #expect(suppressions("more <!-- \(comment) -->") == [])
    }

    /// Lines of nothing but comments, blocks between them, items of a list, and one long paragraph.
    private static let manyTimes = [
        "\(comment)\n", "\(comment)\n\ntext\n\n", "- a\n\n  \(comment)\n", "x \(comment) ",
    ]

    @Test(arguments: manyTimes)
    func saysOnceThatThereAreTooMany(_ text: String) throws {
        let found = try ReadPage(String(String(repeating: text, count: 4_000).prefix(250_000))).diagnostics
        // A paragraph of comments may be too long to be read at all.
        #expect(found.count == 1)
        #expect(found.allSatisfy { ["suppression", "page-limit"].contains($0.rule) })
    }

    /// As many of each as the limits of a page let pass: a page that is refused takes no time at all.
    @Test(arguments: zip(manyTimes, [2_400, 2_400, 2_400, 800]))
    func takesTimeInProportionToTheirNumber(_ text: String, _ count: Int) throws {
        let isInProportion = try growsInProportion(to: count) { count in
            let found = try ReadPage(String(repeating: text, count: count)).diagnostics
            #expect(found.allSatisfy { $0.rule != "page-limit" })
        }
        #expect(isInProportion)
    }
}

struct SuppressionInYAMLTests {
    @Test func coversTheNextLineOrItsOwnAndThePage() {
        let text = """
            ---
            # milepost-ignore orphan: why
            title: One
            status: draft   # milepost-ignore invalid-value: why
            ---
            """
        #expect(suppressions(text) == ["orphan @ 2:1: 2-3 +page", "invalid-value @ 4:17: 4-4 +page"])
        #expect(
            suppressions("terms:\n  # milepost-ignore a: b\n  - term: x\n", path: "glossary.yml") == ["a @ 2:3: 2-3"])
        #expect(suppressions("# milepost-ignore a: b\nstrict: true\n", path: "handbook.yml") == ["a @ 1:1: 1-2"])
        #expect(suppressions("sources: [] # milepost-ignore a: b", path: "sources.yml") == ["a @ 1:13: 1-1"])
    }

    @Test func coversWhatStandsBelowSeveralComments() {
        let text = "# milepost-ignore a: x\n# for people\n# milepost-ignore b: y\nstrict: true\n"
        #expect(suppressions(text, path: "handbook.yml") == ["a @ 1:1: 1-4", "b @ 3:1: 3-4"])
    }

    private static let mark = "# milepost-ignore a: b"

    @Test(arguments: [
        "k: ' \(mark)'", "k: \" \(mark)\"", "k: 'it''s\n  \(mark)'", "k: \"x\\\" \(mark)\"", "k: |\n  \(mark)\n",
        "k: |\n\n  x\n  \(mark)\n", "k: >-\n    x\n\n     \(mark)", "k: |2\n    x\n  \(mark)\n", "- |\n  \(mark)",
        "- k: |\n    \(mark)",
        "k:\n  |\n  \(mark)", "k: x\(mark)", "k: [' \(mark)', \"\n\(mark)\"]", "{k: ' \(mark)'}", "? ' \(mark)'\n: x",
        "'k': ' \(mark)'", "- ' \(mark)'", "k: [a, 'b',\n  ' \(mark)']", "k: | # people\n  \(mark)",
        "k: it's\n  'tis \"\nl: ' \(mark)'",
    ])
    func takesTextForText(_ yaml: String) {
        #expect(suppressions("---\n\(yaml)\n---\n") == [])
    }

    @Test(arguments: [
        ("k: it's \(mark)", 8), ("k: 'x' \(mark)", 7), ("k: say \"x \(mark)", 10), ("k: | \(mark)\n  text", 5),
        ("k: [a, b] \(mark)", 10),
        ("k:\t\(mark)", 3), ("'k': x \(mark)", 7), ("k: http://x \(mark)", 12), ("- x \(mark)", 4),
        ("k: {a: b's} \(mark)", 12), ("k: a|b \(mark)", 7),
        ("k: > \(mark)\n\n  text\n", 5), ("k: \"a\\\\\" \(mark)", 9),
    ])
    func takesACommentForAComment(_ yaml: String, _ before: Int) {
        #expect(suppressions("---\n\(yaml)\n---\n") == ["a @ 2:\(before + 1): 2-2 +page"])
    }

    @Test(arguments: [
        "k: |\n  x\n\(mark)\nl: y", "k: 'x\n  y'\n\(mark)\nl: y", "k: it's\n  more\n\(mark)\nl: y",
        "k: [a,\n  'b']\n\(mark)\nl: y",
        "- |\n  x\n\(mark)\n- y", "k: it's\n  'tis\n\(mark)\nl: 'y'",
    ])
    func knowsWhereTextEnds(_ yaml: String) {
        #expect(suppressions("---\n\(yaml)\n---\n") == ["a @ 4:1: 4-5 +page"])
    }
}
