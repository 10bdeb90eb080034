// The words of a text, as terms are made of them: whole words of any script, hyphens between them, possessives apart.

import Content
import UTF8Text

/// A word of the text of a page.
struct Word {
    /// Where in the text.
    let start: Int
    let end: Int
    /// Where the word ends without a possessive `'s`; `end` for any other word.
    let stemEnd: Int
    /// Whether letters beyond ASCII or a curly apostrophe are part of it.
    let isWide: Bool
    let isNumber: Bool
}

/// The words of `bytes[range]`.
///
/// A word is a run of letters, digits, marks and underscores of any script, with apostrophes and full stops inside and
/// with characters that only format it, such as a soft hyphen. Scripts that do not part their words by spaces (Han,
/// Hiragana, Thai and their like) give one word for each character, as the default word boundaries of Unicode Standard
/// Annex 29 do.
func wordList(of bytes: [UInt8], in range: Range<Int>) -> [Word] {
    let bytes = bytes.span
    var words: [Word] = []
    words.reserveCapacity(range.count / 5)
    var index = range.lowerBound
    while index < range.upperBound {
        let first = bytes[index]
        if first < 0x80 {
            guard first.isWordByteOfASCII else {
                index += 1
                continue
            }
        } else {
            let (scalar, length) = decode(bytes, at: index, before: range.upperBound)
            guard scalar.isWordPart, !scalar.isFormat else {
                index += length
                continue
            }
        }
        let word = word(startingAt: index, of: bytes, before: range.upperBound)
        words.append(word)
        index = word.end
    }
    return words
}

private func word(startingAt start: Int, of bytes: Span<UInt8>, before end: Int) -> Word {
    var index = start
    var isWide = false
    var isNumber = true
    while index < end {
        let byte = bytes[index]
        if byte < 0x80 {
            if byte.isWordByteOfASCII {
                isNumber = isNumber && byte.isASCIIDigit
                index += 1
            } else if byte == "'", index + 1 < end, bytes[index + 1] >= 0x80 || bytes[index + 1].isASCIILetter {
                guard bytes[index + 1] < 0x80 || decode(bytes, at: index + 1, before: end).scalar.isWordPart else {
                    break
                }
                index += 1
            } else if isNumber, byte == "." || byte == ",", index + 1 < end, bytes[index + 1].isASCIIDigit {
                index += 1
            } else if byte == ".", index > start, bytes[index - 1].isLetterByte,
                isLetter(bytes, at: index + 1, before: end)
            {
                // The name of a file, of a site.
                index += 1
            } else {
                break
            }
            continue
        }
        let (scalar, length) = decode(bytes, at: index, before: end)
        if scalar.isCurlyApostrophe {
            guard index + length < end, isWordPart(bytes, at: index + length, before: end) else { break }
            isWide = true
        } else if scalar.standsAlone {
            guard index == start else { break }
            isWide = true
            isNumber = false
            index += length
            // Its marks belong to it.
            while index < end, bytes[index] >= 0x80 {
                let (mark, length) = decode(bytes, at: index, before: end)
                guard mark.isMark else { break }
                index += length
            }
            break
        } else {
            guard scalar.isWordPart else { break }
            isWide = true
            isNumber = false
        }
        index += length
    }
    return Word(
        start: start, end: index, stemEnd: stemEnd(of: bytes, from: start, to: index), isWide: isWide,
        isNumber: isNumber)
}

/// Where a word ends without its possessive: `board's` is `board` and `'s`.
private func stemEnd(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard end - start >= 3, bytes[end - 1] == "s" || bytes[end - 1] == "S" else { return end }
    if bytes[end - 2] == "'" { return end - 2 }
    guard end - start >= 5, bytes[end - 4] == 0xE2, bytes[end - 3] == 0x80, bytes[end - 2] == 0x99 else { return end }
    return end - 4
}

private func isWordPart(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Bool {
    bytes[index] < 0x80 ? bytes[index].isWordByteOfASCII : decode(bytes, at: index, before: end).scalar.isWordPart
}

/// Whether a letter stands at `index`, of a script that parts its words.
private func isLetter(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Bool {
    guard index < end else { return false }
    if bytes[index] < 0x80 { return bytes[index].isASCIILetter }
    let scalar = decode(bytes, at: index, before: end).scalar
    return CharacterClass(of: scalar).isAny(of: .alphabetic) && !scalar.standsAlone
}

/// The scalar that starts at `index` of UTF-8 text, and how many bytes it takes.
func decode(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= end else { return ("\u{FFFD}", end - index) }
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

extension UInt8 {
    fileprivate var isWordByteOfASCII: Bool { isASCIILetter || isASCIIDigit || self == "_" }
    /// Whether the byte of a word is, or ends, a letter.
    fileprivate var isLetterByte: Bool { isASCIILetter || self >= 0x80 }
}

extension Unicode.Scalar {
    fileprivate var isCurlyApostrophe: Bool { self == "\u{2019}" }

    fileprivate var isWordPart: Bool {
        let properties = CharacterClass(of: self)
        return properties.isAny(of: .alphabetic | .numeric | .mark) || isFormat(properties)
    }

    /// A character without a form of its own that stands in a word or behind it; the space without width parts words.
    var isFormat: Bool { isFormat(CharacterClass(of: self)) }
    private func isFormat(_ properties: CharacterClass) -> Bool {
        properties.isAny(of: .format) && self != "\u{200B}"
    }

    var isMark: Bool { CharacterClass(of: self).isAny(of: .mark) }

    /// Whether the character is a word by itself, because its script does not part words.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x309F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x3FFFF:
            isWordPart && !isMark
        default: false
        }
    }
}

/// What stands between two words of a term.
enum WordGap: Hashable {
    /// Nothing: characters of a script that does not part words.
    case none
    /// Spaces of any kind, or a single hyphen or en dash.
    case space
    /// Other signs, without the spaces around them.
    case signs([UInt8])

    init(between left: Int, and right: Int, of bytes: Span<UInt8>) {
        guard left < right else {
            self = .none
            return
        }
        if right - left == 1, bytes[left] == " " || bytes[left] == "-" {
            self = .space
            return
        }
        var signs: [UInt8] = []
        var hasSpace = false
        var hyphens = 0
        var index = left
        while index < right {
            let (scalar, length) = decode(bytes, at: index, before: right)
            if scalar.isASCII ? bytes[index].isASCIISpace : CharacterClass(of: scalar).isAny(of: .whitespace) {
                hasSpace = true
            } else if scalar.isHyphen {
                hyphens += 1
            } else {
                for offset in 0..<length { signs.append(bytes[index + offset]) }
            }
            index += length
        }
        if signs.isEmpty, hyphens == 0 || (hyphens == 1 && !hasSpace) {
            self = .space
        } else {
            // A dash between spaces parts thoughts, not words.
            self = .signs(hyphens > 0 ? Array("-".utf8) + signs : signs)
        }
    }
}

extension Unicode.Scalar {
    /// Hyphen-minus, hyphen, non-breaking hyphen, figure dash, en dash, minus.
    var isHyphen: Bool {
        switch value {
        case 0x2D, 0x2010...0x2013, 0x2212: true
        default: false
        }
    }
}
