// Which pages there are: those that authors wrote and that may be published, and those that a handbook always has.

import Content
import UTF8Text

/// The pages before they are linked.
struct Shelf {
    let pages: [Page]
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

    init(pages: [Page], leftOut: [ParsedPage], today: CalendarDate) {
        self.pages = pages
        self.leftOut = leftOut
        self.today = today
        map = pages.first { $0.kind == .map }?.id
        glossary = pages.first { $0.kind == .glossary }?.id
        byPath = Dictionary(pages.map { ($0.path, $0.id) }, uniquingKeysWith: { _, last in last })
        draftsByPath = Dictionary(leftOut.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
        draftsByName = Dictionary(
            leftOut.enumerated().flatMap { index, page in page.draftNames.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        draftFiles = Set(leftOut.lazy.map { fileName(of: $0.path) })
        let articles = pages.filter { $0.kind == .article }
        var slugs: [PageType?: NameList] = [nil: NameList(articles.map(\.slug))]
        for type in PageType.allCases { slugs[type] = NameList(pages.lazy.filter { $0.type == type }.map(\.slug)) }
        self.slugs = slugs
    }

    /// The first page that is not published and has this slug, title or file name.
    func draft(called name: String) -> ParsedPage? {
        let found = [draftsByName[name], draftsByName[ParsedPage.titleKey(name)]].compactMap(\.self)
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
    /// Titles are found in any case, slugs and file names as they are written.
    fileprivate static func titleKey(_ title: String) -> String { "title:" + title.lowercased() }

    /// What `[[…]]` may call a page by that is not published.
    fileprivate var draftNames: [String] {
        let fileName = numberPrefix(of: splitExtension(of: fileName(of: path)).stem).rest
        return [header.slug?.value, Self.titleKey(header.title.value), fileName].compactMap(\.self)
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
    parsed += generatedPages(besides: parsed, source: source, hasMap: hasMap)
    parsed.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }

    let pages = parsed.enumerated().map { index, page in
        Page(
            id: PageID(index), kind: kind(of: page, source: source, hasMap: hasMap), parsed: page, slug: slug(of: page))
    }
    return Shelf(pages: pages, leftOut: leftOut, today: source.today)
}

/// Indexes of folders that have none, and the topic map, the glossary and the list of sources if there is anything in
/// them.
private func generatedPages(besides parsed: [ParsedPage], source: HandbookSource, hasMap: Bool) -> [ParsedPage] {
    var missing: Set<String> = [""]
    for page in parsed {
        var path = folder(of: page.path)
        while !path.isEmpty, missing.insert(path).inserted { path = folder(of: path) }
    }
    let existing = Set(parsed.filter { isFolderIndex($0.path) }.map { folder(of: $0.path) })
    var pages = missing.subtracting(existing).sorted().map { path in
        ParsedPage(
            generatedAt: path.isEmpty ? "index.md" : path + "/index.md",
            title: path.isEmpty ? source.settings.title : title(ofFileName: fileName(of: path)))
    }
    let taken = Set(parsed.map(\.path) + pages.map(\.path))
    func add(_ name: String, _ title: String) {
        guard !taken.contains(name + ".md"), !taken.contains(name + "/index.md") else { return }
        pages.append(ParsedPage(generatedAt: name + ".md", title: title))
    }
    if hasMap { add("map", "Topic map") }
    if !source.terms.isEmpty { add("glossary", "Glossary") }
    if !source.sources.isEmpty { add("sources", "Sources") }
    return pages
}

private func kind(of page: ParsedPage, source: HandbookSource, hasMap: Bool) -> PageKind {
    switch page.path {
    case "map.md" where hasMap, "map/index.md" where hasMap: return .map
    case "glossary.md" where !source.terms.isEmpty, "glossary/index.md" where !source.terms.isEmpty: return .glossary
    case "sources.md" where !source.sources.isEmpty, "sources/index.md" where !source.sources.isEmpty: return .sources
    default: break
    }
    guard isFolderIndex(page.path) else { return .article }
    return folder(of: page.path).isEmpty ? .home : .section
}

func slug(of page: ParsedPage) -> String {
    if let declared = page.header.slug { return declared.value }
    let name =
        isFolderIndex(page.path)
        ? fileName(of: folder(of: page.path)) : splitExtension(of: fileName(of: page.path)).stem
    return UTF8Text.slug(numberPrefix(of: name).rest)
}
