// What the index is made from: the pages that can be found, numbered, and the names that they go by.

import Content
import Knowledge
import UTF8Text

/// Sections are numbered in units of sixteen; a page has as many units as it needs, one after the other.
enum Unit {
    static let sections = 16

    static func count(ofSections sections: Int) -> Int { max(1, (sections + Unit.sections - 1) / Unit.sections) }
}

/// The number of a section of the page whose first unit is `firstUnit`.
func sectionNumber(firstUnit: Int, section: Int) -> Int { firstUnit * Unit.sections + section }

struct IndexPlan: Sendable {
    let handbook: Handbook
    let pages: [(id: PageID, type: SearchType)]
    /// The first unit of each page.
    let firstUnits: [Int]
    let units: Int
    let unitsPerRecord: Int
    /// The entries of the glossary that each page explains.
    let entries: [PageID: [VocabularyTerm]]
    let stopWords: Set<String>
    let concepts: Concepts

    init(of handbook: Handbook, on cores: some PageMapping) {
        self.handbook = handbook
        let pages = searchablePages(of: handbook)
        self.pages = pages
        let sections = cores.map(pages.count) { sectionCount(of: pages[$0].id, as: pages[$0].type, handbook: handbook) }
        var firstUnits: [Int] = []
        var units = 0
        for count in sections {
            firstUnits.append(units)
            units += Unit.count(ofSections: count)
        }
        self.firstUnits = firstUnits
        self.units = units
        entries = handbook.vocabulary.terms.reduce(into: [:]) { entries, term in
            if let target = term.target { entries[target, default: []].append(term) }
        }
        unitsPerRecord = handbook.settings.search.pagesPerRecord
        stopWords = Search.stopWords(ofLanguage: handbook.settings.language)
        concepts = Concepts(of: handbook, pages: pages, stopWords: stopWords)
    }
}
