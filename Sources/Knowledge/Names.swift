// What pages are called: by slug, by title, by alias. The nearest page in the tree wins; a draw is an error.

import Content
import UTF8Text

struct Names {
    private let shelf: Shelf
    private let vocabulary: Vocabulary
    private var bySlug: [String: [PageID]] = [:]
    private var byName: [String: [PageID]] = [:]
    /// Slugs and titles, for guesses.
    let spellings: NameList

    init(of shelf: Shelf, vocabulary: Vocabulary, report: inout Report) {
        self.shelf = shelf
        self.vocabulary = vocabulary
        for page in shelf.pages {
            bySlug[page.slug, default: []].append(page.id)
            for name in page.names {
                let key = name.value.lowercased()
                if byName[key]?.last != page.id { byName[key, default: []].append(page.id) }
            }
        }
        spellings = NameList(shelf.pages.flatMap { $0.slug == $0.title ? [$0.slug] : [$0.slug, $0.title] })
        checkNameClaims(shelf, byName: byName, bySlug: bySlug, report: &report)
        checkTermClaims(vocabulary, shelf: shelf, byName: byName, report: &report)
    }

    enum Match {
        case page(PageID)
        case term(VocabularyTerm)
        /// Several pages are equally near.
        case several([PageID])
        case draft(ParsedPage)
        case nothing
    }

    /// The page or term that `[[name]]` on `page` means.
    func find(_ name: String, from page: Page) -> Match {
        let key = name.lowercased()
        var candidates = bySlug[name] ?? []
        for id in byName[key] ?? [] where !candidates.contains(id) { candidates.append(id) }
        if name.utf8.contains("/") { candidates += pages(atPath: name) }
        let near = nearest(candidates, to: page)
        if near.count == 1 { return .page(near[0]) }
        if near.count > 1 { return .several(near) }
        if let term = vocabulary.term(named: name) { return .term(term) }
        if let draft = shelf.draft(called: name) { return .draft(draft) }
        return .nothing
    }

    /// The page with this slug, for relations in front matter.
    func page(withSlug slug: String, from page: Page) -> Match {
        let near = nearest(bySlug[slug] ?? [], to: page)
        if near.count == 1 { return .page(near[0]) }
        if near.count > 1 { return .several(near) }
        if slug.utf8.contains("/"), let id = pages(atPath: slug).first { return .page(id) }
        if let draft = shelf.draft(called: slug) { return .draft(draft) }
        return .nothing
    }

    /// `topics/pmo` names the page by its path, with or without its ending.
    private func pages(atPath path: String) -> [PageID] {
        guard let path = normalizedPath(path) else { return [] }
        return [path, path + ".md", path + "/index.md"].compactMap { shelf.byPath[$0] }
    }

    private func nearest(_ candidates: [PageID], to page: Page) -> [PageID] {
        guard candidates.count > 1 else { return candidates }
        let here = folder(of: page.path).split(separator: "/")
        let shared = candidates.map { id in
            zip(here, folder(of: shelf.pages[id.index].path).split(separator: "/")).prefix { $0 == $1 }.count
        }
        let most = shared.max() ?? 0
        return zip(candidates, shared).filter { $0.1 == most }.map(\.0)
    }
}

extension Page {
    /// The names that authors may put into double brackets, besides the slug: the title first.
    var names: [Located<String>] {
        let names = [parsed.header.title] + parsed.header.aliases + parsed.header.details.otherNamesOfPage
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value.lowercased()).inserted }
    }
}
