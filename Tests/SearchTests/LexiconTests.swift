// The order of keys in the lexicon.

import Testing

@testable import Search

@Suite struct LexiconTests {
    /// The client compares keys as JavaScript does, which differs from bytes where surrogates come in.
    @Test func keysStandInTheOrderOfUTF16() {
        let words = ["", "a", "ab", "b", "é", "\u{D7FF}", "\u{10000}", "\u{1F344}", "\u{E000}", "\u{F900}", "\u{FF5E}"]
        for left in words {
            for right in words {
                let expected = left.utf16.lexicographicallyPrecedes(right.utf16)
                #expect(precedes(Array(left.utf8), Array(right.utf8)) == expected, "\(left) \(right)")
            }
        }
    }
}
