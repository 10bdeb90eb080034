// A handbook with everything that its pages are rendered from: what is the same for many of them is computed here, once.

import Content
package import Knowledge
import UTF8Text

/// Everything that pages are rendered from. One value that all pages share: hence a class.
package final class Site: Sendable {
    package let handbook: Handbook
    /// For each page, those that it proposes to read next.
    let similarPages: [[SimilarPage]]
    let layouts: Layouts
    /// Where the files of the template lie in the site, by their own names: `site.css` is `assets/site.0a1b2c.css`.
    package let templateAssets: [String: String]
    /// The name and version of this program.
    package let generator: String
    /// All words that readers see, besides those of the authors.
    let wording: Wording
    let navigation: [NavigationFragment]
    /// How each page is called in navigation, escaped.
    let navigationLabels: [[UInt8]]
    /// The titles that several pages have.
    let sharedTitles: Set<String>
    /// The place of each page where all stand as readers look for their titles.
    let readingRanks: [Int]
    /// The same for the terms that may be linked.
    let termRanks: [Int]
    /// The place of each page's section among those of the handbook, and the section: a folder at the top. `nil` for
    /// pages that lie in none.
    let sections: [(place: Int, page: PageID?)]

    package init(_ linked: LinkedHandbook, layouts: Layouts, templateAssets: [String: String], generator: String) {
        let handbook = linked.handbook
        self.handbook = handbook
        similarPages = linked.similarPages
        self.layouts = layouts
        self.templateAssets = templateAssets
        self.generator = generator
        let wording = Wording(language: handbook.settings.language)
        self.wording = wording
        var labels: [[UInt8]] = []
        for page in handbook.pages {
            var label: [UInt8] = []
            label.appendEscaped(page.label)
            labels.append(label)
        }
        navigationLabels = labels
        navigation = navigationFragments(of: handbook, labels: labels, wording: wording)
        let titles = Dictionary(grouping: handbook.pages, by: \.title)
        sharedTitles = Set(titles.filter { $0.value.count > 1 }.keys)
        readingRanks = ranks(of: handbook.pages.map(\.title))
        termRanks = ranks(of: handbook.vocabulary.linkable.map(\.name))
        sections = sectionsOfPages(in: handbook)
    }
}

/// The place of each text where all stand in reading order. Texts that read the same keep their order.
private func ranks(of texts: [String]) -> [Int] {
    let order = texts.indices.sorted { texts[$0] == texts[$1] ? $0 < $1 : readsBefore(texts[$0], texts[$1]) }
    var ranks = Array(repeating: 0, count: texts.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    return ranks
}

private func sectionsOfPages(in handbook: Handbook) -> [(place: Int, page: PageID?)] {
    let order = handbook.home.map(handbook.tree.children(of:)) ?? []
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return handbook.pages.map { page in
        let trail = handbook.tree.trail(of: page.id)
        let section = trail.count > 1 ? trail[1] : page.kind == .section ? page.id : nil
        return (section.flatMap { places[$0] } ?? order.count, section)
    }
}
