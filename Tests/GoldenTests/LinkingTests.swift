// The links of the cases in Tests/Golden/linking as they stand in the published HTML, and as the program explains them.

import Foundation
import TestSupport
import Testing

@Suite struct LinkingTests {
    private let golden = repository.appending(path: "Tests/Golden/linking")

    /// The golden site holds the pages as they were published; a link of a term is its words in `<a class="term">`.
    @Test func thePublishedPagesHoldExactlyTheLinksOfTheTable() throws {
        let table = try linkedWords()
        for (page, words) in table {
            let html = try String(
                contentsOf: golden.appending(path: "expected/\(page)/index.html"), encoding: .utf8)
            #expect(termLinks(of: html) == words, "\(page)")
        }
        let folder = golden.appending(path: "expected")
        var linking: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix("/index.html")
        {
            let html = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            if !termLinks(of: html).isEmpty { linking.insert(String(path.dropLast("/index.html".count))) }
        }
        #expect(linking == Set(table.filter { !$0.value.isEmpty }.keys))
    }

    @Test(arguments: ["content/match/same-start.md", "same-start", "Same start"])
    func explainTellsTheSameOfAPageByItsPathSlugAndTitle(name: String) throws {
        let explained = try explain([name])
        #expect(explained["page"] as? String == "content/match/same-start.md")
        let links = try #require(explained["links"] as? [[String: Any]])
        #expect(links.map { $0["words"] as? String } == ["PMO lead", "PMO mandate", "enterprise PMO"])
        #expect(links.map { $0["rule"] as? String } == ["auto", "auto", "auto"])
        #expect(
            links.map { $0["target"] as? String } == [
                "roles/pmo-lead.md", "topics/pmo-mandate.md", "topics/pmo-types.md",
            ])
        #expect(links.map { $0["term"] as? String } == ["PMO lead", "PMO mandate", "enterprise PMO"])
        #expect(links.map { $0["line"] as? Int } == [5, 5, 5])
        #expect(links.map { $0["column"] as? Int } == [5, 23, 42])
    }

    @Test func explainTellsWhereATermIsLinkedAndWhereItIsSkipped() throws {
        let explained = try explain(["--term", "PID"])
        #expect(explained["term"] as? String == "project charter")
        #expect(explained["target"] as? String == "templates/template-project-charter.md")
        let forms = try #require(explained["forms"] as? [[String: Any]])
        #expect(
            forms.map { $0["form"] as? String } == [
                "project charter", "project initiation document", "PID", "PIDs", "project charters",
                "project initiation documents",
            ])
        #expect(forms.map { $0["policy"] as? String } == ["auto", "auto", "case", "case", "auto", "auto"])
        #expect(forms.map { $0["generated"] as? Bool } == [false, false, false, true, true, true])
        let mentions = try #require(explained["mentions"] as? [[String: Any]])
        let told = mentions.map {
            "\($0["file"] ?? "") \($0["words"] ?? "") \($0["outcome"] ?? "") \($0["rule"] ?? "")"
        }
        #expect(
            told == [
                "content/meaning/identifiers.md PID linked case", "content/meaning/identifiers.md pid not linked case",
                "content/meaning/projects.md project charter linked auto",
            ])
    }

    /// The words of each automatic link, by page.
    private func linkedWords() throws -> [String: [String]] {
        let text = try String(contentsOf: golden.appending(path: "cases.txt"), encoding: .utf8)
        var table: [String: [String]] = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.components(separatedBy: " | ")
            var words = table[parts[0]] ?? []
            if parts.count == 3, parts[2].hasPrefix("linked") { words.append(parts[1]) }
            table[parts[0]] = words
        }
        return table
    }

    private func termLinks(of html: String) -> [String] {
        html.components(separatedBy: "<a class=\"term\"").dropFirst().map { rest in
            let link = rest.components(separatedBy: "</a>")[0]
            let words = link[link.index(after: link.firstIndex(of: ">") ?? link.startIndex)...]
            return String(words).replacing("\n", with: " ").replacing("&amp;", with: "&")
        }
    }

    private func explain(_ arguments: [String]) throws -> [String: Any] {
        let folder = try goldenFolder("linking")
        let run = try folder.run([milepostPath, "explain", "--format", "json"] + arguments, environment: goldenDay)
        #expect(run.status == 0, "\(run.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }
}
