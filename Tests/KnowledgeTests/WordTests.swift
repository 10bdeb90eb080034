// What a word is, in any script, and what may stand between the words of a term.

import TestSupport
import Testing

@testable import Knowledge

@Suite struct WordTests {
    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return [TermWord](of: bytes).map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
        }
    }

    private func stems(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return [TermWord](of: bytes).map {
            String(decoding: bytes[$0.start..<$0.stemEnd], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("", []), (" .,-–!", []), ("a", ["a"]), ("risk register", ["risk", "register"]),
        ("risk-register", ["risk", "register"]), ("R&D", ["R", "D"]), ("a_b 1_2", ["a_b", "1_2"]),
        ("don't 'quoted' o'clock'", ["don't", "quoted", "o'clock"]), ("don’t ‘quoted’", ["don’t", "quoted"]),
        ("3.14 1,000 5. 5,", ["3.14", "1,000", "5", "5"]), ("a.b a. b", ["a.b", "a", "b"]), ("a1.b", ["a1", "b"]),
        ("plan.docx..pdf", ["plan.docx", "pdf"]), ("Größe naïve", ["Größe", "naïve"]),
        ("e\u{301}a a\u{301}", ["e\u{301}a", "a\u{301}"]), ("план-график", ["план", "график"]),
        ("風險 管理", ["風", "險", "管", "理"]), ("リスク管理", ["リスク", "管", "理"]), ("ひらがな", ["ひ", "ら", "が", "な"]),
        ("한국어 단어", ["한국어", "단어"]), ("𠀀𠀁", ["𠀀", "𠀁"]), ("😀a😀", ["a"]), ("a\u{AD}b", ["a\u{AD}b"]),
        ("a\u{200D}b \u{200E}c", ["a\u{200D}b", "c"]), ("a\u{200B}b", ["a", "b"]), ("\u{FEFF}a", ["a"]),
        ("می\u{200C}خواهم", ["می\u{200C}خواهم"]), ("x² ½", ["x²", "½"]), ("हिन्दी", ["हिन्दी"]),
    ])
    func aWordIsWhatUnicodeSaysItIs(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test(arguments: [
        ("board's", ["board"]), ("board’s", ["board"]), ("BOARD'S", ["BOARD"]), ("boards'", ["boards"]), ("'s", ["s"]),
        ("it's", ["it"]), ("s's", ["s"]), ("é's", ["é"]), ("é’s", ["é"]), ("don't", ["don't"]),
    ])
    func aPossessiveStaysOutside(_ text: String, _ expected: [String]) { #expect(stems(text) == expected) }

    @Test(arguments: [
        ("a b", true), ("a  b", true), ("a\tb", true), ("a\u{A0}b", true), ("a\u{2009}b", true), ("a-b", true),
        ("a‐b", true), ("a‑b", true), ("a–b", true), ("a−b", true), ("a - b", false), ("a -b", false), ("a– b", false),
        ("a--b", false), ("a—b", false), ("a, b", false), ("a/b", false), ("a. b", false), ("a (b", false),
    ])
    func aSpaceIsASpaceOrOneHyphen(_ text: String, _ isSpace: Bool) {
        let bytes = Array(text.utf8)
        let words = [TermWord](of: bytes)
        let gap = WordGap(between: words[0].end, and: words[1].start, of: bytes.span)
        #expect((gap == .space) == isSpace)
    }

    /// Whatever the bytes say, words stand in order, apart from each other, inside the range and at ends of characters.
    @Test func wordsOfRandomTextStandInOrder() {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "1", " ", "-", "'", "’", ".", ",", "_", "é", "\u{301}", "\u{AD}", "\u{200B}", "\u{200D}", "風",
            "か",
            "한", "😀", "ß", "İ", "\u{1F468}", "\u{FEFF}", "ไ", "\u{E34}", "\n", "\t", "s",
        ]
        var random = Chance(seed: 5)
        for _ in 0..<2000 {
            let text = String(
                String.UnicodeScalarView((0..<random.below(24)).map { _ in random.pick(scalars) }))
            let bytes = Array(text.utf8)
            var end = 0
            for word in [TermWord](of: bytes) {
                #expect(
                    word.start >= end && word.start < word.stemEnd && word.stemEnd <= word.end,
                    "\(text.debugDescription)")
                #expect(word.end <= bytes.count)
                #expect(bytes[word.start] & 0xC0 != 0x80)
                #expect(word.end == bytes.count || bytes[word.end] & 0xC0 != 0x80)
                #expect(word.stemEnd == bytes.count || bytes[word.stemEnd] & 0xC0 != 0x80)
                end = word.end
            }
        }
    }
}
