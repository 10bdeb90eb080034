// What looks like markup and is none: a finding each, at its place, and none for what is meant as text.

import Content
import Testing
import UTF8Text

struct ShownRawTests {
    @Test(arguments: [
        ("[gap] (other.md)", "shown-raw 1:1"), ("a (reversed)[other.md]", "shown-raw 1:3"),
        ("[never closed](other.md", "shown-raw 1:1"), ("[undefined reference][nope]", "shown-raw 1:1"),
        ("[collapsed][]", "shown-raw 1:1"), ("a [[other", "shown-raw 1:3"),
        ("[smart](other.md “title”)", "shown-raw 1:1"),
        ("[space](http://exa mple.org)", "shown-raw 1:1"), ("[phone](tel:+44 123)", "shown-raw 1:1"),
        ("[space](my other.md)", "shown-raw 1:9"), ("#No space makes this text", "shown-raw 1:1"),
        ("##Heading", "shown-raw 1:1"), ("• one\n• two", "shown-raw 1:1"), ("– one\n– two", "shown-raw 1:1"),
        ("a \u{0B} b", "shown-raw 1:3"), ("a[^missing]", "footnote 1:2"),
        ("a[^1]\n\n[^1]: x\n[^1]: y", "footnote 4:1"), ("[^unused]: lost", "footnote 1:1"),
        ("a\n\n<!-- todo\n\n## Lost", "unclosed 3:1"), ("a\n\n```yaml\na: 1", "unclosed 3:1"),
        ("> ~~~\n> a", "unclosed 1:1"),
        ("| a | b |\n|---|---|\n| `du -k | sort` |x|", "table-shape 3:1"), ("| a | b |\n| c | d |", "table-shape 1:1"),
        ("| A | B | C |\n|---|---|\n| x | 2 | 3 |", "table-shape 1:1"),
    ])
    func isReported(_ text: String, _ finding: String) throws {
        #expect(try ReadPage(text).findings == [finding])
    }

    @Test(
        arguments: [
            "\\[gap\\] (other.md)", "[ ] (optional)", "- [ ] (see below)", "f(x)[0]", "`[a] (b.md)`", "[1] (a note)",
            "#tag", "#12 is mended", "#a #b", "a list: • one", "– Ann, sponsor", "[sic]", "[a](b.md) (c.md)",
            "a[^1] b[^1]\n\n[^1]: x", "```\n[a] (b.md)\n```", "````\n```\n````", "- ```\n  a\n  ```", "<!-- a -->",
            "| a | b |\n|---|---|\n| c |", "| a |\n|---|\n| b \\| c |", "a | b", "[[a|b]] and [[b]]",
            "[a]: b.md\n\n[a] [a][]",
            "see \\[\\[a\\]\\]", "matrix[i][j] = 2", "[c][m][d]",
        ])
    func isNot(_ text: String) throws {
        #expect(try ReadPage(text).findings.filter { !$0.hasPrefix("link-text") } == [])
    }

    @Test func linksFilesWithSpacesInTheirNames() throws {
        let page = try ReadPage(
            "[the register](risk register.md#a) ![Four phases](images/Four phases.png) `[a](b c.md)`")
        #expect(page.markdown.references.map(\.target) == ["risk register.md#a", "images/Four phases.png"])
        #expect(page.findings == ["shown-raw 1:16", "shown-raw 1:51"])
        #expect(try ReadPage("[a b](b.md \"c d.md\") (see e f.md)").findings == [])
    }

    @Test func keepsBracketsThatAreEscaped() throws {
        #expect(try ReadPage("See \\[\\[a\\]\\] and [[b]].").places == ["b 1:19"])
    }

    @Test func readsALinkOverTheEndOfALine() throws {
        let page = try ReadPage("See [[Other\npage]] and [[a|the\nother]].")
        #expect(page.markdown.references.map(\.target) == ["Other page", "a"])
        #expect(page.html.contains("the other</a>."))
        #expect(page.findings == [])
    }

    @Test func readsALinkInACell() throws {
        let page = try ReadPage(
            "| A | B |\n|---|---|\n| q | [[other|the other page]] |\n| ![A map|30](m.png) | [[x]] |")
        #expect(page.markdown.references.map(\.target) == ["other", "m.png", "x"])
        #expect(page.markdown.references[1].size == AuthorSize(width: 30))
        #expect(page.findings == [])
    }
}
