// Plans outside of any handbook: read, scheduled and judged one file at a time, for `milepost plan`.

import Content
import PlanExports
package import Plans
package import UTF8Text

/// A plan and everything there is to say about it.
package struct PlanReading: Sendable {
    /// As the caller named it.
    package let file: String
    /// `nil` when the file has no plan that could be read.
    package let plan: ScheduledPlan?
    package let title: String
    let slug: String
    let updated: CalendarDate?
    package let findings: [Finding]
    package let suppressed: [SuppressedFinding]
    let bytes: [UInt8]

    /// Whether something is found at the failing level.
    package func hasFailed(isStrict: Bool) -> Bool {
        findings.contains { $0.diagnostic.severity >= (isStrict ? .warning : .error) }
    }
}

/// Reads a plan from a YAML file, or from the front matter of a page. What only a handbook knows (roles, pages) is taken
/// on trust.
///
/// - Throws: `MachineError` when the file cannot be read.
package func readPlan(at file: String) throws(MachineError) -> PlanReading {
    let bytes: [UInt8]
    do {
        bytes = try readFile(file, limit: 64 << 20)
    } catch {
        throw .wrongRequest("the file '\(file)' cannot be read: \(error.reason)")
    }
    let parsed = parsePlanFile(bytes, path: file)
    var diagnostics = parsed.diagnostics
    let scheduled = parsed.plan.map { plan in
        schedulePlan(plan, path: file, updated: parsed.updated, roles: nil)
    }
    diagnostics += scheduled?.diagnostics ?? []
    let judge = Judge(
        settings: Settings(), suppressions: parsed.suppressions.isEmpty ? [:] : [file: parsed.suppressions],
        leftOut: [],
        rulesNotApplied: Set(allRules.map(\.id)).subtracting(rulesOfPlans))
    var judgement = judge.judge(diagnostics)
    judgement.answerGuesses()
    let lines = Lines(of: bytes)
    func finding(_ diagnostic: Diagnostic) -> Finding {
        Finding(
            diagnostic: diagnostic, file: file, excerpt: lines.text(ofLine: diagnostic.position.line))
    }
    let stem = splitExtension(of: fileName(of: file)).stem
    return PlanReading(
        file: file, plan: scheduled?.plan, title: parsed.title ?? stem,
        slug: parsed.slug ?? slug(stem), updated: parsed.updated,
        findings: judgement.reported.map(finding),
        suppressed: judgement.suppressed.map { SuppressedFinding(finding: finding($0.diagnostic), reason: $0.reason) },
        bytes: bytes)
}

/// The rules that a plan can break without a handbook around it.
private let rulesOfPlans = Set((Rule.ofPlans + [.planSchema, .planID, .planValue, .riskValue, .frontMatter]).map(\.id))

/// Keeps today's schedule of a plan in its file, in the place of the baseline that is there. Every other byte stays; the
/// file is exchanged in one step.
///
/// - Returns: how many tasks the baseline holds.
/// - Throws: `MachineError` when the plan cannot be scheduled, its text cannot be changed, or the file cannot be written.
package func storeBaseline(of reading: PlanReading, date: CalendarDate) throws(MachineError) -> Int {
    guard let plan = reading.plan, let schedule = plan.schedule else {
        throw .wrongRequest("'\(reading.file)' has no schedule to keep; see 'milepost plan check \(reading.file)'")
    }
    let tasks = schedule.leaves.compactMap { task in
        task.dates.map { BaselineTask(id: task.id, start: $0.lowerBound, finish: $0.upperBound) }
    }
    let text: [UInt8]
    do {
        text = try Content.storeBaseline(
            in: reading.bytes, path: reading.file, date: date, tasks: tasks,
            budget: Money(units: plan.budgetTotal.planned, digits: plan.plan.currencyDigits))
    } catch {
        throw .wrongRequest("'\(reading.file)' \(error.reason)")
    }
    try replaceFile(realPath(reading.file) ?? reading.file, text)
    return tasks.count
}

extension BaselineFault {
    /// What follows the name of the file.
    fileprivate var reason: String {
        switch self {
        case .unreadable: "cannot be changed: its plan was not found"
        case .flowMapping:
            "writes its plan in braces; write its keys line by line, so that a baseline can be added"
        case .tooLarge:
            "has no room for a baseline in its front matter; move the plan to a file beside it, named under 'data'"
        case .unsafe: "cannot be changed safely; add the baseline by hand"
        }
    }
}

/// What `milepost plan show` prints: words, or the schedule in the format of another program.
package struct PlanOutput: Sendable {
    /// How the command line calls it.
    package let name: String
    /// `nil` for words.
    fileprivate let export: PlanExport?

    package static let text = PlanOutput(name: "text", export: nil)

    package static let all: [PlanOutput] =
        [text] + planExports.compactMap { export in export.format.map { PlanOutput(name: $0, export: export) } }
}

/// The schedule of a plan in the format of another program; `nil` when it has none, and for text.
package func exportPlan(_ reading: PlanReading, as output: PlanOutput) -> [UInt8]? {
    guard let plan = reading.plan, plan.schedule != nil else { return nil }
    let subject = PlanSubject(
        slug: reading.slug, title: reading.title, site: "milepost", address: nil, updated: reading.updated,
        roleName: { $0 })
    return output.export?.bytes(plan, subject)
}

/// The scorecard of a plan as JSON.
package func scoreJSON(of plan: ScheduledPlan) -> [UInt8] {
    scorecardJSON(of: plan).bytes + [UInt8(ascii: "\n")]
}
