// Where links, images, names and raw HTML stand in the file.

import Content
import Testing
import UTF8Text

struct PlaceTests {
    @Test func tellsEqualAddressesApart() throws {
        #expect(try places("[a](/x) and [b](/x)") == ["/x 1:5", "/x 1:17"])
        #expect(try places("![a](x.png) ![b](x.png)") == ["x.png 1:6", "x.png 1:18"])
        #expect(try places("[[A]] and [[A]]") == ["A 1:1", "A 1:11"])
    }

    /// None of the thousand addresses stands in the text as the library gives it, so each is looked for to the end of its
    /// block. That uses up what may be searched of a page: the place of what follows is the line of its block.
    @Test func looksForNoMoreAddressesThanAPageMayCost() throws {
        func text(_ count: Int) -> String {
            (0..<count).map { "[name \($0)](p\($0)?a&amp;b)" }.joined(separator: "\n") + "\n\nSee [x](/last)."
        }
        #expect(try places(text(10)).last == "/last 12:9")
        #expect(try places(text(1000)).last == "/last 1002:1")
    }

    @Test func doesNotTakeTheTextOfALinkForItsAddress() throws {
        #expect(try places("see /x: [/x and more](/x)") == ["/x 1:23"])
        #expect(try places("`[a](/x)` is written [a](/x)") == ["/x 1:26"])
    }

    @Test func findsTheImageInALinkAndTheLinkAroundIt() throws {
        #expect(try places("[![a](x.png)](x.png)") == ["x.png 1:15", "x.png 1:7"])
    }

    @Test func findsLinksInTables() throws {
        #expect(
            try places("| a | b |\n|---|---|\n| [a](/x) | [b](/x) |\n| \\| [c](/x) | |") == [
                "/x 3:7", "/x 3:17", "/x 4:10",
            ])
    }

    @Test func findsLinksThatRunAcrossLines() throws {
        #expect(try places("One\n[long\ntext](/x) and [b](/x)") == ["/x 3:7", "/x 3:19"])
        #expect(try places("[a](\n/x\n\"title\") b") == ["/x 2:1"])
    }

    @Test func findsLinksInListsAndQuotes() throws {
        #expect(try places("- [a](/x)\n- [b](/x)\n  - [c](/x)") == ["/x 1:7", "/x 2:7", "/x 3:9"])
        #expect(try places("> [a](/x)\n> [b](/x)") == ["/x 1:7", "/x 2:7"])
        #expect(try places("## [a](/x)\n\n[b](/x)\n-----") == ["/x 1:8", "/x 3:5"])
    }

    @Test func countsFromTheStartOfTheFileNotOfTheText() throws {
        #expect(try places("---\ntitle: One two\n---\n\n[a](/x)") == ["/x 5:5"])
        #expect(try places("---\r\ntitle: One two\r\n---\r\n\r\n[a](/x)\r\n[[B]]") == ["/x 5:5", "B 6:1"])
        #expect(try places("a\rb [a](/x)") == ["/x 2:7"])
    }

    @Test func countsColumnsInBytes() throws {
        #expect(try places("Größe [é](/x)") == ["/x 1:14"])
    }

    @Test func findsLinksInFootnotesThatAreDefinedEarlier() throws {
        #expect(try places("[^1]: see [a](/x)\n\nText[^1] [b](/x)") == ["/x 3:14", "/x 1:15"])
    }

    @Test func findsAddressesThatAreTheirOwnText() throws {
        #expect(
            try places("<https://a.test/> [b](https://a.test/)") == ["https://a.test/ 1:2", "https://a.test/ 1:23"])
        #expect(try places("see www.a.test and a@b.test") == ["http://www.a.test 1:5", "mailto:a@b.test 1:20"])
    }

    @Test func pointsAtTheTextOfALinkWhoseAddressStandsElsewhere() throws {
        #expect(try places("so [one][r] and [two][r]\n\n[r]: /x") == ["/x 1:5", "/x 1:18"])
    }

    @Test func pointsAtTheTagOfRawHTML() throws {
        let page = try ReadPage("a <x> b <x>\n\n<div>\n <y>\n\n- a\n  <z>\n\n</div>")
        #expect(page.findings == ["raw-html 1:3", "raw-html 1:9", "raw-html 4:2", "raw-html 7:3"])
        #expect(try places("a <a href=\"/x\">b</a> <a href='/x'>c</a>") == ["/x 1:3", "/x 1:22"])
    }

    @Test func pointsAtTheFirstUseOfAnAcronymAsAWordOfItsOwn() throws {
        let page = try ReadPage("The PMOs, PMO_X and\nthe PMO; then PMO")
        #expect(page.markdown.acronyms.map { "\($0.text) \($0.position.line):\($0.position.column)" } == ["PMO 2:5"])
    }

    @Test func anAcronymHasTwoToSixCapitals() throws {
        let page = try ReadPage("A AB ABCDEF ABCDEFG AbC A1B")
        #expect(page.markdown.acronyms.map(\.text) == ["AB", "ABCDEF"])
    }

    private func places(_ text: String) throws -> [String] { try ReadPage(text).places }
}
