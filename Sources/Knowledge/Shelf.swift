// Which pages there are: those that authors wrote and that may be published, and those that a handbook always has.

import Content
import UTF8Text

/// The pages before they are linked.
struct Shelf {
    let pages: [Page]
    /// Pages that are not published because they are not approved, by path.
    let leftOut: [ParsedPage]

    /// Files by path, as authors write them.
    let byPath: [String: PageID]
    let draftsByPath: [String: ParsedPage]
}

/// With a topic map only if `hasMap`, and if there are two topics that may be connected.
func publishedPages(of source: HandbookSource, hasMap: Bool) -> Shelf {
    var parsed: [ParsedPage] = []
    var leftOut: [ParsedPage] = []
    for page in source.pages {
        let isReady = page.header.status.value == .approved || page.header.status.value == .retired
        if isReady || source.includesDrafts { parsed.append(page) } else { leftOut.append(page) }
    }
    let hasMap = hasMap && parsed.filter { $0.header.type == .topic }.count >= 2
    parsed += generatedPages(besides: parsed, source: source, hasMap: hasMap)
    parsed.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }

    let pages = parsed.enumerated().map { index, page in
        Page(
            id: PageID(index), kind: kind(of: page, source: source, hasMap: hasMap), parsed: page, slug: slug(of: page))
    }
    var byPath: [String: PageID] = [:]
    for page in pages { byPath[page.path] = page.id }
    var draftsByPath: [String: ParsedPage] = [:]
    for page in leftOut { draftsByPath[page.path] = page }
    return Shelf(pages: pages, leftOut: leftOut, byPath: byPath, draftsByPath: draftsByPath)
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
