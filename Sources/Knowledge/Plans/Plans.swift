// Plans: from what one file says to a schedule and everything that is wrong with it.

package import Content
import Scheduling
package import UTF8Text

/// Schedules a plan and holds it against the rules of planning. Never fails: every fault is a diagnostic, and links that
/// lead nowhere are left out.
/// - Parameters:
///   - path: of the file that the plan stands in, for diagnostics.
///   - updated: when the page of the plan was last changed.
///   - roles: the slugs of the handbook's roles; `nil` outside of any handbook.
package func schedulePlan(
    _ plan: Plan, path: String, updated: CalendarDate?, roles: KnownNames?
) -> (plan: ScheduledPlan, diagnostics: [Diagnostic]) {
    var findings = PlanFindings(path: path, plan: plan, roles: roles)
    findings.checkElements()
    findings.checkReferences()
    guard let start = plan.start?.value else {
        let status = PlanStatus(
            date: plan.statusDate?.value, isAssumed: false, isReported: false, firstOpenDay: 0, hasBegun: false)
        let unscheduled = ScheduledPlan(plan: plan, status: status, schedule: nil, scorecard: [], updated: updated)
        return (unscheduled, findings.diagnostics)
    }
    let network = PlanNetwork(plan, start: start)
    findings.checkLinks(of: network)
    findings.checkOpenEnds(of: network)
    findings.checkDates(of: network)
    var schedule: PlanSchedule?
    var scorecard: [ScorecardItem] = []
    do {
        let reported = try network.schedule()
        let unreported = network.status.hasBegun ? try network.schedule(reports: false) : reported
        let made = PlanSchedule(reported, deadline: plan.deadline?.value, planned: plannedDates(in: unreported))
        schedule = made
        scorecard = Scorecard(network: network, reported: reported, schedule: made).items
    } catch {
        findings.report(error, in: network)
    }
    let scheduled = ScheduledPlan(
        plan: plan, status: network.status, schedule: schedule, scorecard: scorecard, updated: updated)
    findings.checkReports(of: network, schedule)
    findings.checkSchedule(scheduled, network)
    findings.checkRegisters(scheduled)
    return (scheduled, findings.diagnostics)
}

/// What each task was planned for: the dates of the baseline, else those that it would have without any progress.
private func plannedDates(in unreported: NetworkSchedule) -> [ClosedRange<CalendarDate>?] {
    let plan = unreported.network.plan
    let baseline = Dictionary(
        (plan.baseline?.tasks ?? []).map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    return unreported.network.rows.indices.map { place in
        let own = unreported.dates(ofRow: place)
        guard let kept = baseline[unreported.network.rows[place].task.id.value],
            let finish = kept.finish ?? own?.upperBound
        else { return own }
        return min(kept.start ?? own?.lowerBound ?? finish, finish)...finish
    }
}

/// The plans of all pages, scheduled, in the order of the pages.
/// - Parameter files: what plan files beside the pages say, by path.
func resolvePlans(_ shelf: Shelf, files: [String: YAMLNode], report: inout Report) -> [ScheduledPlan?] {
    let roles = KnownNames(
        shelf.pages.filter { $0.type == .role }.map(\.slug)
            + shelf.leftOut.filter { $0.header.type == .role }.map(slug(of:)))
    var reported: Set<String> = []
    return shelf.pages.map { page in
        guard case .plan(let details) = page.parsed.header.details,
            let node = details.plan ?? page.parsed.planFile.flatMap({ files[$0] })
        else { return nil }
        // What is wrong with how it is written was reported when its file was parsed.
        let path = page.parsed.fileOfPlan
        var log = DiagnosticLog(path: path)
        let scheduled = schedulePlan(
            readPlan(node, log: &log), path: path, updated: page.parsed.header.updated?.value, roles: roles)
        // Two pages may show one file.
        if reported.insert(path).inserted { report.add(scheduled.diagnostics) }
        return scheduled.plan
    }
}
