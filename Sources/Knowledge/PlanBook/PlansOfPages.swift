// Which page shows which plan: each file with a plan is read and scheduled once for all pages that show it.

import Content
import Plans
import UTF8Text

/// The plans of all pages, scheduled, in the order of the pages.
/// - Parameters:
///   - files: what plan files beside the pages say, by path.
///   - cores: spreads the plans, which know nothing of each other.
func resolvePlans(
    _ shelf: Shelf, files: [String: YAMLNode], on cores: some PageMapping, report: inout Report
) -> [ScheduledPlan?] {
    let roles = KnownNames(
        shelf.pages.filter { $0.type == .role }.map(\.slug)
            + shelf.leftOut.filter { $0.header.type == .role }.map { slug(of: $0, in: shelf.folders) })
    let written = writtenPlans(on: shelf, files: files)
    let scheduled = cores.map(written.count) { index in
        schedulePlan(
            writtenAs: written[index].node, path: written[index].path,
            updated: written[index].pages.map { shelf.pages[$0.index].parsed.header.updated?.value }, roles: roles)
    }
    var plans = [ScheduledPlan?](repeating: nil, count: shelf.pages.count)
    for (file, result) in zip(written, scheduled) {
        report.add(result.diagnostics)
        for (page, plan) in zip(file.pages, result.plans) { plans[page.index] = plan }
    }
    return plans
}

/// A file with a plan, and the published pages that show it.
private struct WrittenPlan {
    let path: String
    let node: YAMLNode
    var pages: [PageID] = []
}

/// Every plan of the handbook, in the order of the pages; then those that only pages show which are not published:
/// authors learn what is wrong with a plan before it is approved.
private func writtenPlans(on shelf: Shelf, files: [String: YAMLNode]) -> [WrittenPlan] {
    var plans: [WrittenPlan] = []
    var places: [String: Int] = [:]
    func place(ofPlanOn page: ParsedPage) -> Int? {
        guard case .plan(let details) = page.header.details,
            let node = details.plan ?? page.planFile.flatMap({ files[$0] })
        else { return nil }
        let path = page.fileOfPlan
        if let place = places[path] { return place }
        places[path] = plans.count
        plans.append(WrittenPlan(path: path, node: node))
        return plans.count - 1
    }
    for page in shelf.pages {
        if let place = place(ofPlanOn: page.parsed) { plans[place].pages.append(page.id) }
    }
    for page in shelf.leftOut { _ = place(ofPlanOn: page) }
    return plans
}
