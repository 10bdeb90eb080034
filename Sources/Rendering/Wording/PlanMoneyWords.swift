// What a plan page says about money: the budget and earned value.

/// How far a figure of the plan is off.
enum Variance {
    case none
    case favourable(_ amount: String)
    case adverse(_ amount: String)
}

struct PlanMoneyWords: Sendable {
    /// The last row of a table.
    let total: String
    let noContingency: @Sendable (_ budget: String) -> String
    let contingency: @Sendable (_ percent: String, _ amount: String, _ budget: String) -> String
    /// What the whole costs if it goes on as it did.
    let willCost: @Sendable (_ estimate: String, _ more: String) -> String

    // MARK: Earned value, in the letters of the field

    let budgetAtCompletion, plannedValue, earnedValue, actualCost: String
    let costVariance, scheduleVariance, costPerformance, schedulePerformance: String
    let estimateAtCompletion, estimateToComplete, varianceAtCompletion: String
    let notYetKnown: String
    /// The same in a sentence.
    let state: @Sendable (_ date: String, _ schedule: Variance, _ cost: Variance) -> String
}
