import Content
import Testing
import UTF8Text

struct HeadingTests {
    @Test func takesTheFirstHeadingForTheTitle() throws {
        let page = try ReadPage("intro\n\n# The *title*\n\ntext")
        #expect(page.markdown.title?.value == "The title")
        #expect(page.markdown.title?.position.line == 3)
        #expect(page.html == "<p>intro</p>\n<p>text</p>\n")
        #expect(page.markdown.outline.isEmpty)
    }

    @Test func leavesOutAHeadingThatRepeatsTheDeclaredTitle() throws {
        let page = try ReadPage("---\ntitle: Declared\n---\n# Declared\n\ntext")
        #expect(page.page.header.title.value == "Declared")
        #expect(page.html == "<p>text</p>\n")
    }

    @Test func movesFurtherTitlesDownWithTheirSections() throws {
        let page = try ReadPage("# One\n\n# Two\n\n## Three\n\n###### Six")
        #expect(outline(page) == ["2 two", "3 three", "6 six"])
        #expect(page.findings == ["heading-level 3:1", "heading-level 7:1"])
    }

    /// One finding: the sections before it skip no level.
    @Test func reportsASecondTitleBehindSectionsOnce() throws {
        let page = try ReadPage("---\ntitle: One\n---\n## Two\n\n# Three\n\n## Four")
        #expect(page.findings == ["heading-level 6:1"])
        #expect(outline(page) == ["3 two", "2 three", "3 four"])
    }

    @Test func reportsASkippedLevel() throws {
        #expect(try ReadPage("## a\n\n#### b\n\n## c").findings == ["heading-level 3:1"])
        #expect(try ReadPage("### a").findings == ["heading-level 1:1"])
        #expect(try ReadPage("## a\n\n### b\n\n## c").findings == [])
    }

    @Test func formsIdsAsGitHubDoes() throws {
        let page = try ReadPage("## RACI: who, what?\n\n## Größe & 日本\n\n## `code` *and* [link](/x)\n\n## !!!")
        #expect(page.markdown.outline.map(\.id) == ["raci-who-what", "größe--日本", "code-and-link", "section"])
    }

    @Test func keepsTheFirstAnchorWhenTwoHeadingsShareATitle() throws {
        let page = try ReadPage("## A\n\n### Steps\n\n## B\n\n### Steps\n\n### Steps\n\n### Steps")
        #expect(page.markdown.outline.map(\.id) == ["a", "steps", "b", "b-steps", "steps-2", "steps-3"])
    }

    @Test func numbersRepeatedHeadingsWithoutAParent() throws {
        #expect(
            try ReadPage("## A\n\n## A\n\n## A 2\n\n## A").markdown.outline.map(\.id) == ["a", "a-2", "a-2-2", "a-3"])
    }

    @Test func usesTheIdThatTheAuthorGives() throws {
        let page = try ReadPage("## Title {#own.id_1}\n\n## Another *word* {#w}")
        #expect(page.markdown.outline.map(\.id) == ["own.id_1", "w"])
        #expect(page.markdown.outline.map(\.text) == ["Title", "Another word"])
        #expect(!page.html.contains("{#"))
        #expect(page.findings == [])
    }

    @Test func reportsAnIdThatStandsTwiceOrIsMalformed() throws {
        let page = try ReadPage("## A {#x}\n\n## B {#x}\n\n## C {#\"y}\n\n## D {#}")
        #expect(page.findings == ["heading-id 3:1", "heading-id 5:1", "heading-id 7:1"])
        #expect(page.markdown.outline.map(\.id) == ["x", "b", "c", "d"])
    }

    @Test func leavesBracesThatAreNoIdInTheText() throws {
        #expect(try ReadPage("## a {b}").markdown.outline.map(\.text) == ["a {b}"])
        #expect(try ReadPage("## `a {#b}`").markdown.outline.map(\.text) == ["a {#b}"])
    }

    @Test func knowsWhereEachHeadingStandsInTheHTML() throws {
        let page = try ReadPage("text\n\n## A\n\n> ### B\n\n- ## C")
        let bytes = page.markdown.html.bytes
        #expect(
            page.markdown.outline.map { String(decoding: bytes[$0.htmlStart...].prefix(11), as: UTF8.self) } == [
                "<h2 id=\"a\">", "<h3 id=\"b\">", "<h2 id=\"c\">",
            ])
    }

    @Test func formsTheIdsOfManyEqualHeadingsInTimeThatGrowsWithTheirNumber() throws {
        let page = try ReadPage(String(repeating: "## a\n", count: 20_000))
        #expect(page.markdown.outline.last?.id == "a-20000")
    }

    private func outline(_ page: ReadPage) -> [String] { page.markdown.outline.map { "\($0.level) \($0.id)" } }
}
