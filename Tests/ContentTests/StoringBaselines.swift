// A baseline is written into the text of a plan: in its place, as the file is written, and nothing else changes.

import Content
import Testing
import UTF8Text

struct StoringBaselines {
    private let tasks: [BaselineTask]
    private let date: CalendarDate

    init() throws {
        func task(_ id: String, _ start: String, _ finish: String) throws -> BaselineTask {
            try BaselineTask(id: id, start: #require(CalendarDate(start)), finish: #require(CalendarDate(finish)))
        }
        tasks = try [task("a", "2027-01-04", "2027-01-08"), task("b", "2027-01-11", "2027-01-11")]
        date = try #require(CalendarDate("2027-01-15"))
    }

    private func store(_ bytes: [UInt8], _ path: String, _ tasks: [BaselineTask], budget: Int = 0) throws -> [UInt8] {
        try storeBaseline(in: bytes, path: path, date: date, tasks: tasks, budget: Money(units: budget, digits: 2))
    }

    private func store(_ text: String, path: String = "p.yaml", budget: Int = 0) throws -> String {
        String(decoding: try store(Array(text.utf8), path, tasks, budget: budget), as: UTF8.self)
    }

    /// Expects the baseline, indented by `indent`, in the place of what stands between two `‸`; it is the one that is read.
    private func expect(
        _ marked: String, path: String = "p.yaml", indent: String = "", lineEnd: String = "\n",
        startingWith: String = "",
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let parts = marked.split(separator: "‸", omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count == 3, sourceLocation: location)
        let lines = [
            "baseline:", "  date: 2027-01-15", "  tasks:", "    a: {start: 2027-01-04, finish: 2027-01-08}",
            "    b: {start: 2027-01-11, finish: 2027-01-11}",
        ]
        let baseline = startingWith + lines.map { indent + $0 + lineEnd }.joined()
        let text = try store(parts.joined(), path: path)
        // Strings that differ in line ends may be equal.
        #expect(Array(text.utf8) == Array((parts[0] + baseline + parts[2]).utf8), sourceLocation: location)

        let (before, after) = (read(parts.joined(), path), read(text, path))
        #expect(after.diagnostics.isEmpty, sourceLocation: location)
        #expect(after.plan?.baseline?.date?.iso == "2027-01-15", sourceLocation: location)
        #expect(after.plan?.baseline?.tasks.map(\.id.value) == ["a", "b"], sourceLocation: location)
        #expect(
            after.plan?.baseline?.tasks.map(\.finish?.iso) == ["2027-01-08", "2027-01-11"], sourceLocation: location)
        #expect(try outline(#require(before.plan)) == outline(#require(after.plan)), sourceLocation: location)
        #expect((before.title, before.updated) == (after.title, after.updated), sourceLocation: location)
        #expect(try store(text, path: path) == text, "a second time changes nothing", sourceLocation: location)
    }

    private func read(_ text: String, _ path: String) -> ParsedPlanFile {
        parsePlanFile(Array(text.utf8), path: path)
    }

    private func outline(_ plan: Plan) -> [String] {
        plan.allTasks.map { "\($0.id.value) \($0.name) \($0.duration?.value.text ?? "") \($0.note ?? "")" }
            + plan.log.map { "\($0.id.value) \($0.text)" } + [plan.deadline?.value.iso ?? ""]
    }

    // MARK: Where it is written

    @Test func atTheTopOfAFileBehindTheLastKey() throws {
        try expect("kind: action\nstart: 2027-01-04\ntasks:\n- {id: a, name: A, duration: 5d}\n‸‸")
        try expect("---\nkind: action\nstart: 2027-01-04\n‸‸...\n")
    }

    @Test func underPlanBeforeWhatStandsBesideIt() throws {
        try expect("plan:\n  kind: action\n  start: 2027-01-04\n‸‸\n# About the page.\ntitle: T\n", indent: "  ")
        try expect("title: T\nplan:\n    kind: action\n    start: 2027-01-04\n‸‸", indent: "    ")
    }

    @Test func inTheFrontMatterOfAPage() throws {
        let page =
            "---\ntitle: T\nplan:\n  kind: action\n  start: 2027-01-04\n‸‸updated: 2027-01-02\n---\n\nbaseline:\ntext"
        try expect(page, path: "p.md", indent: "  ")
        try expect("---\nplan:\n kind: action\n start: 2027-01-04\n‸‸---\n", path: "p.md", indent: " ")
        try expect("---\nplan:\n kind: action\n start: 2027-01-04\n‸‸...\ntext", path: "p.md", indent: " ")
    }

    @Test func inThePlaceOfTheOldOne() throws {
        let old =
            "baseline:\n  date: 2026-12-01\n  budget: 5\n  tasks:\n    a: {start: 2027-01-04, finish: 2027-01-05}\n"
        try expect("kind: action\n‸\(old)‸start: 2027-01-04\n")
        try expect("kind: action\nstart: 2027-01-04\n‸\(old)‸")
        try expect("‸\(old)‸kind: action\nstart: 2027-01-04\n")
        try expect("kind: action\nstart: 2027-01-04\n‸baseline: {date: 2026-12-01, tasks: {}}\n‸")
        try expect("kind: action\nstart: 2027-01-04\n‸baseline: {\n  date: 2026-12-01\n}\n‸deadline: 2027-02-01\n")
        try expect("kind: action\n‸\"baseline\":\n‸start: 2027-01-04\n")
        try expect("kind: action\nstart: 2027-01-04\n‸baseline:‸")
    }

    // MARK: As the file is written

    @Test func withTheLineEndsOfTheFile() throws {
        for end in ["\r\n", "\r"] {
            try expect("kind: action\(end)start: 2027-01-04\(end)‸‸", lineEnd: end)
            try expect(
                "plan:\(end)  kind: action\(end)  start: 2027-01-04\(end)‸‸title: T\(end)", indent: "  ", lineEnd: end)
            try expect(
                "---\(end)plan:\(end) kind: action\(end)‸ baseline: {}\(end)‸ start: 2027-01-04\(end)---\(end)text\(end)",
                path: "p.md", indent: " ", lineEnd: end)
        }
    }

    @Test func inAFileThatDoesNotEndItsLastLine() throws {
        try expect("kind: action\nstart: 2027-01-04‸‸", startingWith: "\n")
        try expect("kind: action\r\nstart: 2027-01-04‸‸", lineEnd: "\r\n", startingWith: "\r\n")
        try expect("plan:\n  kind: action\n  start: 2027-01-04‸‸", indent: "  ", startingWith: "\n")
        try expect("kind: action\nstart: 2027-01-04\ntasks: []  # none yet‸‸", startingWith: "\n")
        try expect("kind: action\nstart: 2027-01-04\nx: |\n  text‸‸", startingWith: "\n")
    }

    @Test func behindAByteOrderMark() throws {
        try expect("\u{FEFF}kind: action\nstart: 2027-01-04\n‸‸")
        try expect("\u{FEFF}---\nplan:\n kind: action\n start: 2027-01-04\n‸‸---\ntext", path: "p.md", indent: " ")
    }

    @Test func whereTextBreaksItsLinesOddly() throws {
        let odd = "\u{85}\u{2028}\u{2029}"
        try expect(
            "---\ntitle: \"a\(odd)b\"\nplan:\n kind: action\n start: 2027-01-04\n‸‸---\n", path: "p.md", indent: " ")
        try expect("kind: action\nstart: 2027-01-04\n# \(odd)#\n‸baseline:\n‸x: \"\(odd)\"\n")
    }

    // MARK: What stays

    @Test func leavesCommentsWhereTheyAre() throws {
        try expect(
            """
            # The plan.
            kind: action  # For now.
            start: 2027-01-04
            # Nothing to do yet:
            tasks:
              # - {id: a, name: A, duration: 5d}
            ‸‸
            # Written in May.

            """)
        try expect(
            """
            plan:
              kind: action
            ‸  baseline:
                date: 2026-12-01
            ‸
              # When it starts.
              start: 2027-01-04
              # The end of the plan.
            # The end of the file.

            """, indent: "  ")
    }

    @Test func leavesTextThatLooksLikeACommentOrAnEndAlone() throws {
        try expect(
            """
            kind: action
            start: 2027-01-04
            tasks:
            - id: a
              name: A
              duration: 5d
              note: |
                Text

                ---
                # Heading
            ‸‸
            """)
        try expect("plan:\n  kind: action\n  start: 2027-01-04\n  x: |\n   # Heading\n‸‸title: T\n", indent: "  ")
    }

    @Test func leavesListsInBracketsOverManyLinesWhole() throws {
        let list = "tasks: [\n  {id: a, name: A, duration: 5d},\n  ]\n"
        try expect("kind: action\nstart: 2027-01-04\n\(list)‸‸")
        try expect("plan:\n  kind: action\n  start: 2027-01-04\n  \(list)‸‸", indent: "  ")
    }

    @Test func keepsTheBudgetUnlessThereIsNone() throws {
        let text = "kind: action\nstart: 2027-01-04\ncurrency: GBP\n"
        #expect(
            try read(store(text, budget: 120_050), "p.yaml").plan?.baseline?.budget?.value.units(digits: 2) == 120_050)
        #expect(try store(text, budget: 120_050).contains("\n  budget: 1200.50\n"))
        #expect(try !store(text, budget: 0).contains("budget"))
    }

    @Test func keepsAPlanWithoutTasks() throws {
        let text = "kind: action\nstart: 2027-01-04\n"
        let stored = try store(Array(text.utf8), "p.yaml", [])
        #expect(String(decoding: stored, as: UTF8.self) == text + "baseline:\n  date: 2027-01-15\n  tasks: {}\n")
        #expect(parsePlanFile(stored, path: "p.yaml").diagnostics.isEmpty)
    }

    // MARK: What cannot be changed

    @Test(arguments: [
        "plan: {kind: action, start: 2027-01-04, tasks: []}\n", "{kind: action, start: 2027-01-04}\n",
        "plan: {\n  kind: action,\n  start: 2027-01-04\n}\n", "plan:\n  {\n  kind: action,\n  start: 2027-01-04 }\n",
    ])
    func refusesAPlanInBraces(_ text: String) {
        #expect(throws: BaselineFault.flowMapping) { try store(text) }
        guard text.hasPrefix("plan:") else { return }
        #expect(throws: BaselineFault.flowMapping) { try store("---\n\(text)---\n", path: "p.md") }
    }

    @Test(arguments: [
        ("p.yaml", ""), ("p.yaml", "a: ["), ("p.yaml", "text"), ("p.yaml", "plan:\n"), ("p.md", "text"),
        ("p.md", "---\ntitle: T\ndata: a.yaml\n---\n"),
    ])
    func refusesAFileInWhichThereIsNoPlan(_ path: String, _ text: String) {
        #expect(throws: BaselineFault.unreadable) { try store(text, path: path) }
    }

    @Test func refusesAFileThatIsNoText() {
        #expect(throws: BaselineFault.unreadable) { try store([0x61, 0xFF], "p.yaml", tasks) }
    }

    /// YAML lets what stands in brackets or quotes go on further to the left than its key.
    @Test(arguments: ["[\n{id: a},\n]\n", "\"one\n# two\"\n", "[a,\n# b\n]\n"])
    func refusesAPlanThatItWouldTearApart(_ value: String) {
        #expect(throws: BaselineFault.unsafe) { try store("plan:\n  kind: action\n  x: \(value)") }
    }

    @Test func refusesAPageThatHasNoRoomForIt() {
        let filler = String(repeating: "x", count: 127 * 1024 + 900)
        let page = "---\nplan:\n  kind: action\n  start: 2027-01-04\n  x: \(filler)\n---\n"
        #expect(parsePlanFile(Array(page.utf8), path: "p.md").diagnostics.isEmpty)
        #expect(throws: BaselineFault.tooLarge) { try store(page, path: "p.md") }
    }
}
