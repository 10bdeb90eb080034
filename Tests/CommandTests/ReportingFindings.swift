// One handbook with faults in three files, reported in every format: all of them in one run, in order, in place.

import Foundation
import TestSupport
import Testing

struct ReportingFindings {
    /// Umlaut and emoji before a fault tell bytes, UTF-16 units and characters apart.
    private func faultyHandbook() throws -> TestFolder {
        let folder = try TestFolder([
            "content/index.md": "# Home\n\nSee [one](gone.md) and [[Nobody]].\n",
            "content/b/two, 100%.md": "# Two\n\nÄ😀 [x](javascript:a) <blink>\n",
        ])
        try folder.write("content/c.md", Data([0xFF, 0xFE]))
        return folder
    }

    private func report(_ format: String) throws -> Run {
        let run = try faultyHandbook().milepost("build", "--format", format)
        #expect(run.status == 1)
        return run
    }

    @Test func printsTextWithTheLineACaretAndHelp() throws {
        let run = try report("text")
        #expect(
            run.errors == """
                content/b/two, 100%.md:3:12: error[link-scheme]: the address 'javascript:a' has the scheme 'javascript'
                 3 | Ä😀 [x](javascript:a) <blink>
                   |        ^
                 help: link to https, http, mailto or tel, or to a file of the handbook
                content/b/two, 100%.md:3:26: warning[raw-html]: <blink> may not stand in a page and was left out
                 3 | Ä😀 [x](javascript:a) <blink>
                   |                      ^
                 help: use Markdown instead, or remove it
                content/c.md:1:1: error[encoding]: the file is UTF-16; save it as UTF-8
                 1 | \u{FFFD}\u{FFFD}
                   | ^
                content/index.md:3:11: error[link-target]: no page 'gone.md'
                 3 | See [one](gone.md) and [[Nobody]].
                   |           ^
                 help: check the path; it starts at the folder of this page
                content/index.md:3:24: error[link-target]: no page or term 'Nobody'
                 3 | See [one](gone.md) and [[Nobody]].
                   |                        ^
                 help: check the spelling, or write the page

                """)
        #expect(run.output.hasPrefix("Not published: 4 pages, 0 links, 0 term links, 0 plans, 5 findings; "))
    }

    /// Of a long line the part around the fault is shown, with the caret below it.
    @Test func showsTheFaultInALongLine() throws {
        let folder = try TestFolder(["content/index.md": String(repeating: "word ", count: 80) + "[[Nobody]] end.\n"])
        let lines = try folder.milepost("check").errors.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        let place = try #require(lines[1].range(of: "Nobody")).lowerBound
        let caret = try #require(lines[2].firstIndex(of: "^"))
        let column = lines[1].distance(from: lines[1].startIndex, to: place)
        #expect((0...2).contains(column - lines[2].distance(from: lines[2].startIndex, to: caret)))
        #expect(lines[1].hasPrefix(" 1 | …") && lines[1].count < 180)
    }

    @Test func printsJSONWithColumnsInBytes() throws {
        let run = try report("json")
        struct Report: Decodable, Equatable {
            struct Finding: Decodable, Equatable {
                let rule, severity, file: String
                let line, column: Int
                let message, help, excerpt: String
            }
            struct Summary: Decodable, Equatable {
                let pages, links, plans: Int
                let published: Bool
            }
            let findings: [Finding]
            let summary: Summary
        }
        let two = "content/b/two, 100%.md"
        let twoLine = "Ä😀 [x](javascript:a) <blink>"
        let home = "content/index.md"
        let homeLine = "See [one](gone.md) and [[Nobody]]."
        let expected = Report(
            findings: [
                .init(
                    rule: "link-scheme", severity: "error", file: two, line: 3, column: 12,
                    message: "the address 'javascript:a' has the scheme 'javascript'",
                    help: "link to https, http, mailto or tel, or to a file of the handbook", excerpt: twoLine),
                .init(
                    rule: "raw-html", severity: "warning", file: two, line: 3, column: 26,
                    message: "<blink> may not stand in a page and was left out",
                    help: "use Markdown instead, or remove it", excerpt: twoLine),
                .init(
                    rule: "encoding", severity: "error", file: "content/c.md", line: 1, column: 1,
                    message: "the file is UTF-16; save it as UTF-8", help: "", excerpt: "\u{FFFD}\u{FFFD}"),
                .init(
                    rule: "link-target", severity: "error", file: home, line: 3, column: 11,
                    message: "no page 'gone.md'", help: "check the path; it starts at the folder of this page",
                    excerpt: homeLine),
                .init(
                    rule: "link-target", severity: "error", file: home, line: 3, column: 24,
                    message: "no page or term 'Nobody'", help: "check the spelling, or write the page",
                    excerpt: homeLine),
            ], summary: .init(pages: 4, links: 0, plans: 0, published: false))
        #expect(try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)) == expected)
        #expect(run.errors.hasPrefix("Not published: "))
    }

    @Test func printsCommandsForGitHubWithColumnsInUTF16() throws {
        let run = try report("github")
        #expect(
            run.output == """
                ::error file=content/b/two%2C 100%25.md,line=3,col=9,title=link-scheme::\
                the address 'javascript:a' has the scheme 'javascript' \
                (link to https, http, mailto or tel, or to a file of the handbook)
                ::warning file=content/b/two%2C 100%25.md,line=3,col=23,title=raw-html::\
                <blink> may not stand in a page and was left out (use Markdown instead, or remove it)
                ::error file=content/c.md,line=1,col=1,title=encoding::the file is UTF-16; save it as UTF-8
                ::error file=content/index.md,line=3,col=11,title=link-target::no page 'gone.md' \
                (check the path; it starts at the folder of this page)
                ::error file=content/index.md,line=3,col=24,title=link-target::no page or term 'Nobody' \
                (check the spelling, or write the page)

                """)
        #expect(run.errors.hasPrefix("Not published: "))
    }

    @Test func printsSARIFWithColumnsInUTF16() throws {
        let log = try JSONDecoder().decode(SARIFLog.self, from: Data(try report("sarif").output.utf8))
        #expect(log.version == "2.1.0")
        #expect(log.runs.count == 1)
        let run = try #require(log.runs.first)
        #expect(run.columnKind == "utf16CodeUnits")
        #expect(run.tool.driver.name == "Milepost")
        #expect(run.tool.driver.rules.map(\.id) == ["encoding", "link-scheme", "link-target", "raw-html"])
        #expect(run.tool.driver.rules.allSatisfy { !$0.shortDescription.text.isEmpty })
        #expect(run.tool.driver.rules.map(\.defaultConfiguration.level) == ["error", "error", "error", "warning"])
        #expect(run.results.allSatisfy { !$0.message.text.isEmpty && $0.locations.count == 1 })
        let places = run.results.map { result in
            let place = result.locations.first?.physicalLocation
            let region = place.map { "\($0.region.startLine):\($0.region.startColumn)" } ?? ""
            return "\(place?.artifactLocation.uri ?? ""):\(region) \(result.level) \(result.ruleId)"
        }
        #expect(
            places == [
                "content/b/two,%20100%25.md:3:9 error link-scheme", "content/b/two,%20100%25.md:3:23 warning raw-html",
                "content/c.md:1:1 error encoding", "content/index.md:3:11 error link-target",
                "content/index.md:3:24 error link-target",
            ])
    }

    @Test(arguments: ["json", "sarif"]) func printsWellFormedDataWhenThereIsNothingToReport(format: String) throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        let run = try folder.milepost("build", "--format", format)
        #expect(run.status == 0)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    }

    @Test func printsNothingForGitHubWhenThereIsNothingToReport() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        #expect(try folder.milepost("build", "--format", "github").output.isEmpty)
    }

    @Test func keepsControlCharactersOfAFileFromTheTerminal() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n\n[a](x\u{1B}[2Jy.md) \u{202E}\n"])
        let run = try folder.milepost("build")
        #expect(!run.errors.unicodeScalars.contains("\u{1B}") && !run.errors.unicodeScalars.contains("\u{202E}"))
        #expect(run.errors.contains("\\u{1B}"))
    }
}

/// The part of the format that we write. What the schema of version 2.1.0 requires is not optional here.
private struct SARIFLog: Decodable {
    struct Message: Decodable { let text: String }
    struct Rule: Decodable {
        struct Configuration: Decodable { let level: String }
        let id: String
        let shortDescription: Message
        let defaultConfiguration: Configuration
    }
    struct Driver: Decodable {
        let name: String
        let rules: [Rule]
    }
    struct Tool: Decodable { let driver: Driver }
    struct Place: Decodable {
        struct Artifact: Decodable { let uri: String }
        struct Region: Decodable { let startLine, startColumn: Int }
        let artifactLocation: Artifact
        let region: Region
    }
    struct Location: Decodable { let physicalLocation: Place }
    struct Result: Decodable {
        let ruleId, level: String
        let message: Message
        let locations: [Location]
    }
    struct Run: Decodable {
        let tool: Tool
        let columnKind: String
        let results: [Result]
    }
    let version: String
    let runs: [Run]
}
