// The computed schedule of a plan as JSON, for other tools and for tests. Days are working days; money and units are
// decimal numbers in strings, because many readers of JSON take numbers for binary floating point.

import Content
package import Plans
import Scheduling
package import UTF8Text

func scheduleJSON(of plan: ScheduledPlan, schedule: PlanSchedule, subject: PlanSubject) -> JSON {
    .object(headEntries(of: plan, schedule: schedule, subject: subject) + bodyEntries(of: plan, schedule: schedule))
}

private func headEntries(
    of plan: ScheduledPlan, schedule: PlanSchedule, subject: PlanSubject
) -> [(String, JSON)] {
    let leaves = Array(schedule.leaves)
    func id(_ place: Int) -> JSON { .string(schedule.tasks[place].id) }
    let head: [(String, JSON)] = [
        ("plan", .string(subject.slug)), ("title", .string(subject.title)),
        ("kind", .string(plan.plan.kind.value.rawValue)), ("start", .date(schedule.start)),
        ("finish", .date(schedule.finish)), ("duration_days", .integer(schedule.duration)),
        ("deadline", .date(plan.plan.deadline?.value)), ("deadline_margin_days", .optional(schedule.margin)),
        ("is_late", .bool(schedule.isLate)), ("status_date", .date(plan.statusDate)),
        ("status_assumed", .bool(plan.status.isAssumed)), ("first_open_day", .integer(plan.status.firstOpenDay)),
        ("late", .array(leaves.filter(\.isLate).map { .string($0.id) })),
        ("late_starts", .array(leaves.filter(\.isLateStart).map { .string($0.id) })),
    ]
    let summary = plan.summary { $0.iso }.map { JSON.string($0) }
    return head + [
        ("summary", .array(summary)),
        ("critical", .array(leaves.filter(\.isCritical).map { .string($0.id) })),
        ("critical_path", .array(schedule.criticalPath.map(id))),
        // Too many to count is no number.
        ("critical_paths", .optional(schedule.criticalPathCount == .max ? nil : schedule.criticalPathCount)),
    ]
}

private func bodyEntries(of plan: ScheduledPlan, schedule: PlanSchedule) -> [(String, JSON)] {
    let leaves = Array(schedule.leaves)
    return [
        ("tasks", .array(leaves.compactMap { taskEntry($0, in: schedule) })),
        ("phases", .array(schedule.tasks.filter(\.isPhase).compactMap { phaseEntry($0, in: schedule) })),
        ("milestones", .array(plan.milestones.map { milestoneEntry(schedule.tasks[$0]) })),
        ("resources", .array(plan.resourceLoads.map { resourceEntry($0, of: plan, in: schedule) })),
        ("budget", budgetEntry(of: plan)),
        ("earned_value", plan.earnedValue.map { earnedValueEntry($0, digits: plan.plan.currencyDigits) } ?? .null),
        ("slip", .array(plan.slips.map { slipEntry($0, in: schedule) })),
        ("scorecard", .array(plan.scorecard.map(scorecardEntry))),
    ]
}

private func taskEntry(_ task: ScheduledTask, in schedule: PlanSchedule) -> JSON? {
    guard let times = task.times else { return nil }
    let dates: [(String, JSON)] = [
        ("id", .string(task.id)), ("name", .string(task.task.name)), ("state", .string(task.state.rawValue)),
        ("start", .date(task.start)), ("finish", .date(task.finish)),
        ("side", task.isMilestone ? .string(times.side == .start ? "start" : "end") : .null),
        ("duration", .integer(task.duration)), ("remaining", .integer(task.remaining)),
        ("remaining_start", .date(task.remainingStart)), ("planned_start", .date(task.planned?.lowerBound)),
        ("planned_finish", .date(task.planned?.upperBound)), ("late", .bool(task.isLate)),
        ("assumed", .array(times.assumed.keys.map { .string($0) })),
    ]
    return .object(
        dates + [
            ("ES", .integer(times.earlyStart)), ("EF", .integer(times.earlyFinish)),
            ("LS", .optional(times.lateStart)), ("LF", .optional(times.lateFinish)),
            ("total_float", .optional(times.totalFloat)), ("free_float", .optional(times.freeFloat)),
            ("critical", .bool(times.isCritical)), ("milestone", .bool(task.isMilestone)),
            ("percent_complete", .integer(task.progress)),
            ("phase", task.phase.map { .string(schedule.tasks[$0].id) } ?? .null),
        ])
}

extension ActivityTimes.Assumption {
    /// The keys of a plan that would have said it.
    fileprivate var keys: [String] {
        (contains(.start) ? ["actual_start"] : []) + (contains(.finish) ? ["actual_finish"] : [])
    }
}

/// The scorecard alone, as an object with one key.
package func scorecardJSON(of plan: ScheduledPlan) -> JSON {
    .object([("scorecard", .array(plan.scorecard.map(scorecardEntry)))])
}

func scorecardEntry(_ item: ScorecardItem) -> JSON {
    .object(
        item.entries.map { key, value in
            let json: JSON =
                switch value {
                case .text(let text): .string(text)
                case .integer(let number): .integer(number)
                case .hundredths(let number): .fraction(number, digits: 2)
                case .tenths(let number): .fraction(number, digits: 1)
                case .list(let items): .array(items.map { .string($0) })
                }
            return (key, json)
        })
}

private func phaseEntry(_ phase: ScheduledTask, in schedule: PlanSchedule) -> JSON? {
    guard let times = phase.times else { return nil }
    return .object([
        ("id", .string(phase.id)), ("name", .string(phase.task.name)), ("start", .date(phase.start)),
        ("finish", .date(phase.finish)), ("duration_days", .integer(phase.duration)),
        ("total_float", .optional(times.totalFloat)), ("critical", .bool(times.isCritical)),
        ("percent_complete", .integer(phase.progress)),
        ("phase", phase.phase.map { .string(schedule.tasks[$0].id) } ?? .null),
    ])
}

private func milestoneEntry(_ task: ScheduledTask) -> JSON {
    .object([
        ("id", .string(task.id)), ("date", .date(task.finish)),
        ("side", .string(task.times?.side == .start ? "start" : "end")), ("planned", .date(task.planned?.upperBound)),
        ("late", .bool(task.isLate)), ("done", .bool(task.isDone)),
        ("critical", .bool(task.isCritical)),
    ])
}

private func resourceEntry(_ load: ResourceLoad, of plan: ScheduledPlan, in schedule: PlanSchedule) -> JSON {
    let resource = plan.plan.resources[load.resource]
    return .object([
        ("id", .string(resource.id.value)), ("capacity", .decimal(resource.capacity.value)),
        ("peak", .decimal(load.peak.units)),
        ("peak_tasks", .array(load.peak.tasks.map { .string(schedule.tasks[$0].id) })),
        ("first_overload", .date(load.firstOverload)),
    ])
}

private func budgetEntry(of plan: ScheduledPlan) -> JSON {
    guard !plan.plan.budget.isEmpty else { return .null }
    let digits = plan.plan.currencyDigits
    func sum(_ sum: BudgetSum) -> [(String, JSON)] {
        [
            ("planned", .money(sum.planned, digits)), ("actual", .money(sum.actual, digits)),
            ("remaining", .money(sum.remaining, digits)),
        ]
    }
    let categories = plan.budgetByCategory.map { entry in
        JSON.object([("category", .string(entry.category.rawValue))] + sum(entry.sum))
    }
    return .object(
        [("currency", plan.plan.currency.map { .string($0.value) } ?? .null)] + sum(plan.budgetTotal)
            + [("categories", .array(categories))])
}

private func earnedValueEntry(_ value: EarnedValue, digits: Int) -> JSON {
    func money(_ units: Int?) -> JSON { .money(units, digits) }
    return .object([
        ("BAC", money(value.budgetAtCompletion)), ("PV", money(value.plannedValue)),
        ("EV", money(value.earnedValue)), ("AC", money(value.actualCost)), ("CV", money(value.costVariance)),
        ("SV", money(value.scheduleVariance)), ("CPI", .decimal(value.costPerformance)),
        ("SPI", .decimal(value.schedulePerformance)), ("EAC", money(value.estimateAtCompletion)),
        ("ETC", money(value.estimateToComplete)), ("VAC", money(value.varianceAtCompletion)),
    ])
}

/// The plan as a whole has no id.
private func slipEntry(_ slip: Slip, in schedule: PlanSchedule) -> JSON {
    .object([
        ("id", slip.task.map { .string(schedule.tasks[$0].id) } ?? .null),
        ("baseline_start", .date(slip.baselineStart)), ("baseline_finish", .date(slip.baselineFinish)),
        ("start_days", .optional(slip.startDays)), ("finish_days", .optional(slip.finishDays)),
    ])
}

extension JSON {
    fileprivate static func date(_ date: CalendarDate?) -> JSON { date.map { .string($0.iso) } ?? .null }
    fileprivate static func optional(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
    fileprivate static func money(_ units: Int?, _ digits: Int) -> JSON {
        units.map { .string(exactDecimal($0, digits: digits)) } ?? .null
    }
    fileprivate static func decimal(_ hundredths: Int?) -> JSON {
        hundredths.map { .string(exactDecimal($0)) } ?? .null
    }
}
