// Finds the terms that a text mentions: a tree of words, walked from each word of the text to the longest form.
//
// A word of the text costs one look-up in the table of words and one step from the root, however many terms there are;
// only words that begin a form cost more, at most as many steps as the longest form has words. Where forms can only be
// whole words, that is what an Aho-Corasick automaton does, without its failure links.

import Content
import UTF8Text
import Words

struct TermMatcher: Sendable {
    let forms: [TermForm]
    private let table: WordTable
    /// The forms of the words that terms begin with.
    private let firstWords: FormTable
    /// The node that each word leads to from the root, or 0.
    private let roots: [Int32]
    private let edges: [Edge: Int32]
    /// The form that ends at each node, or -1.
    private let ends: [Int32]
    /// Forms that end at a node with signs before their first or behind their last word: `C++` at the node of `C`. The
    /// longest come first.
    private let framed: [Int32: [FramedForm]]
    /// What stands between words of forms besides spaces.
    private let gaps: [WordGap: Int16]

    private struct FramedForm {
        let form: Int32
        let before: [UInt8]
        let behind: [UInt8]
        var signs: Int { before.count + behind.count }
    }

    private struct Edge: Hashable {
        let node: Int32
        let word: Int32
        let gap: Int16
    }

    init(_ forms: [TermForm]) {
        self.forms = forms
        var table = WordTable()
        var reader = WordReader()
        var firstWords = FormTable()
        var roots: [Int32] = []
        var edges: [Edge: Int32] = [:]
        var ends: [Int32] = [-1]
        var gaps: [WordGap: Int16] = [.none: 0, .space: 1]
        var framed: [Int32: [FramedForm]] = [:]
        for (number, form) in forms.enumerated() {
            let text = Array(form.text.utf8)
            var parts: [Word] = []
            reader.read(text.span, into: &parts)
            let words = [TermWord](parts)
            guard let first = words.first, let last = words.last else { continue }
            if first.form >= 0 { _ = firstWords.enter(reader.forms[first.form].span) }
            var node: Int32 = 0
            for (index, word) in words.enumerated() {
                let id = Int32(table.insert(text.span, from: word.start, to: word.end))
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
            if first.start > 0 || last.end < text.count {
                framed[node, default: []].append(
                    FramedForm(
                        form: Int32(number), before: Array(text[..<first.start]), behind: Array(text[last.end...])))
            } else if ends[Int(node)] < 0 {
                ends[Int(node)] = Int32(number)
            }
        }
        for node in framed.keys {
            framed[node]?.sort { $0.signs != $1.signs ? $0.signs > $1.signs : $0.form < $1.form }
        }
        while roots.count < table.count { roots.append(0) }
        self.table = table
        self.firstWords = firstWords
        self.roots = roots
        self.edges = edges
        self.ends = ends
        self.gaps = gaps
        self.framed = framed
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

    /// Of the forms of a text, by number, those that a term may begin with.
    func firstWords(of words: TextWords) -> [Bool] {
        var found: [Bool] = []
        found.reserveCapacity(words.formCount)
        words.forEachForm { found.append(firstWords.number(of: $0) != nil) }
        return found
    }

    /// Whether a term may begin with a word of a text, as `firstWords` tells of its form. A character of a script
    /// without spaces has no form of its own.
    func mayBegin(with word: TermWord, of text: [UInt8], _ firstWords: [Bool]) -> Bool {
        word.form < 0 || firstWords[word.form] || text[word.start] >= 0xE0
    }

    /// The longest form that starts with word `index` of `words`, of which no word from `limit` on is looked at. Where
    /// a longer one is there in the wrong case, it comes first.
    func matches(at index: Int, before limit: Int, of words: [TermWord], in text: [UInt8]) -> [Match] {
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

    private func gapNumber(between left: TermWord, and right: TermWord, of text: Span<UInt8>) -> Int16? {
        if right.start == left.end + 1, text[left.end] == " " || text[left.end] == "-" { return 1 }
        return gaps[WordGap(between: left.end, and: right.start, of: text)]
    }

    private func step(from node: Int32, _ gap: Int16, _ word: TermWord, to end: Int, of text: Span<UInt8>) -> Int32? {
        guard let id = table.number(of: text, from: word.start, to: end) else { return nil }
        if node == 0 { return roots[id] == 0 ? nil : roots[id] }
        return edges[Edge(node: node, word: Int32(id), gap: gap)]
    }

    private func match(
        at node: Int32, from first: Int, through last: Int, _ words: [TermWord], _ text: [UInt8], stem: Int
    ) -> Match? {
        let start = words[first].start
        // A low line is part of a word, wherever it stands.
        guard text[..<start].last != "_", text[words[last].end...].first != "_" else { return nil }
        func match(_ form: Int32, _ range: Range<Int>) -> Match {
            let isExact = !forms[Int(form)].needsCase || isWritten(forms[Int(form)].text, text[range])
            return Match(form: Int(form), words: first..<last + 1, range: range, isInWrongCase: !isExact)
        }
        for frame in framed[node] ?? [] {
            guard text[..<start].suffix(frame.before.count).elementsEqual(frame.before),
                text[stem...].starts(with: frame.behind)
            else { continue }
            return match(frame.form, start - frame.before.count..<stem + frame.behind.count)
        }
        return ends[Int(node)] < 0 ? nil : match(ends[Int(node)], start..<stem)
    }

    /// Whether the letters are the form's in the same case; hyphens and spaces, and apostrophes, are equal.
    private func isWritten(_ form: String, _ text: ArraySlice<UInt8>) -> Bool {
        // Strings are equal whether their accents are composed or not.
        func letters(_ text: String) -> String {
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { scalar in
                        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar.isMark
                    }))
        }
        return letters(form) == letters(String(decoding: text, as: UTF8.self))
    }
}
