// What search knows of a page: the words to find it by, section by section. The index and the records are both made
// from this value.

import Content
import Knowledge
import UTF8Text
import Words

/// What readers can restrict a search to; the order in which pages are numbered.
enum SearchType: Hashable {
    case page(PageType)
    /// An entry of the glossary that no page explains.
    case term

    /// Plain pages behind the others.
    static let inOrder = PageType.allCases.filter { $0 != .page }.map(page) + [.page(.page), .term]

    /// As the index and the scripts have it.
    var rawValue: String {
        switch self {
        case .page(let type): type.rawValue
        case .term: "term"
        }
    }
}

/// A part of a page that can be found by itself.
struct SearchSection {
    /// Empty for the top of the page.
    let anchor: String
    /// Its heading behind those that it stands under.
    let headings: [String]
    /// Other names of what it is about, and keywords.
    var names: [String] = []
    /// What says it in a sentence.
    var lead: [String] = []
    /// The blocks of the page's text that it has.
    var blocks = 0..<0
    /// What it says besides, line by line.
    var text: [UInt8] = []
}

struct SearchPage {
    let id: PageID
    let type: SearchType
    let title: String
    /// The top of the page first.
    let sections: [SearchSection]
    let text: PageText
    let words: TextWords
    let titles: TargetTitles

    init(_ page: Page, type: SearchType, sections: [SearchSection], handbook: Handbook) {
        id = page.id
        title = page.title
        text = page.parsed.markdown.text
        words = page.parsed.words
        titles = TargetTitles(of: page, handbook: handbook)
        self.type = type
        self.sections = sections
    }

    /// All that a section says, paragraph by paragraph, with a line feed between two.
    func text(of section: SearchSection) -> [UInt8] {
        var lines: [UInt8] = []
        for lead in section.lead {
            lines.append(contentsOf: lead.utf8)
            lines.append("\n")
        }
        for block in section.blocks {
            if block > section.blocks.lowerBound { lines.append("\n") }
            titles.append(text.range(ofBlock: block), of: text.bytes, to: &lines)
        }
        lines.append(contentsOf: section.text)
        return lines
    }
}

/// The pages that readers can find, by type and then in the order of their paths; the entries of the glossary last.
func searchablePages(of handbook: Handbook) -> [(id: PageID, type: SearchType)] {
    let pages = handbook.pages.filter { page in
        page.parsed.header.isSearchable && page.parsed.header.status.value != .retired && page.kind != .map
    }
    var found = pages.map { (id: $0.id, type: SearchType.page($0.type)) }
    if let glossary = pages.first(where: { $0.kind == .glossary }), !handbook.entriesToFind.isEmpty {
        found.append((glossary.id, .term))
    }
    let order = Dictionary(uniqueKeysWithValues: SearchType.inOrder.enumerated().map { ($1, $0) })
    return found.sorted { left, right in
        left.type == right.type ? left.id < right.id : order[left.type, default: 0] < order[right.type, default: 0]
    }
}

/// The page at a place of the plan.
func searchPage(_ number: Int, of plan: IndexPlan) -> SearchPage {
    let handbook = plan.handbook
    let (id, type) = plan.pages[number]
    let page = handbook[id]
    if type == .term {
        return SearchPage(page, type: type, sections: handbook.entriesToFind.map(termSection), handbook: handbook)
    }
    var sections = textSections(of: page)
    sections[0].names = page.parsed.header.aliases.map(\.value) + page.parsed.header.keywords
    if let summary = page.parsed.header.summary { sections[0].lead.append(summary) }
    for entry in plan.entries[id, default: []] {
        sections[0].names += entry.term.names.map(\.value)
        sections[0].lead.append(entry.term.definition)
    }
    let details = page.parsed.header.details
    sections[0].names += details.otherNamesOfPage.map(\.value)
    sections[0].lead += details.sentences
    sections += planSections(of: id, handbook: handbook)
    return SearchPage(page, type: type, sections: sections, handbook: handbook)
}

extension Handbook {
    /// The entries of the glossary that are found by themselves: what a page explains is found as that page.
    var entriesToFind: [VocabularyTerm] { vocabulary.terms.filter { $0.target == nil } }
}

private func termSection(_ term: VocabularyTerm) -> SearchSection {
    SearchSection(
        anchor: term.id, headings: [term.term.name.value], names: term.term.aliases.map(\.name.value),
        text: Array(term.term.definition.utf8))
}

/// How many sections `searchPage` gives.
func sectionCount(of id: PageID, as type: SearchType, handbook: Handbook) -> Int {
    if type == .term { return handbook.entriesToFind.count }
    return 1 + handbook[id].parsed.markdown.outline.count { $0.level <= 3 }
        + planSections(of: id, handbook: handbook).count
}

/// Every heading of level 2 or 3 starts a section; deeper ones belong to the section that they stand in.
private func textSections(of page: Page) -> [SearchSection] {
    let blocks = page.parsed.markdown.text.blocks
    let outline = page.parsed.markdown.outline
    var sections: [SearchSection] = []
    var anchor = ""
    var path: [String] = []
    var firstBlock = 0
    var number = 0

    func startSections(upTo last: Int, at block: Int) {
        while number < last {
            let heading = outline[number]
            number += 1
            guard heading.level <= 3 else { continue }
            sections.append(SearchSection(anchor: anchor, headings: path, blocks: firstBlock..<block))
            firstBlock = block
            anchor = heading.id
            path = heading.level == 3 && !path.isEmpty ? [path[0], heading.text] : [heading.text]
        }
    }

    for (index, block) in blocks.enumerated() {
        startSections(upTo: min(block.section, outline.count), at: index)
        if block.kind == .heading, number > 0, outline[number - 1].level <= 3 { firstBlock = index + 1 }
    }
    startSections(upTo: outline.count, at: blocks.count)
    sections.append(SearchSection(anchor: anchor, headings: path, blocks: firstBlock..<blocks.count))
    return sections
}

/// The titles that stand in the text of a page where its author left the words of a link to its target.
struct TargetTitles {
    private var titles: [Int: String] = [:]

    init(of page: Page, handbook: Handbook) {
        for (index, reference) in page.parsed.markdown.references.enumerated() where reference.kind == .wiki {
            guard case .page(let target, let fragment) = handbook.links[page.id.index][index] else { continue }
            titles[reference.textOffset] = handbook.title(of: target, fragment: fragment)
        }
    }

    /// The title whose place is held at `offset` of the text.
    subscript(offset: Int) -> String? { titles[offset] }

    /// Appends text of the page with the titles in their places, which U+FFFC holds.
    func append(_ range: Range<Int>, of bytes: [UInt8], to text: inout [UInt8]) {
        guard !titles.isEmpty || bytes[range].contains(0xEF) else { return text.append(contentsOf: bytes[range]) }
        var run = range.lowerBound
        var index = run
        while index + 2 < range.upperBound {
            guard bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBC else {
                index += 1
                continue
            }
            text.append(contentsOf: bytes[run..<index])
            text.append(contentsOf: (titles[index] ?? "").utf8)
            index += 3
            run = index
        }
        text.append(contentsOf: bytes[run..<range.upperBound])
    }
}

/// The words of a plan, which stand in its charts and tables and not in the text of its page.
private func planSections(of id: PageID, handbook: Handbook) -> [SearchSection] {
    guard let plan = handbook.plan(on: id) else { return [] }
    let tasks = plan.allTasks.map(\.name)
    let risks = plan.risks.map {
        [$0.title, $0.cause, $0.effect, $0.action].compactMap(\.self).joined(separator: ". ")
    }
    return [("Work plan", "plan:tasks", tasks), ("Risks", "plan:risks", risks)].compactMap { heading, anchor, lines in
        lines.isEmpty
            ? nil
            : SearchSection(anchor: anchor, headings: [heading], text: Array(lines.joined(separator: "\n").utf8))
    }
}
