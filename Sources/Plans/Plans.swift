// Plans: from what one file says to a schedule and everything that is wrong with it.
//
// A plan is read once, its tasks become a network that Scheduling calculates, and the result is held against the rules of
// planning: schedule, scorecard, load, summary, difference to another plan. All of it is a function of the file, of the
// day its page was changed, and of the names of the roles that there are. This module must never know
// what stands on a page or where; a link, here, is a dependency between tasks.

package import Content
import Scheduling
package import UTF8Text

/// Reads a plan and schedules it for each page that shows it.
/// - Parameters:
///   - path: of the file that the plan stands in, for diagnostics.
///   - updated: when each page was last changed.
///   - roles: the slugs of the handbook's roles.
/// - Returns: a plan for each page, and what is wrong with the file, said once.
package func schedulePlan(
    writtenAs node: YAMLNode, path: String, updated: [CalendarDate?], roles: KnownNames
) -> (plans: [ScheduledPlan], diagnostics: [Diagnostic]) {
    var log = DiagnosticLog(path: path)
    let plan = readPlan(node, log: &log)
    let scheduled = updated.map { schedulePlan(plan, path: path, updated: $0, roles: roles) }
    return (scheduled.map(\.plan), log.diagnostics + (scheduled.first?.diagnostics ?? []))
}

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
