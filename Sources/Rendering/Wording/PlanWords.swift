// What a plan page says besides what its plan says: headings, facts, and words for the values that a plan may choose.

import Content
import Plans

struct PlanWords: Sendable {
    /// The heading of a part.
    let part: @Sendable (_ part: PlanPart) -> String
    /// The name of a table or of a chart, for those who hear the page.
    let tableLabel, chartLabel: @Sendable (_ name: String) -> String
    let facts: PlanFactWords
    let columns: PlanColumnWords
    let tables: PlanTableWords
    let values: PlanValueWords
    let schedule: ScheduleWords
    let money: PlanMoneyWords
    let registers: RegisterWords
    let gantt: GanttWords
    let charts: PlanChartWords
}

/// The facts at the top, each before its value, and the values that are words.
struct PlanFactWords: Sendable {
    let kind, start, finish, duration, deadline, statusDate, budget, sponsor, manager: String
    /// How long before its deadline the plan ends.
    let margin: String
    let criticalTasks: String
    /// The people who decide about the plan, and how often they meet.
    let board, boardMeets: String
    /// How far the plan may be off before the board must decide.
    let tolerance: String
    /// The margin of a plan that ends after its deadline: how long after it.
    let late: @Sendable (_ distance: String) -> String
    let timeTolerance: @Sendable (_ length: String) -> String
    let costTolerance: @Sendable (_ percent: String) -> String
}

/// What a plan says in words from fixed lists.
struct PlanValueWords: Sendable {
    let kind: @Sendable (PlanKind) -> String
    let budgetCategory: @Sendable (BudgetCategory) -> String
    let stance: @Sendable (Stance) -> String
    let riskType: @Sendable (RiskType) -> String
    let riskResponse: @Sendable (RiskResponse) -> String
    let riskStatus: @Sendable (RiskStatus) -> String
    /// How bad a risk is.
    let riskBand: @Sendable (RiskBand) -> String
    /// The score of a risk, and its band as above: "12 medium".
    let riskScore: @Sendable (_ score: Int, _ band: String) -> String
    /// How soon a risk may occur.
    let inWeeks: @Sendable (_ count: Int) -> String
    /// `nil` while a criterion is not checked.
    let qualityResult: @Sendable (QualityResult?) -> String
    let logEntryType: @Sendable (LogEntryType) -> String
    let frequency: @Sendable (Frequency) -> String
}
