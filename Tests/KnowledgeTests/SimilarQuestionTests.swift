// Which questions say nearly the same, and which only look like it.

import Knowledge
import TestHandbooks
import Testing
import UTF8Text

private let glossary = """
    terms:
      - {term: project management office, definition: A team that sets the way., aliases: [PMO, project office]}
      - {term: finish-to-start, definition: A kind of dependency of tasks., aliases: [start-to-start]}
    """

private func similar(_ files: [String: String]) throws -> [Diagnostic] {
    try linkedHandbook(["glossary.yml": glossary].merging(files) { $1 }).diagnostics
        .filter { $0.rule == "similar-question" }.sorted(by: Diagnostic.reportedBefore)
}

@Suite struct SimilarQuestionTests {
    @Test(arguments: [
        ("How do I write a risk register?", "How should I write the risk register?"),
        ("How do I set up a PMO?", "How do you set up a project management office?"),
        ("What makes a PMO successful?", "What makes a successful PMO?"),
        ("Who approves changes?", "Who should approve a change?"), ("What is a risk?", "What's a risk?"),
        ("What are the PMO's tasks?", "Which tasks does a PMO do?"),
        (
            "What is the difference between a project plan, a stage plan and a team plan?",
            "What is the main difference between a project plan, a team plan and a detailed stage plan?"
        ),
    ])
    func findsQuestionsThatSayNearlyTheSame(one: String, other: String) throws {
        for (first, second) in [(one, other), (other, one)] {
            let found = try similar(["questions/a.md": question(first), "questions/b.md": question(second)])
            #expect(found.map(\.path) == ["questions/b.md"], "\(first) \(second)")
            #expect(
                found.first?.message == "'\(second)' asks nearly the same as '\(first)', questions/a.md:2")
        }
    }

    @Test(arguments: [
        ("How do you write an implementation plan?", "How do you write a PMO implementation plan?"),
        ("Who approves a change request?", "When is a change request approved?"),
        ("What is a PMO?", "Why have a PMO?"), ("What is a PMO?", "How does a PMO do it?"),
        ("When do I accept a risk?", "When do I not accept a risk?"),
        ("What is finish-to-start?", "What is start-to-start?"),
        ("Do I need a PMO charter?", "What does a PMO charter need?"), ("What is it?", "What is this?"),
        (
            "What is the difference between a project plan, a stage plan and a team plan?",
            "What is the difference between a project budget, a stage budget and a team budget?"
        ),
        ("What are the five stages?", "What are the four stages?"),
        (
            "How does the team report costs of stage 2 to the board?",
            "How does the team report costs of the stage to the board?"
        ),
    ])
    func leavesQuestionsAloneThatDiffer(one: String, other: String) throws {
        #expect(try similar(["questions/a.md": question(one), "questions/b.md": question(other)]).isEmpty)
    }

    @Test func otherPhrasingsAndCollectedQuestionsCount() throws {
        let found = try similar([
            "questions/a.md": question(
                "What is first?", "asked: [How do I write a risk register?, How does one write risk registers?]"),
            "questions/b.md": question(
                "Several", "collection: true",
                body:
                    "## How do you write a risk register?\n\nSo.\n\n## Not a question\n\n## Writing what is late?\n\n## What late writing is?"
            ),
            "questions/c.md": question(
                "What is last?", "asked: ['Is it the end?', 'How is a risk register to write?']"),
        ])
        #expect(
            found.map {
                "\($0.path):\($0.position.line):\($0.position.column) \($0.message.split(separator: " ").last ?? "")"
            }
                == [
                    "questions/b.md:12:1 questions/a.md:10", "questions/b.md:20:1 questions/b.md:18",
                    "questions/c.md:10:27 questions/a.md:10",
                ])
    }

    @Test func aNameThatTwoPagesClaimIsAnotherRulesFinding() throws {
        let files = [
            "questions/a.md": question("Who decides on a gate?"), "questions/b.md": question("Who decides on a gate?"),
        ]
        #expect(try similar(files).isEmpty)
        #expect(try linkedHandbook(files).diagnostics.contains { $0.rule == "name-taken" })
    }

    @Test func aRetiredQuestionMayBeAskedAgain() throws {
        let old = question("Who decides on a gate?").replacing("approved", with: "retired")
        #expect(try similar(["questions/a.md": old, "questions/b.md": question("Who decides at the gates?")]).isEmpty)
    }

    @Test func comparesManyQuestionsInTimeThatGrowsWithTheirNumber() throws {
        let headings = (0..<4000).map {
            "## What is the part of plan \($0) in stage \($0 % 7) of team budget report?\n"
        }
        let found = try similar([
            "questions/a.md": question("Many", "collection: true", body: headings.joined(separator: "\n")),
            "questions/b.md": question(
                "More", "collection: true", body: String(repeating: "## What is that same?\n\n", count: 4000)),
        ])
        #expect(found.count == 3999)
    }
}
