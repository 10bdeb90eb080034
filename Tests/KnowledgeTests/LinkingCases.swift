// The cases of Tests/Golden/linking: each rule of automatic linking and each trap of the field's words, on a page of its
// own. `cases.txt` there says what must become of every mention; the explanation must say exactly that.

import Content
import Foundation
import Knowledge
import TestHandbooks
import TestSupport
import Testing
import UTF8Text

/// The lines of the table, by page.
private typealias Table = [String: [String]]

@Suite struct LinkingCases {
    private let golden = repository.appending(path: "Tests/Golden/linking")

    @Test func everyMentionBecomesWhatTheTableSays() throws {
        let expected = try table()
        let linked = try linkedCases()
        for page in linked.pages where page.kind == .article && !page.parsed.markdown.text.bytes.isEmpty {
            let name = String(page.path.dropLast(".md".count))
            let explained = linked.explainLinks(on: page.id).map { line(for: $0, on: name, of: linked) }
            guard let lines = expected[name] else {
                #expect(explained == [], "no line of the table is about \(name)")
                continue
            }
            #expect(explained == (lines == ["\(name) | nothing"] ? [] : lines))
        }
        let known = Set(linked.pages.map { String($0.path.dropLast(".md".count)) })
        #expect(Set(expected.keys).subtracting(known) == [])
        #expect(expected.count >= 60)
    }

    /// Independent of how positions are kept: the file is read again.
    @Test func everyMentionStandsWhereTheExplanationSays() throws {
        let linked = try linkedCases()
        for page in linked.pages where page.kind == .article {
            guard let text = try? String(contentsOf: golden.appending(path: "content/\(page.path)"), encoding: .utf8)
            else { continue }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for link in linked.explainLinks(on: page.id) where link.term != nil {
                let rest = String(
                    decoding: lines[link.position.line - 1].utf8.dropFirst(link.position.column - 1), as: UTF8.self)
                let first = link.words.prefix { $0.isLetter || $0.isNumber }
                // Behind an escape or a character reference, only the line is exact.
                if lines[link.position.line - 1].contains(where: { "\\&".contains($0) }) { continue }
                #expect(rest.hasPrefix(first), "\(page.path) \(link.words) at \(link.position)")
            }
        }
    }

    private func line(for link: LinkExplanation, on page: String, of handbook: Handbook) -> String {
        let target = link.target ?? "nowhere"
        let outcome =
            switch link.outcome {
            case .linked: "linked → \(target)"
            case .byHand: "by hand → \(target)"
            case .refused: "refused: \(link.rule)"
            case .broken: "broken"
            }
        return "\(page) | \(link.words) | \(outcome)"
    }

    private func table() throws -> Table {
        let text = try String(contentsOf: golden.appending(path: "cases.txt"), encoding: .utf8)
        var table: Table = [:]
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let page = line.prefix { $0 != " " }
            table[String(page), default: []].append(String(line))
        }
        return table
    }

    private func linkedCases() throws -> Handbook {
        let content = golden.appending(path: "content")
        var files: [String: String] = [:]
        var assets: [String] = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: content.path) {
            let url = content.appending(path: path)
            if path.hasSuffix(".md") || path.hasSuffix(".yml") {
                files[path] = try String(contentsOf: url, encoding: .utf8)
            } else if path.hasSuffix(".png") {
                assets.append(path)
            }
        }
        return try handbook(files, assets: assets, today: "2026-12-01")
    }
}
