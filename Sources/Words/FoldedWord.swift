// The form that a word is looked up by: lower case, without accents, vowel points and apostrophes, without a possessive
// `'s`, and without what French and Italian put before an apostrophe. What looks different and is the same letter to a
// reader becomes one: `ß` is `ss`, a full-width `Ａ` is `a`. Scripts that do not part their words by spaces fall apart into
// every two neighbouring characters. Characters that only format a word are no part of it.

import Foundation
import UTF8Text

/// The form of a word of ASCII letters, digits and apostrophes; whether all its letters are capitals.
func foldASCII(_ word: Span<UInt8>, into form: inout [UInt8]) -> Bool {
    form.removeAll(keepingCapacity: true)
    var isCapitals = true
    let core = coreOfWord(word.count) { word[$0].asciiLowercased }
    for index in core where word[index] != "'" {
        let letter = word[index].asciiLowercased
        if letter == word[index], letter.isASCIILetter { isCapitals = false }
        form.append(letter)
    }
    return isCapitals
}

/// The forms of a word with other letters: one, or one for every two characters of a script that does not part words.
func foldWide(_ word: String) -> (forms: [String], isCapitals: Bool) {
    let letters = word.unicodeScalars.allSatisfy(\.isEuropean) ? foldedEuropean(word) : folded(word)
    let core = coreOfWord(letters.count) { letters[$0].isASCII ? UInt8(letters[$0].value) : 0x80 }
    var forms: [String] = []
    var run: [Unicode.Scalar] = []
    func endRun() {
        guard let first = run.first else { return }
        if !first.standsWithoutSpaces || run.count == 1 {
            forms.append(text(run[...]))
        } else {
            for index in run.indices.dropFirst() { forms.append(text(run[(index - 1)...index])) }
        }
        run = []
    }
    for index in core where letters[index] != "'" {
        if let last = run.last, last.standsWithoutSpaces != letters[index].standsWithoutSpaces { endRun() }
        run.append(letters[index])
    }
    endRun()
    return (forms, word.isCapitals)
}

extension String {
    /// Whether it has letters that have another case, and all of them are large.
    fileprivate var isCapitals: Bool {
        var hasCapitals = false
        for scalar in unicodeScalars {
            if !scalar.properties.uppercaseMapping.unicodeScalars.elementsEqual([scalar]) { return false }
            if !hasCapitals, !scalar.properties.lowercaseMapping.unicodeScalars.elementsEqual([scalar]) {
                hasCapitals = true
            }
        }
        return hasCapitals
    }
}

/// What is left of a word of `count` letters without a possessive at its end and an article before an apostrophe.
private func coreOfWord(_ count: Int, letter: (Int) -> UInt8) -> Range<Int> {
    let end = count > 2 && letter(count - 2) == "'" && letter(count - 1) == "s" ? count - 2 : count
    guard let apostrophe = (0..<min(3, end)).first(where: { letter($0) == "'" }) else { return 0..<end }
    let isArticle = apostrophe == 1 || (letter(0) == "q" && letter(1) == "u")
    return isArticle ? apostrophe + 1..<end : 0..<end
}

/// Lower case, without marks that only point or accent, composed.
func folded(_ word: String) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars where !scalar.isDropped {
        let isFullWidth = (0xFF10...0xFF5A).contains(scalar.value)
        text.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    var result = String.UnicodeScalarView()
    for scalar in text {
        for letter in scalar.withoutCase {
            if let replacement = letterReplacements[letter] {
                result.append(contentsOf: replacement.unicodeScalars)
            } else {
                result.append(letter)
            }
        }
    }
    return Array(String(result).precomposedStringWithCanonicalMapping.unicodeScalars)
}

// MARK: European letters

/// The same as `folded` for a word of which each character folds by itself, whatever stands beside it.
func foldedEuropean(_ word: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
        switch scalar.value {
        case 0..<0x80:
            letters.append(Unicode.Scalar(UInt8(scalar.value).asciiLowercased))
        case 0x2019: letters.append("'")
        default: letters.append(contentsOf: europeanFolds[Int(scalar.value) - europeanRange.lowerBound])
        }
    }
    return letters
}

/// Latin letters with accents, Greek and Cyrillic, without the marks that combine with others.
private let europeanRange = 0xC0...0x52F
private let europeanFolds: [[Unicode.Scalar]] = europeanRange.map { value in
    Unicode.Scalar(UInt32(value)).map { folded(String($0)) } ?? []
}

extension Unicode.Scalar {
    var isEuropean: Bool {
        switch value {
        case 0..<0x80, 0x2019: true
        case 0xC0...0x2FF, 0x370...0x482, 0x48A...0x52F: true
        default: false
        }
    }
}

private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
}

extension Unicode.Scalar {
    /// What is equal for all cases of the letter: `ss` for ß, `fi` for the ligature of both.
    package var withoutCase: [Unicode.Scalar] {
        var letters: [Unicode.Scalar] = []
        for small in properties.lowercaseMapping.unicodeScalars {
            for capital in small.properties.uppercaseMapping.unicodeScalars {
                letters.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return letters
    }
}

/// Letters that many keyboards lack, as readers without them write them.
private let letterReplacements: [Unicode.Scalar: String] = [
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ς": "σ",
    "\u{2019}": "'",
]

extension Unicode.Scalar {
    fileprivate var isDropped: Bool { isDroppedMark || CharacterClass(of: self).isAny(of: .format) }

    /// Accents and vowel points of Latin, Greek, Cyrillic, Hebrew and Arabic; the tatweel.
    private var isDroppedMark: Bool {
        switch value {
        case 0x300...0x36F, 0x483...0x487, 0x591...0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED:
            true
        default: false
        }
    }

    /// Thai, Lao, Burmese, Khmer, Hiragana, Katakana, Han, Hangul.
    fileprivate var standsWithoutSpaces: Bool {
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

/// Words beyond ASCII as they were written, and the numbers of the forms that they fold to: most come up again.
struct WideWords: Sendable {
    private var written = FormTable()
    private var folded: [(forms: [Int], isCapitals: Bool)] = []

    mutating func fold(_ word: Span<UInt8>, numbering forms: inout FormTable) -> (forms: [Int], isCapitals: Bool) {
        let number = written.enter(word)
        if number == folded.count {
            let result = foldWide(String(decoding: word.indices.map { word[$0] }, as: UTF8.self))
            folded.append((result.forms.map { forms.enter(Array($0.utf8).span) }, result.isCapitals))
        }
        return folded[number]
    }
}
