// Blocks that are known to take cmark-gfm 0.29 seconds, minutes or gigabytes are shown as they are written; what people
// write is read as what it is.

import TestSupport
import Testing
import UTF8Text

@testable import Content

struct MarkdownLimitTests {
    /// Texts of about 64 KiB: what each repeats, and how often.
    static let shapes: [(name: String, parts: [(text: String, count: Int)])] = [
        ("nested lists", [("- ", 32_000), ("x\n\n\n", 1)]),
        ("nested lists in a quote", [("> ", 1), ("- ", 32_000), ("x\n\n", 1)]),
        ("nested lists between blank lines", [(" -", 32_000), ("x\n\n\n", 1)]),
        ("nested quotes", [(">", 32_000), (".", 32_000)]),
        ("emphasis in nested quotes", [(">", 32_000), ("a*", 16_000)]),
        ("half tables in quotes", [("|-\nt>|-\n", 8_000)]),
        ("half tables of two columns", [("word word\n---|---\n", 4_000)]),
        ("a row of bars", [("x\n| - |\n", 1), ("|", 64_000)]),
        ("a wide table", [("|x", 16_000), ("\n", 1), ("|-", 16_000)]),
        ("a wide table of short rows", [("|x", 250), ("\n", 1), ("|-", 250), ("\n", 1), ("x\n", 30_000)]),
        ("a long definition", [("[f]: /", 1), ("u", 30_000), ("\n\n", 1), ("[f]\n", 8_000)]),
        (
            "a definition whose address is on the next line",
            [("[f]:\n/", 1), ("u", 30_000), ("\n\n", 1), ("[f]\n", 8_000)]
        ),
        ("a definition whose title runs on", [("[f]: /u '", 1), ("uuuuuuu\n", 3_000), ("'\n\n", 1), ("[f]\n", 8_000)]),
        ("nested quotes ended by CR", [("a\r", 1), (">", 16_000), (".\rb", 1)]),
        ("one line", [("z_www.", 11_000)]),
    ]

    @Test(arguments: shapes.indices)
    func showsWhatTakesForeverAsItIsWritten(_ index: Int) throws {
        let shape = Self.shapes[index]
        let text =
            "# Title\n\nBefore *it*.\n\n" + shape.parts.map { repeated($0.text, $0.count) }.joined()
            + "\n\nAfter *it*.\n"
        let page = try ReadPage(text)
        #expect(page.diagnostics.first?.rule == "page-limit", "\(shape.name)")
        #expect(page.html.hasPrefix("<p>Before <em>it</em>.</p>\n"), "\(shape.name)")
        #expect(page.html.contains("<p>After <em>it</em>.</p>"), "\(shape.name)")
    }

    @Test(arguments: ["<?x", "<!A ", "<![CDATA[", "<http://s", "![[]()", "www.)))", "*a* [b](c) "])
    func showsOneParagraphOfMarksThatEachLookThroughTheRestAsItIsWritten(_ unit: String) throws {
        let page = try ReadPage("x " + repeated(unit, 131_072 / unit.utf8.count))
        #expect(page.findings.contains("page-limit 1:1"))
        #expect(page.html.utf8.count > 131_072)
    }

    /// Each is what somebody wrote or a tool exported.
    static let ordinary: [(name: String, text: String, html: String)] = [
        (
            "a quotation of 18 paragraphs", repeated("> A paragraph of it.\n>\n", 18),
            "<blockquote>\n<p>A paragraph of it.</p>\n"
        ),
        (
            "a form of 17 empty rows",
            "| Id | Risk | Owner |\n|---|---|---|\n" + repeated("|    |      |       |\n", 17),
            "<td></td>"
        ),
        ("rows of dashes", "| Id | Risk |\n|---|---|\n" + repeated("| - | - |\n", 17), "<td>-</td>"),
        ("a form of bars alone", "|a|b|\n|-|-|\n" + repeated("|||\n", 300), "<td></td>"),
        (
            "a log of 50,000 cells",
            repeated("| a ", 12) + "|\n" + repeated("|---", 12) + "|\n" + repeated(repeated("| b ", 12) + "|\n", 4_170),
            "<td>b</td>"
        ),
        (
            "a contact list", "| Name | Mail |\n|---|---|\n" + repeated("| Ann | ann@example.org |\n", 6_000),
            "<a href=\"mailto:ann@example.org\">"
        ),
        ("contacts in one paragraph", repeated("Ann, ann@example.org\n", 6_000), "<a href=\"mailto:ann@example.org\">"),
        ("a long paragraph", repeated("Words of a *sentence* that goes on.\n", 2_000), "<em>sentence</em>"),
        ("clauses", repeated("a) a clause with [a link](x.md) in it\n", 1_000), "<a href=\"x.md\">a link</a>"),
        ("a paragraph on one line", repeated("Words of a sentence that goes on. ", 2_000), "<p>Words of a sentence"),
        (
            "a table of HTML on one line", "<table>" + repeated("<tr><td>a</td></tr>", 4_000) + "</table>",
            "<tr><td>a</td></tr>"
        ),
        ("rules of many stars", repeated("* ", 150) + "\n\n" + repeated("- ", 150) + "\n", "<hr>"),
        ("minutes of 1.4 MB", repeated("## Meeting\n\nPresent: Ann\n\n- [a](b.md) *c*\n\n", 30_000), "<em>c</em>"),
    ]

    @Test(arguments: ordinary.indices)
    func readsOrdinaryPages(_ index: Int) throws {
        let page = try ReadPage(Self.ordinary[index].text)
        #expect(!page.diagnostics.contains { $0.rule == "page-limit" }, "\(Self.ordinary[index].name)")
        #expect(page.html.contains(Self.ordinary[index].html), "\(Self.ordinary[index].name)")
    }

    @Test func looksAwayInCodeAndComments() throws {
        let code = repeated("|", 50_000) + "\n\n" + repeated("> ", 500) + "\n" + repeated("|-\nt>|-\n", 8_000)
        for text in ["```\n\(code)\n```\n~~~ a\n\(code)\n~~~~\n", "<!--\n\(code)\n-->\n", "<pre>\n\(code)\n</pre>\n"] {
            #expect(!(try ReadPage(text).findings.contains { $0.hasPrefix("page-limit") }))
        }
        #expect(try ReadPage("```\n```\n\(code)").findings.contains { $0.hasPrefix("page-limit") })
    }

    @Test func keepsTheLinesOfWhatFollowsASlowBlock() throws {
        let slow = repeated("> ", 200) + "x"
        #expect(
            try ReadPage("\(slow)\n\n\(slow)\n\n[here](a.md)").findings == [
                "page-limit 1:1", "page-limit 3:1", "link-text 5:8",
            ])
        let page = try ReadPage("# A\n\n\(slow)\n\n## B\n")
        #expect(page.markdown.outline.map(\.position.line) == [5])
    }

    @Test func showsAPageBeyondAnyMeasureAsItIsWritten() throws {
        let list = "# Title\n\n" + (0..<100).map { repeated("  ", $0) + "- a <b>\n" }.joined()
        let page = try ReadPage(list)
        #expect(page.findings == ["page-limit 66:1"])
        #expect(page.markdown.title?.value == "Title")
        #expect(page.html.contains("- a &lt;b&gt;\n"))
        #expect(try ReadPage(repeated("a\n\n", 3_000_000)).html.hasPrefix("<pre tabindex=\"0\"><code>a\n"))
    }

    @Test func readsAPageOfManyLinksAndTags() throws {
        let page = try ReadPage(repeated("[a](/x) <b>c</b> RAID", 1_000) + "\n\n" + repeated("<x y=z>\n", 2_000))
        #expect(page.markdown.references.count == 1_000)
        #expect(page.diagnostics.count == 2_000)
    }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
