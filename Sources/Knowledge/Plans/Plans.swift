// Plans: from what one file says to a schedule and everything that is wrong with it.

package import Content
import Scheduling
package import UTF8Text

/// Schedules a plan and holds it against the rules of planning. Never fails: every fault is a diagnostic, and links that
/// lead nowhere are left out.
/// - Parameters:
///   - path: of the file that the plan stands in, for diagnostics.
///   - updated: when the plan was last changed, which is its status date if it names none.
///   - roles: the slugs of the handbook's roles; `nil` outside of any handbook.
package func schedulePlan(
    _ plan: Plan, path: String, updated: CalendarDate?, roles: Set<String>?
) -> (plan: ScheduledPlan, diagnostics: [Diagnostic]) {
    var findings = PlanFindings(path: path, plan: plan, roles: roles)
    let statusDate = plan.statusDate?.value ?? updated
    findings.checkElements()
    findings.checkReferences()
    guard let start = plan.start?.value else {
        return (ScheduledPlan(plan: plan, statusDate: statusDate, schedule: nil), findings.diagnostics)
    }
    let network = PlanNetwork(plan, start: start)
    findings.checkLinks(of: network)
    findings.checkOpenEnds(of: network)
    findings.checkDates(of: network)
    var schedule: PlanSchedule?
    do {
        schedule = try network.schedule()
    } catch {
        findings.report(error, in: network)
    }
    let scheduled = ScheduledPlan(plan: plan, statusDate: statusDate, schedule: schedule)
    findings.checkSchedule(scheduled)
    findings.checkRegisters(scheduled)
    return (scheduled, findings.diagnostics)
}

/// The plans of all pages, scheduled, in the order of the pages.
/// - Parameter files: what plan files beside the pages say, by path.
func resolvePlans(_ shelf: Shelf, files: [String: YAMLNode], report: inout Report) -> [ScheduledPlan?] {
    let roles = Set(shelf.pages.filter { $0.type == .role }.map(\.slug)).union(
        shelf.leftOut.filter { $0.header.type == .role }.map(slug(of:)))
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
