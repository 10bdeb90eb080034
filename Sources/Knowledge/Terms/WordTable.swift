// The words that terms are made of, by number. A text looks each of its words up here once, whatever the number of terms.

import UTF8Text
import Words

struct WordTable {
    /// Words of ASCII letters in lower case, one after the other.
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    private var numbers: [Int] = []
    /// Open addressing over `numbers`: an index of a word plus 1, or 0. A power of two, at most half full.
    private var slots = [Int32](repeating: 0, count: 64)
    /// Words with other letters. Swift compares them by canonical equivalence, so their composition does not matter.
    private var wide: [String: Int] = [:]
    private(set) var count = 0

    /// The number of a word of `text`, if some term has it. Case does not matter, nor how the apostrophe is written.
    func number(of text: Span<UInt8>, from start: Int, to end: Int, isWide: Bool? = nil) -> Int? {
        if isWide ?? text.isWide(from: start, to: end) {
            let word = folded(text, from: start, to: end)
            // Without its curly apostrophe, soft hyphen or ß it may be a word like others.
            guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return wide[word] }
            let letters = Array(word.utf8)
            return number(of: letters.span, from: 0, to: letters.count, isWide: false)
        }
        var slot = Int(truncatingIfNeeded: hash(text, from: start, to: end)) & (slots.count - 1)
        while slots[slot] != 0 {
            let word = Int(slots[slot]) - 1
            if isWord(word, text, from: start, to: end) { return numbers[word] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of the word, which it gets now if it has none yet.
    mutating func insert(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        if let known = number(of: text, from: start, to: end) { return known }
        defer { count += 1 }
        if text.isWide(from: start, to: end) {
            let word = folded(text, from: start, to: end)
            guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
                wide[word] = count
                return count
            }
            bytes.append(contentsOf: word.utf8)
        } else {
            for index in start..<end { bytes.append(text[index].asciiLowercased) }
        }
        starts.append(bytes.count)
        numbers.append(count)
        if numbers.count * 2 > slots.count { grow() } else { place(numbers.count - 1) }
        return count
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for word in numbers.indices { place(word) }
    }

    private mutating func place(_ word: Int) {
        var slot =
            Int(truncatingIfNeeded: hash(bytes.span, from: starts[word], to: starts[word + 1])) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(word + 1)
    }

    private func isWord(_ word: Int, _ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        let first = starts[word]
        guard starts[word + 1] - first == end - start else { return false }
        for offset in 0..<(end - start) where bytes[first + offset] != text[start + offset].asciiLowercased {
            return false
        }
        return true
    }

    /// FNV-1a, 64 bits, over the letters in lower case. Source: draft-eastlake-fnv.
    private func hash(_ text: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end { sum = (sum ^ UInt64(text[index].asciiLowercased)) &* 0x0000_0100_0000_01B3 }
        return sum ^ sum >> 32
    }

    private func folded(_ text: Span<UInt8>, from start: Int, to end: Int) -> String {
        var letters: [UInt8] = []
        for index in start..<end { letters.append(text[index]) }
        var result = String.UnicodeScalarView()
        for scalar in String(decoding: letters, as: UTF8.self).unicodeScalars where !scalar.isInvisible {
            if scalar == "\u{2019}" { result.append("'") } else { scalar.appendFolded(to: &result) }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// The dotless i has no other case.
    fileprivate func appendFolded(to text: inout String.UnicodeScalarView) {
        if isASCII || self == "\u{131}" { return text.append(contentsOf: properties.lowercaseMapping.unicodeScalars) }
        text.append(contentsOf: withoutCase)
    }
}

extension Span<UInt8> {
    /// Whether letters beyond ASCII or a curly apostrophe are part of a word.
    fileprivate func isWide(from start: Int, to end: Int) -> Bool { (start..<end).contains { self[$0] >= 0x80 } }
}
