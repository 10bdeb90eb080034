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
    /// The plans in the files that pages name under `data`, by path from the content folder; without those that are
    /// missing, or in which nothing could be read.
    package let planFiles: [String: YAMLNode]
    /// The day that "overdue" is judged by.
    package let today: CalendarDate
    /// Whether pages that are not approved yet are published too.
    package let includesDrafts: Bool

    package init(
        pages: [ParsedPage], assets: [Asset], settings: Settings, terms: [Term], sources: [Source],
        planFiles: [String: YAMLNode] = [:], today: CalendarDate, includesDrafts: Bool
    ) {
        self.pages = pages
        self.assets = assets
        self.settings = settings
        self.terms = terms
        self.sources = sources
        self.planFiles = planFiles
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

/// Something that does the same work for each of a number of pages, in any order and perhaps at the same time, and
/// returns what came out in the order of the pages.
package protocol PageMapping: Sendable {
    func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result]
}

/// One page after the other.
package struct OneByOne: PageMapping {
    package init() {}

    package func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        (0..<count).map(work)
    }
}

/// Links all pages into a handbook and checks them. Never fails: every fault is a diagnostic, and what cannot be
/// resolved is marked as such.
/// - Parameter cores: spreads the part of the work that takes pages one by one.
package func link(_ source: HandbookSource, on cores: some PageMapping = OneByOne()) -> Handbook {
    let handbook = link(source, hasMap: true, on: cores)
    // Whether there is a topic map shows only when everything is linked.
    return handbook.map != nil && handbook.topicGraph.isEmpty ? link(source, hasMap: false, on: cores) : handbook
}

private func link(_ source: HandbookSource, hasMap: Bool, on cores: some PageMapping) -> Handbook {
    var report = Report()
    let shelf = publishedPages(of: source, hasMap: hasMap)
    let addresses = assignAddresses(shelf, assets: source.assets, report: &report)
    let tree = growTree(shelf, addresses: addresses, report: &report)
    let vocabulary = resolveTerms(source.terms, shelf: shelf, report: &report)
        .addingForms(shelf: shelf, settings: source.settings)
    let names = Names(of: shelf, vocabulary: vocabulary, report: &report)
    let anchors = Anchors(of: shelf, vocabulary: vocabulary, sources: source.sources)
    let redirects = resolveRedirects(
        shelf, addresses: addresses, assets: source.assets, anchors: anchors, report: &report)
    let links = resolveReferences(
        shelf, addresses: addresses, names: names, assets: source.assets, anchors: anchors, redirects: redirects,
        report: &report)
    let relations = resolveRelations(shelf, names: names, report: &report)
    let ground = TermGround(pages: shelf.pages, links: links, relations: relations, vocabulary: vocabulary)
    let terms = cores.map(shelf.pages.count) { linkTerms(on: PageID($0), of: ground) }
    let bibliography = resolveCitations(shelf, sources: source.sources, report: &report)
    let topicGraph = TopicGraph(
        shelf, tree: tree, texts: TextLinks(byHand: links, terms: terms, vocabulary: vocabulary), relations: relations)
    let plans = resolvePlans(shelf, files: source.planFiles, on: cores, report: &report)
    let handbook = Handbook(
        settings: source.settings, today: source.today, pages: shelf.pages, addresses: addresses, tree: tree,
        links: links, terms: terms, relations: relations, topicGraph: topicGraph, vocabulary: vocabulary,
        bibliography: bibliography, redirects: redirects, assets: source.assets,
        templateFiles: resolveTemplateFiles(shelf, assets: source.assets, report: &report),
        plans: plans,
        deliverables: resolveDeliverables(of: plans, on: shelf, names: names, assets: source.assets, report: &report))
    checkPlanFiles(shelf, assets: source.assets, report: &report)
    check(handbook, drafts: shelf.leftOut, report: &report)
    let similar = findSimilarPages(handbook, on: cores)
    return handbook.completed(similarPages: similar, diagnostics: report.diagnostics)
}

/// Collects findings about many files.
struct Report {
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - help: What to do, or what to do if `guess` finds nothing.
    ///   - guess: The name that was wrong, and those that are right.
    mutating func add(
        _ rule: Rule, in path: String, at position: SourcePosition, _ message: String, help: String = "",
        guess: Guess? = nil
    ) {
        diagnostics.append(Diagnostic(rule, path: path, at: position, message, help: help, guess: guess))
    }

    mutating func add(_ findings: [Diagnostic]) { diagnostics += findings }
    mutating func add(_ other: Report) { diagnostics += other.diagnostics }
}
