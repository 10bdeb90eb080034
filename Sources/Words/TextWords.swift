// The words of a text as they travel from where it is parsed to all who look at them: packed, three bytes for most.

package import UTF8Text

/// The words of a text, passage by passage, and their forms.
package struct TextWords: Equatable, Sendable {
    /// Each form behind the number of its bytes, in the order of their numbers.
    private var forms: [UInt8] = []
    package private(set) var formCount = 0
    /// Where in `words` each passage ends.
    private var ends: [Int32] = []
    @usableFromInline private(set) var words: [UInt8] = []

    package init() {}

    /// Splits the passages of a text, which follow each other.
    package init(of text: [UInt8], passages: some Sequence<Range<Int>>) {
        var reader = WordReader()
        var passage: [Word] = []
        words.reserveCapacity(text.count / 2)
        for range in passages {
            passage.removeAll(keepingCapacity: true)
            reader.read(text.span, in: range, into: &passage)
            var end = range.lowerBound
            for word in passage {
                words.append(word, behind: end)
                end = word.end
            }
            ends.append(Int32(words.count))
        }
        formCount = reader.forms.count
        for number in 0..<formCount {
            let form = reader.forms[number]
            forms.append(number: form.count)
            forms.append(contentsOf: form)
        }
    }

    /// The words of a passage, which starts at `offset` of the text.
    package func words(ofPassage index: Int, startingAt offset: Int) -> Words {
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return Words(packed: words, index: start, end: Int(ends[index]), place: offset)
    }

    /// Hands each form to `body`, in the order of their numbers.
    package func forEachForm(_ body: (Span<UInt8>) -> Void) {
        var index = 0
        while index < forms.count {
            let length = forms.number(at: &index)
            body(forms.span.extracting(index..<index + length))
            index += length
        }
    }

    /// Reads the words of a passage one by one.
    package struct Words: Sequence, IteratorProtocol {
        @usableFromInline let packed: [UInt8]
        @usableFromInline var index: Int
        @usableFromInline let end: Int
        /// Where in the text the word before ends.
        @usableFromInline var place: Int

        @usableFromInline
        init(packed: [UInt8], index: Int, end: Int, place: Int) {
            self.packed = packed
            self.index = index
            self.end = end
            self.place = place
        }

        @inlinable
        package mutating func next() -> Word? {
            guard index < end else { return nil }
            return packed.word(at: &index, behind: &place)
        }
    }
}

// MARK: Packed words

/// How the place of a word is told.
@usableFromInline
enum WordPlace {
    /// One byte between, and its length.
    @usableFromInline static let behindOne = 1
    /// A character of three bytes, right behind the word before.
    @usableFromInline static let character = 2
    /// Two bytes between, and its length.
    @usableFromInline static let behindTwo = 3
    /// All told: how many bytes between, its length, how many bytes its possessive has, and what it is.
    @usableFromInline static let told = 0
}

extension [UInt8] {
    /// Lowest first: glued, capitals, two bits how its place is told, its form plus 2.
    fileprivate mutating func append(_ word: Word, behind end: Int) {
        let (gap, length) = (word.start - end, word.end - word.start)
        let isPlain = word.stemEnd == word.end && !word.isJoined && word.form >= Word.withoutForm
        let place =
            switch (gap, length) {
            case (1, 1...255) where isPlain: WordPlace.behindOne
            case (0, 3) where isPlain: WordPlace.character
            case (2, 1...255) where isPlain: WordPlace.behindTwo
            default: WordPlace.told
            }
        append(number: (word.form + 2) << 4 | place << 2 | (word.isCapitals ? 2 : 0) | (word.isGlued ? 1 : 0))
        switch place {
        case WordPlace.told:
            append(number: gap)
            append(number: length)
            append(UInt8(word.end - word.stemEnd) << 1 | (word.isJoined ? 1 : 0))
        case WordPlace.character: break
        default: append(UInt8(length))
        }
    }

    @inlinable
    func word(at index: inout Int, behind place: inout Int) -> Word {
        let head = number(at: &index)
        let form = (head >> 4) - 2
        let (isCapitals, isGlued) = (head & 2 != 0, head & 1 != 0)
        var possessive = 0
        var isJoined = false
        let start: Int
        switch head >> 2 & 3 {
        case WordPlace.character:
            start = place
            place += 3
        case WordPlace.told:
            start = place + number(at: &index)
            place = start + number(at: &index)
            possessive = Int(self[index] >> 1)
            isJoined = self[index] & 1 != 0
            index += 1
        case let gap:
            start = place + (gap == WordPlace.behindOne ? 1 : 2)
            place = start + Int(self[index])
            index += 1
        }
        return Word(
            start: start, end: place, stemEnd: place - possessive, form: form, isCapitals: isCapitals,
            isGlued: isGlued, isJoined: isJoined)
    }

    /// Seven bits to a byte, lowest first, the highest bit set on all but the last.
    fileprivate mutating func append(number: Int) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    @inlinable
    func number(at index: inout Int) -> Int {
        var value = 0
        var shift = 0
        while true {
            let byte = self[index]
            index += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }
}

// MARK: Between processes

extension TextWords: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.integer(formCount)
        wire.blob(forms)
        wire.integer(ends.count)
        var last: Int32 = 0
        for end in ends {
            wire.integer(Int(end - last))
            last = end
        }
        wire.blob(words)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        formCount = try wire.count()
        forms = try wire.blob()
        let count = try wire.count()
        ends.reserveCapacity(min(count, forms.count))
        var last = 0
        for _ in 0..<count {
            last += try wire.integer()
            ends.append(Int32(last))
        }
        words = try wire.blob()
    }
}
