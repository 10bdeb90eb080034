import Content
import Testing
import UTF8Text

struct RawHTMLTests {
    @Test(arguments: [
        "Press <kbd>Ctrl</kbd>+<kbd>C</kbd>", "H<sub>2</sub>O, x<sup>2</sup>", "one<br>two",
        "<abbr title=\"office\">PMO</abbr>",
        "<mark>a</mark> <ins>b</ins> <del datetime=\"2027-01-04\">c</del> <small>d</small>",
        "<span class=\"a b\" lang=\"de\" dir=\"ltr\">x</span>",
        "<b>a <i>b</i></b> <q>c</q> <var>d</var> <time datetime=\"2027-01\">e</time>",
    ])
    func keepsRunsOfTextThatAreAllowed(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.html == "<p>\(text)</p>\n")
        #expect(page.findings == [])
    }

    @Test(arguments: [
        "<details open>\n<summary>a</summary>\n</details>\n", "<figure>\n<figcaption>a</figcaption>\n</figure>\n",
        "<div class=\"a\">\n<p>b</p>\n</div>\n", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n", "<pre>a\n b</pre>\n",
        "<ol start=\"3\" reversed>\n<li>a</li>\n</ol>\n",
        "<table>\n<caption>a</caption>\n<tr>\n<th scope=\"row\">b</th>\n<td colspan=\"2\">c</td>\n</tr>\n</table>\n",
    ])
    func keepsBlocksThatAreAllowed(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.html == text)
        #expect(page.findings == [])
    }

    @Test func readsMarkdownBetweenBlocks() throws {
        let text = "<details>\n<summary>a</summary>\n\n*b*\n\n- c\n\n</details>\n"
        let page = try ReadPage(text)
        #expect(
            page.html
                == "<details>\n<summary>a</summary>\n<p><em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n</details>\n")
        #expect(page.findings == [])
        #expect(try html("<del>\n\nb\n\n</del>") == "<del>\n<p>b</p>\n</del>\n")
    }

    @Test func leavesOutWhatIsNotAllowedAndSaysSo() throws {
        let page = try ReadPage("a <blink>b</blink>\n\n<div onclick=\"x()\" style=\"y\" class=\"c\">\n</div>")
        #expect(page.html == "<p>a b</p>\n<div class=\"c\">\n</div>\n")
        #expect(page.findings == ["raw-html 1:3", "raw-html 1:11", "raw-html 3:1"])
    }

    @Test func leavesOutTheContentOfWhatIsNoText() throws {
        #expect(try html("<script>\nalert(\"<!--\")\n</SCRIPT>\n\nb") == "\n<p>b</p>\n")
        #expect(try html("<style>a</style>b") == "b\n")
        #expect(try html("<svg>\n<path/></svg>b") == "b\n")
    }

    @Test func closesWhatIsLeftOpen() throws {
        let page = try ReadPage("a <b>b\n\n<div>\n\nc\n\n> <div>\n> d\n\n- <b>e\n- f")
        #expect(
            page.html == """
                <p>a <b>b</b></p>
                <div>
                <p>c</p>
                <blockquote>
                <div>
                d
                </div>
                </blockquote>
                <ul>
                <li><b>e</b></li>
                <li>f</li>
                </ul>
                </div>
                """)
        #expect(page.findings == ["raw-html 1:3", "raw-html 3:1", "raw-html 7:3", "raw-html 10:3"])
    }

    @Test func dropsAnEndTagThatClosesNothing() throws {
        let page = try ReadPage("a</b> <b>*c</b>*")
        #expect(page.html == "<p>a <b><em>c</em></b></p>\n")
        #expect(page.findings == ["raw-html 1:2", "raw-html 1:7", "raw-html 1:12"])
    }

    @Test func closesParagraphsAndItemsAsHTMLDoes() throws {
        #expect(try html("<ul><li>a<li>b</ul>") == "<ul><li>a</li><li>b</li></ul>\n")
        #expect(try html("<p>a<p>b</p><p>c<ul><li>d</ul>") == "<p>a</p><p>b</p><p>c</p><ul><li>d</li></ul>\n")
        #expect(
            try html("<table><tr><td>a<td>b<tr><td>c</table>")
                == "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n")
        #expect(try html("<p>a <del>b</del> c</p>") == "<p>a <del>b</del> c</p>\n")
    }

    @Test(arguments: [
        "<li>a</li>", "<td>a</td>", "<table>a</table>", "<summary>a</summary>", "<ul><div>a</div></ul>",
        "<tr><td>a</td></tr>",
    ])
    func dropsWhatStandsInTheWrongPlace(_ text: String) throws {
        #expect(try ReadPage(text).findings.contains { $0.hasPrefix("raw-html") })
    }

    @Test func makesALinkOfARawLink() throws {
        let page = try ReadPage("a <a href=\"/x?a=1&amp;b=2\" target=\"_blank\">b *c*</a>")
        #expect(page.markdown.references.map(\.target) == ["/x?a=1&b=2"])
        #expect(page.html == "<p>a <a href=\"/x?a=1&amp;b=2\">b <em>c</em></a></p>\n")
        #expect(page.findings == [])
    }

    @Test func doesNotPutALinkIntoARawLink() throws {
        #expect(
            try html("<a href=\"https://a.test\">https://a.test</a>")
                == "<p><a href=\"https://a.test\">https://a.test</a></p>\n")
        #expect(
            try html("<a href=\"/x\">[a](/y) [[b]] <a href=\"/z\">c</a>") == "<p><a href=\"/x\">a [[b]] c</a></p>\n")
        #expect(try html("[a <a href=\"/x\">b</a>](/y)") == "<p><a href=\"/y\">a b</a></p>\n")
    }

    @Test func makesALinkOfAFrame() throws {
        let page = try ReadPage("<iframe src=\"https://h.test/v\" title=\"A film\"></iframe>")
        #expect(page.html == "<a href=\"https://h.test/v\">A film</a>\n")
        #expect(page.findings == ["raw-html 1:1"])
    }

    @Test func treatsARawImageAsAnImage() throws {
        #expect(
            try html("<img src=\"c.png\" alt=\"a &quot;b&quot;\" onerror=\"x()\">").contains(
                "<img src=\"c.png\" alt=\"a &quot;b&quot;\">"))
        #expect(try ReadPage("a <img src=\"https://h.test/c.png\" alt=\"b\">").findings == ["external-image 1:3"])
        #expect(try ReadPage("a <img src=\"c.png\">").findings == ["image-alternative 1:3"])
    }

    @Test func keepsCharacterReferences() throws {
        #expect(
            try html("<div>\n&uuml; &lt; &#x263A; &nosuch; & &amp;lt;\n</div>")
                == "<div>\nü &lt; ☺ &amp;nosuch; &amp; &amp;lt;\n</div>\n")
    }

    @Test func noticesIdsOfRawHTML() throws {
        let page = try ReadPage("<div id=\"a\"></div>\n\n## A\n\n<span id=\"a\">b</span> <span id=\"x y\">c</span>")
        #expect(page.markdown.anchors == ["a"])
        #expect(page.markdown.outline.map(\.id) == ["a-2"])
        #expect(page.findings == ["heading-id 5:1", "raw-html 5:23"])
    }

    @Test func dropsTagsThatAreNestedWithoutEnd() throws {
        let text = try html(String(repeating: "<b>", count: 5000))
        #expect(text.utf8.count < 1000)
    }
}

/// What GitHub shows and other tools write.
struct ForeignHTMLTests {
    @Test func keepsListsInCells() throws {
        let page = try ReadPage("| A |\n|---|\n| <ul><li>pays</li><li>decides</li></ul> |\n| First.<p>Second.</p> |\n")
        #expect(page.html.contains("<td><ul><li>pays</li><li>decides</li></ul></td>"))
        #expect(page.html.contains("<td>First.<p>Second.</p></td>"))
        #expect(page.findings == [])
    }

    @Test func partsWordsWhereATagIsDropped() throws {
        #expect(try html("a<div>b</div>c") == "<p>a b c</p>\n")
        #expect(try html("| A |\n|---|\n| **<ul><li>b</li><li>c</li></ul>** |\n").contains("<strong> b c </strong>"))
        let text = try ReadPage("alpha<br>beta<br/>gamma super<wbr>long").markdown.text.bytes
        #expect(String(decoding: text, as: UTF8.self) == "alpha\tbeta\tgamma superlong")
    }

    @Test func makesHeadingsOfRawOnes() throws {
        let page = try ReadPage(
            "# T\n\n<h2 align=\"center\">First <em>part</em></h2>\n\n<div>\n<h3 id=\"own\">Second</h3>\n</div>\n\n"
                + "<details><summary><h4>Third</h4></summary>\n\na\n\n</details>\n\n<a href=\"x.md\"><h2>none</h2></a>\n"
        )
        #expect(page.markdown.outline.map(\.id) == ["first-part", "own", "third"])
        #expect(page.markdown.outline.map(\.level) == [2, 3, 4])
        #expect(page.html.contains("<h2 id=\"first-part\">First <em>part</em><a class=\"permalink\""))
    }

    @Test(arguments: [
        ("<a name=\"old\"></a>x", "old"), ("<a id=\"old\"></a>x", "old"), ("<a name=\"été\"></a>x", "été"),
        ("a <a href=\"x.md\" id=\"old\">b c</a>", "old"), ("## T <a href=\"#old\" id=\"old\"></a>", "old"),
    ])
    func keepsAnchors(_ text: String, _ anchor: String) throws {
        let page = try ReadPage(text)
        #expect(page.markdown.anchors == [anchor])
        #expect(page.html.contains("id=\"\(anchor)\""))
        #expect(page.findings == [])
    }

    @Test(arguments: [
        ("<center>a</center>", "<div>a</div>\n"), ("<section>a</section>", "<div>a</div>\n"),
        ("<aside>a</aside>", "<div>a</div>\n"), ("a <font color=\"red\">b</font>", "<p>a <span>b</span></p>\n"),
        ("a <big>b</big>", "<p>a <span>b</span></p>\n"), ("<p align=\"center\" style=\"x\">a</p>", "<p>a</p>\n"),
        ("<div markdown=\"1\" data-x=\"y\">a</div>", "<div>a</div>\n"),
    ])
    func writesElementsOfLooksAsPlainOnesInSilence(_ text: String, _ expected: String) throws {
        let page = try ReadPage(text)
        #expect(page.html == expected)
        #expect(page.findings == [])
    }

    @Test func makesLinksOfFilms() throws {
        #expect(try html("<video src=\"a.mp4\" controls></video>").contains("<a href=\"a.mp4\">a.mp4</a>"))
        #expect(try html("<audio>\n<source src=\"b.mp3\">\nwords\n</audio>").contains("<a href=\"b.mp3\">b.mp3</a>"))
    }

    @Test func readsMarkdownInAnElementThatSaysSo() throws {
        let page = try ReadPage("a\n\n<div markdown=\"1\">\n**b** [c d](x.md)\n</div>\n\ne [here](y.md)")
        #expect(page.html.contains("<div>\n<p><strong>b</strong> <a href=\"x.md\">c d</a></p>\n</div>"))
        #expect(page.findings == ["link-text 7:10"])
    }

    @Test(
        arguments: [
            ("![a b](c.png){width=300}", 300, nil), ("![a b](c.png){ width=\"300\" height='200' }", 300, 200),
            ("![a b](c.png){width=50%}", 360, nil), ("![a b|300](c.png)", 300, nil),
            ("![a b|300x200](c.png)", 300, 200),
            ("<img src=\"c.png\" alt=\"a b\" width=\"16\">", 16, nil),
            ("<img src=\"c.png\" alt=\"a b\" height=\"30px\">", nil, 30),
            ("![a b](c.png){.left}", nil, nil),
        ] as [(String, Int?, Int?)])
    func readsTheSizeOfAnImage(_ text: String, _ width: Int?, _ height: Int?) throws {
        let page = try ReadPage(text)
        #expect(page.markdown.references.map(\.size) == [AuthorSize(width: width, height: height)])
        #expect(page.html.contains("alt=\"a b\""))
        #expect(!page.html.contains("width="))
        #expect(page.findings == [])
    }

    @Test(arguments: [
        ("これは**「重要」**です", "これは<strong>「重要」</strong>です"), ("**重要。**次", "<strong>重要。</strong>次"),
        ("文**\"x\"**文", "文<strong>&quot;x&quot;</strong>文"), ("a ** b ** c", "a ** b ** c"),
    ])
    func readsStrongWordsWithoutSpacesAroundThem(_ text: String, _ expected: String) throws {
        #expect(try html(text) == "<p>\(expected)</p>\n")
    }
}
