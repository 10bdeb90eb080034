// Knowledge: all pages together.
//
// Every file has been parsed on its own; here they become one handbook: each page gets its address and its place in the
// tree, each reference its destination, each relation its other direction. One thread, pure, and small: titles, outlines
// and references pass through here, never the bytes of a body. This module must never know HTML or templates.

package import Content
package import UTF8Text

/// Everything that was read from the content folder.
package struct HandbookSource: Sendable {
    /// In the byte order of their paths.
    package let pages: [ParsedPage]
    /// Files that are not Markdown, in the byte order of their paths.
    package let assets: [Asset]
    package let settings: Settings
    package let terms: [Term]
    package let sources: [Source]
    /// The day that "overdue" is judged by.
    package let today: CalendarDate
    /// Whether pages that are not approved yet are published too.
    package let includesDrafts: Bool

    package init(
        pages: [ParsedPage], assets: [Asset], settings: Settings, terms: [Term], sources: [Source], today: CalendarDate,
        includesDrafts: Bool
    ) {
        self.pages = pages
        self.assets = assets
        self.settings = settings
        self.terms = terms
        self.sources = sources
        self.today = today
        self.includesDrafts = includesDrafts
    }
}

/// A file that is published as it is.
package struct Asset: Sendable {
    /// Relative to the content folder, and to the site.
    package let path: String
    /// In pixels, for images whose size could be read.
    package let size: ImageSize?

    package init(path: String, size: ImageSize?) {
        self.path = path
        self.size = size
    }
}

/// Links all pages into a handbook and checks them. Never fails: every fault is a diagnostic, and what cannot be
/// resolved is marked as such.
package func link(_ source: HandbookSource) -> Handbook {
    let handbook = link(source, hasMap: true)
    // Whether there is a topic map shows only when everything is linked.
    return handbook.map != nil && handbook.topicGraph.isEmpty ? link(source, hasMap: false) : handbook
}

private func link(_ source: HandbookSource, hasMap: Bool) -> Handbook {
    var report = Report()
    let shelf = publishedPages(of: source, hasMap: hasMap)
    let addresses = assignAddresses(shelf, assets: source.assets, report: &report)
    let tree = growTree(shelf, addresses: addresses, report: &report)
    let vocabulary = resolveTerms(source.terms, shelf: shelf, report: &report)
    let names = Names(of: shelf, vocabulary: vocabulary, report: &report)
    let links = resolveReferences(shelf, addresses: addresses, names: names, assets: source.assets, report: &report)
    let relations = resolveRelations(shelf, names: names, report: &report)
    let bibliography = resolveCitations(shelf, sources: source.sources, report: &report)
    let redirects = resolveRedirects(shelf, addresses: addresses, assets: source.assets, report: &report)
    let handbook = Handbook(
        settings: source.settings, today: source.today, pages: shelf.pages, addresses: addresses, tree: tree,
        links: links, relations: relations,
        topicGraph: TopicGraph(shelf, tree: tree, links: links, relations: relations),
        vocabulary: vocabulary, bibliography: bibliography, redirects: redirects, assets: source.assets,
        templateFiles: resolveTemplateFiles(shelf, assets: source.assets, report: &report))
    check(handbook, drafts: shelf.leftOut, report: &report)
    return handbook.reporting(report.diagnostics)
}

/// Collects findings about many files.
struct Report {
    private(set) var diagnostics: [Diagnostic] = []

    mutating func add(
        _ rule: Rule, in path: String, at position: SourcePosition, _ message: String, help: String = ""
    ) {
        diagnostics.append(Diagnostic(rule, path: path, at: position, message, help: help))
    }
}
