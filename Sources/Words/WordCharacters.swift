// Which characters words are made of, and how far a word reaches.

import UTF8Text

extension Span<UInt8> {
    /// The character that starts at `index` of UTF-8 text, and how many bytes it takes; U+FFFD for one that is cut off.
    package func character(at index: Int, before end: Int? = nil) -> (scalar: Unicode.Scalar, length: Int) {
        let first = UInt32(self[index])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let end = end ?? count
        guard index + length <= end else { return ("\u{FFFD}", end - index) }
        var value = length == 1 ? first : first & (0x7F >> UInt32(length))
        for offset in 1..<Swift.max(1, length) { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Whether a word may start with the character at `index`, and how many bytes it takes.
    func wordPart(at index: Int, before end: Int) -> (isPart: Bool, length: Int) {
        if self[index] < 0x80 { return (self[index].isASCIILetter || self[index].isASCIIDigit, 1) }
        let (scalar, length) = character(at: index, before: end)
        return (CharacterClass(of: scalar).isAny(of: .letterNumberOrMark), length)
    }

    /// Where the word ends that starts at `start` and is of ASCII before `index`, and whether it needs more than ASCII.
    func extentOfWord(from start: Int, at index: Int, before end: Int) -> (end: Int, isWide: Bool) {
        var index = index
        var isWide = false
        while index < end {
            if self[index] == "'" {
                guard index + 1 < end, wordPart(at: index + 1, before: end).isPart else { break }
                index += 1
                continue
            }
            let (scalar, length) = character(at: index, before: end)
            if length == 1 {
                guard self[index].isASCIILetter || self[index].isASCIIDigit else { break }
            } else if scalar == "\u{2019}" {
                guard index + length < end, wordPart(at: index + length, before: end).isPart else { break }
                isWide = true
            } else {
                guard scalar.continuesWord else { break }
                isWide = true
            }
            index += length
        }
        return (index, isWide)
    }

    /// Whether nothing that a word may go on with stands beside `range`, and no low line.
    package func isWholeWord(_ range: Range<Int>) -> Bool {
        var before = range.lowerBound
        while before > 0, before > range.lowerBound - 4 {
            before -= 1
            if self[before] & 0xC0 != 0x80 { break }
        }
        return (range.lowerBound == 0 || !bindsWords(at: before, before: range.lowerBound))
            && (range.upperBound == count || !bindsWords(at: range.upperBound, before: count))
    }

    private func bindsWords(at index: Int, before end: Int) -> Bool {
        if self[index] < 0x80 { return self[index].isASCIILetter || self[index].isASCIIDigit || self[index] == "_" }
        return character(at: index, before: end).scalar.continuesWord
    }

    /// U+FFFC.
    func isPlaceholder(at index: Int, before end: Int) -> Bool {
        index + 2 < end && self[index] == 0xEF && self[index + 1] == 0xBF && self[index + 2] == 0xBC
    }

    /// Whether a letter stands at `index`, of a script that parts its words.
    func isLetter(at index: Int, before end: Int) -> Bool {
        if self[index] < 0x80 { return self[index].isASCIILetter }
        let scalar = character(at: index, before: end).scalar
        return CharacterClass(of: scalar).isAny(of: .alphabetic) && !scalar.standsAlone
    }
}

// MARK: Scripts that do not part their words

extension Span<UInt8> {
    /// Whether all characters of a word are of scripts that do not part words and stay as they are when they are folded,
    /// but for letters and digits of ASCII; whether those are capitals.
    func isOfPlainCharacters(_ range: Range<Int>) -> Bool? {
        var (hasLarge, hasSmall) = (false, false)
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            if byte < 0x80 {
                guard byte != "'" else { return nil }
                if byte.isASCIILetter {
                    if byte < "a" { hasLarge = true } else { hasSmall = true }
                }
                index += 1
            } else {
                guard isPlainCharacter(at: index) else { return nil }
                index += 3
            }
        }
        return hasLarge && !hasSmall
    }

    /// Kana, ideographs and syllables of Hangul as they are usually written.
    private func isPlainCharacter(at index: Int) -> Bool {
        guard self[index] & 0xF0 == 0xE0 else { return false }
        let value = Int(self[index] & 0x0F) << 12 | Int(self[index + 1] & 0x3F) << 6 | Int(self[index + 2] & 0x3F)
        return switch value {
        case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
            true
        default: false
        }
    }

    /// The parts of a word that are words to a reader: each character that stands alone, with its marks, and what stands
    /// between them.
    func wordsForReaders(in range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        func endPart() {
            if start < index { parts.append(start..<index) }
            start = index
        }
        while index < range.upperBound {
            let (scalar, length) = character(at: index, before: range.upperBound)
            guard scalar.standsAlone else {
                index += length
                continue
            }
            endPart()
            index += length
            while index < range.upperBound {
                let (mark, length) = character(at: index, before: range.upperBound)
                guard mark.isMark else { break }
                index += length
            }
            endPart()
        }
        endPart()
        return parts
    }
}

extension Unicode.Scalar {
    /// Whether a word goes on with the character: a letter, a digit, a mark, or one without a form of its own. The space
    /// and the non-joiner without width part words.
    fileprivate var continuesWord: Bool { CharacterClass(of: self).isAny(of: .letterNumberOrMark) || isInvisibleInWord }

    private var isInvisibleInWord: Bool {
        CharacterClass(of: self).isAny(of: .format) && self != "\u{200B}" && self != "\u{200C}"
    }

    /// The general category M.
    package var isMark: Bool { CharacterClass(of: self).isAny(of: .mark) }

    /// Whether a word is the same without the character. Joiners make a difference in some scripts.
    package var isInvisible: Bool {
        CharacterClass(of: self).isAny(of: .format) && self != "\u{200B}" && self != "\u{200C}" && self != "\u{200D}"
    }

    /// Whether the character is a word by itself, because its script does not part words.
    var standsAlone: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x309F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            CharacterClass(of: self).isAny(of: .letterNumberOrMark) && !isMark
        default: false
        }
    }
}
