// "Did you mean": what the index finds, held against comparing every name with every other.

import TestSupport
import Testing

@testable import UTF8Text

@Suite struct SpellingTests {
    @Test(arguments: [
        ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("ab", "ba", 1), ("abcd", "acbd", 1),
        ("ca", "abc", 3), ("aaaa", "a", 3),
    ])
    func countsSlipsOfTheKeyboard(_ a: String, _ b: String, _ distance: Int) {
        for (a, b) in [(a, b), (b, a)] {
            let (left, right) = (Array(a.utf8), Array(b.utf8))
            #expect(slowDistance(left, right) == distance)
            #expect(Pattern<UInt64>(left).distance(to: right.span, atMost: distance) == distance)
            #expect(Pattern<UInt128>(left).distance(to: right.span, atMost: distance - 1) == nil)
        }
    }

    @Test func theDistanceOfAnyTwoWordsIsThatOfTheTable() {
        var chance = Chance(seed: 31)
        for _ in 0..<2000 {
            let left = word(&chance, letters: 3, length: 1 + chance.below(60))
            let right = chance.below(2) == 0 ? word(&chance, letters: 3, length: chance.below(60)) : slip(left, &chance)
            let distance = slowDistance(left, right)
            for limit in [0, distance - 1, distance, distance + 3] where limit >= 0 {
                let expected = distance <= limit ? distance : nil
                #expect(Pattern<UInt64>(left).distance(to: right.span, atMost: limit) == expected)
                #expect(Pattern<UInt128>(left).distance(to: right.span, atMost: limit) == expected)
            }
        }
    }

    @Test func theIndexFindsWhatComparingAllNamesFinds() {
        var chance = Chance(seed: 32)
        for _ in 0..<60 {
            let names = (0..<80).map { _ in
                let length = chance.below(12) == 0 ? 60 + chance.below(70) : chance.below(14)
                return String(decoding: word(&chance, letters: 4, length: length), as: UTF8.self)
            }
            let index = SpellingIndex(of: names)
            for _ in 0..<20 {
                var wanted = chance.pick(names)
                for _ in 0..<chance.below(5) {
                    wanted = String(decoding: slip(Array(wanted.utf8), &chance), as: UTF8.self)
                }
                if chance.below(3) == 0 { wanted = wanted.uppercased() }
                var unlimited = Int.max
                #expect(
                    index.nearest(to: wanted, comparisons: &unlimited).map { names[$0] }
                        == slowNearest(to: wanted, in: names), "\(wanted)")
                #expect(nearest(to: wanted, in: names) == slowNearest(to: wanted, in: names), "\(wanted)")
            }
        }
    }

    @Test func whatDiffersByOneLetterIsFoundWithoutComparisons() {
        let index = SpellingIndex(of: ["risk-register", "risk-log", "Sponsor"])
        var none = 0
        func found(_ word: String) -> Int? { index.nearest(to: word, comparisons: &none) }
        #expect(["risk-registr", "risk-regsiter", "rysk-log", "sponsors", "SPONSOR"].map(found) == [0, 0, 1, 2, 2])
        #expect(found("rsik-lgo") == nil)
    }

    @Test func oneBudgetIsForAllWhoAsk() {
        let many = NameList((0..<100).map { "section-\($0 + 100)-of-it" })
        let few = NameList(["introduction", "conclusion"])
        var suggestions = Suggestions(comparisons: 250)
        #expect(suggestions.nearest(to: "intraduktion", in: few) == "introduction")
        #expect(suggestions.nearest(to: "sekzion-150-of-it", in: many) == "section-150-of-it")
        #expect(suggestions.nearest(to: "sekzion-151-of-it", in: many) == "section-151-of-it")
        #expect(suggestions.nearest(to: "sekzion-152-of-it", in: many) == nil)
        // What was asked before is known, and what needs no comparison is found.
        #expect(suggestions.nearest(to: "sekzion-150-of-it", in: many) == "section-150-of-it")
        #expect(suggestions.nearest(to: "sektion-152-of-it", in: many) == "section-152-of-it")
    }

    @Test func anAnswerTakesThePlaceOfTheHelp() {
        func help(_ guess: Guess?) -> String {
            var suggestions = Suggestions()
            return suggestions.answered(
                Diagnostic(Rule("r", .error, ""), path: "a.md", at: .start, "m", help: "write it", guess: guess)
            ).help
        }
        let names = NameList(["first-step"])
        let files = NameList(filesAt: ["guide/Risk.md", "people/risk.md", "people/plan.md"])
        #expect(help(nil) == "write it")
        #expect(help(Guess("nothing-like-it", in: names)) == "write it")
        #expect(help(Guess("frist-step", in: names, prefix: "#")) == "did you mean '#first-step'?")
        #expect(help(Guess(fileNamed: "Rsk.md", in: files, from: "people/a.md")) == "did you mean '../guide/Risk.md'?")
    }
}

private func word(_ chance: inout Chance, letters: Int, length: Int) -> [UInt8] {
    (0..<length).map { _ in UInt8(ascii: "a") + UInt8(chance.below(letters)) }
}

/// A word with one letter wrong, missing or too many, or with two changed.
private func slip(_ word: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var word = word
    let place = chance.below(word.count)
    switch chance.below(4) {
    case 0 where !word.isEmpty: word[place] = UInt8(ascii: "x")
    case 1 where !word.isEmpty: word.remove(at: place)
    case 2 where place + 1 < word.count: word.swapAt(place, place + 1)
    default: word.insert(UInt8(ascii: "y"), at: place)
    }
    return word
}

private func slowNearest(to word: String, in names: [String]) -> String? {
    let letters = Array(word.lowercased().utf8)
    return names.compactMap { name -> (Int, String)? in
        let other = Array(name.lowercased().utf8)
        let distance = slowDistance(letters, other)
        let isNear = distance <= max(1, max(letters.count, other.count) / 3) && max(letters.count, other.count) <= 120
        return isNear && name != word ? (distance, name) : nil
    }.min { $0 < $1 }?.1
}

/// Insertions, deletions, substitutions and swaps of neighbours, cell by cell.
private func slowDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in 0..<a.count {
        table[i + 1][0] = i + 1
        for j in 0..<b.count {
            var cost = min(table[i][j + 1] + 1, table[i + 1][j] + 1, table[i][j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, table[i - 1][j - 1] + 1) }
            table[i + 1][j + 1] = cost
        }
    }
    return table[a.count][b.count]
}
