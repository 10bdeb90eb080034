// What Milepost's Markdown has beyond the specification.

import Content
import Testing
import UTF8Text

struct AlertTests {
    @Test(arguments: [
        ("NOTE", "Note"), ("TIP", "Tip"), ("IMPORTANT", "Important"), ("WARNING", "Warning"), ("CAUTION", "Caution"),
    ])
    func namesAnAlertByItsKind(_ kind: String, _ title: String) throws {
        #expect(
            try html("> [!\(kind)]\n> Text\n") == """
                <div class="alert alert-\(kind.lowercased())" role="note">
                <p class="alert-title">\(title)</p>
                <p>Text</p>
                </div>

                """)
    }

    @Test func takesTheRestOfTheFirstLineForTheTitle() throws {
        #expect(
            try html("> [!tip] Start *small*\n> Text\n>\n> More") == """
                <div class="alert alert-tip" role="note">
                <p class="alert-title">Start <em>small</em></p>
                <p>Text</p>
                <p>More</p>
                </div>

                """)
    }

    @Test func writesAnAlertWithoutAText() throws {
        #expect(
            try html("> [!NOTE]") == """
                <div class="alert alert-note" role="note">
                <p class="alert-title">Note</p>
                </div>

                """)
    }

    @Test func writesAnAlertWhoseFirstParagraphIsOnlyItsMark() throws {
        #expect(
            try html("> [!NOTE]\n>\n> - a\n") == """
                <div class="alert alert-note" role="note">
                <p class="alert-title">Note</p>
                <ul>
                <li>a</li>
                </ul>
                </div>

                """)
    }

    @Test func takesAnAlertWithAHardLineBreakApartAtTheLine() throws {
        #expect(try html("> [!NOTE] Title  \n> Text").contains("<p class=\"alert-title\">Title</p>\n<p>Text</p>"))
        #expect(try html("> [!NOTE]  \n> Text").contains("<p class=\"alert-title\">Note</p>\n<p>Text</p>"))
    }

    @Test func writesAnAlertInAList() throws {
        let text = try html("- > [!NOTE]\n  > Text\n")
        #expect(text.contains("<p class=\"alert-title\">Note</p>\n<p>Text</p>\n</div>"))
    }

    @Test func reportsAnAlertThatDoesNotExist() throws {
        let page = try ReadPage("> [!NOTES]\n> Text")
        #expect(page.findings == ["unknown-alert 1:1"])
        #expect(page.diagnostics.first?.help == "did you mean '[!NOTE]'?")
        let title = "<p class=\"alert-title\">Notes</p>"
        #expect(page.html == "<div class=\"alert alert-note\" role=\"note\">\n\(title)\n<p>Text</p>\n</div>\n")
    }

    @Test func leavesAQuoteThatIsNoAlert() throws {
        #expect(try html("> Text [!NOTE]") == "<blockquote>\n<p>Text [!NOTE]</p>\n</blockquote>\n")
        #expect(try html("[!NOTE] text") == "<p>[!NOTE] text</p>\n")
    }
}

struct WikiLinkTests {
    @Test func linksAPageByName() throws {
        let page = try ReadPage("see [[Risk register]] and [[risk#Scales|the scales]]")
        #expect(page.markdown.references.map(\.kind) == [.wiki, .wiki])
        #expect(page.markdown.references.map(\.target) == ["Risk register", "risk#Scales"])
        #expect(
            page.html
                == "<p>see <a href=\"Risk%20register\">Risk register</a> and <a href=\"risk%23Scales\">the scales</a></p>\n"
        )
    }

    @Test func usesTheNameForAnEmptyText() throws {
        #expect(try html("[[a|]]") == "<p><a href=\"a\">a</a></p>\n")
    }

    @Test func printsAMarkedNameWithoutALink() throws {
        #expect(try html("[[!PMO]] and [[b]]") == "<p>PMO and <a href=\"b\">b</a></p>\n")
    }

    @Test(arguments: ["[[]]", "[[a]", "[a]]", "[[a[b]]"])
    func leavesBracketsThatHoldNoName(_ text: String) throws {
        #expect(try ReadPage(text).markdown.references.isEmpty)
    }

    @Test func aNameHasAtMostThreeHundredBytes() throws {
        let name = String(repeating: "n", count: 300)
        #expect(try ReadPage("[[\(name)]]").markdown.references.map(\.target) == [name])
        #expect(try ReadPage("[[\(name)n]]").markdown.references.isEmpty)
    }

    @Test func leavesNamesInCodeAndInLinks() throws {
        #expect(try html("`[[a]]`") == "<p><code>[[a]]</code></p>\n")
        #expect(try ReadPage("[see [[a]] here](/x)").places == ["/x 1:18"])
    }

    @Test func keepsBarsInTablesWhenTheyAreEscaped() throws {
        let page = try ReadPage("| a |\n|---|\n| [[a\\|b]] |")
        #expect(page.markdown.references.map(\.target) == ["a"])
        #expect(page.html.contains("<a href=\"a\">b</a>"))
    }
}

struct FootnoteTests {
    @Test func linksBothWays() throws {
        #expect(
            try html("Text[^a] again[^a].\n\n[^a]: Note") == """
                <p>Text<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> \
                again<sup class="footnote-ref"><a href="#fn:1" id="fnref:1:2" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
                <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
                <ol>
                <li id="fn:1">
                <p>Note <a href="#fnref:1" class="footnote-backref" role="doc-backlink" aria-label="Back to reference 1">↩</a> \
                <a href="#fnref:1:2" class="footnote-backref" role="doc-backlink" aria-label="Back to reference 1, place 2">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func givesEveryTargetAnIdOfItsOwn() throws {
        let page = try ReadPage("a[^x] b[^y] c[^x]\n\n[^x]: x\n\n[^y]:\n    - y\n\n## Fn:1")
        #expect(page.markdown.anchors == ["fnref:1", "fnref:2", "fnref:1:2", "fn:1", "fn:2"])
        let ids = page.markdown.anchors + page.markdown.outline.map(\.id)
        #expect(Set(ids).count == ids.count)
        for anchor in page.markdown.anchors { #expect(page.html.contains("id=\"\(anchor)\""), "\(anchor)") }
    }

    @Test func leavesAReferenceWithoutADefinition() throws {
        #expect(try html("a[^b]") == "<p>a[^b]</p>\n")
    }

    @Test func doesNotPutALinkIntoALink() throws {
        let text = try html("[a[^b]](/x)\n\n[^b]: note")
        #expect(text.hasPrefix("<p><a href=\"/x\">a<sup class=\"footnote-ref\" id=\"fnref:1\">1</sup></a></p>\n"))
    }
}

struct TableTests {
    @Test(arguments: [
        ("Responsibility", 3, true), ("Responsibility", 9, false), ("`external.key`", 5, true),
        (String(repeating: "long", count: 25), 1, false), (String(repeating: "some words ", count: 40), 4, true),
    ])
    func saysWhetherATableFitsOnPaperWithWholeWords(_ cell: String, _ columns: Int, _ fits: Bool) throws {
        let row = "|" + String(repeating: " \(cell) |", count: columns)
        let table = "|" + String(repeating: " a |", count: columns) + "\n|" + String(repeating: "---|", count: columns)
        #expect(try html("\(table)\n\(row)\n").contains("keeps-words") == fits)
    }

    @Test func writesATableThatScrollsWithinReachOfTheKeyboard() throws {
        #expect(
            try html("## Costs\n\n| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 |\n").hasSuffix(
                """
                <div class="table-scroll keeps-words" role="region" tabindex="0" aria-label="Table 1: Costs">
                <table>
                <thead>
                <tr>
                <th scope="col">a</th>
                <th scope="col" class="align-left">b</th>
                <th scope="col" class="align-center">c</th>
                <th scope="col" class="align-right">d</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>1</td>
                <td class="align-left"></td>
                <td class="align-center"></td>
                <td class="align-right"></td>
                </tr>
                </tbody>
                </table>
                </div>

                """))
    }

    @Test func numbersTheTablesOfAPage() throws {
        let text = try html("|a|\n|-|\n\n|b|\n|-|\n")
        #expect(text.contains("aria-label=\"Table 1\"") && text.contains("aria-label=\"Table 2\""))
    }
}

struct TaskListTests {
    @Test func namesEachBoxByItsItem() throws {
        #expect(
            try html("- [x] Agree *scope*\n- [ ] \"Plan\"\n- other\n") == """
                <ul>
                <li class="task"><input type="checkbox" disabled checked aria-label="Agree scope"> Agree <em>scope</em></li>
                <li class="task"><input type="checkbox" disabled aria-label="&quot;Plan&quot;"> &quot;Plan&quot;</li>
                <li>other</li>
                </ul>

                """)
    }

    @Test func putsTheBoxOfALooseItemIntoItsFirstParagraph() throws {
        let text = try html("- [ ] a\n\n- [x] b\n")
        #expect(text.contains("aria-label=\"a\">"))
        #expect(!text.contains("aria-label=\"\""))
    }
}

struct StrikethroughTests {
    @Test func strikesThroughBetweenTwoTildesOnly() throws {
        #expect(try html("~~a~~ H~2~O") == "<p><del>a</del> H~2~O</p>\n")
    }
}

struct LinkTests {
    @Test func keepsTheTitleOfALink() throws {
        #expect(try ReadPage("[a](/x \"b & c\")").markdown.references.map(\.title) == ["b & c"])
    }

    @Test(arguments: [
        "javascript:a", "JavaScript:a", "java&#10;script:a", "data:text/html,a", "vbscript:a", "file:///a", "//h.test",
        "\\\\\\\\h.test",
        "/\\\\h.test", "ftp://h.test", "x:y",
    ])
    func leavesALinkToADangerousAddressAsItsText(_ address: String) throws {
        let page = try ReadPage("[a](<\(address)>)")
        #expect(page.html == "<p>a</p>\n")
        #expect(page.findings.map { $0.prefix(11) } == ["link-scheme"])
    }

    @Test(arguments: [
        "https://h.test", "http://h.test", "mailto:a@h.test", "tel:+441234", "../a.md", "#b",
        "a:b/c".replacing(":", with: "%3A"), "?q",
    ])
    func keepsALinkToAnAddressThatBrowsersCanFollow(_ address: String) throws {
        #expect(try ReadPage("[a](\(address))").markdown.references.map(\.target) == [address])
    }

    @Test func makesAnImageOfAnotherHostALink() throws {
        let page = try ReadPage("![Chart](https://h.test/c.png)")
        #expect(page.html == "<p><a href=\"https://h.test/c.png\">Chart</a></p>\n")
        #expect(page.findings == ["external-image 1:10"])
        #expect(
            try html("![](https://h.test/c.png)")
                == "<p><a href=\"https://h.test/c.png\">https://h.test/c.png</a></p>\n")
    }

    @Test func asksForTheAlternativeTextOfAnImage() throws {
        #expect(try ReadPage("a ![](c.png)").findings == ["image-alternative 1:7"])
        #expect(try ReadPage("a ![b *c*](c.png)").html == "<p>a <img src=\"c.png\" alt=\"b c\"></p>\n")
    }

    @Test func theLeadIsTheFirstParagraphThatStandsAlone() throws {
        #expect(
            try ReadPage("> quoted\n\n- item\n\n  more\n\nThe *first* one.\n\nNext").markdown.lead.text
                == "The first one.")
        #expect(try ReadPage("> quoted").markdown.lead.text == "")
    }

    @Test(arguments: [(90, []), (91, ["long-first-paragraph"])])
    func theFirstParagraphOfAnAnswerHasAtMostNinetyWords(_ count: Int, _ rules: [String]) throws {
        let text = "---\ntitle: What?\ntype: question\n---\n" + String(repeating: "word ", count: count)
        let found = try ReadPage(text).diagnostics.map(\.rule).filter { $0 == "long-first-paragraph" }
        #expect(found == rules)
    }

    @Test func theIntroductionOfACollectionMayBeLong() throws {
        let text = "---\ntitle: Many\ntype: question\ncollection: true\n---\n" + String(repeating: "word ", count: 91)
        #expect(try !ReadPage(text).diagnostics.contains { $0.rule == "long-first-paragraph" })
    }

    @Test func showsAnImageInTheTextOfThePageAndSaysSo() throws {
        let page = try ReadPage("![A chart](data:image/png;base64,AA==)")
        #expect(page.html == "<p><img src=\"data:image/png;base64,AA==\" alt=\"A chart\"></p>\n")
        #expect(page.findings == ["external-image 1:12"])
        #expect(try ReadPage("![a b](data:text/html;base64,AA)").html == "<p>a b</p>\n")
    }

    @Test(arguments: [
        ("A work breakdown structure (WBS) is", ["WBS"]), ("**Work breakdown** structures (WBSs)", ["WBS"]),
        ("a work-breakdown\nstructure (`x`) (WBS)", []), ("[work breakdown structure](a.md) (WBS; see there)", ["WBS"]),
        ("the WBS (work breakdown structure)", ["WBS"]), ("the WBS (see there)", []),
        ("return on investment (ROI), head of organisation (HO)", ["ROI", "HO"]),
        ("<abbr title=\"Quick response\">QR</abbr> and <abbr>XY</abbr>", ["QR"]), ("breakdown structure (WBS)", []),
        ("| a |\n|---|\n| key result (KR) |", ["KR"]), ("## Key result (KR)", ["KR"]), ("(WBS) ((((", []),
        ("- key result (KR)\n- other (OR)", ["KR"]), ("`key result (KR)`", []),
    ])
    func knowsTheAcronymsThatTheTextExplains(_ text: String, _ acronyms: [String]) throws {
        #expect(try ReadPage(text).markdown.definedAcronyms == acronyms)
    }

    @Test(arguments: [
        ("“RAID” and ‘PMO’… RAG—", ["RAID 1:4", "PMO 1:19", "RAG 1:29"]), ("xRAID éRAID RAID_ RAIDé", []),
        ("the PMO's **RAG**s, d’ROI", ["PMO 1:5", "RAG 1:13", "ROI 1:25"]), ("ABCDEFG A 計PMO", []),
    ])
    func findsTheAcronymsWhereTheyStand(_ text: String, _ acronyms: [String]) throws {
        let found = try ReadPage(text).markdown.acronyms
        #expect(found.map { "\($0.text) \($0.position.line):\($0.position.column)" } == acronyms)
    }
}
