// Words that one table folds come out as the general way folds them.

import Testing

@testable import Words

@Suite struct FoldedWordTests {
    @Test func europeanLettersFoldByThemselvesAsTheyDoTogether() {
        let european = (0..<0x530).compactMap(Unicode.Scalar.init).filter(\.isEuropean) + ["\u{2019}"]
        // Neighbours that composing or a final sigma might look at.
        for neighbour in ["a", "s", "σ", "Σ", "и", "I", "ß", "7"] {
            for scalar in european {
                for word in [
                    String(scalar) + neighbour, neighbour + String(scalar), neighbour + String(scalar) + neighbour,
                ] {
                    #expect(foldedEuropean(word) == folded(word), "\(word)")
                }
            }
        }
        for first in european where first.value >= 0x80 {
            let word = String(european.map { Character($0) }.map { "\(Character(first))\($0)" }.joined())
            #expect(foldedEuropean(word) == folded(word), "\(first)")
        }
    }

    @Test(arguments: [
        ("PMO", "PMO", true), ("“PMO”", "PMO", true), ("PMO…", "PMO", true), ("PMO—", "PMO", true),
        ("d’PMO", "PMO", true),
        ("ÉPMO", "PMO", false), ("PMOé", "PMO", false), ("PMO_", "PMO", false), ("_PMO", "PMO", false),
        ("PMO2", "PMO", false),
        ("PMO\u{AD}s", "PMO", false), ("計PMO", "PMO", false), ("PMOと", "PMO", false), ("🚀PMO🚀", "PMO", true),
    ]) func aWholeWordHasNoLetterBeside(text: String, word: String, isWhole: Bool) throws {
        let bytes = Array(text.utf8)
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: word.utf8) })
        #expect(bytes.span.isWholeWord(start..<start + word.utf8.count) == isWhole)
    }

    @Test func stemsHaveNoPossessive() {
        #expect("The PMO's board’s views".wordStems == ["The", "PMO", "board", "views"])
        #expect("The PMO's".wordParts == ["The", "PMO's"])
    }
}
