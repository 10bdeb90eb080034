// The registers of a plan page: the order of risks, sums of money, who is told what, and names written safely.

import Testing

@testable import Rendering

@Suite struct PlanRegisterTests {
    private func risk(_ id: String, _ probability: Int, _ impact: Int, _ more: String = "") -> String {
        "- {id: \(id), title: T, owner: Ann, probability: \(probability), impact: \(impact)\(more)}\n"
    }

    // MARK: Facts

    @Test func theHeadSaysWhoDecidesAndWhen() throws {
        let facts = { (governance: String) in
            var writer = try writer(of: "governance: \(governance)")
            writer.writeSummary()
            let words = String(decoding: writer.html, as: UTF8.self).replacing(/<[^>]*>/, with: " ").split {
                $0.isWhitespace
            }
            return words.joined(separator: " ")
        }
        #expect(
            try facts("{board: Steering group, meets: 2w, tolerances: {time: 10d, cost: 2.5%}}").hasSuffix(
                "Board Steering group Board meets Every two weeks Tolerance 10 working days late, 2.5% over budget"))
        #expect(
            try facts("{meets: each quarter, tolerances: {time: 1w}}").hasSuffix(
                "Board meets Each quarter Tolerance 1 week late"))
    }

    // MARK: Risks

    @Test func theBandFollowsFromTheScore() {
        let bands = [1, 4, 5, 12, 15, 25].map { RiskBand(score: $0) }
        #expect(bands == [.low, .low, .medium, .medium, .high, .high])
    }

    @Test func theWorstAndSoonestRiskStandsFirstAndClosedOnesLast() throws {
        let html = try part(
            .risks,
            of: "risks:\n" + risk("never", 3, 3) + risk("done", 5, 5, ", status: closed")
                + risk("later", 3, 3, ", proximity: 2027-03-01") + risk("weeks", 3, 3, ", proximity: 7w")
                + risk("soon", 3, 3, ", proximity: 2027-02-21") + risk("worst", 3, 5, ", status: occurred"))
        #expect(
            try html.rows(ofTable: "Plan: Risks").dropFirst().map(\.[0])
                == ["worst", "soon", "weeks", "later", "never", "done"])
    }

    @Test func aScoreIsToldWithItsBand() throws {
        let html = try part(
            .risks, of: "risks:\n" + risk("r1", 3, 5, ", residual: {probability: 2, impact: 2}") + risk("r2", 4, 3))
        let rows = try html.rows(ofTable: "Plan: Risks")
        #expect(rows[0].prefix(5) == ["Id", "Risk", "Score", "Probability × impact", "Residual score"])
        #expect(rows[1].prefix(5) == ["r1", "T", "15 high", "3 × 5", "4 low"])
        #expect(rows[2].prefix(5) == ["r2", "T", "12 medium", "4 × 3", ""])
    }

    @Test func theMapLeadsToTheRowsOfTheRegister() throws {
        let html = try part(.risks, of: "risks:\n" + risk("r1", 1, 5) + risk("r2", 1, 5, ", type: opportunity"))
        #expect(html.contains("<a href=\"#risk:r1\">r1</a>"))
        #expect(html.contains("<tr id=\"risk:r1\">"))
        let rows = try html.rows()
        #expect(rows[0] == ["Probability", "Impact"])
        #expect(rows[1] == ["1", "2", "3", "4", "5"])
        #expect(rows[2] == ["5", "", "", "", "", ""])
        #expect(rows[6] == ["1", "", "", "", "", "medium: r1 r2▲ (opportunity)"])
        #expect(!html.contains("Residual risk"))
    }

    @Test func aRiskWithoutResidualRatingStaysWhereItWas() throws {
        let html = try part(
            .risks, of: "risks:\n" + risk("r1", 4, 2) + risk("r2", 4, 2, ", residual: {probability: 1, impact: 2}"))
        let residual = try #require(html.firstRange(of: "Residual risk"))
        let rows = try String(html[residual.lowerBound...]).rows()
        #expect(rows[3] == ["4", "", "medium: r1", "", "", ""])
        #expect(rows[6] == ["1", "", "low: r2", "", "", ""])
    }

    @Test func closedRisksAreNotOnTheMap() throws {
        let html = try part(.risks, of: "risks:\n" + risk("r1", 1, 1) + risk("r2", 1, 1, ", status: closed"))
        #expect(html.contains("1 closed risk is left out"))
        #expect(try html.rows()[6][1] == "low: r1")
        #expect(try !part(.risks, of: "risks:\n" + risk("r2", 1, 1, ", status: closed")).contains("heat-map"))
    }

    // MARK: Money

    @Test func theTotalIsTheSumOfTheLines() throws {
        let html = try part(
            .budget,
            of: """
                budget:
                - {id: b1, item: Tea, category: other, planned: 100.10, actual: 150}
                - {id: b2, item: People, category: staff, planned: 200.20, actual: 0.5, task: t1}
                - {id: b3, item: Milk, category: other, planned: 0.70}
                - {id: b4, item: Rest, category: contingency, planned: 99}
                tasks:
                - {id: t1, name: Work, duration: 1d, owner: Ann}
                """)
        #expect(
            try html.rows(ofTable: "Plan: Budget by category").dropFirst() == [
                ["Staff", "GBP 200.20", "GBP 0.50", "GBP 199.70", " 50%"],
                ["Contingency", "GBP 99", "GBP 0", "GBP 99", " 25%"],
                ["Other", "GBP 100.80", "GBP 150", "GBP −49.20", " 25%"],
                ["Total", "GBP 400", "GBP 150.50", "GBP 249.50", "100%"],
            ])
        let lines = try html.rows(ofTable: "Plan: Budget lines")
        #expect(lines[2] == ["People", "Staff", "Work", "GBP 200.20", "GBP 0.50", "GBP 199.70"])
        #expect(lines[5] == ["Total", "", "", "GBP 400", "GBP 150.50", "GBP 249.50"])
        #expect(html.contains("<a href=\"#task:t1\">Work</a>"))
        #expect(html.contains("Contingency is 24.8% of the budget: GBP 99 of GBP 400."))
    }

    @Test(arguments: [
        ([1, 1, 1], [34, 33, 33]), ([0, 0], [0, 0]), ([], []), ([5], [100]), ([995, 5], [99, 1]),
        ([.max / 4, .max / 4], [50, 50]),
    ])
    func sharesAddUpToAHundred(amounts: [Int], expected: [Int]) {
        #expect(percentages(of: amounts) == expected)
    }

    // MARK: People

    @Test func namesAreEscapedInEveryChart() throws {
        let plan = """
            tasks:
            - {id: t1, name: "<b>T</b>", duration: 5d, owner: "<b>O</b>", assign: {r1: 1}, deliverable: "<b>D</b>"}
            resources: [{id: r1, name: "<b>R</b>"}]
            stakeholders: [{id: s1, name: "<b>S</b>", power: 5, interest: 5}, {id: s2, name: "<b>U</b>", power: 1, interest: 1}]
            raci: [{for: t1, "<b>P</b>": A/R}]
            communications: [{audience: s1, message: "<b>M</b>", owner: "<b>O</b>"}]
            quality: [{id: q1, task: t1, criterion: "<b>C</b>"}]
            risks: [{id: k1, title: "<b>K</b>", probability: 1, impact: 1}]
            budget: [{id: b1, item: "<b>I</b>", category: staff, planned: 1, task: t1}]
            """
        for name in [PlanPart.resources, .stakeholders, .raci, .communications, .quality, .risks, .budget] {
            let html = try part(name, of: plan)
            #expect(!html.contains("<b>"), "\(name)")
            #expect(html.contains("&lt;b&gt;"), "\(name)")
        }
    }

    @Test func whoAnswersForATaskStandsOut() throws {
        let html = try part(
            .raci,
            of: """
                tasks: [{id: t1, name: Work, duration: 1d, owner: Ann, deliverable: Result}]
                raci: [{for: t1, Ann: A/R, Bob: C}, {for: Result, Bob: A, Eve: I}]
                """)
        #expect(
            try html.rows() == [
                ["Task or deliverable", "Ann", "Bob", "Eve"], ["Work", "A/R", "C", ""], ["Result", "", "A", "I"],
            ])
        #expect(html.contains("<strong>A</strong>/R"))
        #expect(html.contains("<th scope=\"row\"><a href=\"#task:t1\">Result</a></th>"))
    }

    @Test func columnsOfRolesLeadToTheirPages() throws {
        let html = try part(
            .raci,
            of: """
                tasks: [{id: t1, name: Work, duration: 1d, owner: lead}]
                raci: [{for: t1, lead: A/R, Ann Other: C, nobody: I}]
                """, beside: ["roles/lead.md": "---\ntype: role\ntitle: The lead (of it)\n---\n"])
        #expect(try html.rows()[0] == ["Task or deliverable", "The lead", "Ann Other", "nobody"])
        #expect(html.contains("<th scope=\"col\"><a href=\"../roles/lead/index.html\">The lead</a></th>"))
        #expect(html.contains("<th scope=\"col\">Ann Other</th><th scope=\"col\">nobody</th>"))
    }

    @Test func messagesStandTogetherByWhoHearsThem() throws {
        let html = try part(
            .communications,
            of: """
                stakeholders:
                - {id: s1, name: Board, power: 5, interest: 5}
                - {id: s2, name: Staff, power: 1, interest: 5}
                - {id: s3, name: Union, power: 1, interest: 5}
                - {id: s4, name: Press, power: 1, interest: 5}
                communications:
                - {audience: s1, message: One, every: 1w, owner: Ann, channel: call}
                - {audience: s2, message: Two, every: once, owner: Ann}
                - {audience: s1, message: Three, every: 2w, owner: Bob}
                """)
        #expect(
            try html.rows().dropFirst() == [
                ["Board", "One", "Weekly", "Ann", "Call"], ["Three", "Every two weeks", "Bob", ""],
                ["Staff", "Two", "Once", "Ann", ""],
            ])
        #expect(html.contains("<th scope=\"row\" rowspan=\"2\"><a href=\"#stakeholder:s1\">Board</a></th>"))
        #expect(html.contains("No message is planned for Union and Press."))
    }

    // MARK: Quality

    @Test func deliverablesTellHowManyCriteriaTheyHave() throws {
        let html = try part(
            .quality,
            of: """
                tasks:
                - {id: t1, name: Write, duration: 2d, owner: Ann, deliverable: {name: Book, link: the-book.md}}
                - {id: t2, name: Read, duration: 1d, owner: Ann, after: [t1], deliverable: Notes}
                quality:
                - {id: q1, task: t1, criterion: Long, result: pass}
                - {id: q2, task: Book, criterion: Good, result: fail}
                - {id: q3, criterion: Cheap}
                """)
        #expect(
            try html.rows(ofTable: "Plan: Quality").dropFirst().map { [$0[0], $0[1], $0[5]] }
                == [["Long", "Write", "Passed"], ["Good", "Book", "Failed"], ["Cheap", "", "Not checked yet"]])
        #expect(
            try html.rows(ofTable: "Plan: Deliverables").dropFirst() == [
                ["Book", "Write", "5 January 2027", "2", "the-book.md"],
                ["Notes", "Read", "6 January 2027", "None", ""],
            ])
    }

    @Test func deliverablesLeadToWhereTheyAre() throws {
        func place(_ link: String) throws -> String {
            let html = try part(
                .quality,
                of: """
                    tasks: [{id: t1, name: Write, duration: 2d, owner: Ann, deliverable: {name: Book, link: "\(link)"}}]
                    quality: [{id: q1, task: t1, criterion: Long}]
                    """, beside: ["topics/the-book.md": "---\ntitle: The <book>\n---\n", "files/a b.docx": ""])
            let row = try #require(html.split(separator: "<tr>").last)
            return String(
                try #require(row.firstMatch(of: /<td>([^\n]*)<\/td><\/tr>/)).1.split(separator: "<td>").last ?? "")
        }
        let page = "<a href=\"../topics/the-book/index.html\">The &lt;book&gt;</a>"
        for link in ["the-book", "topics/the-book", "topics/the-book.md", "/topics/the-book.md"] {
            #expect(try place(link) == page, "\(link)")
        }
        #expect(try place("files/a b.docx") == "<a href=\"../files/a%20b.docx\">a b.docx</a>")
        #expect(
            try place("https://example.org/?a&b")
                == "<a class=\"external\" rel=\"noopener\" href=\"https://example.org/?a&amp;b\">https://example.org/?a&amp;b</a>"
        )
        #expect(try place("no <page>") == "no &lt;page&gt;")
    }
}
