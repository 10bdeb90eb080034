// Formulas of planning that need no network: three-point estimates and earned value.

/// How long work takes by three estimates, the mean of the beta distribution that PERT assumes: low plus four times
/// likely plus high, divided by six. In sixths of a day, so that nothing is rounded.
/// Source: D. G. Malcolm and others, "Application of a Technique for Research and Development Program Evaluation" (1959).
package func expectedSixths(low: Int, likely: Int, high: Int) -> Int { low + 4 * likely + high }

/// The same, rounded up to whole days.
package func expectedDays(low: Int, likely: Int, high: Int) -> Int {
    (expectedSixths(low: low, likely: likely, high: high) + 5) / 6
}

/// What work was worth by a date against what it should have been worth and what it cost. In the smallest unit of a
/// currency.
/// Source of all formulas: ANSI/EIA-748 and the PMI Standard for Earned Value Management.
package struct EarnedValue: Hashable, Sendable {
    /// What all work was planned to cost (BAC).
    package let budgetAtCompletion: Int
    /// What the work planned until the date was planned to cost (PV).
    package let plannedValue: Int
    /// What the work done until the date was planned to cost (EV).
    package let earnedValue: Int
    /// What the work done until the date did cost (AC).
    package let actualCost: Int

    package init(budgetAtCompletion: Int, plannedValue: Int, earnedValue: Int, actualCost: Int) {
        self.budgetAtCompletion = budgetAtCompletion
        self.plannedValue = plannedValue
        self.earnedValue = earnedValue
        self.actualCost = actualCost
    }

    /// Negative when the work cost more than it is worth (CV).
    package var costVariance: Int { earnedValue - actualCost }
    /// Negative when less was done than planned (SV).
    package var scheduleVariance: Int { earnedValue - plannedValue }
    /// Work done per money spent (CPI), in hundredths; `nil` when nothing was spent.
    package var costPerformance: Int? { actualCost > 0 ? proportion(of: earnedValue, 100, over: actualCost) : nil }
    /// Work done per work planned (SPI), in hundredths; `nil` when nothing was planned.
    package var schedulePerformance: Int? {
        plannedValue > 0 ? proportion(of: earnedValue, 100, over: plannedValue) : nil
    }
    /// What all work will cost if it goes on costing what it did (EAC): budget divided by cost performance. `nil` before
    /// anything was earned and paid.
    package var estimateAtCompletion: Int? {
        guard actualCost > 0, earnedValue > 0 else { return nil }
        return proportion(of: budgetAtCompletion, actualCost, over: earnedValue)
    }
    /// What the rest will cost then (ETC).
    package var estimateToComplete: Int? { estimateAtCompletion.map { $0 - actualCost } }
    /// Negative when the whole will cost more than planned (VAC).
    package var varianceAtCompletion: Int? { estimateAtCompletion.map { budgetAtCompletion - $0 } }
}

/// `value` times `numerator` over `denominator`, rounded to the nearest, half up, without overflow on the way; what is too
/// large for the result is as large as it can be. None is negative, and the denominator not 0.
package func proportion(of value: Int, _ numerator: Int, over denominator: Int) -> Int {
    let product = value.multipliedFullWidth(by: numerator)
    guard product.high < denominator else { return .max }
    let (quotient, remainder) = denominator.dividingFullWidth(product)
    return remainder >= denominator - remainder ? quotient + 1 : quotient
}
