// Every word of a page is in its HTML and among the words that are searched, apart from its neighbours, or a finding says
// on which line something was left out.
//
// The judge shares no code with the program: each word that must survive starts with `zq`, and is looked for as a whole
// word in the file, in the HTML, and in the text that the index is made of.

import Content
import Testing
import UTF8Text

struct WordForWordTests {
    static let shapes: [String] = [
        // Markdown: blocks.
        "# zqtitle\n\nzqone zqtwo\nzqthree  \nzqfour\\\nzqfive", "Zero\n====\n\nzqa\n\nzqb\n---\n\nzqc",
        "## zqa {#own}\n\n### zqb",
        "- zqa\n- zqb\n\n  zqc\n  - zqd\n1. zqe\n2) zqf\n* [ ] zqg\n* [x] zqh", "> zqa\n> > zqb\n>\n> zqc",
        "> [!NOTE] zqa\n> zqb\n>\n> zqc", "> [!NITE] zqa\n> zqb", "    zqa\n\n    zqb",
        "```zqlang\nzqa zqb\nzqc\n```\nzqd",
        "~~~\nzqa\n```\nzqb\n~~~", "zqa\n***\nzqb", "zqa\n\n```\nzqb\nzqc", "- zqa\n  ```\n  zqb\n  ```\n- zqc",
        // Tables.
        "| zqa | zqb |\n|---|:-:|\n| zqc | zqd |\n| zqe |\n| zqf | zqg | zqlost |", "zqa | zqb\n--|--\nzqc | `zqd`",
        "| zqa | zqb |\n| zqc | zqd |", "| zqa |\n|---|\n| [[x|zqb]] |\n| zqc \\| zqd |",
        "| a |\n|---|\n| <ul><li>zqa</li><li>zqb</li></ul> |\n| zqc<p>zqd</p>zqe |\n| zqf<br>zqg<br/>zqh |\n| <ol><li>zqi<li>zqj</ol>zqk |",
        "| a |\n|---|\n| **<ul><li>zqa</li><li>zqb</li></ul>** |\n| <ul>zqc<li>zqd</li></ul> |\n| <div>zqe</div><div>zqf</div> |",
        "| a |\n|---|\n| <details><summary>zqa</summary>zqb</details> |\n| <blockquote>zqc</blockquote>zqd<hr>zqe |",
        // Lines and marks of a text.
        "**zqa** *zqb* ~~zqc~~ `zqd` __zqe__ _zqf_ ***zqg***", "zqa&nbsp;zqb&mdash;zqc &amp; zqd",
        "[zqa](x.md \"zqtip\") [zqb][r] <https://zqc.test>\n\n[r]: y.md",
        "![zqa](x.png) ![zqb|300](x.png) ![zqc](x.png){width=300} zqd",
        "![zqa](https://h.test/x.png) ![zqb](data:image/png;base64,AA==)",
        "[[x|zqa]] [[x#y|zqb]] [[!zqc]] \\[\\[zqd\\]\\] [[x|zqe\nzqf]]", "zqa[^1] zqb\n\n[^1]: zqc\n\n    zqd",
        "zqa[^1]\n\n[^1]: zqb\n[^1]: zqlost\n[^x]: zqlosttoo", "zqa これは**「zqb」**です", "zqa@zqb.test www.zqc.test",
        // What is no markup.
        "#zqa zqb", "[zqa] (zqb.md)", "(zqa)[zqb.md]", "[zqa](my file.md) zqb", "[zqa][zqb]", "[[zqa", "• zqa\n• zqb",
        "[zqa](zqb.md",
        "[zqa](http://zqb zqc.test)", "zqa[^zqb]", "*zqa **zqb", "`zqa", "<zqa", "zqa < zqb > zqc", "zqa<!-- zqb",
        // Raw HTML: blocks.
        "<div>zqa</div><div>zqb</div>", "<p>zqa<p>zqb</p>zqc", "<ul><li>zqa<li>zqb</ul>", "<dl><dt>zqa<dd>zqb</dl>",
        "<table><tr><td>zqa</td><td>zqb</td></tr><tr><th>zqc<th>zqd</table>",
        "<table><caption>zqa</caption><tr><td>zqb</table>",
        "<details><summary>zqa</summary>\n\nzqb\n\n</details>\nzqc",
        "<details>\n<summary>\n\n## zqa\n\n</summary>\n\nzqb\n\n</details>",
        "<h1 align=\"center\">zqa</h1>\n<h2>zqb <em>zqc</em></h2>\n\nzqd",
        "<center>zqa</center>\n\n<section>\n<h3>zqb</h3>\nzqc\n</section>",
        "<aside>zqa</aside><main>zqb</main>\n\n<article>zqc\n\n<nav>zqd</nav></article>",
        "<video src=\"zqa.mp4\">zqb</video>",
        "<video controls>\n<source src=\"zqa.mp4\">\nzqb\n</video>",
        "<iframe src=\"https://h.test\" title=\"zqa\"></iframe>\n\nzqb",
        "<form><label>zqa</label><input><button>zqb</button></form>", "<fieldset><legend>zqa</legend>zqb</fieldset>",
        "<ul>zqa<li>zqb</ul>", "<table>zqa<tr><td>zqb</table>",
        "<figure><img src=\"x.png\" alt=\"zqa\"><figcaption>zqb</figcaption></figure>",
        "<pre>zqa\n  zqb</pre>", "<unknown-tag>zqa</unknown-tag><other>zqb</other>", "<h2>zqa<h3>zqb",
        "<a href=\"x.md\"><h2>zqa</h2></a>zqb",
        "<tr><td>zqa</td><td>zqb</td></tr>", "<li>zqa</li><li>zqb</li>",
        // Raw HTML: in a text.
        "zqa<br>zqb<br />zqc", "zqa <font color=\"red\">zqb</font> <big>zqc</big> <span style=\"x\">zqd</span>",
        "zqa<div>zqb</div>zqc",
        "zqa<p>zqb<ul><li>zqc</li></ul>", "<a name=\"x\"></a>zqa <a href=\"#y\" id=\"y\">zqb</a> <a id=\"z\">zqc</a>",
        "<b>zqa <i>zqb</b> zqc</i>", "<kbd>zqa</kbd>+<sub>zqb</sub> <blink>zqc</blink> <ruby>zqd<rt>zqe</rt></ruby>",
        "<img src=\"x.png\" alt=\"zqa\"> zqb <img src=\"https://h.test/y.png\" alt=\"zqc\">",
        // Comments and what has no words.
        "zqa\n\n<!-- note -->\n\nzqb <!-- note --> zqc", "zqa\n\n<!-- open\n\nzqlost",
        "zqa\n<script>\nx()\n</script>\n\nzqb",
        "zqa\n\n<svg>\n<text>zqlost</text>\n</svg>", "zqa\n\n<math>\nzqlost\n</math>", "<style>a</style>zqa",
        "<svg><text>zqlost</text></svg>zqa", "<select><option>zqlost</option></select>\n\nzqa",
        "<?php x ?>\n\nzqa", "<![CDATA[zqlost]]>\n\nzqa", "<!DOCTYPE html>\n\nzqa",
        // Slow, deep, wide.
        "zqa\n\n" + String(repeating: "> ", count: 300) + "zqb\n\nzqc",
        "zqa\n\n" + (0..<140).map { String(repeating: "  ", count: $0) + "- zqb" }.joined(separator: "\n") + "\n\nzqc",
        "zqa\n\nx " + String(repeating: "![[]()", count: 9_000) + " zqb\n\nzqc",
        // Other ends of lines, other spaces.
        "zqa\r\n\r\nzqb\r\nzqc", "zqa\rzqb\r\rzqc", "\u{FEFF}zqa\u{A0}zqb\tzqc", "zqa\u{0B}zqb \u{AD} zqc",
    ]

    @Test(arguments: shapes.indices)
    func noWordIsLost(_ index: Int) throws {
        let source = Self.shapes[index]
        let page = try ReadPage(source)
        let title = page.page.header.title.value
        let shown = words(of: page.html + " " + title)
        let text = page.markdown.text
        let blocks = text.blocks.indices.map { String(decoding: text.bytes[text.range(ofBlock: $0)], as: UTF8.self) }
        let searched = words(of: blocks.joined(separator: "\n") + "\n" + title)
        let lines = source.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            for word in words(of: String(line)) where !isSaid(on: number + 1, by: page.diagnostics) {
                #expect(
                    shown.contains(word), "'\(word)' of \(source.prefix(200)) is not shown: \(page.html.prefix(500))")
                // Addresses and tips are no text.
                if !line.contains("\(word).") && !line.contains("\"\(word)\"") && !line.contains("```\(word)") {
                    #expect(searched.contains(word), "'\(word)' of \(source.prefix(200)) is not found")
                }
            }
        }
    }

    /// Whether a finding says that something on the line, or from a line above to the end, was left out.
    private func isSaid(on line: Int, by findings: [Diagnostic]) -> Bool {
        findings.contains { finding in
            finding.message.contains("left out")
                && (finding.position.line == line
                    || finding.position.line < line
                        && (finding.rule == "unclosed" || finding.message.contains("with all that is in it")))
                && (!finding.message.hasPrefix("<") || finding.message.contains("with all that is in it"))
                && !finding.message.hasPrefix("the attribute")
        }
    }

    private func words(of text: String) -> Set<String> {
        var found: Set<String> = []
        for word in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber)) })
        where word.hasPrefix("zq") {
            found.insert(String(word))
        }
        return found
    }
}
