// What a character is to words, looked up in a table: Unicode's own properties are searched for, which costs more than all
// else that is done with a letter.

/// Properties of a character beyond ASCII. A set of bits with plain operations: those of `OptionSet` that take several at
/// once are not free.
package struct CharacterClass: Hashable, Sendable {
    private var bits: UInt8

    fileprivate init(bits: UInt8) { self.bits = bits }

    /// The general categories L, N and M of Unicode.
    package static let letterNumberOrMark = CharacterClass(bits: 1)
    /// The property `Alphabetic`.
    package static let alphabetic = CharacterClass(bits: 2)
    /// It stands for a number; not told of ideographs, which are letters too.
    package static let numeric = CharacterClass(bits: 4)
    /// The general category M.
    package static let mark = CharacterClass(bits: 8)
    /// The general category Cf.
    package static let format = CharacterClass(bits: 16)
    package static let whitespace = CharacterClass(bits: 32)

    package static func | (left: Self, right: Self) -> Self { Self(bits: left.bits | right.bits) }

    /// Whether the character has one of the properties.
    package func isAny(of properties: Self) -> Bool { bits & properties.bits != 0 }

    package init(of scalar: Unicode.Scalar) {
        let value = Int(scalar.value)
        switch value {
        // Scripts of thousands of letters that are all alike.
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .letterNumberOrMark | .alphabetic
        case tableRange: self = table[value - tableRange.lowerBound]
        default: self.init(lookingUp: scalar)
        }
    }

    init(lookingUp scalar: Unicode.Scalar) {
        let properties = scalar.properties
        var found = CharacterClass(bits: 0)
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: found = .mark | .letterNumberOrMark
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            found = .letterNumberOrMark
        case .format: found = .format
        default: break
        }
        if properties.isAlphabetic { found = found | .alphabetic }
        if properties.numericType != nil { found = found | .numeric }
        if properties.isWhitespace { found = found | .whitespace }
        self = found
    }
}

/// From Latin letters with accents to Kana.
private let tableRange = 0x80...0x33FF
private let table: [CharacterClass] = tableRange.map { value in
    Unicode.Scalar(UInt32(value)).map { CharacterClass(lookingUp: $0) } ?? CharacterClass(bits: 0)
}
