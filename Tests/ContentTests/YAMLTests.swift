// Front matter between its fences, and what a hostile YAML document may try.

import Testing
import UTF8Text

@testable import Content

struct FrontMatterTests {
    /// What cannot be read is not said to lack every key besides.
    @Test func invalidFrontMatterIsOneFinding() throws {
        #expect(try ReadPage("---\ntitle: [a\n---\nText", path: "topics/a.md").findings == ["front-matter 3:1"])
        #expect(try ReadPage("---\ntitle: a\nText", path: "topics/a.md").findings == ["front-matter 1:1"])
    }

    @Test(arguments: [
        "---\ntitle: One two\n---\ntext", "\u{FEFF}---\ntitle: One two\n---\ntext",
        "---\r\ntitle: One two\r\n---\r\ntext",
        "---\ntitle: One two\n...\ntext", "---  \ntitle: One two\n---\t\ntext", "---\rtitle: One two\r---\rtext",
    ])
    func readsFrontMatterBetweenFences(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.page.header.title.value == "One two")
        #expect(page.page.header.title.position == SourcePosition(line: 2, column: 8))
        #expect(page.html == "<p>text</p>\n")
        #expect(page.findings == [])
    }

    @Test(arguments: ["---\ntitle: One two\n---", "---\ntitle: One two\n---\n", "---\ntitle: One two\n..."])
    func readsFrontMatterWithNothingBehindIt(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.page.header.title.value == "One two")
        #expect(page.html == "")
        #expect(page.findings == [])
    }

    /// To YAML these end a line, to editors they do not.
    @Test func pointsToTheLinesOfEditors() throws {
        let odd = "\u{85}\u{2028}\u{2029}"
        let page = try ReadPage("---\nsummary: \"\(odd)é\"\nx: {a: \"é\(odd)é\", b: \"\u{85}\", b: 1}\ntitle: A\n---\n")
        #expect(page.findings == ["front-matter 3:24"])
        let other = try ReadPage("---\nsummary: \"\(odd)é\"\r\n# \(odd)\r\ntitle: T\r\nq: \"\(odd)\"\n---\n")
        #expect(other.page.header.title.position == SourcePosition(line: 4, column: 8))
    }

    @Test(arguments: ["---\ntitle: One two", "---\ntitle: One two\n\nText", "---\ntitle: One two\nText\n"])
    func reportsFrontMatterThatIsNeverClosed(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.findings == ["front-matter 1:1"])
        #expect(page.page.header.title.value == "One two")
        #expect(page.html == (text.contains("Text") ? "<p>Text</p>\n" : ""))
    }

    @Test(arguments: [
        "", "\u{FEFF}", "text", " ---\na\n", "----\na\n---\n", "---\u{301}\na\n---\n",
    ])
    func takesOnlyAFenceOnTheFirstLineForFrontMatter(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.page.header.title.value == "Page")
        #expect(!page.findings.contains { $0.hasPrefix("front-matter") })
    }

    @Test(arguments: ["---\n---\ntext", "---\n# only a comment\n---\ntext", "---\n\n\n---\ntext", "---\n~\n---\ntext"])
    func takesEmptyFrontMatterForNone(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.findings == [])
        #expect(page.html == "<p>text</p>\n")
    }
}

struct YAMLTests {
    @Test func keepsEachScalarAsTheTextThatStandsThere() throws {
        let node = try #require(
            yaml("[no, 1.10, 012, 1:30, 2024-02-30, 1_000, y, 0x1F, .inf, 1:1:1:1:1:1:1:1:1:1:1:1]").node)
        guard case .sequence(let elements) = node.content else { throw NotAPage() }
        let texts = elements.map { if case .scalar(let text, quoted: false) = $0.content { text } else { "?" } }
        #expect(
            texts == [
                "no", "1.10", "012", "1:30", "2024-02-30", "1_000", "y", "0x1F", ".inf", "1:1:1:1:1:1:1:1:1:1:1:1",
            ])
    }

    @Test func takesOnlyUnquotedWordsForNothing() throws {
        for text in ["a:", "a: ~", "a: null", "a: Null", "a: NULL"] { #expect(try isNothing(text), "\(text)") }
        for text in ["a: ''", "a: '~'", "a: \"null\"", "a: nUll", "a: []"] { #expect(try !isNothing(text), "\(text)") }
    }

    private func isNothing(_ text: String) throws -> Bool {
        guard case .mapping(let entries)? = yaml(text).node?.content else { throw NotAPage() }
        return try #require(entries.first).value.isNothing
    }

    @Test(arguments: [
        "? [a, b]\n: c", "{[a]: b}", "{{a: b}: c}", "? {a: b}\n: c", "a: {[b]: c}",
        "? - a\n: b", "a:\n  ? [b]\n  : c",
    ])
    func refusesKeysThatAreNoWords(_ text: String) {
        #expect(yaml(text).findings.map(\.rule) == ["front-matter"])
    }

    @Test(arguments: [
        "a: &x b", "a: &x b\nc: *x", "a: &x {b: c}\nd:\n  <<: *x", "&x a: b", "a: *x", "- &x a\n- *x", "&x [a]",
    ])
    func refusesAnchorsAndAliases(_ text: String) throws {
        let finding = try #require(yaml(text).findings.first)
        #expect(finding.rule == "front-matter")
        #expect(finding.help.contains("quote"))
    }

    @Test func refusesAliasesAsKeysWithoutLookingAtThem() {
        var text = "a0: &a0 [x]\n"
        for level in 1...40 {
            text += "a\(level): &a\(level)\n  ? *a\(level - 1)\n  : [*a\(level - 1), *a\(level - 1)]\n"
        }
        #expect(yaml(text).findings.map(\.summary) == ["front-matter 3:5"])
    }

    @Test(arguments: ["a: b\na: c", "x:\n  a: b\n  a: c", "'a': b\na: c", "{a: b, a: c}"])
    func refusesAKeyThatStandsTwice(_ text: String) throws {
        let finding = try #require(yaml(text).findings.first)
        #expect(finding.message.contains("the key 'a' stands twice"))
    }

    @Test(arguments: [
        ("a: b: c", "1:5"), ("a: 'b", "1:4"), ("a:\n\tb: c", "2:1"), ("a: [b", "2:1"), ("a: }", "1:4"),
        ("a: %b", "1:4"),
        ("a: @b", "1:4"), ("a: b\n---\nc: d", "2:1"), ("a: \"\\q\"", "1:4"), ("a\nb: c", "2:2"), ("a: 'é' b: c", "1:9"),
    ])
    func pointsAtWhatIsNoYAML(_ text: String, _ place: String) throws {
        let findings = yaml(text).findings
        #expect(findings.map(\.rule) == ["front-matter"])
        #expect(findings.map(\.position.line) == [Int(place.prefix { $0 != ":" })])
    }

    @Test func refusesDeepNestingManyValuesAndManyBytes() {
        #expect(yaml(String(repeating: "[", count: 17) + String(repeating: "]", count: 17)).findings == [])
        #expect(yaml(String(repeating: "[", count: 18) + String(repeating: "]", count: 18)).findings.count == 1)
        #expect(yaml(String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)).findings.count == 1)
        #expect(yaml("[" + String(repeating: "a,", count: 20_001) + "]").findings.count == 1)
        #expect(yaml("a: " + String(repeating: "b", count: 129 * 1024)).findings.count == 1)
    }

    @Test func refusesControlCharacters() {
        #expect(yaml("a: b\u{7}c").findings.map(\.rule) == ["front-matter"])
        #expect(yaml("é: x\nb: \u{1B}[31m").findings.map(\.position.line) == [2])
    }

    @Test func countsLinesFromTheStartOfTheFileAndColumnsInBytes() throws {
        let page = try ReadPage("---\nsummary: {é: 'ü', wrong: x}\nstatus: [é, x]\nstatis: x\n---\n")
        #expect(page.findings == ["invalid-value 2:10", "unknown-key 4:1"])
        let deep = try ReadPage("---\ntitle: One two\nnav: {label: Größe, ordre: 1}\n---\n")
        #expect(deep.findings == ["unknown-key 3:23"])
    }

    private func yaml(_ text: String) -> (node: YAMLNode?, findings: [Diagnostic]) {
        var log = DiagnosticLog(path: "page.md")
        let bytes = Array(text.utf8)
        let node = composeYAML(bytes, of: Lines(of: bytes), range: 0..<bytes.count, limit: .frontMatter, log: &log)
        return (node, log.diagnostics)
    }
}
