// How far a run is, for those who wait for it.

/// How far the work is.
package enum Progress: Sendable {
    /// The step begins, and the one before it is over.
    case step(Step)
    case parsing(Int, of: Int)
    case rendering(Int, of: Int)
    /// Addresses of other hosts.
    case asking(Int, of: Int)
}

/// The steps of a run, in their order.
package enum Step: String, CaseIterable, Sendable {
    /// The template, and every file of the content folder.
    case reading = "read and parse"
    /// Pages become a handbook: addresses, links, terms, plans.
    case linking = "link and schedule"
    /// Further checks: addresses of other hosts, pinned queries.
    case checking = "check further"
    /// Findings are judged by settings, suppressions and the baseline.
    case judging = "judge findings"
    case indexing = "index for search"
    case rendering = "render pages"
    /// Files of plans, of search, and what is copied.
    case otherFiles = "write other files"
    case publishing = "publish"
}
