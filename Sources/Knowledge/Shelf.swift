// Which pages there are: those that authors wrote and that may be published, and those that a handbook always has.

import Content
import UTF8Text

/// The pages before they are linked.
struct Shelf {
    let pages: [Page]
    let folders: Folders
    let map: PageID?
    let glossary: PageID?
    /// Pages that are not published because they are not approved or say in another way that they are not for readers.
    let leftOut: [ParsedPage]
    /// On this day.
    private let today: CalendarDate

    /// Files by path, as authors write them.
    let byPath: [String: PageID]
    let draftsByPath: [String: ParsedPage]
    private let draftsByName: [String: Int]
    private let draftFiles: Set<String>
    /// The slugs of pages, for guesses at what a relation means.
    private let slugs: [PageType?: NameList]

    init(pages: [Page], folders: Folders, leftOut: [ParsedPage], today: CalendarDate) {
        self.pages = pages
        self.folders = folders
        self.leftOut = leftOut
        self.today = today
        map = pages.first { $0.kind == .map }?.id
        glossary = pages.first { $0.kind == .glossary }?.id
        byPath = Dictionary(pages.map { ($0.path, $0.id) }, uniquingKeysWith: { _, last in last })
        draftsByPath = Dictionary(leftOut.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
        draftsByName = Dictionary(
            leftOut.enumerated().flatMap { index, page in page.draftNames(in: folders).map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        draftFiles = Set(leftOut.lazy.map { fileName(of: $0.path) })
        let articles = pages.filter { $0.kind == .article }
        var slugs: [PageType?: NameList] = [nil: NameList(articles.map(\.slug))]
        for type in PageType.allCases { slugs[type] = NameList(pages.lazy.filter { $0.type == type }.map(\.slug)) }
        self.slugs = slugs
    }

    /// The first page that is not published and has this slug, title or file name.
    func draft(called name: String) -> ParsedPage? {
        let found = [draftsByName[nameKey(name)], draftsByName[ParsedPage.titleKey(name)]].compactMap(\.self)
        return found.min().map { leftOut[$0] }
    }

    /// Whether a page that is not published lies in a file of this name.
    func hasDraft(inFile name: String) -> Bool { draftFiles.contains(name) }

    /// Why readers do not get a page that is left out, and what its author may do about it.
    func reason(for draft: ParsedPage) -> (text: String, help: String) {
        if let reason = draft.header.release.reasonToHold(on: today) {
            return (reason, "publish that page, or build with --drafts")
        }
        return ("its status is \(draft.header.status.value.rawValue)", "approve that page, or build with --drafts")
    }

    /// The slugs of all pages of a type; of all articles without one.
    func slugs(of type: PageType?) -> NameList { slugs[type] ?? NameList([]) }
}

extension ParsedPage {
    fileprivate static func titleKey(_ title: String) -> String { "title:" + nameKey(title) }

    /// What `[[…]]` may call a page by that is not published.
    fileprivate func draftNames(in folders: Folders) -> [String] {
        let names = [header.slug?.value, nameOfPage(at: path), folders.name(of: path)].compactMap { $0.map(nameKey) }
        return names + [Self.titleKey(header.title.value)]
    }
}

/// With a topic map only if `hasMap`, and if there are two topics that may be connected.
func publishedPages(of source: HandbookSource, hasMap: Bool) -> Shelf {
    var parsed: [ParsedPage] = []
    var leftOut: [ParsedPage] = []
    for page in source.pages {
        let isReady =
            (page.header.status.value == .approved || page.header.status.value == .retired)
            && page.header.release.reasonToHold(on: source.today) == nil
        if isReady || source.includesDrafts { parsed.append(page) } else { leftOut.append(page) }
    }
    let hasMap = hasMap && parsed.filter { $0.header.type == .topic }.count >= 2
    let folders = Folders(of: parsed, drafts: leftOut)
    let authored = parsed.count
    parsed += generatedPages(besides: parsed, in: folders, source: source, hasMap: hasMap)
    let order = parsed.indices.sorted { parsed[$0].path.utf8.lexicographicallyPrecedes(parsed[$1].path.utf8) }

    let pages = order.enumerated().map { index, place in
        let page = parsed[place]
        let isMadeUp = place >= authored
        let folder =
            folders.folderOpened(by: page.path)
            ?? (isMadeUp && isFolderIndex(page.path) ? UTF8Text.folder(of: page.path) : nil)
        return Page(
            id: PageID(index), kind: kind(of: page, opening: folder, source: source, hasMap: hasMap),
            parsed: isMadeUp ? page : page.titled(in: folders), slug: slug(of: page, in: folders),
            folderOpened: folder, order: folders.order(of: page.path), isMadeUp: isMadeUp)
    }
    return Shelf(pages: pages, folders: folders, leftOut: leftOut, today: source.today)
}

/// Indexes of folders that have none, and the topic map, the glossary and the list of sources if there is anything in
/// them.
private func generatedPages(
    besides parsed: [ParsedPage], in folders: Folders, source: HandbookSource, hasMap: Bool
) -> [ParsedPage] {
    let taken = Set(parsed.map(\.path))
    var pages = folders.paths.subtracting(folders.openers.keys).sorted().map { path in
        ParsedPage(
            generatedAt: path.isEmpty ? "index.md" : path + "/index.md",
            title: path.isEmpty ? source.settings.title : title(ofName: folders.name(ofFolder: path)))
    }
    func add(_ name: String, _ title: String) {
        guard !taken.contains(name + ".md"), !folders.paths.contains(name) else { return }
        pages.append(ParsedPage(generatedAt: name + ".md", title: title))
    }
    if hasMap { add("map", "Topic map") }
    if !source.terms.isEmpty { add("glossary", "Glossary") }
    if !source.sources.isEmpty { add("sources", "Sources") }
    return pages
}

private func kind(of page: ParsedPage, opening folder: String?, source: HandbookSource, hasMap: Bool) -> PageKind {
    switch page.path {
    case "map.md" where hasMap, "map/index.md" where hasMap: return .map
    case "glossary.md" where !source.terms.isEmpty, "glossary/index.md" where !source.terms.isEmpty: return .glossary
    case "sources.md" where !source.sources.isEmpty, "sources/index.md" where !source.sources.isEmpty: return .sources
    default: break
    }
    guard let folder else { return .article }
    if folder.isEmpty { return .home }
    // A page with a type keeps the look of its type, also where it opens a folder.
    return page.header.type == .page ? .section : .article
}

func slug(of page: ParsedPage, in folders: Folders) -> String {
    page.header.slug?.value ?? UTF8Text.slug(folders.name(of: page.path))
}

extension ParsedPage {
    /// Titled by the name that its siblings show to be its own, unless it has a title.
    fileprivate func titled(in folders: Folders) -> ParsedPage {
        guard isTitledByName, folders.folderOpened(by: path) != "" else { return self }
        let name = title(ofName: folders.name(of: path))
        return name == header.title.value || name.isEmpty ? self : titled(byName: name)
    }
}
