// Where the deliverables of plans are: what the key `link` of each leads to.

import Content
import Plans
import UTF8Text

/// The destinations of the links of deliverables, as written, by the page of their plan. A link is the slug of a page, the
/// path of a page or file from the page's folder, or an address on the web. What leads nowhere is reported, once for each
/// file with a plan.
func resolveDeliverables(
    of plans: [ScheduledPlan?], on shelf: Shelf, names: Names, assets: [Asset], report: inout Report
) -> [PageID: [String: Destination]] {
    let resolver = DeliverableResolver(shelf: shelf, names: names, assets: assets)
    var found: [PageID: [String: Destination]] = [:]
    var reported: Set<String> = []
    for (page, plan) in zip(shelf.pages, plans) {
        let links = plan?.plan.allTasks.compactMap(\.deliverable?.link) ?? []
        guard !links.isEmpty else { continue }
        let isNew = reported.insert(page.parsed.fileOfPlan).inserted
        var destinations: [String: Destination] = [:]
        for link in links {
            let match = destinations[link.value].map { .destination($0) } ?? resolver.find(link.value, from: page)
            if case .destination(let destination) = match { destinations[link.value] = destination }
            if isNew { resolver.report(match, of: link, from: page, to: &report) }
        }
        found[page.id] = destinations
    }
    return found
}

private struct DeliverableResolver {
    let shelf: Shelf
    let names: Names
    private let assets: [String: Int]

    enum Match {
        case destination(Destination)
        case several([PageID])
        case draft(ParsedPage)
        case nothing
    }

    init(shelf: Shelf, names: Names, assets: [Asset]) {
        self.shelf = shelf
        self.names = names
        self.assets = Dictionary(assets.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func find(_ link: String, from page: Page) -> Match {
        if scheme(of: link) != nil { return .destination(.external(link)) }
        if let path = pathOfFile(named: link, onPageAt: page.path) {
            if let id = shelf.byPath[path] { return .destination(.page(id, fragment: nil)) }
            if let asset = assets[path] { return .destination(.asset(asset)) }
            if let draft = shelf.draftsByPath[path] { return .draft(draft) }
        }
        switch names.page(withSlug: link, from: page) {
        case .page(let id): return .destination(.page(id, fragment: nil))
        case .several(let candidates): return .several(candidates)
        case .draft(let draft): return .draft(draft)
        case .term, .nothing: return .nothing
        }
    }

    func report(_ match: Match, of link: Located<String>, from page: Page, to report: inout Report) {
        let file = page.parsed.fileOfPlan
        switch match {
        case .destination(.page(let id, _)):
            guard !page.isRetired, shelf.pages[id.index].isRetired else { return }
            reportRetired(shelf.pages[id.index], in: file, at: link.position, successor: nil, report: &report)
        case .destination: break
        case .several(let pages):
            let paths = pages.map { "'\(shelf.pages[$0.index].path)'" }.joined(separator: " or ")
            report.add(
                .ambiguousLink, in: file, at: link.position, "'\(link.value)' may mean \(paths)",
                help: "name the page by its path")
        case .draft(let draft):
            report.add(
                .linkToDraft, in: file, at: link.position,
                "'\(draft.path)' is not published: \(shelf.reason(for: draft).text)",
                help: shelf.reason(for: draft).help + "; until then the text stands without a link")
        case .nothing:
            report.add(
                .planReference, in: file, at: link.position, "the handbook has no page or file '\(link.value)'",
                help: "give the slug of a page, a path from the folder of this page, or an address with https://",
                guess: Guess(link.value, in: shelf.slugs(of: nil)))
        }
    }
}
