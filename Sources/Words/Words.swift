// Words: what a word is, in any script.
//
// One definition for all that looks at words: the links of terms, similar pages, acronyms and initials, the search index.
// Text is split once, where its page is parsed, and travels as a stream of words with the numbers of their forms
// (`TextWords`). The result depends on the text alone. This module must never know pages, terms or an index; the search
// client splits queries by the same rules (`words` in `site-template/assets/js/search.js`), and a test holds the two
// together over every character.
//
// A word is a run of letters, digits and marks, with apostrophes inside and with characters that only format it, such as
// a soft hyphen. It is looked up by its *form* (see `FoldedWord.swift`). Three things do not stop at its ends:
//
// - Words joined by a hyphen, a full stop or a low line also count as one word without them: `go-live` is `go`, `live`
//   and `golive`. Search finds them either way.
// - To a reader, `ISO_9000`, `handbook.yml` and `1,000` are one thing each: their words are *glued*, and no term is found
//   in a part of them.
// - Scripts that do not part their words by spaces give one word for each character. What is looked up is each character
//   with the one before it. Katakana and Hangul stay together for a reader, so their characters are glued; each ideograph
//   and each Hiragana stands alone, as the default word boundaries of Unicode Standard Annex 29 have it.

import UTF8Text

/// A word of a text.
@usableFromInline
package struct Word: Equatable, Sendable {
    /// Where in the text. A word without length only brings one more form to the words before it.
    @usableFromInline package let start: Int
    @usableFromInline package let end: Int
    /// Where the word ends without a possessive `'s`; `end` for any other word.
    @usableFromInline package let stemEnd: Int
    /// The number of its form, among those of the text that it is a word of; negative for one without.
    @usableFromInline package let form: Int
    /// Whether it was written in capitals only.
    @usableFromInline package let isCapitals: Bool
    /// Whether the word before and this one are one thing to a reader.
    @usableFromInline package let isGlued: Bool
    /// Whether its form is those of the words before without what joins them.
    @usableFromInline package let isJoined: Bool

    @inlinable
    package init(
        start: Int, end: Int, stemEnd: Int, form: Int, isCapitals: Bool, isGlued: Bool, isJoined: Bool = false
    ) {
        self.start = start
        self.end = end
        self.stemEnd = stemEnd
        self.form = form
        self.isCapitals = isCapitals
        self.isGlued = isGlued
        self.isJoined = isJoined
    }

    /// The form of a character whose form stands with the next one, or of a word that vanishes when it is folded.
    @inlinable package static var withoutForm: Int { -1 }
    /// The form of U+FFFC, which holds the place of words that are not known yet.
    @inlinable package static var placeholder: Int { -2 }

    /// Whether a reader sees a word start here.
    @inlinable package var startsWord: Bool { !isGlued && form != Word.placeholder }
}
