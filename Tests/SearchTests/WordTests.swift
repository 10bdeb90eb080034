// The words of a text, as search looks them up.

import Testing

@testable import Search

@Suite struct WordTests {
    private func words(_ text: String) -> [String] {
        var reader = WordReader()
        var words: [TextWord] = []
        reader.read(text.utf8Span.span, into: &words)
        return words.map { String(decoding: reader.forms[$0.form], as: UTF8.self) }
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
}
