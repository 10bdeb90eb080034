// The handbook in content/ has every page of its table of contents, Tests/Handbook/contents.tsv, and each is complete.

import Foundation
import TestSupport
import Testing

/// A line of the table of contents: what must be there.
private struct Entry: Sendable, CustomTestStringConvertible {
    let type: String
    let slug: String
    let title: String
    let links: [String]
    let sources: [String]

    var testDescription: String { "\(type) \(slug)" }

    /// The fewest and the most words of the text, without what is there to be copied.
    var words: ClosedRange<Int> {
        switch type {
        case "question": 150...350
        case "topic": 400...900
        case "role": 250...400
        case "template": 150...600
        case "plan": 300...600
        default: 100...4000
        }
    }
}

private let entries: [Entry] = {
    let table = handbookFolder.deletingLastPathComponent().appending(path: "Tests/Handbook/contents.tsv")
    guard let text = try? String(contentsOf: table, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        func list(_ cell: String) -> [String] { cell.split(separator: ",").map(String.init) }
        return Entry(
            type: cells[0], slug: cells[1], title: cells[2], links: list(cells[3]), sources: list(cells[4]))
    }
}()

struct HandbookPages {
    /// Where the page of an entry is: the folder says its type.
    private func file(of entry: Entry) -> String {
        entry.type == "page" ? entry.slug + ".md" : "\(entry.type)s/\(entry.slug).md"
    }

    @Test func theTableOfContentsIsRead() {
        #expect(entries.count == 120)
        #expect(entries.count { $0.type == "question" } == 33)
    }

    @Test(arguments: entries) fileprivate func isThereAndComplete(entry: Entry) throws {
        let text = try String(contentsOf: handbookFolder.appending(path: file(of: entry)), encoding: .utf8)
        let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        try #require(parts.count == 3 && parts[0].isEmpty)
        let header = String(parts[1])
        let body = String(parts[2])
        let title = try #require(header.firstMatch(of: /(?m)^title: *"?(.*?)"?$/)).1
        #expect(title == entry.title)
        #expect(header.contains(/(?m)^status: approved$/))
        #expect(header.contains(/(?m)^owner: [a-z-]+$/) || entry.type == "page")

        let cited = header.firstMatch(of: /(?m)^sources: *\[(.*)\]/)?.1 ?? ""
        let sources = Set(cited.matches(of: /[A-Z][A-Z0-9]+/).map { String($0.0) })
        #expect(Set(entry.sources).subtracting(sources) == [])
        for link in entry.links { #expect(text.contains(link), "no link to \(link)") }

        let copied = /(?ms)^```.*?^```$/
        if entry.slug != "index" {
            let words = body.replacing(copied, with: "").replacing(/!\[[^\]]*\]/, with: "").matches(of: /[\p{L}\p{N}]+/)
                .count
            #expect(entry.words.contains(words), "\(words) words")
        }
        if entry.type == "template" { #expect(body.contains(copied)) }
    }

    /// A page that nobody planned belongs into the table of contents, or not into the handbook.
    @Test func hasNoOtherPages() throws {
        var found: Set<String> = []
        for folder in ["questions", "topics", "roles", "templates", "plans"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: handbookFolder.appending(path: folder).path)
            for name in names where name.hasSuffix(".md") && name != "index.md" { found.insert("\(folder)/\(name)") }
        }
        let planned = entries.filter { $0.type != "page" }.map { file(of: $0) }
        #expect(found == Set(planned))
    }

    /// Nothing is found in it, not even a note.
    @Test func isClean() throws {
        let folder = try TestFolder()
        let run = try folder.milepost(
            "check", handbookFolder.path, "--strict", "--format", "json", environment: handbookDay)
        #expect(run.status == 0)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let findings = try #require(report["findings"] as? [[String: Any]])
        #expect(findings.isEmpty, "\(run.output.prefix(2000))")
    }
}
