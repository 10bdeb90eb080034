// `milepost search`, and `milepost check --queries`: what readers would find.

import Foundation
import TestSupport
import Testing

private let pages = [
    "content/index.md": "# The project handbook\n\nStart here.\n",
    "content/risks.md": "# Risk register\n\nKeep a list of risks.\n\n## Who owns a risk\n\nEach risk has one owner.\n",
    "content/budget.md": "# Budget\n\nWhat the project may cost, and a list of payments.\n",
]

struct Searching {
    /// A handbook that was built.
    private func site() throws -> TestFolder {
        let folder = try TestFolder(pages)
        try #require(try folder.milepost("build").status == 0)
        return folder
    }

    @Test func printsWhatReadersWouldSee() throws {
        let run = try site().milepost("search", "owner of a risk")
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(
            run.output == """
                1. Risk register › Who owns a risk (page)
                   risks/#who-owns-a-risk
                   Each risk has one owner.

                """)
    }

    @Test func saysWhatItCorrectedAndWhatItDidNotFind() throws {
        let folder = try site()
        #expect(
            try folder.milepost("search", "regsiter").output.hasPrefix(
                "Nobody wrote 'regsiter'; these are results for 'register'.\n1. Risk register (page)\n"))
        let none = try folder.milepost("search", "xylophone")
        #expect(none.status == 0 && none.output == "Nothing is found.\n")
    }

    @Test func givesProgramsTheSameFacts() throws {
        let run = try site().milepost("search", "budgte", "--json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(json["query"] as? String == "budgte")
        #expect(json["corrections"] as? [[String: String]] == [["from": "budgte", "to": "budget"]])
        let results = try #require(json["results"] as? [[String: String]])
        #expect(results.map { $0["url"] } == ["budget/"])
        #expect(results.map { $0["title"] } == ["Budget"])
    }

    @Test func answersAFileOfQueriesAsARun() throws {
        let folder = try site()
        try folder.write("queries.tsv", "a\tbudget\r\n\nb\tlist of risks\n")
        let run = try folder.milepost("search", "--queries", "queries.tsv", "--limit", "1")
        let lines = run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(lines.map { $0.prefix(3).joined(separator: " ") } == ["a budget/ 1", "b risks/ 1"])
        #expect(lines.allSatisfy { Double($0[3]) ?? 0 > 0 })
    }

    @Test(arguments: [
        (["search"], "Give a text to search for, or --queries FILE."),
        (["search", "a", "--queries", "b"], "Give a text to search for, or --queries FILE."),
        (["search", "a", "--limit", "0"], "--limit must be from 1 to 100."),
        (["search", "a", "--site", "content"], "there is no search index in 'content'"),
        (["search", "--queries", "nowhere.tsv"], "the file 'nowhere.tsv' cannot be read"),
        (["search", "--queries", "odd.tsv"], "odd.tsv:2: the line is not an id, a tab and a text"),
        (["check", "--queries", "nowhere.tsv"], "the file 'nowhere.tsv' cannot be read"),
    ])
    func isTwoForAWrongRequest(arguments: [String], message: String) throws {
        let folder = try site()
        try folder.write("odd.tsv", "a\tbudget\nbudget\n")
        let run = try folder.run([milepostPath] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func isSeventyWithoutNodeOrWithADamagedIndex() throws {
        let folder = try site()
        let run = try folder.milepost("search", "risk", environment: ["PATH": "/nowhere"])
        #expect(run.status == 70)
        #expect(run.errors.contains("searching needs Node.js 18 or later"))
        try folder.write("site/search/manifest.bin", "<!doctype html>")
        let damaged = try folder.milepost("search", "risk")
        #expect(damaged.status == 70)
        #expect(damaged.errors == "milepost: error: The search index is damaged.\n")
    }
}

struct CheckingQueries {
    @Test func reportsWhatReadersWouldNotFind() throws {
        let folder = try TestFolder(pages)
        try folder.write(
            "content/queries.tsv",
            """
            # The questions that matter
            risk register\trisks
            list of payments\trisks,budget
            the project handbook\tindex
            budget\tindex
            xylophone\tbudget
            list\tbudgt
            budget

            """)
        let run = try folder.milepost("check", "--queries", "content/queries.tsv")
        #expect(run.status == 1)
        let findings = run.errors.split(separator: "\n").filter { $0.contains("queries.tsv:") }
        #expect(
            findings == [
                "content/queries.tsv:5:1: error[search-answer]: 'budget' finds 'index' not among 1 results",
                "content/queries.tsv:6:1: error[search-answer]: 'xylophone' finds 'budget' not among 0 results",
                "content/queries.tsv:7:6: error[query-file]: no page 'budgt'",
                "content/queries.tsv:8:1: error[query-file]: the line is not a query, a tab and the slugs of pages",
            ])
        #expect(run.errors.contains("did you mean 'budget'?"))
        #expect(try folder.names() == ["content"])
    }

    @Test func isQuietWhenAllIsFound() throws {
        let folder = try TestFolder(pages)
        try folder.write("q.tsv", "who owns a risk\trisks\n")
        let run = try folder.milepost("check", "--queries", "q.tsv", "--strict")
        #expect(run.status == 0, "\(run.errors)")
    }
}
