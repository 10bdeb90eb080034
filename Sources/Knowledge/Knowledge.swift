// Knowledge: all pages together.
//
// Every file has been parsed on its own; here they become one handbook: each page gets its address and its place in the
// tree, each reference its destination, each relation its other direction, each mention of a term its link. What pages say
// together is checked, and published addresses are held against a lock. A pure function of what was read; only the work
// that takes pages one by one is spread. Small: titles, outlines, references and the words of pages pass through here,
// never the bytes of a body. This module must never write HTML, of which it only knows where a link goes, nor know
// templates.

/// Links all pages into a handbook and checks them. Never fails: every fault is a diagnostic, and what cannot be
/// resolved is marked as such.
/// - Parameter cores: spreads the part of the work that takes pages one by one.
package func link(_ source: HandbookSource, on cores: some PageMapping = OneByOne()) -> LinkedHandbook {
    let connected = connect(source, on: cores)
    let shelf = connected.shelf
    var report = connected.report
    let bibliography = resolveCitations(shelf, sources: source.sources, report: &report)
    let plans = resolvePlans(shelf, files: source.planFiles, on: cores, report: &report)
    let handbook = Handbook(
        settings: source.settings, today: source.today, connected: connected, bibliography: bibliography,
        assets: source.assets, offeredFiles: resolveOfferedFiles(shelf, assets: source.assets, report: &report),
        plans: plans,
        deliverables: resolveDeliverables(
            of: plans, on: shelf, names: connected.names, assets: source.assets, report: &report))
    checkPlanFiles(shelf, assets: source.assets, report: &report)
    check(handbook, drafts: shelf.leftOut, report: &report)
    return LinkedHandbook(
        handbook: handbook, similarPages: findSimilarPages(handbook, on: cores), diagnostics: report.diagnostics)
}
