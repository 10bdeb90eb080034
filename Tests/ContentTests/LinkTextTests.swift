// What links and images say to readers who do not see them: findings where they say nothing, and none where they do.

import Content
import Testing
import UTF8Text

struct LinkTextTests {
    @Test(arguments: [
        "[here](a.md)", "[Click here!](a.md)", "[ read  **more** ](a.md)", "[this page](a.md)", "[“More…”](a.md)",
        "[hier klicken](a.md)", "[en savoir plus](a.md)", "[aquí](a.md)", "[](a.md)", "[→](a.md)", "[*here*](a.md)",
        "[![](a.svg)](a.md)", "[https://h.test/a](https://h.test/a)", "[www.h.test](https://h.test)", "[[a|here]]",
        "[[a#b| ]]", "[here][ref]\n\n[ref]: a.md", "<a href=\"a.md\">here</a>", "<a href=\"a.md\"><b>Here</b></a>",
        "[`here`](a.md)", "[&quot;here&quot;](a.md)",
    ])
    func reportsALinkThatDoesNotSayWhereItLeads(_ text: String) throws {
        #expect(try ReadPage(text).diagnostics.filter { $0.rule == "link-text" }.count == 1, "\(text)")
    }

    @Test(arguments: [
        "[Risk register](a.md)", "<https://h.test/a>", "https://h.test/a", "www.h.test", "<me@h.test>",
        "[me@h.test](mailto:me@h.test)", "[Who is here](a.md)", "[![A chart of risks](a.svg)](a.md)", "[1](a.md)",
        "<a href=\"a.md\"><img src=\"a.svg\" alt=\"A chart of risks\"></a>", "[[a]]", "[[a|The risk register]]",
        "[計画](a.md)", "[`here.md`](a.md)", "Read more: <https://h.test>", "[a](javascript:x)", "note[^1]\n\n[^1]: x",
        "[example.org](https://example.org)", "## here",
    ])
    func findsNothingInALinkThatDoes(_ text: String) throws {
        #expect(try ReadPage(text).findings.filter { $0.hasPrefix("link-text") } == [], "\(text)")
    }

    @Test func saysWhereTheLinkStandsAndWhatToDo() throws {
        let page = try ReadPage("Read [the plan](b.md), or\nclick [here](a.md), or [[c|here]].")
        #expect(page.findings == ["link-text 2:14", "link-text 2:24"])
        #expect(page.diagnostics.first?.message == "the link text 'here' does not say where it leads")
        #expect(page.diagnostics.first?.help.hasSuffix("[what it leads to](a.md)") == true)
        #expect(page.diagnostics.last?.help.hasSuffix("[[c]]") == true)
    }

    @Test func checksManyLinksInOneParagraphInTimeThatGrowsWithTheirNumber() throws {
        let page = try ReadPage(String(repeating: "[here](a) ", count: 3000))
        #expect(page.diagnostics.count == 3000)
    }

    @Test(arguments: [
        "![](a.png)", "![image](a.png)", "![Image 3](a.png)", "![picture](a.png)", "![screenshot](a.png)",
        "![a.png](a.png)", "![x/IMG_2041.JPG](b.png)", "![risk-matrix](img/risk-matrix.png)",
        "![chart2](chart2.svg)", "<img src=\"a.png\" alt=\"image\">", "<img src=\"a.png\">",
    ])
    func reportsAnAlternativeTextThatSaysNothing(_ text: String) throws {
        #expect(try ReadPage(text).diagnostics.filter { $0.rule == "image-alternative" }.count == 1, "\(text)")
    }

    @Test(arguments: [
        "![A risk matrix](a.png)", "![Risk matrix](risk-matrix.png)", "![kanban](kanban.png)",
        "![Picture of the team](a.png)", "<img src=\"a.png\" alt=\"\">", "![v2.0](a.png)", "![Figure 3: costs](a.png)",
    ])
    func findsNothingInAnAlternativeTextThatDoes(_ text: String) throws {
        #expect(try ReadPage(text).findings.filter { $0.hasPrefix("image-alternative") } == [], "\(text)")
    }
}
