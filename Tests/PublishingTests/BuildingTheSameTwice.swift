// The same input gives the same bytes, wherever, whenever and with however many workers it is built.

import Foundation
import TestSupport
import Testing

struct BuildingTheSameTwice {
    private static let scripts = [
        "plain text with *emphasis*", "| a | b |\n|---|--:|\n| `x` | ~~y~~ |", "> [!NOTE]\n> careful",
    ]

    /// Pages that differ in kind and in size, each with links to others.
    private func mixedHandbook(pages: Int) throws -> TestFolder {
        let folder = try TestFolder([
            "content/handbook.yml": "title: Mixed\nbase_url: https://handbook.example.org/\n",
            "content/glossary.yml": "terms:\n  - term: Baseline\n    definition: What is agreed\n",
            "content/files/list.csv": "a,b\n",
        ])
        for number in 0..<pages {
            let next = (number * 7 + 1) % pages
            var text = number % 3 == 0 ? "---\ntitle: Page \(number)\nupdated: 2025-12-0\(number % 9 + 1)\n---\n\n" : ""
            text += number % 3 == 0 ? "" : "# Page \(number)\n\n"
            text += "See [the next](../s\(next % 20)/p\(next).md), www.example.org[^1] and [[Page \(next)]].\n\n"
            for paragraph in 0...(number % 11) {
                text += Self.scripts[(number + paragraph) % 3] + "\n\n## Part \(paragraph)\n\n"
            }
            try folder.write("content/s\(number % 20)/p\(number).md", text + "[^1]: A note.\n")
        }
        return folder
    }

    @Test func givesTheSameBytesWithOneWorkerAndWithTwo() throws {
        // Few enough for a debug build; a release build is worth trying with ten thousand.
        let folder = try mixedHandbook(pages: 300)
        let one = try folder.milepost("build", "-j", "1", "-o", "one")
        let two = try folder.milepost("build", "-j", "2", "-o", "two")
        #expect(one.status == 0 && two.status == 0, "\(one.errors.prefix(400))")
        #expect(try folder.tree("one") == folder.tree("two"))
    }

    /// What is called the same has an order all the same, which a table with a seed of its own must not choose.
    @Test func givesTheSameBytesWhereManyAreCalledTheSame() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        for place in 0..<12 {
            try folder.write("content/topics/t\(place).md", "---\ntype: topic\n---\n\n# Plan\n\nA plan.\n")
            try folder.write("content/roles/r\(place).md", "---\ntype: role\n---\n\n# Lead\n\nA lead.\n")
        }
        for name in ["one", "two", "three"] { try folder.milepost("build", "--keep-going", "--data-files", "-o", name) }
        #expect(try folder.tree("one") == folder.tree("two"))
        #expect(try folder.tree("one") == folder.tree("three"))
    }

    @Test func givesTheSameFindingsInTheSameOrderWithAnyNumberOfWorkers() throws {
        let folder = try mixedHandbook(pages: 60)
        for number in 0..<60 { try folder.write("content/bad/b\(number).md", "[x](gone-\(number).md) <blink>\n") }
        let one = try folder.milepost("build", "-j", "1")
        #expect(one.errors.contains("gone-59.md"))
        for jobs in ["2", "7"] { #expect(try folder.milepost("build", "-j", jobs).errors == one.errors) }
    }

    @Test func givesTheSameBytesAgainAndInAnotherPlaceZoneAndLanguage() throws {
        let folder = try mixedHandbook(pages: 40)
        #expect(try folder.milepost("build", "-o", "site").status == 0)
        let first = try folder.tree("site")
        try folder.milepost("build", "-o", "site")
        #expect(try folder.tree("site") == first)
        try folder.shell(
            "mkdir -p elsewhere/deep && cp -r content elsewhere/deep/inhalt && touch elsewhere/deep/inhalt/*")
        for environment in [
            ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Adak"], ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C"],
        ] {
            try folder.run([milepostPath, "build", "elsewhere/deep/inhalt", "-o", "other"], environment: environment)
            #expect(try folder.tree("other") == first, "\(environment)")
        }
    }

    @Test func buildsForTheDayOfSourceDateEpoch() throws {
        let folder = try TestFolder(["content/a.md": "---\ntitle: A\nupdated: 2025-06-01\n---\n\nText\n"])
        let before = try folder.milepost("build", environment: ["SOURCE_DATE_EPOCH": "1748649600"])
        #expect(before.errors.contains("2025-05-31"))
        let after = try folder.milepost(
            "build", environment: ["SOURCE_DATE_EPOCH": "1748736000", "TZ": "America/Adak"])
        #expect(!after.errors.contains("future-date"))
    }
}
