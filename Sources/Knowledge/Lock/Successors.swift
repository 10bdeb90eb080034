// What became of a page whose address is gone: a guess, for the proposal of a redirect.

import Content
import UTF8Text

/// Finds the page that most likely took the place of one that was published.
struct Successors {
    private let handbook: Handbook
    /// Pages at addresses that were not published yet: more likely than others.
    private let isNew: [Bool]
    private var byFile: [String: PageID] = [:]
    private var bySlug: [String: [PageID]] = [:]
    private var byTitle: [String: [PageID]] = [:]
    private var byAnchor: [String: [PageID]] = [:]
    /// The last names of addresses that were not published before.
    private let newSlugs: NameList
    private var suggestions = Suggestions()

    init(in handbook: Handbook, since published: PublishedAddresses) {
        self.handbook = handbook
        let known = Set(published.pages.map(\.address))
        isNew = handbook.pages.map { !known.contains(publicAddress(of: handbook.address(of: $0.id))) }
        for page in handbook.pages {
            byFile[page.path] = page.id
            bySlug[slug(at: publicAddress(of: handbook.address(of: page.id))), default: []].append(page.id)
            byTitle[page.title.lowercased(), default: []].append(page.id)
            for anchor in handbook.lastingAnchors(of: page) { byAnchor[anchor, default: []].append(page.id) }
        }
        newSlugs = NameList(bySlug.lazy.filter { [isNew] in $0.value.contains { isNew[$0.index] } }.map(\.key))
    }

    /// The same file; else the same name or title elsewhere; else most of the headings; else nearly the same name.
    mutating func successor(of page: PublishedAddresses.Page) -> PageID? {
        if let same = byFile[page.file] { return same }
        let name = slug(at: page.address)
        if let likely = first(of: bySlug[name] ?? []) { return likely }
        if let likely = first(of: byTitle[page.title.lowercased()] ?? []) { return likely }
        return withMostHeadings(of: page) ?? withNearestName(to: name)
    }

    /// The page that now has a heading which another one had, if only one new place can be meant.
    func page(withAnchor id: String, butNot page: PageID) -> PageID? {
        let places = (byAnchor[id] ?? []).filter { $0 != page }
        let kinds: Set<PageKind> = [.glossary, .sources]
        let candidates = places.filter { !kinds.contains(handbook[$0].kind) }
        return candidates.count == 1 ? candidates[0] : candidates.filter { isNew[$0.index] }.only
    }

    private func first(of pages: [PageID]) -> PageID? { pages.first { isNew[$0.index] } ?? pages.only }

    private func withMostHeadings(of page: PublishedAddresses.Page) -> PageID? {
        var shared: [PageID: Int] = [:]
        for anchor in page.anchors {
            // What many pages have says nothing.
            guard let pages = byAnchor[anchor], pages.count <= 20 else { continue }
            for id in pages { shared[id, default: 0] += 1 }
        }
        let best = shared.max { left, right in
            (left.value, isNew[left.key.index] ? 1 : 0, right.key.index)
                < (right.value, isNew[right.key.index] ? 1 : 0, left.key.index)
        }
        // One heading that a page had besides others, or that others have too, proves nothing.
        guard let best, best.value * 2 >= page.anchors.count,
            best.value > 1 || page.anchors.count == 1 && byAnchor[page.anchors[0]]?.count == 1
        else { return nil }
        return best.key
    }

    private mutating func withNearestName(to name: String) -> PageID? {
        suggestions.nearest(to: name, in: newSlugs).flatMap { first(of: bySlug[$0] ?? []) }
    }

    /// The nearest of the names, as long as comparing is affordable.
    mutating func nearestName(to name: String, in names: NameList) -> String? {
        suggestions.nearest(to: name, in: names)
    }
}

/// The last name of an address.
private func slug(at address: String) -> String { address.split(separator: "/").last.map(String.init) ?? "" }

extension Array {
    /// The element of an array with one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
