// Decides which mentions of terms on one page become links. A function of the page's own text and of what all pages
// together have settled, so that pages can be taken in any order and on any core.
//
// The reasons are named in TermDecision.swift; in what kind of place a word stands is known since its page was parsed
// (`TextPlace`). Words that a tag cuts in two, and names that two pages claim, are no mentions at all.

import Content
import UTF8Text
import Words

/// What linking the terms of one page came to.
package struct PageTerms: Sendable {
    /// In the order of the text.
    package let links: [TermLink]
    /// The terms that the text mentions in whatever way, by their places in `Vocabulary.linkable`, ascending.
    package let mentioned: [Int]
}

extension Page {
    /// What readers see of the page besides its text.
    fileprivate var wordsAboveText: [String] {
        var texts = [title]
        if let summary = parsed.header.summary { texts.append(summary) }
        if case .question(let question) = parsed.header.details, let answer = question.shortAnswer {
            texts.append(answer.value)
        }
        return texts
    }
}

extension Vocabulary {
    /// The terms that a short text mentions, by their places in `linkable`.
    fileprivate func terms(mentionedIn text: String) -> Set<Int> {
        let bytes = Array(text.utf8)
        let words = [TermWord](of: bytes)
        var terms: Set<Int> = []
        var index = 0
        while index < words.count {
            let match = matcher.matches(at: index, before: words.count, of: words, in: bytes).last { !$0.isInWrongCase }
            if let match { terms.insert(forms[match.form].term) }
            index = match?.words.upperBound ?? index + 1
        }
        return terms
    }
}

/// What must be settled before terms can be linked.
struct TermGround: Sendable {
    let pages: [Page]
    let links: [[Destination]]
    let relations: Relations
    let vocabulary: Vocabulary
}

/// Links the terms of one page.
func linkTerms(on id: PageID, of ground: TermGround) -> PageTerms {
    var linker = TermLinker(page: ground.pages[id.index], ground: ground)
    linker.run()
    var mentioned: Set<Int> = []
    for decision in linker.decisions where decision.refusal != .wrongCase {
        mentioned.insert(ground.vocabulary.forms[decision.form].term)
    }
    for text in linker.page.wordsAboveText { mentioned.formUnion(ground.vocabulary.terms(mentionedIn: text)) }
    return PageTerms(links: linker.links, mentioned: mentioned.sorted())
}

extension Handbook {
    /// Every mention of a term on the page and what became of it, in the order of the text.
    package func termDecisions(on id: PageID) -> [TermDecision] {
        let ground = TermGround(pages: pages, links: links, relations: relations, vocabulary: vocabulary)
        var linker = TermLinker(page: self[id], ground: ground)
        linker.run()
        return linker.decisions
    }
}

private struct TermLinker {
    let page: Page
    let text: PageText
    let vocabulary: Vocabulary
    /// Whether the page may have automatic links at all, and which terms it may not.
    let isOff: Bool
    let skipped: Set<Int>
    /// Pages that single words may be linked to, because the page is about them; and pages that need no link.
    let topics: Set<PageID>
    let related: Set<PageID>
    /// Where the links by hand stand in the text, in its order, and where they lead.
    private var byHand: ArraySlice<(offset: Int, destination: Destination)>

    private(set) var decisions: [TermDecision] = []
    private(set) var links: [TermLink] = []
    /// The words of the page before the current block, and all.
    private var wordsBefore = 0
    private lazy var wordCount = text.blocks.indices.reduce(0) { count, block in
        text.blocks[block].kind == .code ? count : count + [TermWord](words(ofBlock: block)).count
    }
    /// The last link to each target: where in the text, the words before it, and the links so far.
    private var last: [Target: (text: Int, words: Int, count: Int)] = [:]

    private struct Target: Hashable {
        let page: PageID
        let fragment: String?
    }

    init(page: Page, ground: TermGround) {
        self.page = page
        text = page.parsed.markdown.text
        vocabulary = ground.vocabulary
        switch page.parsed.header.autolink {
        case .on: (isOff, skipped) = (false, [])
        case .off: (isOff, skipped) = (true, [])
        case .skipping(let names):
            (isOff, skipped) = (false, Set(names.compactMap { ground.vocabulary.linkable(named: $0.value) }))
        }
        topics = Set(ground.relations.targets(of: .topic, from: page.id))
        related = Set(ground.relations.targets(of: .related, from: page.id))
        byHand = zip(page.parsed.markdown.references, ground.links[page.id.index]).map { ($0.textOffset, $1) }[...]
    }

    // MARK: Words

    /// Words of one block, each with the stretch of text that it is part of.
    struct Passage {
        var words: [TermWord] = []
        /// The run that each word starts in; -1 for a word that a tag cuts in two.
        var runs: [Int] = []
        /// Whether the word may follow the one before in a term: nothing but text stands between them.
        var follows: [Bool] = []
    }

    mutating func run() {
        guard !vocabulary.forms.isEmpty else { return }
        let matcher = vocabulary.matcher
        let firstWords = matcher.firstWords(of: page.parsed.words)
        var passage = Passage()
        for block in text.blocks.indices {
            passage.words.removeAll(keepingCapacity: true)
            passage.words.append(words(ofBlock: block))
            if passage.words.contains(where: { matcher.mayBegin(with: $0, of: text.bytes, firstWords) }) {
                placeWords(of: &passage, block)
                search(passage, block: block, firstWords)
            }
            if text.blocks[block].kind != .code { wordsBefore += passage.words.count }
        }
    }

    private func words(ofBlock block: Int) -> TextWords.Words {
        page.parsed.words.words(ofPassage: block, startingAt: text.blocks[block].start)
    }

    private func placeWords(of passage: inout Passage, _ block: Int) {
        passage.runs.removeAll(keepingCapacity: true)
        passage.follows.removeAll(keepingCapacity: true)
        let runs = text.runs(ofBlock: block)
        passage.runs.reserveCapacity(passage.words.count)
        passage.follows.reserveCapacity(passage.words.count)
        var run = runs.lowerBound
        /// Whether no tag stands between the word before and the run reached.
        var isAttached = false
        /// Whether a tag cuts the word before in two.
        var isBroken = false
        func advance(to offset: Int) -> Bool {
            var isWhole = true
            while run + 1 < runs.upperBound, text.runs[run + 1].start <= offset {
                run += 1
                if !text.runs[run].isAttached || text.runs[run].place != text.runs[run - 1].place { isWhole = false }
            }
            return isWhole
        }
        for word in passage.words {
            isAttached = advance(to: word.start)
            let first = run
            let isWhole = advance(to: word.end - 1)
            passage.runs.append(isWhole ? first : -1)
            passage.follows.append(isAttached && isWhole && !isBroken)
            isBroken = !isWhole
        }
    }

    // MARK: Decisions

    private mutating func search(_ passage: Passage, block: Int, _ firstWords: [Bool]) {
        let hand = targetsByHand(in: text.range(ofBlock: block))
        var linksInBlock = 0
        var index = 0
        while index < passage.words.count {
            var limit = index + 1
            guard passage.runs[index] >= 0 else {
                index += 1
                continue
            }
            while limit < passage.words.count, passage.follows[limit] { limit += 1 }
            let end = limit
            while index < end {
                guard vocabulary.matcher.mayBegin(with: passage.words[index], of: text.bytes, firstWords) else {
                    index += 1
                    continue
                }
                let matches = vocabulary.matcher.matches(at: index, before: end, of: passage.words, in: text.bytes)
                var next = index + 1
                for match in matches where isWhole(match.range) {
                    let refusal = refusal(of: match, at: index, in: passage, hand: hand, linksInBlock)
                    decisions.append(TermDecision(form: match.form, text: match.range, refusal: refusal))
                    if !match.isInWrongCase { next = match.words.upperBound }
                    guard refusal == nil else { continue }
                    links.append(TermLink(form: match.form, text: match.range, html: html(of: match.range)))
                    let count = last[target(of: match)]?.count ?? 0
                    last[target(of: match)] = (match.range.lowerBound, wordsBefore + index, count + 1)
                    linksInBlock += 1
                }
                index = next
            }
        }
    }

    private func target(of match: TermMatcher.Match) -> Target {
        let term = vocabulary.linkable[vocabulary.forms[match.form].term]
        return Target(page: term.target, fragment: term.fragment)
    }

    /// Why the match is no link, by the first rule that forbids it.
    private mutating func refusal(
        of match: TermMatcher.Match, at index: Int, in passage: Passage, hand: Set<Target>, _ linksInBlock: Int
    ) -> TermRefusal? {
        let form = vocabulary.forms[match.form]
        let target = target(of: match)
        if match.isInWrongCase { return .wrongCase }
        if let place = refusal(in: text.runs[passage.runs[index]].place) { return place }
        if isOff { return .pageOff }
        if skipped.contains(form.term) { return .pageSkips }
        if target.page == page.id { return .ownPage }
        if form.policy == .manual { return .manual }
        if form.policy == .phrase, form.wordCount == 1, !topics.contains(target.page) || target.fragment != nil {
            return .phrase
        }
        if form.mayBeUnit, index > 0, passage.words[index - 1].isNumber(in: text.bytes), passage.follows[index] {
            return .afterNumber
        }
        if target.fragment == nil, related.contains(target.page) { return .related }
        if hand.contains(target) { return .linkedByHand }
        if let last = last[target] {
            let isFar = wordsBefore + index - last.words >= TermLimit.wordsBetween
            guard wordCount > TermLimit.longPage, isFar, last.count < 2 else {
                return .alreadyLinked(at: last.text)
            }
        }
        if linksInBlock >= TermLimit.linksPerParagraph { return .paragraphFull }
        if links.count * TermLimit.wordsPerLink > wordsBefore + index { return .tooDense }
        return nil
    }

    /// Whether nothing but text stands between the signs at the ends of a form and its words, which is checked already.
    private func isWhole(_ range: Range<Int>) -> Bool {
        guard var run = text.run(at: range.lowerBound) else { return false }
        let place = text.runs[run].place
        while run + 1 < text.runs.count, text.runs[run + 1].start < range.upperBound {
            run += 1
            guard text.runs[run].isAttached, text.runs[run].place == place else { return false }
        }
        return true
    }

    private func refusal(in place: TextPlace) -> TermRefusal? {
        switch place {
        case .prose: nil
        case .heading: .heading
        case .link, .targetTitle: .linkText
        case .code: .code
        case .image: .imageText
        case .tableHeader: .tableHeader
        case .alertTitle: .alertTitle
        case .footnote: .footnote
        case .element: .element
        case .escaped: .escaped
        case .switchedOff: .passageOff
        }
    }

    /// What the links by hand in a block lead to; blocks are asked for in their order. A link to a part of a page leads to
    /// the page too.
    private mutating func targetsByHand(in block: Range<Int>) -> Set<Target> {
        var targets: Set<Target> = []
        while let link = byHand.first, link.offset < block.upperBound {
            byHand.removeFirst()
            guard link.offset >= block.lowerBound, case .page(let id, let fragment) = link.destination else { continue }
            targets.insert(Target(page: id, fragment: nil))
            if let fragment { targets.insert(Target(page: id, fragment: fragment)) }
        }
        return targets
    }

    private func html(of range: Range<Int>) -> Range<Int> {
        func offset(_ position: Int) -> Int {
            guard let run = text.run(at: position) else { return 0 }
            return text.runs[run].html + position - text.runs[run].start
        }
        var last: [UInt8] = []
        last.appendEscapedRuns(text.bytes[range.upperBound - 1..<range.upperBound])
        return offset(range.lowerBound)..<offset(range.upperBound - 1) + last.count
    }
}
