// The words of a text as search knows them. The client splits queries by the same rules (`words` in
// `site-template/assets/js/search.js`); a test holds the two together over every character.
//
// A word is a run of letters, digits and marks, with apostrophes inside. It is looked up by its *form* (see
// `FoldedWord.swift`). Words joined by a hyphen, a full stop or a low line also count as one word without them: `go-live`
// is `go`, `live` and `golive`.

import UTF8Text

/// A word of a text, by its form.
struct TextWord {
    /// The form's number in the table of the reader.
    let form: Int
    /// Whether it was written in capitals only.
    let isCapitals: Bool
    /// Whether it is several words of the text without what joins them. It comes behind them.
    let isJoined: Bool
}

/// Splits texts and numbers the forms of their words.
struct WordReader {
    private(set) var forms = FormTable()
    /// Words with letters beyond ASCII as they were written, and what they fold to.
    private var wideWords = FormTable()
    private var foldedWideWords: [(forms: [Int], isCapitals: Bool)] = []
    private var form: [UInt8] = []
    /// The words so far of a chain such as `go-live`.
    private var chain: [Int] = []

    /// More words than this are not one word in anybody's mind.
    private static let longestChain = 4

    mutating func enter(_ form: [UInt8]) -> Int { forms.enter(form) }

    /// Appends each word of `text`, in its order.
    mutating func read(_ text: Span<UInt8>, into words: inout [TextWord]) {
        var index = 0
        chain.removeAll(keepingCapacity: true)
        while index < text.count {
            let (isPart, length) = text.wordPart(at: index)
            guard isPart else {
                index += length
                continue
            }
            let word = text.extentOfWord(at: index)
            index = word.end
            let letters = text.extracting(word.start..<word.end)
            let first = word.isWide ? readWide(letters, into: &words) : readASCII(letters, into: &words)
            let isJoined = index + 1 < text.count && text[index].joinsWords && text.wordPart(at: index + 1).isPart
            if chain.isEmpty, !isJoined { continue }
            if let first { chain.append(first) }
            if first == nil || !isJoined {
                if (2...Self.longestChain).contains(chain.count) {
                    words.append(TextWord(form: forms.enter(joining: chain), isCapitals: false, isJoined: true))
                }
                chain.removeAll(keepingCapacity: true)
            }
        }
    }

    /// The form of a word that may be joined with others; `nil` for one that falls apart or vanishes.
    private mutating func readASCII(_ word: Span<UInt8>, into words: inout [TextWord]) -> Int? {
        // Nearly all words have no apostrophe.
        guard word.indices.contains(where: { word[$0] == "'" }) else {
            let isCapitals = !word.indices.contains { word[$0].isASCIILetter && word[$0] & 0x20 != 0 }
            let number = forms.enter(lowercasing: word)
            words.append(TextWord(form: number, isCapitals: isCapitals, isJoined: false))
            return number
        }
        let isCapitals = foldASCII(word, into: &form)
        guard !form.isEmpty else { return nil }
        let number = forms.enter(form)
        words.append(TextWord(form: number, isCapitals: isCapitals, isJoined: false))
        return number
    }

    private mutating func readWide(_ word: Span<UInt8>, into words: inout [TextWord]) -> Int? {
        if let parts = partsWithoutSpaces(of: word) { return read(parts, of: word, into: &words) }
        let number = wideWords.enter(word)
        if number == foldedWideWords.count {
            let folded = foldWide(String(decoding: word.indices.map { word[$0] }, as: UTF8.self))
            foldedWideWords.append((folded.forms.map { forms.enter(Array($0.utf8).span) }, folded.isCapitals))
        }
        let folded = foldedWideWords[number]
        for form in folded.forms {
            words.append(TextWord(form: form, isCapitals: folded.isCapitals, isJoined: false))
        }
        return folded.forms.count == 1 ? folded.forms[0] : nil
    }
}

// MARK: Scripts that do not part their words

extension WordReader {
    /// Appends the forms of a word that is taken apart without being folded: two neighbouring characters each.
    private mutating func read(_ parts: [PartWithoutSpaces], of word: Span<UInt8>, into words: inout [TextWord]) -> Int?
    {
        let before = words.count
        let isCapitals = parts.contains(where: \.hasLetters) && parts.allSatisfy(\.isInCapitals)
        for part in parts {
            if part.isASCII {
                _ = foldASCII(word.extracting(part.start..<part.end), into: &form)
                words.append(TextWord(form: forms.enter(form), isCapitals: isCapitals, isJoined: false))
                continue
            }
            var (last, index) = (part.start, part.start + word.length(at: part.start))
            if index == part.end { enter(word, part.start..<part.end, isCapitals, into: &words) }
            while index < part.end {
                let next = index + word.length(at: index)
                enter(word, last..<next, isCapitals, into: &words)
                (last, index) = (index, next)
            }
        }
        return words.count == before + 1 ? words[before].form : nil
    }

    private mutating func enter(
        _ word: Span<UInt8>, _ range: Range<Int>, _ isCapitals: Bool, into words: inout [TextWord]
    ) {
        words.append(TextWord(form: forms.enter(word.extracting(range)), isCapitals: isCapitals, isJoined: false))
    }
}

/// A stretch of a word: ASCII letters and digits, or characters of scripts that do not part words.
private struct PartWithoutSpaces {
    let isASCII: Bool
    let start: Int
    var end: Int
    /// Of ASCII.
    var hasLetters = false
    var isInCapitals = true
}

/// The parts of a word in which every character stands for itself; `nil` for one that must be folded as a whole.
private func partsWithoutSpaces(of word: Span<UInt8>) -> [PartWithoutSpaces]? {
    var parts: [PartWithoutSpaces] = []
    var hasWide = false
    var index = 0
    while index < word.count {
        let byte = word[index]
        let isASCII = byte < 0x80
        let length = word.length(at: index)
        if isASCII ? byte == "'" : !word.isPlainWithoutSpaces(at: index) { return nil }
        hasWide = hasWide || !isASCII
        if parts.last?.isASCII != isASCII {
            parts.append(PartWithoutSpaces(isASCII: isASCII, start: index, end: index))
        }
        let part = parts.count - 1
        parts[part].end = index + length
        if isASCII, byte.isASCIILetter {
            parts[part].hasLetters = true
            if byte != byte & 0xDF { parts[part].isInCapitals = false }
        }
        index += length
    }
    return hasWide ? parts : nil
}

extension Span<UInt8> {
    fileprivate func length(at index: Int) -> Int {
        let first = self[index]
        return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    /// Whether the character at `index` is of a script that does not part words, and stays as it is when it is folded:
    /// Kana, ideographs and syllables of Hangul as they are usually written.
    fileprivate func isPlainWithoutSpaces(at index: Int) -> Bool {
        guard length(at: index) == 3 else { return false }
        let value = Int(self[index] & 0x0F) << 12 | Int(self[index + 1] & 0x3F) << 6 | Int(self[index + 2] & 0x3F)
        return switch value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            true
        default: false
        }
    }
}

extension Span<UInt8> {
    /// Whether the character at `index` is part of a word, and how many bytes it takes.
    fileprivate func wordPart(at index: Int) -> (isPart: Bool, length: Int) {
        let first = self[index]
        if first < 0x80 { return (first.isASCIILetter || first.isASCIIDigit, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= count else { return (false, count - index) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (Unicode.Scalar(value)?.isWordPart ?? false, length)
    }

    /// Where the word at `index` ends, and whether it needs more than ASCII.
    fileprivate func extentOfWord(at start: Int) -> (start: Int, end: Int, isWide: Bool) {
        var index = start
        while index < count, self[index].isASCIILetter || self[index].isASCIIDigit { index += 1 }
        // Nearly all words end here.
        if index == count || (self[index] < 0x80 && self[index] != "'") { return (start, index, false) }
        var isWide = false
        while index < count {
            let (isPart, length) = wordPart(at: index)
            if isPart {
                isWide = isWide || length > 1
                index += length
                continue
            }
            let apostrophe = self[index] == "'" ? 1 : isCurlyApostrophe(at: index) ? 3 : 0
            guard apostrophe > 0, index + apostrophe < count, wordPart(at: index + apostrophe).isPart else { break }
            isWide = isWide || apostrophe > 1
            index += apostrophe
        }
        return (start, index, isWide)
    }

    private func isCurlyApostrophe(at index: Int) -> Bool {
        index + 2 < count && self[index] == 0xE2 && self[index + 1] == 0x80 && self[index + 2] == 0x99
    }
}

extension UInt8 {
    fileprivate var joinsWords: Bool { self == "-" || self == "." || self == "_" }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool { CharacterClass(of: self).isAny(of: .letterNumberOrMark) }
}
