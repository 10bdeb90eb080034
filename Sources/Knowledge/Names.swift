// What pages are called: by the name of their file, by title, by alias. The nearest page in the tree wins; a draw is an
// error.

import Content
import UTF8Text

struct Names {
    private let shelf: Shelf
    private let vocabulary: Vocabulary
    private let home: PageID?
    private var bySlug: [String: [PageID]] = [:]
    /// By the `nameKey` of the slug, of the file and, for the page of a folder, of the folder, with and without the number
    /// that orders it.
    private var byFile: [String: [PageID]] = [:]
    /// By the `nameKey` of what they are called.
    private var byTitle: [String: [PageID]] = [:]
    private var byAlias: [String: [PageID]] = [:]
    /// Slugs and titles, for guesses.
    let spellings: NameList

    init(of shelf: Shelf, vocabulary: Vocabulary, report: inout Report) {
        self.shelf = shelf
        self.vocabulary = vocabulary
        home = shelf.pages.first { $0.kind == .home }?.id
        var byName: [String: [PageID]] = [:]
        for page in shelf.pages {
            bySlug[page.slug, default: []].append(page.id)
            for key in Set(shelf.fileNames(of: page).map(nameKey)) { byFile[key, default: []].append(page.id) }
            byTitle[nameKey(page.title), default: []].append(page.id)
            for (index, name) in page.names.enumerated() {
                if index > 0 { byAlias[nameKey(name.value), default: []].append(page.id) }
                let key = name.value.lowercased()
                if !page.isMadeUp, byName[key]?.last != page.id { byName[key, default: []].append(page.id) }
            }
        }
        spellings = NameList(shelf.pages.flatMap { $0.slug == $0.title ? [$0.slug] : [$0.slug, $0.title] })
        let ownSlugs = bySlug.mapValues { $0.filter { !shelf.pages[$0.index].isMadeUp } }
        checkNameClaims(shelf, byName: byName, bySlug: ownSlugs, report: &report)
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
    func find(_ written: String, from page: Page) -> Match {
        for name in [written, withoutEnding(written)].compactMap(\.self) {
            if let start = startPage(called: name, from: page) { return .page(start) }
            if let match = match(name, from: page, among: \.isAuthored) { return match }
            if let term = vocabulary.term(named: name) { return .term(term) }
            // What Milepost makes up by itself takes no name from a page or a term.
            if let match = match(name, from: page, among: \.isMadeUp) { return match }
            if nameKey(name) == "home", let home { return .page(home) }
            if let draft = shelf.draft(called: name) { return .draft(draft) }
        }
        return .nothing
    }

    /// The page with this slug, for relations in front matter. A key that takes one type means a page of that type, when
    /// there is one.
    func page(withSlug slug: String, ofType type: PageType? = nil, from page: Page) -> Match {
        var candidates = bySlug[slug] ?? []
        for id in byFile[nameKey(slug)] ?? [] where !candidates.contains(id) { candidates.append(id) }
        let ofType = candidates.filter { shelf.pages[$0.index].type == type }
        let draft = shelf.draft(called: slug)
        // A page of the right type that is not published yet is meant rather than a published one of another.
        if let draft, ofType.isEmpty, draft.header.type == type { return .draft(draft) }
        let authored = candidates.filter { shelf.pages[$0.index].isAuthored }
        if let match = choice(among: ofType.isEmpty ? authored : ofType, called: slug, from: page) { return match }
        if slug.utf8.contains("/"), let id = pages(atPath: slug, from: page).first { return .page(id) }
        if let draft { return .draft(draft) }
        if let id = candidates.first { return .page(id) }
        return .nothing
    }

    private func match(_ name: String, from page: Page, among isMeant: (Page) -> Bool) -> Match? {
        let key = nameKey(name)
        var tiers = [byFile[key], byTitle[key], byAlias[key]]
        if name.utf8.contains("/") { tiers.insert(pages(atPath: name, from: page), at: 0) }
        for case let candidates? in tiers {
            let meant = candidates.filter { isMeant(shelf.pages[$0.index]) }
            if let match = choice(among: meant, called: name, from: page) { return match }
        }
        return nil
    }

    private func choice(among candidates: [PageID], called name: String, from page: Page) -> Match? {
        var near = nearest(candidates, to: page)
        // Of files in one place, the one that is spelled so, or else is called so itself and not by its folder.
        for spelling in [{ $0 }, nameKey] as [(String) -> String] where near.count > 1 {
            let wanted = spelling(fileName(of: name))
            let exact = near.filter { spelling(nameOfPage(at: shelf.pages[$0.index].path)) == wanted }
            if !exact.isEmpty { near = exact }
        }
        return near.isEmpty ? nil : near.count == 1 ? .page(near[0]) : .several(near)
    }

    // MARK: Paths

    /// `topics/pmo` names the page by its path, or by the end of it, with or without its ending, in any capitals.
    private func pages(atPath written: String, from page: Page) -> [PageID] {
        let isRelative = written.hasPrefix("./") || written.hasPrefix("../")
        guard let path = normalizedPath(isRelative ? folder(of: page.path) + "/" + written : written) else { return [] }
        for path in [path, path + ".md", path + "/index.md"] { if let id = shelf.byPath[path] { return [id] } }
        let parts = path.split(separator: "/").map { nameKey(String($0)) }
        guard let last = parts.last, let candidates = byFile[last] else { return [] }
        let around = parts.dropLast()
        return candidates.filter { id in
            let page = shelf.pages[id.index]
            var place = folder(of: page.folderOpened ?? page.path)
            for part in around.reversed() {
                guard !place.isEmpty,
                    [fileName(of: place), shelf.folders.name(ofFolder: place)].map(nameKey).contains(part)
                else { return false }
                place = folder(of: place)
            }
            return !isRelative || place.isEmpty
        }
    }

    /// `[[index]]` is the page of the folder, or of the nearest one around it that has any, unless a page in the folder is
    /// called so itself.
    private func startPage(called name: String, from page: Page) -> PageID? {
        let key = nameKey(name)
        guard ["index", "readme"].contains(key) else { return nil }
        var around = folder(of: page.path)
        if let own = byFile[key]?.first(where: { folder(of: shelf.pages[$0.index].path) == around }) { return own }
        while !around.isEmpty {
            if let path = shelf.folders.openers[around] { return shelf.byPath[path] }
            around = folder(of: around)
        }
        return home
    }

    private func withoutEnding(_ name: String) -> String? { isMarkdown(name) ? splitExtension(of: name).stem : nil }

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

extension Shelf {
    /// What a page is called by its file or folder.
    fileprivate func fileNames(of page: Page) -> [String] {
        guard page.folderOpened != "" else { return [page.slug] }
        let file = page.folderOpened.map(fileName(of:)) ?? nameOfPage(at: page.path)
        return [page.slug, file, folders.name(of: page.path)]
    }
}

extension Page {
    fileprivate var isAuthored: Bool { !isMadeUp }

    /// The names that authors may put into double brackets, besides the slug: the title first.
    var names: [Located<String>] {
        let names = [parsed.header.title] + parsed.header.aliases + parsed.header.details.otherNamesOfPage
        var seen: Set<String> = []
        return names.filter { seen.insert($0.value.lowercased()).inserted }
    }
}
