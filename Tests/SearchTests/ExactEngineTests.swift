// The index and the client against an engine that is slow and plain: it knows every word of every section and applies
// the formulas of the format directly.

import Foundation
import Search
import TestSupport
import Testing

/// A page as the test made it up: five words or more in its title, so that it is nothing's name.
private struct MadePage {
    let title: [String]
    /// Heading and words; the first one is the top of the page.
    let sections: [(heading: [String], words: [String])]

    var markdown: String {
        var text = "# " + title.joined(separator: " ") + "\n"
        for (index, section) in sections.enumerated() {
            if index > 0 { text += "\n## " + section.heading.joined(separator: " ") + "\n" }
            text += "\n" + section.words.joined(separator: " ") + "\n"
        }
        return text
    }
}

private struct ExactEngine {
    private struct Section {
        let page: Int
        /// Title, heading, text.
        let fields: [[String]]
    }

    private var sections: [Section] = []

    init(_ pages: [MadePage]) {
        // The home page that Milepost adds.
        sections.append(Section(page: -1, fields: [["handbook"], [], []]))
        for (number, page) in pages.enumerated() {
            for section in page.sections {
                sections.append(Section(page: number, fields: [page.title, section.heading, section.words]))
            }
        }
    }

    /// The score of each page that says a word of the query.
    func search(_ query: [String]) -> [Int: Double] {
        let idf = query.map { word in
            let count = Double(sections.count { $0.fields.contains { $0.contains(word) } })
            return log(1 + (Double(sections.count) - count + 0.5) / (count + 0.5))
        }
        var ofPage: [Int: [(score: Double, bonus: Double)]] = [:]
        for section in sections {
            var score = 0.0
            var matched = 0.0
            for (word, idf) in zip(query, idf) where section.fields.contains(where: { $0.contains(word) }) {
                score += idf * impact(of: word, in: section)
                matched += idf
            }
            guard score > 0 else { continue }
            if query.count == 2 { score *= pow(matched / idf.reduce(0, +), 0.1) }
            ofPage[section.page, default: []].append((score, bonus(query, idf, section.fields[2])))
        }
        return ofPage.mapValues { sections in
            let best = sections.sorted { $0.score > $1.score }
            return best.prefix(3).filter { $0.score > best[0].score / 2 }.map { $0.score + $0.bonus }.max() ?? 0
        }
    }

    /// BM25F, in 31 levels.
    private func impact(of word: String, in section: Section) -> Double {
        let weights = [(5.0, 0.6), (6.0, 0.6), (1.0, 0.75)]
        var frequency = 0.0
        for (field, (weight, dilution)) in weights.enumerated() {
            let words = section.fields[field]
            let filled = sections.map(\.fields[field].count).filter { $0 > 0 }
            let average = max(1, Double(filled.reduce(0, +)) / Double(max(1, filled.count)))
            let count = Double(words.count { $0 == word })
            frequency += weight * count / (1 - dilution + dilution * Double(words.count) / average)
        }
        let level = min(31, Int(frequency / (frequency + 2.2) * 31) + 1)
        return (Double(level) - 0.5) / 31
    }

    /// For words of the query that stand side by side in the text.
    private func bonus(_ query: [String], _ idf: [Double], _ words: [String]) -> Double {
        (0..<max(0, query.count - 1)).reduce(0) { sum, place in
            let isThere = zip(words, words.dropFirst()).contains { $0 == query[place] && $1 == query[place + 1] }
            return sum + (isThere ? 0.2 * min(idf[place], idf[place + 1]) : 0)
        }
    }
}

@Suite struct ExactEngineTests {
    @Test(arguments: [1, 2, 3]) func theIndexFindsWhatAnExactEngineFinds(seed: UInt64) throws {
        var random = Chance(seed: seed)
        let letters = [
            "bak", "dop", "fum", "gix", "hok", "jav", "kelm", "lund", "mox", "nurt", "pax", "quol", "rix", "tamp",
        ]
        let words = letters.flatMap { first in letters.prefix(5).map { first + $0 } }
        func some(_ count: ClosedRange<Int>) -> [String] {
            // The first words of the list are common, the last ones rare.
            (0..<Int.random(in: count, using: &random)).map { _ in
                let place = Double.random(in: 0..<1, using: &random)
                return words[Int(place * place * Double(words.count))]
            }
        }
        let pages = (0..<30).map { _ in
            MadePage(
                title: Array(Set(some(9...12))).sorted() + ["xylo", "xyli", "xyla", "xylu", "xyle"],
                sections: (0..<Int.random(in: 1...5, using: &random)).map { index in
                    (index == 0 ? [] : some(1...4), some(5...60))
                })
        }
        var files = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ("p\($0).md", $1.markdown) })
        // A language without stemmer and stop words.
        files["handbook.yml"] = "language: eo\n"
        let queries = (0..<60).map { _ in Array(Set(some(1...6))).sorted() }
        let found = try answers(queries.map { $0.joined(separator: " ") }, in: try searchFiles(of: files))
        let exact = ExactEngine(pages)
        for (query, found) in zip(queries, found) {
            let wanted = exact.search(query)
            let scores = Dictionary(
                found.map { (Int($0.url.dropFirst().prefix { $0 != "/" }) ?? -1, $0.score) }, uniquingKeysWith: max)
            #expect(Set(scores.keys) == Set(wanted.keys), "\(query)")
            for (page, score) in scores {
                #expect(abs(score - (wanted[page] ?? 0)) < 0.001, "\(query): page \(page)")
            }
            #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
        }
    }
}
