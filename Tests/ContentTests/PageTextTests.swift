// The words of a page without their markup: what they are part of, and the way back to the HTML and to the file.

import Content
import TestSupport
import Testing
import UTF8Text

@Suite struct PageTextTests {
    private func text(_ markdown: String) throws -> PageText { try ReadPage(markdown).markdown.text }

    /// The words of each block, its runs between bars.
    private func blocks(_ markdown: String) throws -> [String] {
        let text = try text(markdown)
        return text.blocks.indices.map { block in
            text.runs(ofBlock: block).map { String(decoding: text.bytes[text.range(ofRun: $0)], as: UTF8.self) }
                .joined(separator: "|")
        }
    }

    /// Each run as `place: words`, spaces at the ends left out.
    private func places(_ markdown: String) throws -> [String] {
        let text = try text(markdown)
        return text.runs.indices.map { run in
            let words = String(decoding: text.bytes[text.range(ofRun: run)], as: UTF8.self)
            let parts = ["\(text.runs[run].place):"] + words.split { " \t\n".contains($0) }.map(String.init)
            return parts.joined(separator: " ")
        }
    }

    @Test func aBlockIsAParagraphAHeadingARowOrCode() throws {
        let text = try text(
            "One\ntwo.\n\n## Three\n\n- four\n- five\n\n> six\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ne\n```")
        let words = text.blocks.indices.map { String(decoding: text.bytes[text.range(ofBlock: $0)], as: UTF8.self) }
        #expect(words == ["One two.", "Three", "four", "five", "six", "a\tb", "c\td", "e\n"])
        #expect(
            text.blocks.map(\.kind) == [
                .paragraph, .heading, .paragraph, .paragraph, .paragraph, .row, .row, .code,
            ])
        #expect(text.blocks.map(\.section) == [0, 1, 1, 1, 1, 1, 1, 1])
    }

    @Test(arguments: ["", "---", "![](a.png)", "# Title", "[a]: /b"])
    func aPageWithoutWordsHasNoRuns(_ markdown: String) throws {
        #expect(try text(markdown).runs == [])
        #expect(try text(markdown).bytes == [])
    }

    @Test func everyRunKnowsWhatItIsPartOf() throws {
        check(
            try places("a [b](/c) `d` ![e](f.png)"),
            [
                "prose: a", "link: b", "prose:", "code: d", "prose:", "image: e",
            ])
        check(
            try places("# T\n\n## a\n\n[[b]] [[c|d]] [[!e]]"),
            [
                "heading: a", "targetTitle: \u{FFFC}", "prose:", "link: d", "prose:", "escaped: e",
            ])
        check(try places("| a |\n|---|\n| b |"), ["tableHeader: a", "prose: b"])
        check(try places("> [!TIP] a\n> b"), ["alertTitle: a", "prose: b"])
        check(try places("> [!TIP]\n> b"), ["prose: b"])
        check(try places("a[^1]\n\n[^1]: b"), ["prose: a", "footnote: b"])
        check(
            try places("a <kbd>b</kbd> <abbr>c</abbr> d"),
            [
                "prose: a", "element: b", "prose:", "element: c", "prose: d",
            ])
        check(try places("<p>a</p>\n\nb"), ["element: a", "element:", "prose: b"])
        check(
            try places("a <!-- autolink off --> b <!-- autolink on --> c"),
            [
                "prose: a", "switchedOff: b", "prose: c",
            ])
        check(
            try places("a\n\n<!-- autolink off -->\n\n## b\n\nc"),
            ["prose: a", "element:", "heading: b", "switchedOff: c"])
    }

    private func check<Value: Equatable>(_ value: Value, _ expected: Value) { #expect(value == expected) }

    /// What a term may run across: the end of a line, a special character. What it may not: a tag, a link, a forced end.
    @Test func onlyTextThatNothingPartsIsAttached() throws {
        func attached(_ markdown: String) throws -> [Bool] { try text(markdown).runs.map(\.isAttached) }
        check(try attached("a & b"), [false, true, true])
        check(try attached("a\nb"), [false, true])
        check(try attached("a  \nb"), [false, false])
        check(try attached("a *b* c"), [false, false, false])
        check(try attached("a<br>b"), [false, false])
        check(try attached("a [b](/c) d"), [false, false, false])
        check(try attached("| a | b |\n|---|---|"), [false, false])
        check(try attached("a\n\nb"), [false, false])
        check(try attached("a <!-- b --> c"), [false, true])
        check(try attached("a <!-- b -->\nc"), [false, true])
    }

    @Test func everyRunStandsInTheFileWhereItSays() throws {
        func positions(_ markdown: String) throws -> [String] {
            try text(markdown).runs.map { "\($0.position.line):\($0.position.column)" }
        }
        check(try positions("---\ntitle: One two\n---\nwe *go*\non"), ["4:1", "4:5", "5:1"])
        check(try positions("- a\n  - b\n\n    c\n> d"), ["1:3", "2:5", "4:5", "5:3"])
        check(try positions("| a | b |\n|---|---|\n| c | a |"), ["1:3", "1:7", "3:3", "3:7"])
        check(try positions("a a *a* a"), ["1:1", "1:6", "1:8"])
        check(
            try positions("text `code` text\n\n    more\n\n> ```\n> code\n> ```"),
            [
                "1:1", "1:7", "1:12", "3:5", "6:3",
            ])
        check(try positions("![Größe](a.png) x"), ["1:3", "1:18"])
        check(try positions("<b>a</b> <i>b</i>\n\n<div>c</div>"), ["1:4", "1:9", "1:13", "3:6", "3:13"])
    }

    @Test func linesOfCodeAreCounted() throws {
        let text = try text("x\n\n- one\n\n  ```\n  ab\n  cd\n  ```")
        let offset = try #require(text.bytes.firstIndex(of: "d"))
        #expect(text.position(at: offset) == SourcePosition(line: 7, column: 4))
    }

    // MARK: Random pages

    private static let pieces = [
        "risk", "Größe", " ", "\n", "\n\n", "*", "**", "`", "[", "](/a)", "![", "](b.png)", "[[a", "|", "]]", "[[!",
        "&",
        "&amp;", "<", ">", "\"", "<kbd>", "</kbd>", "<div>", "</div>", "\n\n<div>\n", "\n</div>\n\n", "\n> ", "\n- ",
        "\n1. ", "\n## ", "\n\n| a | b |\n|---|---|\n| c | d |\n", "\n\n```\n", "\\*", "  \n", "<!-- autolink off -->",
        "<!-- autolink on -->", "[^1]", "\n\n[^1]: note\n\n", "\n> [!NOTE] ", "~~", "https://a.test/b", "風險",
        "e\u{301}",
        "\u{AD}", "&nbsp;", "\t", "<br>", "'s", "<abbr title=\"x\">", "</abbr>", "\r\n",
    ]

    @Test func theWordsOfARandomPageStandInItsHTML() throws {
        var random = Chance(seed: 1)
        for _ in 0..<600 {
            try checkWords(
                of: (0..<random.below(60)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined())
        }
    }

    private func checkWords(of markdown: String) throws {
        let page = try ReadPage(markdown).markdown
        let text = page.text
        var end = 0
        for run in text.runs.indices {
            let range = text.range(ofRun: run)
            #expect(range.lowerBound == end && !range.isEmpty)
            end = range.upperBound
            guard [.prose, .heading, .link, .switchedOff].contains(text.runs[run].place) else { continue }
            var escaped: [UInt8] = []
            escaped.appendEscapedRuns(text.bytes[range].prefix { $0 != "\t" && $0 != "\n" })
            // The space at the end of a line is a line end in the HTML.
            while escaped.last == " " { escaped.removeLast() }
            #expect(page.html.bytes[text.runs[run].html...].starts(with: escaped), "\(markdown.debugDescription)")
        }
        #expect(end == text.bytes.count)
        try checkOrder(of: text)
        try checkSearch(in: text)
        var wire = WireWriter()
        wire.value(text)
        var reader = WireReader(wire.bytes)
        #expect(try reader.value(PageText.self) == text)
        #expect(reader.isAtEnd)
    }

    private func checkOrder(of text: PageText) throws {
        #expect(text.blocks.map(\.start) == text.blocks.map(\.start).sorted())
        #expect(text.runs.map(\.start) == text.runs.map(\.start).sorted())
        for block in text.blocks.indices {
            let runs = text.runs(ofBlock: block)
            #expect(!runs.isEmpty && text.runs[runs.lowerBound].start >= text.range(ofBlock: block).lowerBound)
            #expect(text.range(ofRun: runs.upperBound - 1).upperBound == text.range(ofBlock: block).upperBound)
        }
        let hrefs = text.runs.filter { $0.place == .prose }.map(\.html)
        #expect(hrefs == hrefs.sorted())
    }

    private func checkSearch(in text: PageText) throws {
        for offset in text.bytes.indices {
            #expect(text.run(at: offset) == text.runs.lastIndex { $0.start <= offset })
            #expect(text.block(at: offset) == text.blocks.lastIndex { $0.start <= offset })
        }
    }
}
