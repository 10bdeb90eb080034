// The words of a text and the forms that they are looked up by.

import TestSupport
import Testing

@testable import Words

@Suite struct WordReaderTests {
    private func words(_ text: String) -> [String] {
        var reader = WordReader()
        var words: [Word] = []
        reader.read(text.utf8Span.span, into: &words)
        return words.filter { $0.form >= 0 }.map { String(decoding: reader.forms[$0.form], as: UTF8.self) }
    }

    @Test(arguments: [
        ("What is a PMO?", ["what", "is", "a", "pmo"]),
        ("the board's view, the boards' views", ["the", "board", "view", "the", "boards", "views"]),
        ("don't", ["dont"]), ("l'équipe d'accord", ["equipe", "accord"]), ("the board’s", ["the", "board"]),
        ("qu'il", ["il"]), ("go-live", ["go", "live", "golive"]), ("end. Next", ["end", "next"]),
        ("PRJ-00421", ["prj", "00421", "prj00421"]), ("a-b-c-d-e", ["a", "b", "c", "d", "e"]),
        ("Größe naïve Søren", ["grosse", "naive", "soren"]), ("ＰＭＯ２", ["pmo2"]),
        ("プロジェクト", ["プロ", "ロジ", "ジェ", "ェク", "クト"]), ("PMOとは", ["pmo", "とは"]), ("計", ["計"]),
        ("Ελλάδα ΟΔΟΣ", ["ελλαδα", "οδοσ"]), ("مُدِير", ["مدير"]), ("", []), ("--", []), ("'", []),
    ]) func areTheirForms(text: String, forms: [String]) {
        #expect(words(text) == forms)
    }

    /// Words of scripts without spaces are taken apart byte by byte; folding them as a whole gives the same.
    @Test func wordsWithoutSpacesFallApartAsFoldingThemDoes() {
        var chance = Chance(seed: 51)
        let letters = [
            "計", "画", "プ", "ロ", "ー", "が", "か\u{3099}", "한", "각\u{11A8}", "々", "〇", "A", "b", "7", "é", "Ｐ", "ｶ", "ก",
            "กำ", "豈", "'", "𠀀",
        ]
        for _ in 0..<3000 {
            let word = (0...chance.below(7)).map { _ in chance.pick(letters) }.joined()
            var reader = WordReader()
            var words: [Word] = []
            reader.read(word.utf8Span.span, into: &words)
            let pieces = word.split(separator: "'").count
            // An apostrophe at an end is no part of the word; one between two words joins them.
            guard !word.hasPrefix("'"), !word.hasSuffix("'"), !word.contains("''"), pieces > 0,
                word.utf8.contains(where: { $0 >= 0x80 })
            else { continue }
            let whole = foldWide(word)
            words.removeAll { $0.form < 0 }
            #expect(words.map { String(decoding: reader.forms[$0.form], as: UTF8.self) } == whole.forms, "\(word)")
            #expect(words.allSatisfy { $0.isCapitals == whole.isCapitals }, "\(word)")
        }
    }
}
