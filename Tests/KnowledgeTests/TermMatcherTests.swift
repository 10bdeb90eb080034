// The tree of words finds what trying every form at every word finds.

import Content
import TestSupport
import Testing

@testable import Knowledge

/// A word and what stands behind it.
private typealias Piece = (word: String, gap: String)

@Suite struct TermMatcherTests {
    private static let words = ["a", "b", "A", "ab", "aB", "b's", "a’s", "é", "É", "e\u{301}", "1"]
    private static let gaps = [" ", " ", " ", "-", "–", "\u{A0}", "  ", " - ", "/", " / ", ", ", "--"]

    private func form(_ text: String, number: Int, needsCase: Bool = false) -> TermForm {
        TermForm(
            text: text, term: number, policy: .auto, isGenerated: false, wordCount: 1, needsCase: needsCase,
            mayBeUnit: false, key: formKey(text))
    }

    private func pieces(_ count: Int, _ random: inout Chance) -> [Piece] {
        (0..<count).map { _ in (random.pick(Self.words), random.pick(Self.gaps)) }
    }

    private func text(of pieces: some Collection<Piece>) -> String {
        pieces.dropLast().map { $0.word + $0.gap }.joined() + (pieces.map(\.word).last ?? "")
    }

    @Test func findsWhatTryingEveryFormFinds() throws {
        var random = Chance(seed: 11)
        for _ in 0..<1500 {
            var forms: [(pieces: [Piece], needsCase: Bool)] = []
            for _ in 0..<random.below(12) { forms.append((pieces(1 + random.below(4), &random), random.below(3) == 0)) }
            let matcher = TermMatcher(
                forms.enumerated().map { number, form in
                    self.form(text(of: form.pieces), number: number, needsCase: form.needsCase)
                })
            let page = pieces(1 + random.below(14), &random)
            let bytes = Array(text(of: page).utf8)
            let words = [TermWord](of: bytes)
            try #require(words.count == page.count)
            for start in page.indices {
                let end = page.count - random.below(2)
                guard start < end else { continue }
                let found = matcher.matches(at: start, before: end, of: words, in: bytes)
                    .map {
                        Finding(
                            form: $0.form, count: $0.words.count,
                            isPossessive: $0.range.upperBound < words[$0.words.upperBound - 1].end,
                            isInWrongCase: $0.isInWrongCase)
                    }
                let expected = naive(page[start..<end], forms)
                #expect(found == expected, "\(text(of: page)) at \(start): \(forms.map { text(of: $0.pieces) })")
            }
        }
    }

    private struct Finding: Equatable {
        let form: Int
        let count: Int
        let isPossessive: Bool
        let isInWrongCase: Bool
        /// How much of the text it takes.
        var length: Int { count * 2 - (isPossessive ? 1 : 0) }
    }

    /// The longest form in the right case, and before it a longer one in the wrong case.
    private func naive(_ page: ArraySlice<Piece>, _ forms: [(pieces: [Piece], needsCase: Bool)]) -> [Finding] {
        var all: [Finding] = []
        for (number, form) in forms.enumerated() where form.pieces.count <= page.count {
            for isPossessive in [false, true] {
                if let isInWrongCase = compare(page, form.pieces, form.needsCase, isPossessive) {
                    all.append(
                        Finding(
                            form: number, count: form.pieces.count, isPossessive: isPossessive,
                            isInWrongCase: isInWrongCase))
                }
            }
        }
        // Of equal forms, the first claim holds, whatever its case.
        var longest: [Finding] = []
        for finding in all.sorted(by: { $0.length != $1.length ? $0.length > $1.length : $0.form < $1.form })
        where longest.last?.length != finding.length {
            longest.append(finding)
        }
        guard let best = longest.firstIndex(where: { !$0.isInWrongCase }) else { return Array(longest.prefix(1)) }
        return best == 0 ? [longest[0]] : [longest[0], longest[best]]
    }

    /// `nil` when the form does not stand there, else whether its capitals are wrong.
    private func compare(_ page: ArraySlice<Piece>, _ form: [Piece], _ needsCase: Bool, _ isPossessive: Bool) -> Bool? {
        var isInWrongCase = false
        for (index, (there, here)) in zip(page, form).enumerated() {
            var word = there.word.replacing("’", with: "'")
            if index == form.count - 1 {
                if isPossessive {
                    guard word.hasSuffix("'s") else { return nil }
                    word.removeLast(2)
                }
            } else if kind(there.gap) != kind(here.gap) {
                return nil
            }
            let own = here.word.replacing("’", with: "'")
            guard word.lowercased() == own.lowercased() else { return nil }
            if needsCase, word != own { isInWrongCase = true }
        }
        return isInWrongCase
    }

    private func kind(_ gap: String) -> String {
        if ["-", "–"].contains(gap) || gap.allSatisfy(\.isWhitespace) { return " " }
        return (gap.contains("-") ? "-" : "") + gap.filter { !$0.isWhitespace && $0 != "-" }
    }

    @Test(arguments: [
        ("C++ C# C .NET NET", "Use C++.", ["C++"]), ("C++ C# C .NET NET", "C", ["C"]),
        ("C++ C# C", "C#, C++, C", ["C#", "C++", "C"]),
        ("C C++ C+++", "C+++ C++ C+", ["C+++", "C++", "C"]), (".NET NET", ".NET NET", [".NET", "NET"]),
        ("C++", "C", []), ("C++", "C+", []), (".NET", "NET", []), (".NET", "ASP.NET", []), ("(a)", "a (a)", ["(a)"]),
        ("a.b", "a.b a b", ["a.b"]),
    ])
    func formsThatDifferInTheirSignsAreSeveral(_ forms: String, _ text: String, _ expected: [String]) {
        let forms = forms.split(separator: " ").map(String.init)
        let matcher = TermMatcher(forms.enumerated().map { form($1, number: $0) })
        let bytes = Array(text.utf8)
        let words = [TermWord](of: bytes)
        let found = words.indices.flatMap { matcher.matches(at: $0, before: words.count, of: words, in: bytes) }
        #expect(found.map { String(decoding: bytes[$0.range], as: UTF8.self) } == expected)
        #expect(found.map { forms[$0.form] } == expected)
    }

    /// Each word of the text is one that a form may go on with, at every depth.
    @Test(.timeLimit(.minutes(1))) func manyLongFormsOfOneWordCostNoMoreThanTheirLength() {
        let matcher = TermMatcher(
            (1...45).map { form(Array(repeating: "a", count: $0).joined(separator: " "), number: $0) })
        let bytes = Array(String(repeating: "a ", count: 20_000).utf8)
        let words = [TermWord](of: bytes)
        var index = 0
        var count = 0
        while index < words.count {
            let matches = matcher.matches(at: index, before: words.count, of: words, in: bytes)
            index = matches[matches.count - 1].words.upperBound
            count += 1
        }
        #expect(count == (20_000 + 44) / 45)
    }
}
