// Which of many names is nearest to a misspelt one.
//
// Names that differ by one letter are looked up: two words are one slip apart when leaving out one letter or none makes
// them the same (the deletions of W. Garbe's SymSpell, for a distance of one). Farther ones are looked for among names of
// nearly the same length, most of which the letters that they hold rule out before they are compared.

struct SpellingIndex: Sendable {
    private let names: [String]
    /// In small letters, one after the other.
    private let bytes: [UInt8]
    private let starts: [Int]
    private let letters: [LetterSet]
    /// Each name and each name with one letter left out: a hash above, the name below.
    private let deletions: [UInt64]
    /// The names of each length in bytes.
    private let byLength: [[Int]]

    /// Longer names are not compared.
    static let longest = 120

    init(of names: [String]) {
        self.names = names
        var bytes: [UInt8] = []
        var starts = [0]
        var byLength = [[Int]](repeating: [], count: Self.longest + 1)
        var deletions: [UInt64] = []
        var letters: [LetterSet] = []
        for (index, name) in names.enumerated() {
            let word = Array(name.lowercased().utf8)
            bytes += word
            starts.append(bytes.count)
            letters.append(LetterSet(of: word))
            guard word.count <= Self.longest else { continue }
            byLength[word.count].append(index)
            forEachDeletion(of: word) { deletions.append(UInt64($0) << 32 | UInt64(index)) }
        }
        deletions.sort()
        self.bytes = bytes
        self.starts = starts
        self.letters = letters
        self.byLength = byLength
        self.deletions = deletions
    }

    /// The place of the name nearest to `word`, if it is near enough to be a slip of the keyboard: a third of its letters
    /// wrong at most. Ties go to the first in byte order; a name never suggests itself.
    ///
    /// - Parameter comparisons: How many names may still be compared; a name that differs by one letter is found without.
    func nearest(to word: String, comparisons: inout Int) -> Int? {
        let letters = Array(word.lowercased().utf8)
        guard letters.count <= Self.longest else { return nil }
        return letters.count <= UInt64.bitWidth
            ? nearest(to: word, Pattern<UInt64>(letters), &comparisons)
            : nearest(to: word, Pattern<UInt128>(letters), &comparisons)
    }

    private func nearest<Word>(to word: String, _ pattern: Pattern<Word>, _ comparisons: inout Int) -> Int? {
        var search = Search(word: word, pattern: pattern, index: self)
        forEachDeletion(of: pattern.letters) { hash in
            for place in firstDeletion(from: hash)..<deletions.count {
                guard deletions[place] >> 32 == UInt64(hash) else { break }
                search.compare(Int(deletions[place] & 0xFFFF_FFFF), limit: 1)
            }
        }
        if search.best != nil { return search.best?.index }

        let length = pattern.letters.count
        for difference in 0...max(1, length / 2) {
            for other in difference == 0 ? [length] : [length - difference, length + difference]
            where byLength.indices.contains(other) && difference <= wrongLetters(other, length) {
                if let best = search.best, best.distance < difference { return best.index }
                comparisons -= byLength[other].count
                guard comparisons >= 0 else { return search.best?.index }
                for index in byLength[other] { search.compare(index, limit: wrongLetters(other, length)) }
            }
        }
        return search.best?.index
    }

    private func firstDeletion(from hash: UInt32) -> Int {
        var (low, high) = (0, deletions.count)
        while low < high {
            let middle = (low + high) / 2
            if deletions[middle] >> 32 < UInt64(hash) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// One question: what is the best answer so far?
    private struct Search<Word: FixedWidthInteger & UnsignedInteger> {
        let word: String
        let pattern: Pattern<Word>
        let index: SpellingIndex
        private let letters: LetterSet
        private(set) var best: (distance: Int, index: Int)?

        init(word: String, pattern: Pattern<Word>, index: SpellingIndex) {
            self.word = word
            self.pattern = pattern
            self.index = index
            letters = LetterSet(of: pattern.letters)
        }

        mutating func compare(_ candidate: Int, limit: Int) {
            let limit = min(limit, best?.distance ?? limit)
            guard letters.leastDistance(to: index.letters[candidate]) <= limit,
                let distance = pattern.distance(
                    to: index.bytes.span.extracting(index.starts[candidate]..<index.starts[candidate + 1]),
                    atMost: limit)
            else { return }
            let name = index.names[candidate]
            if name == word { return }
            if let best, best.distance == distance, !name.utf8.lexicographicallyPrecedes(index.names[best.index].utf8) {
                return
            }
            best = (distance, candidate)
        }
    }
}

/// Hashes of a word and of the word with each of its letters left out.
private func forEachDeletion(of word: [UInt8], _ body: (UInt32) -> Void) {
    for missing in -1..<word.count {
        var hash: UInt32 = 2_166_136_261
        for (index, byte) in word.enumerated() where index != missing { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        body(hash)
    }
}

/// Which letters a word holds, and which of them twice: words that share few cannot be near each other.
private struct LetterSet: Sendable {
    private var bits: UInt64 = 0

    init(of word: [UInt8]) {
        for byte in word {
            let once: UInt64 = 1 << UInt64(byte & 31)
            bits |= bits & once == 0 ? once : once << 32
        }
    }

    /// No fewer letters are wrong: each wrong one can take away one that the other word has.
    func leastDistance(to other: LetterSet) -> Int {
        max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount)
    }
}

/// A word to which the distance of many others is asked.
///
/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), a whole column of the
/// table at a time: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
struct Pattern<Word: FixedWidthInteger & UnsignedInteger> {
    let letters: [UInt8]
    /// Where in the word each byte stands.
    private let places: [Word]

    /// - Parameter letters: At most as many as `Word` has bits.
    init(_ letters: [UInt8]) {
        self.letters = letters
        var places = [Word](repeating: 0, count: 256)
        for (index, letter) in letters.enumerated() { places[Int(letter)] |= 1 << Word(index) }
        self.places = places
    }

    /// The distance to `other`; `nil` if it is above `limit`.
    func distance(to other: Span<UInt8>, atMost limit: Int) -> Int? {
        guard abs(letters.count - other.count) <= limit else { return nil }
        guard !letters.isEmpty else { return other.count }
        let last: Word = 1 << Word(letters.count - 1)
        var (above, below) = (Word.max, Word(0))
        var (diagonal, placesBefore) = (Word(0), Word(0))
        var distance = letters.count
        for index in other.indices {
            let here = places[Int(other[index])]
            let swapped = ((~diagonal & here) << 1) & placesBefore
            diagonal = swapped | ((here & above) &+ above ^ above) | here | below
            var more = below | ~(diagonal | above)
            var fewer = diagonal & above
            if more & last != 0 { distance += 1 }
            if fewer & last != 0 { distance -= 1 }
            if distance - (other.count - index - 1) > limit { return nil }
            more = more << 1 | 1
            fewer <<= 1
            above = fewer | ~(diagonal | more)
            below = more & diagonal
            placesBefore = here
        }
        return distance <= limit ? distance : nil
    }
}
