// A page that says in any words that it is not for readers is held back.

import Content
import Testing
import UTF8Text

struct ReleaseTests {
    private let today = CalendarDate(year: 2027, month: 1, day: 4)

    private func isPublished(_ text: String, path: String = "page.md") throws -> Bool {
        let header = try ReadPage(text, path: path).page.header
        let day = try #require(today)
        return header.status.value == .approved && header.release.reasonToHold(on: day) == nil
    }

    @Test(arguments: [
        "draft: true", "Draft: True", "DRAFT: yes", "draft: 1", "draft: 'true'", "draft: perhaps", "draft: {a: b}",
        "draft: [true]", "\"draft\": true", "published: false", "Published: FALSE", "published: no",
        "published: 2027-02-01", "publish: false", "publish: never", "publish: scheduled",
        "publish: scheduled\ndate: 2027-01-05", "publish: scheduled\ndate: soon", "private: true",
        "visibility: Private", "visibility: hidden", "publishDate: 2027-01-05T08:00:00Z", "publish_date: 2027-06-01",
        "publishdate: next week", "expiryDate: 2027-01-04", "expirydate: 2020-01-01", "status: draft",
        "status: Draft", "Status: DRAFT", "status: [draft]", "status: WIP", "status: work-in-progress",
        "status: In Review", "status: unpublished", "status: “draft”", "status: Draft v2", "status: drfat",
    ])
    func holdsBackWhatIsNotForReaders(_ keys: String) throws {
        #expect(try !isPublished("---\ntitle: One two\n\(keys)\n---\nText"))
    }

    @Test(arguments: [
        "draft: false", "draft: no", "draft:", "published: true", "published: 2027-01-04", "publish: true",
        "publish: scheduled\ndate: 2027-01-04 08:00", "private: false", "visibility: public",
        "publishDate: 2027-01-01", "expiryDate: 2027-01-05", "date: 2030-01-01", "status: Approved",
        "status: Active", "status: accepted", "published: Journal of Projects",
    ])
    func publishesTheRest(_ keys: String) throws {
        #expect(try isPublished("---\ntitle: One two\n\(keys)\n---\nText"))
    }

    @Test(arguments: ["_drafts/a.md", "team/_Drafts/a.md", "_templates/x/a.md"])
    func holdsBackFoldersThatAreNotForReaders(_ path: String) throws {
        #expect(try !isPublished("# A", path: path))
        #expect(try isPublished("# A", path: path.replacing("_", with: "x")))
    }

    /// What is wrong with the YAML must not publish a draft, nor make a draft of a page that says it is approved.
    @Test(arguments: [
        "title: [a\ndraft: true", "title: a: b\nstatus: Draft", "title: a\ndraft:true", "draft:true",
        " title: a\nb: c\nstatus: draft", "title: \"a\nstatus: 'draft'", "title: a\n\tdraft: true\n b: [",
        "status: draft\nstatus: approved", "status: approved\nstatus: draft", "title: a: b\n\u{A0}draft: true",
        "title: a: b\npublished:\u{A0}false",
    ])
    func holdsBackDraftsWhoseYAMLIsBroken(_ keys: String) throws {
        #expect(try !isPublished("---\n\(keys)\n---\nText"))
    }

    @Test func keepsTheStatusOfAPageWhoseYAMLIsBroken() throws {
        let page = try ReadPage("---\ntitle: a: b\nstatus: approved\n---\nText", path: "questions/a.md")
        #expect(page.page.header.status.value == .approved)
        #expect(page.findings == ["front-matter 2:9"])
    }

    @Test(arguments: [
        "\n---\ntitle: One two\nstatus: draft\n---\n\nText.", "\n\n \n---\ndraft: true\n---\nText.",
        "# Title\n\n---\ndraft: true\ntags: [a]\n---\nText.", "<!-- note -->\n---\nstatus: draft\n---\nText.",
        "<!-- a\nb -->\n# T\n---\nstatus: draft\n---\nText.", "----\nstatus: draft\n----\nText.",
        "—\nstatus: draft\n—\nText.", "---\nstatus: draft\n—\n\nText.", "———\nstatus: draft\n---\nText.",
        "–--\nstatus: draft\n---\nText.", " ---\nstatus: draft\n---\nText.", "---\nstatus: draft\n\nText.",
        "---\ntitle: a\ntags:\n  - b\nstatus: draft\nText.", "---\ndraft: true\n----\nText.",
        "\n---\nstatus: draft\n\nText.", "\n+++\ndraft = true\n+++\nText.", "+++\ndraft = true\n\nText.",
    ])
    func readsFrontMatterInTheWrongPlaceAndSaysSo(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(try !isPublished(text))
        #expect(page.findings.filter { $0.hasPrefix("front-matter ") }.count == 1)
        #expect(page.html.contains("Text."))
        #expect(!page.html.contains("draft"))
    }

    @Test(arguments: [
        "+++\ntitle = \"Minutes\"\ndraft = true\n+++\n\nText.",
        "{\n  \"title\": \"Minutes\",\n  \"draft\": true\n}\nText.",
        "+++\ntitle = 'Minutes' # x\ntags = [\"a\",\n 'b', ]\n[menu.main]\nweight = 1\n[[x]]\na.b = {c = 2}\n[y]\n+++\nText.",
        "+++\ntitle = \"\"\"\nMinutes\"\"\"\nstatus = \"dr\\u0061ft\"\n+++\nText.",
    ])
    func readsTheFrontMatterOfOtherFormats(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(page.page.header.title.value == (text.contains("itle") ? "Minutes" : "Page"))
        #expect(page.findings.contains("front-matter-format 1:1"))
        #expect(page.html == "<p>Text.</p>\n")
    }

    @Test(arguments: ["+++\ndraft = true\ntitle = Minutes\n+++\nText.", "{\n\"draft\": true,\n\"a\": [\n}\nText."])
    func holdsBackDraftsOfOtherFormatsThatAreBroken(_ text: String) throws {
        #expect(try !isPublished(text))
        #expect(try ReadPage(text).findings.contains { $0.hasPrefix("front-matter ") })
    }

    @Test(arguments: [
        "---\n\nText and more.\n\n---\n\nRest", "---\nA sentence.", "# Title\n\n---\n\nNote: this.\n\n---\n\nRest",
        "# Title\n\n---\nNote: this\n\nRest", "----\nText\n----\nRest", "+++\nText", "{\ntext\n}\n", "---",
        "- - -\na: b",
        "Text\n\n---\ntitle: a\n---\nRest",
    ])
    func leavesLinesAcrossThePageAlone(_ text: String) throws {
        let page = try ReadPage(text)
        #expect(!page.findings.contains { $0.hasPrefix("front-matter") })
        for word in ["Text", "Rest", "sentence", "this"] where text.contains(word) { #expect(page.html.contains(word)) }
    }

    @Test(arguments: [
        ("title: Lessons from project #12 and C# migration", "cut-value 2:29"),
        ("summary: In box # 12 and up.", "cut-value 2:17"),
        ("asked:\n  - What is in\n  - Room #5?", "cut-value 4:10"), ("owner: pmo #facilities", "cut-value 2:12"),
    ])
    func warnsOfTextThatBecomesAComment(_ keys: String, _ finding: String) throws {
        #expect(try ReadPage("---\n\(keys)\n---\nText").findings.contains(finding))
    }

    @Test(arguments: [
        "status: approved # until March", "title: 'A #1 title'", "title: A#1 title", "# title: #1",
        "title: One two\n# a #b",
        "related: [] #none", "x: |\n  a #b",
    ])
    func leavesCommentsAlone(_ keys: String) throws {
        #expect(try !ReadPage("---\n\(keys)\n---\nText").findings.contains { $0.hasPrefix("cut-value") })
    }
}
