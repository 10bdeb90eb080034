// The shapes that are known to take cmark-gfm 0.29 seconds, minutes or gigabytes are refused before it sees them.

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
        ("a row of bars", [("x\n| - |\n", 1), ("|", 64_000)]),
        ("a wide table", [("|x", 16_000), ("\n", 1), ("|-", 16_000)]),
        ("a wide table of short rows", [("|x", 250), ("\n", 1), ("|-", 250), ("\n", 1), ("x\n", 30_000)]),
        ("a long definition", [("[f]: /", 1), ("u", 30_000), ("\n\n", 1), ("[f]\n", 8_000)]),
        (
            "a definition whose address is on the next line",
            [("[f]:\n/", 1), ("u", 30_000), ("\n\n", 1), ("[f]\n", 8_000)]
        ),
        ("a definition whose title runs on", [("[f]: /u '", 1), ("uuuuuuu\n", 3_000), ("'\n\n", 1), ("[f]\n", 8_000)]),
        ("delimiter lines", [(":-\n:\n", 12_000)]),
        ("delimiter lines ended by CR", [(":-\r:\r", 12_000)]),
        ("nested quotes ended by CR", [("a\r", 1), (">", 16_000), (".\rb", 1)]),
        ("addresses of mail", [("a@a.b\n\n", 10_000)]),
        ("one line", [("z_www.", 11_000)]),
        ("one paragraph", [("z_www.\n", 9_400)]),
        ("one paragraph in a quote", [("> www.)))\n", 7_200)]),
    ]

    @Test(arguments: shapes.indices)
    func refusesWhatTakesForever(_ index: Int) {
        let shape = Self.shapes[index]
        let text = shape.parts.map { repeated($0.text, $0.count) }.joined()
        #expect(findings(text) == ["page-limit"], "\(shape.name)")
    }

    @Test(arguments: [
        "a@a.b ", "<?x", "~e,z~~", "<!A ", "<![CDATA[", "<http://s", "![[]()", "www.)))", "[^a] ", "a**b", "[a](",
        "<x y='", "*a_ ", "`a``",
    ])
    func refusesOneUnitOfTextThatIsTooLong(_ unit: String) {
        #expect(findings(repeated(unit, 65_536 / unit.utf8.count)) == ["page-limit"])
    }

    @Test func keepsTheTextOfOrdinaryPages() {
        let marks = "> quote\n> > quote\n\n- - a\n  - b\n* * *\n- - - - - - - -\n\n"
        let table = "| a | b |\n|---|---|\n" + repeated("| a | b |\n", 5_000)
        let sentences = repeated("Words of a sentence.\n", 1_000)
        let text = [marks, table, sentences, repeated("- an item of a list\n", 5_000)].joined(separator: "\n")
        #expect(findings(text) == [])
    }

    @Test func looksAwayInFencedCode() {
        let code = repeated("|", 5_000) + "\n" + repeated("> ", 500) + "\n" + repeated(":-\n", 100)
        #expect(findings("```\n\(code)\n```\n~~~ a\n\(code)\n~~~~\n") == [])
        #expect(findings("```\n```\n\(code)") == ["page-limit"])
    }

    @Test func refusesAPageThatIsTooLarge() {
        #expect(findings(repeated("a\n\n", 400_000)) == ["page-limit"])
    }

    @Test func refusesTextThatIsNestedTooDeep() throws {
        let list = (0..<100).map { repeated("  ", $0) + "- a\n" }.joined()
        #expect(try ReadPage(list).findings == ["page-limit 64:1"])
        #expect(try ReadPage(list).html == "")
    }

    @Test func refusesHTMLThatGrowsTooLarge() throws {
        let page = try ReadPage("[f]: /" + repeated("u", 1_900) + "\n\n" + repeated("[f]\n\n", 10_000))
        #expect(page.findings.map { $0.prefix(10) } == ["page-limit"])
        #expect(page.markdown.references.isEmpty)
    }

    @Test func readsAPageOfManyLinksAndTags() throws {
        let page = try ReadPage(repeated("[a](/x) <b>c</b> RAID", 1_000) + "\n\n" + repeated("<x y=z>\n", 2_000))
        #expect(page.markdown.references.count == 1_000)
        #expect(page.diagnostics.count == 2_000)
    }

    private func findings(_ text: String) -> [String] {
        var log = DiagnosticLog(path: "page.md")
        let bytes = Array(text.utf8)
        _ = isWithinLimits(bytes[...], of: Lines(of: bytes), firstLine: 1, log: &log)
        return log.diagnostics.map(\.rule)
    }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
