// What the handbook has names for: terms of the glossary, topics, roles, templates, and pages by their short titles. A
// concept is found by any of its names, also of several words, in either direction.

import Content
import Knowledge
import UTF8Text
import Words

/// Something that has a name of its own.
struct Concept {
    /// The forms of the words of each name, without stop words.
    let names: [[Int]]
    /// The place in `names` of each that is meant only in capitals.
    let needsCapitals: Set<Int>
    /// Whether the text of pages is searched for its names.
    let isMentioned: Bool
    /// The page, and its section's anchor, that readers who search for a name want to see first.
    let target: (page: PageID, anchor: String)
}

/// The words of the names of a handbook, and the concepts that they name.
struct Concepts {
    /// Longer titles are found by their words.
    private static let wordsOfATitle = 4

    /// Has entered the words of every name, in the same order whatever the pages say.
    private(set) var reader = WordReader()
    private(set) var all: [Concept] = []
    /// Whether the form with a number is a stop word; those beyond its end are none.
    private let stopForms: [Bool]

    func isStopWord(_ form: Int) -> Bool { form < stopForms.count && stopForms[form] }

    init(of handbook: Handbook, pages: [(id: PageID, type: SearchType)], stopWords: Set<String>) {
        var forms: Set<Int> = []
        for word in stopWords.sorted() { forms.insert(reader.enter(word.utf8Span.span)) }
        stopForms = (0...(forms.max() ?? 0)).map(forms.contains)
        var found: Set<PageID> = []
        for page in pages where page.type != .term { found.insert(page.id) }
        let hasTerms = pages.contains { $0.type == .term }

        var formsOfTerm = [[TermForm]](repeating: [], count: handbook.vocabulary.linkable.count)
        for form in handbook.vocabulary.forms { formsOfTerm[form.term].append(form) }
        for (index, term) in handbook.vocabulary.linkable.enumerated() {
            let isEntry = term.fragment != nil
            guard isEntry ? hasTerms : found.contains(term.target) else { continue }
            add(
                formsOfTerm[index].map { ($0.text, $0.needsCase) },
                isMentioned: formsOfTerm[index].contains { $0.policy == .auto || $0.policy == .case },
                target: (term.target, term.fragment ?? ""))
        }
        for page in pages where page.type != .term {
            let header = handbook[page.id].parsed.header
            var names = [header.title.value] + header.aliases.map(\.value)
            if case .question(let question) = header.details { names += question.asked.map(\.value) }
            add(names.map { ($0, false) }, isMentioned: false, target: (page.id, ""), atMost: Self.wordsOfATitle)
        }
    }

    private mutating func add(
        _ names: [(text: String, needsCapitals: Bool)], isMentioned: Bool, target: (PageID, String),
        atMost limit: Int = 12
    ) {
        var words: [[Int]] = []
        var needsCapitals: Set<Int> = []
        for name in names {
            let forms = significantWords(of: name.text)
            guard !forms.isEmpty, forms.count <= limit else { continue }
            if let known = words.firstIndex(of: forms) {
                if !name.needsCapitals { needsCapitals.remove(known) }
                continue
            }
            if name.needsCapitals, forms.count == 1 { needsCapitals.insert(words.count) }
            words.append(forms)
        }
        guard !words.isEmpty else { return }
        all.append(Concept(names: words, needsCapitals: needsCapitals, isMentioned: isMentioned, target: target))
    }

    /// The forms of the words of `text` without stop words, unless it has no others.
    private mutating func significantWords(of text: String) -> [Int] {
        var words: [Word] = []
        reader.read(text.utf8Span.span, into: &words)
        let forms = words.filter { !$0.isJoined && $0.form >= 0 }.map(\.form)
        let significant = forms.filter { !isStopWord($0) }
        return significant.isEmpty ? forms : significant
    }
}

/// Finds the names of concepts in a stream of words, all at once.
struct ConceptMatcher {
    /// A node of the tree of names, and the stem of the next word.
    private struct Step: Hashable {
        let node: Int32
        let stem: Int32
    }

    private var next: [Step: Int32] = [:]
    /// The concepts whose name ends at a node.
    private var ends: [[(concept: Int, needsCapitals: Bool)]] = [[]]
    private var active: [Int32] = []

    mutating func add(_ name: [Int], concept: Int, needsCapitals: Bool) {
        var node: Int32 = 0
        for stem in name {
            let step = Step(node: node, stem: Int32(stem))
            if let known = next[step] {
                node = known
            } else {
                node = Int32(ends.count)
                next[step] = node
                ends.append([])
            }
        }
        ends[Int(node)].append((concept, needsCapitals))
    }

    /// What comes now does not belong to what came before.
    mutating func restart() { active.removeAll(keepingCapacity: true) }

    /// Appends each concept whose name ends with this word.
    mutating func read(stem: Int, isCapitals: Bool, into concepts: inout [Int]) {
        guard !next.isEmpty else { return }
        var kept = 0
        active.append(0)
        for node in active {
            guard let reached = next[Step(node: node, stem: Int32(stem))] else { continue }
            for end in ends[Int(reached)] where !end.needsCapitals || isCapitals { concepts.append(end.concept) }
            active[kept] = reached
            kept += 1
        }
        active.removeLast(active.count - kept)
    }
}
