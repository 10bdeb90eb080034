// Finds the terms that a text mentions: a tree of words, walked from each word of the text to the longest form.
//
// A word of the text costs one look-up in the table of words and one step from the root, however many terms there are;
// only words that begin a form cost more, at most as many steps as the longest form has words. Where forms can only be
// whole words, that is what an Aho-Corasick automaton does, without its failure links.

import Content
import UTF8Text

struct TermMatcher: Sendable {
    let forms: [TermForm]
    private let table: WordTable
    /// The node that each word leads to from the root, or 0.
    private let roots: [Int32]
    private let edges: [Edge: Int32]
    /// The form that ends at each node, or -1.
    private let ends: [Int32]
    /// What stands between words of forms besides spaces.
    private let gaps: [WordGap: Int16]
    /// Signs before the first and behind the last word of a form, where there are any.
    private let frames: [Int32: (before: [UInt8], behind: [UInt8])]

    private struct Edge: Hashable {
        let node: Int32
        let word: Int32
        let gap: Int16
    }

    init(_ forms: [TermForm]) {
        self.forms = forms
        var table = WordTable()
        var roots: [Int32] = []
        var edges: [Edge: Int32] = [:]
        var ends: [Int32] = [-1]
        var gaps: [WordGap: Int16] = [.none: 0, .space: 1]
        var frames: [Int32: (before: [UInt8], behind: [UInt8])] = [:]
        for (number, form) in forms.enumerated() {
            let text = Array(form.text.utf8)
            let words = wordList(of: text, in: 0..<text.count)
            guard let first = words.first, let last = words.last else { continue }
            var node: Int32 = 0
            for (index, word) in words.enumerated() {
                let id = Int32(table.insert(text.span, from: word.start, to: word.end, isWide: word.isWide))
                if index == 0 {
                    while roots.count <= id { roots.append(0) }
                    if roots[Int(id)] == 0 {
                        roots[Int(id)] = Int32(ends.count)
                        ends.append(-1)
                    }
                    node = roots[Int(id)]
                    continue
                }
                let gap = WordGap(between: words[index - 1].end, and: word.start, of: text.span)
                let gapNumber = gaps[gap] ?? Int16(clamping: gaps.count)
                gaps[gap] = gapNumber
                let edge = Edge(node: node, word: id, gap: gapNumber)
                if let next = edges[edge] {
                    node = next
                } else {
                    node = Int32(ends.count)
                    ends.append(-1)
                    edges[edge] = node
                }
            }
            guard ends[Int(node)] < 0 else { continue }
            ends[Int(node)] = Int32(number)
            if first.start > 0 || last.end < text.count {
                frames[Int32(number)] = (Array(text[..<first.start]), Array(text[last.end...]))
            }
        }
        while roots.count < table.count { roots.append(0) }
        self.table = table
        self.roots = roots
        self.edges = edges
        self.ends = ends
        self.gaps = gaps
        self.frames = frames
    }

    /// A form in a text.
    struct Match {
        let form: Int
        /// The words of the text that it takes, by number.
        let words: Range<Int>
        /// Where it stands in the text, without a possessive `'s`.
        let range: Range<Int>
        /// Whether the letters are there, but not the capitals that the form needs.
        let isInWrongCase: Bool
    }

    /// The longest form that starts with word `index` of `words`, of which no word from `limit` on is looked at. Where
    /// a longer one is there in the wrong case, it comes first.
    func matches(at index: Int, before limit: Int, of words: [Word], in text: [UInt8]) -> [Match] {
        let span = text.span
        var found: [Match] = []
        var node: Int32 = 0
        var position = index
        while position < limit {
            let word = words[position]
            let gap = position == index ? 0 : gapNumber(between: words[position - 1], and: word, of: span)
            guard let gap else { break }
            if word.stemEnd < word.end, let end = step(from: node, gap, word, to: word.stemEnd, of: span),
                let match = match(at: end, from: index, through: position, words, text, stem: word.stemEnd)
            {
                found.append(match)
            }
            guard let next = step(from: node, gap, word, to: word.end, of: span) else { break }
            node = next
            if let match = match(at: node, from: index, through: position, words, text, stem: word.end) {
                found.append(match)
            }
            position += 1
        }
        guard let best = found.lastIndex(where: { !$0.isInWrongCase }) else { return found.last.map { [$0] } ?? [] }
        return best == found.count - 1 ? [found[best]] : [found[found.count - 1], found[best]]
    }

    private func gapNumber(between left: Word, and right: Word, of text: Span<UInt8>) -> Int16? {
        if right.start == left.end + 1, text[left.end] == " " || text[left.end] == "-" { return 1 }
        return gaps[WordGap(between: left.end, and: right.start, of: text)]
    }

    private func step(from node: Int32, _ gap: Int16, _ word: Word, to end: Int, of text: Span<UInt8>) -> Int32? {
        guard let id = table.number(of: text, from: word.start, to: end, isWide: word.isWide) else { return nil }
        if node == 0 { return roots[id] == 0 ? nil : roots[id] }
        return edges[Edge(node: node, word: Int32(id), gap: gap)]
    }

    private func match(
        at node: Int32, from first: Int, through last: Int, _ words: [Word], _ text: [UInt8], stem: Int
    ) -> Match? {
        let form = ends[Int(node)]
        guard form >= 0 else { return nil }
        var start = words[first].start
        var end = stem
        if let frame = frames[form] {
            guard text[..<start].suffix(frame.before.count).elementsEqual(frame.before),
                text[end...].starts(with: frame.behind)
            else { return nil }
            start -= frame.before.count
            end += frame.behind.count
        }
        let isExact = !forms[Int(form)].needsCase || isWritten(forms[Int(form)].text, text[start..<end])
        return Match(form: Int(form), words: first..<last + 1, range: start..<end, isInWrongCase: !isExact)
    }

    /// Whether the letters are the form's in the same case; hyphens and spaces, and apostrophes, are equal.
    private func isWritten(_ form: String, _ text: ArraySlice<UInt8>) -> Bool {
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        }
        return letters(form) == letters(String(decoding: text, as: UTF8.self))
    }
}
