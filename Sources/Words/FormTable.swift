// Numbers byte strings from 0 up, in the order in which they are first entered.

import UTF8Text

package struct FormTable: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    private var hashes: [UInt32] = []
    /// Open addressing: a number plus 1, or 0. A power of two, at most half full.
    private var slots = [Int32](repeating: 0, count: 256)

    package init() {}

    package var count: Int { hashes.count }

    package subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

    /// The number of `form`, which it gets now if it has none yet.
    package mutating func enter(_ form: Span<UInt8>) -> Int {
        let hash = hash(form)
        let slot = slot(of: form, hash: hash)
        return slots[slot] != 0 ? Int(slots[slot]) - 1 : insert(form, hash, at: slot) { $0 }
    }

    @inline(__always)
    private mutating func insert(
        _ form: Span<UInt8>, _ hash: UInt32, at slot: Int, _ letter: (UInt8) -> UInt8
    ) -> Int {
        let number = hashes.count
        slots[slot] = Int32(number + 1)
        for index in form.indices { bytes.append(letter(form[index])) }
        starts.append(Int32(bytes.count))
        hashes.append(hash)
        if hashes.count * 2 > slots.count { grow() }
        return number
    }

    /// The number of a word of ASCII letters and digits in lower case, which it gets now if it has none yet.
    mutating func enter(lowercasing word: Span<UInt8>) -> Int {
        var hash = Hash()
        for index in word.indices { hash.add(word[index].asciiLowercased) }
        return enter(lowercasing: word, hash)
    }

    /// The same, with the hash of the word in lower case.
    @inline(__always)
    mutating func enter(lowercasing word: Span<UInt8>, _ hash: Hash) -> Int {
        let hash = hash.value
        let slot = slot(of: word, hash: hash) { $0.asciiLowercased }
        return slots[slot] != 0 ? Int(slots[slot]) - 1 : insert(word, hash, at: slot) { $0.asciiLowercased }
    }

    /// The number of `form` if it was entered.
    package func number(of form: Span<UInt8>) -> Int? {
        let slot = slot(of: form, hash: hash(form))
        return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
    }

    /// The slot of `form`, or the one that it would take.
    @inline(__always)
    private func slot(of form: Span<UInt8>, hash: UInt32, by letter: (UInt8) -> UInt8 = { $0 }) -> Int {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, isEqual(number, form, by: letter) { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Enters the form that is two or more others, written together.
    mutating func enter(joining forms: [Int]) -> Int {
        var joined: [UInt8] = []
        for form in forms { joined.append(contentsOf: self[form]) }
        return enter(joined.span)
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ form: Span<UInt8>, by letter: (UInt8) -> UInt8) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == form.count else { return false }
        for index in form.indices where bytes[start + index] != letter(form[index]) { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }

    private func hash(_ form: Span<UInt8>) -> UInt32 {
        var hash = Hash()
        for index in form.indices { hash.add(form[index]) }
        return hash.value
    }

    /// FNV-1a, whose low bits are mixed once more.
    /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm".
    struct Hash {
        private var sum: UInt32 = 0x811C_9DC5

        @inline(__always)
        mutating func add(_ byte: UInt8) { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }

        @inline(__always)
        var value: UInt32 { sum ^ sum >> 15 }
    }
}
