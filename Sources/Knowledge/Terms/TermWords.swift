// The words that terms are made of: those that a reader sees, possessives apart.

import UTF8Text
import Words

/// A word of a text, with all that is glued to it.
struct TermWord {
    /// Where in the text.
    let start: Int
    private(set) var end: Int
    /// Where it ends without a possessive `'s`; `end` for any other word.
    private(set) var stemEnd: Int
    /// The number of the form of its first part; negative without.
    let form: Int

    fileprivate init(_ word: Word) {
        start = word.start
        end = word.end
        stemEnd = word.stemEnd
        form = word.form
    }

    fileprivate mutating func glue(_ word: Word) {
        end = word.end
        stemEnd = word.stemEnd
    }

    /// Whether it is a number, with digits grouped or not.
    func isNumber(in text: [UInt8]) -> Bool {
        text[start..<end].allSatisfy { $0.isASCIIDigit || $0 == "," || $0 == "." }
    }
}

extension [TermWord] {
    init(_ words: some Sequence<Word>) {
        self = []
        append(words)
    }

    mutating func append(_ words: some Sequence<Word>) {
        for word in words where word.end > word.start && word.form != Word.placeholder {
            if word.isGlued, !isEmpty { self[count - 1].glue(word) } else { append(TermWord(word)) }
        }
    }

    /// The words of a short text.
    init(of text: [UInt8]) {
        var reader = WordReader()
        var words: [Word] = []
        reader.read(text.span, into: &words)
        self.init(words)
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
            let (scalar, length) = bytes.character(at: index, before: right)
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
