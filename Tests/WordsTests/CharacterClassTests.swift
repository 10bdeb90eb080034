// The table of characters, held against Unicode's own properties.

import Testing

@testable import Words

@Suite struct CharacterClassTests {
    @Test func theTableSaysWhatUnicodeSays() {
        var different: [Unicode.Scalar] = []
        for value in [UInt32(0x80)...0x9FFF, 0xAC00...0xD7A3].joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = CharacterClass(lookingUp: scalar)
            // Ideographs that stand for numbers are letters all the same.
            if value >= 0x3400, CharacterClass(of: scalar) | .numeric == expected | .numeric { continue }
            if CharacterClass(of: scalar) != expected { different.append(scalar) }
        }
        #expect(different.isEmpty)
    }
}
