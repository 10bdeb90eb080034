// Splits texts into words and numbers their forms.

import UTF8Text

/// Numbers the forms of all texts that it reads, from 0 up, in the order in which they come up first.
package struct WordReader: Sendable {
    package private(set) var forms = FormTable()
    private var wideWords = WideWords()
    private var form: [UInt8] = []
    /// The forms so far of a chain such as `go-live`.
    private var chain: [Int] = []
    private var previous = PreviousWord()

    /// More words than this are not one word in anybody's mind.
    private static let longestChain = 4

    package init() {}

    /// The number of a form, which it gets now if it has none yet.
    package mutating func enter(_ form: Span<UInt8>) -> Int { forms.enter(form) }

    /// Appends each word of `text`, in its order.
    package mutating func read(_ text: Span<UInt8>, into words: inout [Word]) {
        read(text, in: 0..<text.count, into: &words)
    }

    /// Appends each word of `text[range]`; their places count from the start of `text`.
    package mutating func read(_ text: Span<UInt8>, in range: Range<Int>, into words: inout [Word]) {
        chain.removeAll(keepingCapacity: true)
        previous = PreviousWord()
        var index = range.lowerBound
        while index < range.upperBound {
            let (isPart, length) = text.wordPart(at: index, before: range.upperBound)
            guard isPart else {
                if text.isPlaceholder(at: index, before: range.upperBound) { addPlaceholder(at: index, to: &words) }
                index += length
                continue
            }
            index = readWord(text, at: index, before: range.upperBound, into: &words)
        }
    }

    private mutating func readWord(_ text: Span<UInt8>, at start: Int, before end: Int, into words: inout [Word]) -> Int
    {
        var hash = FormTable.Hash()
        var letters: (large: Bool, small: Bool, digits: Bool) = (false, false, false)
        var index = start
        while index < end, text[index].isASCIILetter || text[index].isASCIIDigit {
            let byte = text[index]
            if byte < "A" {
                letters.digits = true
            } else if byte < "a" {
                letters.large = true
            } else {
                letters.small = true
            }
            hash.add(byte.asciiLowercased)
            index += 1
        }
        let isGlued = previous.isGlued(to: start, of: text, before: end)
        let first: Int?
        // Nearly all words end here.
        if index == end || (text[index] < 0x80 && text[index] != "'") {
            let number = forms.enter(lowercasing: text.extracting(start..<index), hash)
            words.append(
                Word(
                    start: start, end: index, stemEnd: index, form: number, isCapitals: !letters.small,
                    isGlued: isGlued))
            previous.note(endingAt: index, isGlued: isGlued, isNumber: !letters.large && !letters.small)
            first = number
        } else {
            let word = text.extentOfWord(from: start, at: index, before: end)
            let isNumber = !letters.large && !letters.small && word.end == index
            index = word.end
            first =
                word.isWide
                ? readWide(text, start..<index, isGlued, into: &words)
                : readASCII(text, start..<index, isGlued, into: &words)
            previous.note(endingAt: index, isGlued: isGlued, isNumber: isNumber)
        }
        let isJoined =
            index + 1 < end && text[index].joinsWords && text.wordPart(at: index + 1, before: end).isPart
        if chain.isEmpty, !isJoined { return index }
        continueChain(with: first, isJoined, at: index, into: &words)
        return index
    }

    private mutating func continueChain(with form: Int?, _ isJoined: Bool, at end: Int, into words: inout [Word]) {
        if let form { chain.append(form) }
        guard form == nil || !isJoined else { return }
        if (2...Self.longestChain).contains(chain.count) {
            words.append(
                Word(
                    start: end, end: end, stemEnd: end, form: forms.enter(joining: chain), isCapitals: false,
                    isGlued: true, isJoined: true))
        }
        chain.removeAll(keepingCapacity: true)
    }

    private mutating func addPlaceholder(at index: Int, to words: inout [Word]) {
        words.append(
            Word(
                start: index, end: index + 3, stemEnd: index + 3, form: Word.placeholder, isCapitals: false,
                isGlued: false))
    }

    // MARK: Words beyond ASCII letters

    /// The form of a word that may be joined with others; `nil` for one that falls apart or vanishes.
    private mutating func readASCII(
        _ text: Span<UInt8>, _ range: Range<Int>, _ isGlued: Bool, into words: inout [Word]
    ) -> Int? {
        let isCapitals = foldASCII(text.extracting(range), into: &form)
        let folded = form
        let number = folded.isEmpty ? nil : forms.enter(folded.span)
        words.append(
            Word(
                start: range.lowerBound, end: range.upperBound, stemEnd: stemEnd(of: text, range),
                form: number ?? Word.withoutForm, isCapitals: isCapitals, isGlued: isGlued))
        return number
    }

    private mutating func readWide(
        _ text: Span<UInt8>, _ range: Range<Int>, _ isGlued: Bool, into words: inout [Word]
    ) -> Int? {
        if let isCapitals = text.isOfPlainCharacters(range) {
            return readCharacters(text, range, isCapitals: isCapitals, isGlued, into: &words)
        }
        let folded = wideWords.fold(text.extracting(range), numbering: &forms)
        let parts = text.wordsForReaders(in: range)
        let isWhole = parts.count == 1 && folded.forms.count <= 1
        for part in parts {
            words.append(
                Word(
                    start: part.lowerBound, end: part.upperBound, stemEnd: stemEnd(of: text, part),
                    form: isWhole ? folded.forms.first ?? Word.withoutForm : Word.withoutForm,
                    isCapitals: folded.isCapitals, isGlued: isGlued && part.lowerBound == range.lowerBound))
        }
        if !isWhole {
            for form in folded.forms {
                words.append(
                    Word(
                        start: range.upperBound, end: range.upperBound, stemEnd: range.upperBound, form: form,
                        isCapitals: folded.isCapitals, isGlued: true))
            }
        }
        return folded.forms.count == 1 ? folded.forms[0] : nil
    }

    /// Reads a word of characters of scripts without spaces that stay as they are when they are folded, with ASCII letters
    /// between them.
    private mutating func readCharacters(
        _ text: Span<UInt8>, _ range: Range<Int>, isCapitals: Bool, _ isGlued: Bool, into words: inout [Word]
    ) -> Int? {
        var index = range.lowerBound
        /// The character before, if it is of a script without spaces.
        var last: Range<Int>?
        var isBound = isGlued
        var count = 0
        var only = Word.withoutForm
        while index < range.upperBound {
            let start = index
            let number: Int
            let standsAlone: Bool
            if text[index] < 0x80 {
                while index < range.upperBound, text[index] < 0x80 { index += 1 }
                number = forms.enter(lowercasing: text.extracting(start..<index))
                standsAlone = false
                last = nil
            } else {
                index += 3
                standsAlone = text.character(at: start).scalar.standsAlone
                let isFollowed = index < range.upperBound && text[index] >= 0x80
                if let last {
                    number = forms.enter(text.extracting(last.lowerBound..<index))
                } else {
                    number = isFollowed ? Word.withoutForm : forms.enter(text.extracting(start..<index))
                }
                last = start..<index
            }
            if number != Word.withoutForm { (count, only) = (count + 1, number) }
            words.append(
                Word(
                    start: start, end: index, stemEnd: index, form: number, isCapitals: isCapitals,
                    isGlued: start == range.lowerBound ? isGlued : isBound && !standsAlone))
            isBound = !standsAlone
        }
        return count == 1 ? only : nil
    }
}

/// What the word before leaves for the next one.
private struct PreviousWord: Sendable {
    private var end = -1
    /// Whether it is, with all that is glued to it, digits alone.
    private var isNumber = false

    mutating func note(endingAt end: Int, isGlued: Bool, isNumber: Bool) {
        self.isNumber = isNumber && (!isGlued || self.isNumber)
        self.end = end
    }

    /// Whether the word that starts at `start` is one thing with this one: the name of a file or of a site, a number.
    mutating func isGlued(to start: Int, of text: Span<UInt8>, before limit: Int) -> Bool {
        guard end >= 0, text[end] != " " else { return false }
        switch (text[end], start - end) {
        case (".", 1):
            return isNumber
                ? text[start].isASCIIDigit
                : text[end - 1].isLetterByte && text.isLetter(at: start, before: limit)
        case (",", 1): return isNumber && text[start].isASCIIDigit
        case ("_", _):
            guard (end..<start).allSatisfy({ text[$0] == "_" }) else { return false }
            isNumber = false
            return true
        // A zero width non-joiner.
        case (0xE2, 3): return text[end + 1] == 0x80 && text[end + 2] == 0x8C
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var joinsWords: Bool { self == "-" || self == "." || self == "_" }
    /// Whether the byte of a word is, or ends, a letter.
    fileprivate var isLetterByte: Bool { isASCIILetter || self >= 0x80 }
}

/// Where a word ends without its possessive: `board's` is `board` and `'s`.
func stemEnd(of text: Span<UInt8>, _ word: Range<Int>) -> Int {
    let end = word.upperBound
    guard word.count >= 3, text[end - 1] | 0x20 == "s" else { return end }
    if text[end - 2] == "'" { return end - 2 }
    guard word.count >= 5, text[end - 4] == 0xE2, text[end - 3] == 0x80, text[end - 2] == 0x99 else { return end }
    return end - 4
}
