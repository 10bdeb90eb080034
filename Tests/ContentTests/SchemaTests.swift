// The keys of each type of page and of the special files: what is read, and one fixture for each rule.

import Content
import Testing
import UTF8Text

struct RuleTests {
    /// A file that breaks exactly one rule, and where.
    static let fixtures: [(rule: Rule, path: String, text: String, places: [String])] = [
        (.frontMatter, "a.md", "---\ntitle: [One\n---\n", ["3:1"]),
        (.unknownKey, "a.md", "---\ntitle: One\nsumary: x\n---\n", ["3:1"]),
        (
            .invalidValue, "a.md",
            "---\ntype: role\nsummary: \(fifty)\nowner: pmo\nupdated: 2027-01-04\nstatus: apprved\ntitle: One\n---\n",
            ["6:9"]
        ),
        (
            .missingKey, "a.md", "---\ntype: role\nsummary: \(fifty)\nowner: pmo\nupdated: 2027-01-04\n---\n# One",
            ["2:1"]
        ),
        (.typeFolder, "roles/a.md", "---\ntype: page\ntitle: One\n---\n", ["2:7"]),
        (.pageLimit, "a.md", "ok\n\n" + String(repeating: "> ", count: 200) + "x", ["3:1"]),
        (.rawHTML, "a.md", "text\n\nsome <blink> text", ["3:6"]),
        (.linkScheme, "a.md", "text [a](ftp://h.test)", ["1:10"]),
        (.externalImage, "a.md", "text ![a](http://h.test/a.png)", ["1:11"]),
        (.headingLevel, "a.md", "## a\n\n#### b", ["3:1"]),
        (.headingID, "a.md", "## a {#x}\n\n## b {#x}", ["3:1"]),
        (.imageAlternative, "a.md", "text\n![](a.png)", ["2:5"]),
        (.linkText, "a.md", "text [here](a.md)", ["1:13"]),
        (.shownRaw, "a.md", "text\n\n[gap] (other.md)", ["3:1"]),
        (.unclosed, "a.md", "text\n\n```\ncode", ["3:1"]),
        (.tableShape, "a.md", "| a | b |\n|---|---|\n| c | d | e |", ["3:1"]),
        (.footnote, "a.md", "text [^a]", ["1:6"]),
        (.unknownAlert, "a.md", "text\n\n> [!NITE]\n> text", ["3:1"]),
        (
            .longFirstParagraph, "a.md",
            "---\n{type: question, title: What?, summary: \(fifty), short_answer: \(fifty), owner: pmo, "
                + "updated: 2027-01-04, topics: [a], sources: [s]}\n---\n" + String(repeating: "word ", count: 91),
            ["4:1"]
        ),
        (
            .missingTemplate, "a.md",
            "---\ntitle: Log\ntype: template\nsummary: \(fifty)\nowner: pmo\nupdated: 2027-01-04\nformat: [md]\n"
                + "used_in: [a]\nversion: '1.0'\n---\nText.", ["2:8"]
        ),
        (
            .missingTemplate, "a.md",
            "---\ntitle: Log\ntype: template\nsummary: \(fifty)\nowner: pmo\nupdated: 2027-01-04\nformat: [md, csv]\n"
                + "used_in: [a]\nversion: '1.0'\n---\n```csv\na,b\n```\n\n```md\n# A\n```", ["7:10"]
        ),
        (
            .missingTemplate, "a.md",
            "---\ntitle: Log\ntype: template\nsummary: \(fifty)\nowner: pmo\nupdated: 2027-01-04\nformat: [md, xlsx]\n"
                + "used_in: [a]\nversion: '1.0'\nfile: log.XLSX\n---\n```csv\na,b\n```", ["7:10"]
        ),
        (.autolinkComment, "a.md", "text\n\n<!-- autolink of -->", ["3:1"]),
        (.autolinkComment, "a.md", "text <!-- autolink off --> text <!-- autolink off -->", ["1:33"]),
        (.autolinkComment, "a.md", "text <!-- autolink on --> text", ["1:6"]),
        (.suppression, "a.md", "text\n\n<!-- milepost-ignore orphan -->", ["3:1"]),
        (.planSchema, "plans/a.md", planPage("plan: {kind: action, start: 2027-01-04, gols: []}"), ["9:41"]),
        (
            .planID, "plans/a.md", planPage("plan: {kind: action, start: 2027-01-04, goals: {id: A, title: t}}"),
            ["9:53"]
        ),
        (.planValue, "plans/a.md", planPage("plan: {kind: action, start: tomorrow}"), ["9:29"]),
        (
            .riskValue, "plans/a.md",
            planPage(
                "plan: {kind: action, start: 2027-01-04, risks: {id: r, title: t, probability: 6, impact: 1, "
                    + "response: accept, owner: pmo}}"), ["9:79"]
        ),
    ]

    @Test(arguments: fixtures.indices)
    func reportsWhatBreaksARuleWhereItStands(_ index: Int) throws {
        let fixture = Self.fixtures[index]
        let page = try ReadPage(fixture.text, path: fixture.path)
        #expect(page.findings == fixture.places.map { "\(fixture.rule.id) \($0)" })
        #expect(page.diagnostics.allSatisfy { $0.severity == fixture.rule.severity && $0.path == fixture.path })
    }

    @Test func reportsBytesThatAreNoText() throws {
        #expect(try ReadPage(bytes: Array("a\nb".utf8) + [0xFF]).findings == ["encoding 2:2"])
        #expect(try ReadPage(bytes: [0xFF, 0xFE, 0x61, 0]).findings == ["encoding 1:1"])
    }

    @Test(arguments: [
        "<!-- autolink off -->\n\ntext\n\n<!-- autolink on -->", "a <!--autolink off--> b <!-- \n autolink on\n--> c",
        "<!-- autolink off -->\n\nto the end", "<!-- automatic links are off here -->", "`<!-- autolink of -->`",
    ])
    func takesCommentsThatSwitchAutomaticLinks(_ text: String) throws { #expect(try ReadPage(text).findings == []) }

    @Test func hasStableIdsInKebabCase() {
        let ids = Rule.ofContent.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    }
}

/// A plan page without its plan, which `keys` give from line 9 on.
func planPage(_ keys: String) -> String {
    """
    ---
    title: Plan
    summary: \(fifty)
    owner: pmo
    updated: 2027-01-04
    topics: [a]
    sources: [s]
    version: "1.0"
    \(keys)
    ---
    """
}

private let fifty = "A sentence that is long enough to be a summary of it."

struct PageSchemaTests {
    @Test(arguments: [
        ("question", "title: What?, short_answer: \(fifty), topics: [a], sources: [s]"),
        ("topic", "title: Topic, kind: policy, sources: [s], version: '1.10'"), ("role", "title: Role"),
        ("template", "title: Template, format: [md], used_in: [a], version: '1.0'"),
        ("plan", "title: Plan, plan: {kind: action, start: 2027-01-04}, topics: [a], sources: [s], version: '1.0'"),
        ("page", "title: Page"),
    ])
    func asksForTheKeysOfEachType(_ type: String, _ keys: String) throws {
        let common = "summary: \(fifty), owner: pmo, updated: 2027-01-04"
        #expect(try ReadPage("---\n{type: \(type), \(common), \(keys)}\n---\n```\nx\n```").findings == [])
        guard type != "page" else { return }
        let given = (common + ", " + keys).matches(of: /([a-z_]+):[ ]/).map { String($0.1) }.filter {
            !["kind", "start"].contains($0) || type == "topic"
        }
        let missing = try ReadPage("---\ntype: \(type)\n---\n```\nx\n```")
        let named = Set(
            missing.diagnostics.compactMap { $0.message.firstMatch(of: /the key '([a-z_]+)'/).map { String($0.1) } })
        #expect(
            missing.diagnostics.allSatisfy {
                $0.rule == ($0.message.contains("'plan'") ? "plan-schema" : "missing-key")
            })
        // Only a policy needs a version.
        #expect(named == Set(given).subtracting(type == "topic" ? ["version"] : []))
    }

    @Test func asksNothingOfAPlainPage() throws {
        #expect(try ReadPage("text", path: "a/b.md").findings == [])
        #expect(try ReadPage("", path: "questions/index.md").findings == [])
    }

    @Test(arguments: [
        ("question", "questions/a.md"), ("topic", "topics/x/a.md"), ("role", "roles/a.md"),
        ("template", "templates/a.md"),
        ("plan", "plans/a.md"), ("page", "questions/index.md"), ("page", "a.md"), ("page", "x/questions/a.md"),
        ("page", "questions.md"),
    ])
    func takesTheTypeFromTheFolder(_ type: String, _ path: String) throws {
        #expect(try ReadPage("", path: path).page.header.type.rawValue == type)
    }

    @Test(arguments: [
        ("title: On", "1:8"), ("title: " + String(repeating: "a", count: 91), "1:8"), ("title: [a]", "1:8"),
        ("slug: A b", "1:7"),
        ("slug: a", "1:7"), ("summary: short", "1:10"),
        ("summary: What **matters** most to those who pay for it all", "1:10"),
        ("summary: 'What [[risk]] does to those who pay for it all'", "1:10"),
        ("version: 1", "1:10"),
        ("version: 1.x", "1:10"),
        ("updated: 2024-02-30", "1:10"), ("updated: yesterday", "1:10"), ("reviewed: 1.1.2024", "1:11"),
        ("review_in: soon", "1:12"),
        ("topics: {a: b}", "1:9"), ("topics: [[a]]", "1:10"), ("aliases: [a, {b: c}]", "1:14"),
        ("autolink: yes", "1:11"),
        ("nav: x", "1:6"), ("nav: {order: 1e3}", "1:14"), ("nav: {order: 99999}", "1:14"),
        ("nav: {order: 1:30}", "1:14"),
        ("nav: {hide: no}", "1:13"), ("nav: {label: ''}", "1:14"), ("type: pge", "1:7"), ("owner: {a: b}", "1:8"),
    ])
    func refusesAValueOfTheWrongKind(_ line: String, _ place: String) throws {
        let lineOfFile = place.replacing("1:", with: "2:")
        #expect(try ReadPage("---\n\(line)\n---\n").findings == ["invalid-value \(lineOfFile)"])
    }

    @Test func refusesFrontMatterThatIsNoMapping() throws {
        let page = try ReadPage("---\n- a\n---\ntext")
        #expect(Set(page.findings) == ["invalid-value 2:1"])
        #expect(page.html == "<p>text</p>\n")
    }

    @Test func leavesTheAuthorsOwnKeysAlone() throws {
        #expect(try ReadPage("---\nx: {anything: [goes]}\n---\n").findings == [])
    }

    @Test func countsTheLettersOfATextAndNotItsBytes() throws {
        #expect(try ReadPage("---\ntitle: \(String(repeating: "ö", count: 90))\n---\n").findings == [])
        #expect(
            try ReadPage("---\ntitle: \(String(repeating: "ö", count: 91))\n---\n").findings == ["invalid-value 2:8"])
    }

    @Test func suggestsTheKeyThatWasMeant() throws {
        let page = try ReadPage("---\nsumary: x\n---\n")
        #expect(page.diagnostics.map(\.help) == ["did you mean 'summary'?"])
    }

    @Test(arguments: [("Risk Log", "risk-log"), ("a", "risk-register"), ("größe", "risk-register")])
    func suggestsASlugThatIsOne(_ written: String, _ suggested: String) throws {
        let page = try ReadPage("---\nslug: \(written)\n---\n")
        #expect(page.diagnostics.map(\.help) == ["for example '\(suggested)'"])
        #expect(try ReadPage("---\nslug: \(suggested)\n---\n").findings == [])
    }

    @Test func takesASingleValueForAListOfOne() throws {
        let header = try ReadPage("---\ntopics: risk\nsources: iso\n---\n").page.header
        #expect(header.topics.map(\.value) == ["risk"])
        #expect(header.citations.map(\.source.value) == ["iso"])
    }

    @Test func readsOldAddressesOfPagesAndHeadings() throws {
        let text = """
            ---
            redirects: [old/, "#a", {from: "#b", to: "#c"}, {from: "old/#d", to: "#e%20f"}, {from: other/}]
            ---
            """
        let page = try ReadPage(text)
        #expect(page.findings == [])
        let read = page.page.header.redirects.map { $0.from.value + ($0.to.map { " → " + $0.value } ?? "") }
        #expect(read == ["old/", "#a", "#b → c", "old/#d → e f", "other/"])
    }

    @Test(arguments: [
        ("- #a", "invalid-value 3:2"), ("- from: \"#a\"\n  to: #b", "invalid-value 4:3"),
        ("- {from: \"#a\", to: b}", "invalid-value 3:20"), ("- {from: \"#a\", to: \"#\"}", "invalid-value 3:20"),
        ("- {to: \"#a\"}", "missing-key 3:3"), ("- {from: a, too: b}", "unknown-key 3:13"),
        ("- [a]", "invalid-value 3:3"), ("- 'a#b c'", "invalid-value 3:3"), ("- '#'", "invalid-value 3:3"),
        ("- '#fn:1'", "invalid-value 3:3"),
    ])
    func refusesAnOldAddressThatSaysNothing(_ entry: String, _ finding: String) throws {
        let page = try ReadPage("---\nredirects:\n\(entry)\n---\n")
        #expect(page.findings == [finding], "\(entry)")
    }

    @Test func wantsAQuestionForTheTitleOfAQuestion() throws {
        let page = try ReadPage("---\ntitle: Statement\ncollection: true\n---\n", path: "questions/a.md")
        #expect(!page.findings.contains("invalid-value 2:8"))
        #expect(
            try ReadPage("---\ntitle: Statement\n---\n", path: "questions/a.md").findings.contains("invalid-value 2:8"))
        let inTheMidst = try ReadPage("---\ntitle: What for? (a short answer)\n---\n", path: "questions/a.md")
        #expect(!inTheMidst.findings.contains("invalid-value 2:8"))
    }

    @Test func collectsWhatFollowsEachQuestion() throws {
        let page = try ReadPage("## What?\n\nThis *one*.\n\nMore.\n\n## And?\n\n- That.", path: "questions/a.md")
        #expect(page.markdown.outline.map(\.lead) == ["This one.", ""])
    }

    @Test func takesTheTitleFromTheFileNameWhenNothingElseSaysIt() throws {
        #expect(try ReadPage("text", path: "a/02-risk_register.md").page.header.title.value == "Risk register")
        #expect(try ReadPage("text", path: "a/risk-log/README.md").page.header.title.value == "Risk log")
        #expect(try ReadPage("text", path: "index.md").page.header.title.value == "Home")
    }
}

struct SpecialFileTests {
    @Test func readsTheConfiguration() throws {
        let result = read(
            "handbook.yml",
            "title: T\nlanguage: en-GB\nbase_url: https://h.test/a\nstrict: true\nrules: {orphan: off, encoding: note}\n"
        )
        guard case .settings(let settings) = result.file else { throw NotAPage() }
        #expect(result.diagnostics.isEmpty)
        #expect(settings.baseURL == "https://h.test/a/" && settings.language == "en-GB" && settings.isStrict)
        #expect(settings.severities == ["orphan": Severity?.none, "encoding": Severity?.some(.note)])
    }

    @Test(arguments: [("5w", 35), ("9d", 9)])
    func readsAfterHowManyDaysTheStatusOfAPlanIsStale(_ length: String, _ days: Int) throws {
        guard case .settings(let settings) = read("handbook.yml", "plans: {stale_after: \(length)}\n").file else {
            throw NotAPage()
        }
        #expect(settings.plansStaleAfter == days)
    }

    @Test(arguments: [
        ("language: english", "1:11"), ("base_url: h.test", "1:11"), ("base_url: 'https://h.test/?a'", "1:11"),
        ("strict: yes", "1:9"),
        ("rules: [a]", "1:8"), ("rules: {orphan: never}", "1:17"), ("title: ''", "1:8"),
    ])
    func refusesAConfigurationThatCannotBe(_ text: String, _ place: String) {
        #expect(read("handbook.yml", text).diagnostics.map(\.summary) == ["invalid-value \(place)"])
    }

    @Test func readsTheGlossary() throws {
        let result = read(
            "glossary.yml",
            "terms:\n- {term: RAID, definition: Risks and more., aliases: [raid log], target: raid, link: case}\n- {term: No}\n"
        )
        guard case .glossary(let terms) = result.file else { throw NotAPage() }
        #expect(terms.map(\.name.value) == ["RAID"])
        #expect(terms.first?.link == .case)
        #expect(result.diagnostics.map(\.summary) == ["missing-key 3:3"])
    }

    @Test func readsTheSources() throws {
        let result = read(
            "sources.yml",
            "sources:\n- {id: a, title: A, url: 'https://h.test', accessed: 2027-01-04}\n- {id: b, title: B}\n- {id: c, title: C, url: 'ftp://h'}\n"
        )
        guard case .sources(let sources) = result.file else { throw NotAPage() }
        #expect(sources.map(\.id.value) == ["a", "b", "c"])
        #expect(result.diagnostics.map(\.summary) == ["missing-key 3:3", "link-scheme 4:26"])
    }

    @Test func takesAnEmptyFileForOneWithoutEntries() {
        for file in SpecialFile.allCases { #expect(read(file.rawValue, "").diagnostics.isEmpty, "\(file.rawValue)") }
    }

    private func read(_ path: String, _ text: String) -> ParseResult {
        parse(SourceFile(path: path, bytes: Array(text.utf8)))
    }
}
