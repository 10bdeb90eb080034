// Earned value, in figures and in a sentence for those who do not know the letters.

import Content
import Knowledge
import Scheduling
import UTF8Text

extension PlanWriter {
    mutating func writeEarnedValue() {
        guard let value = scheduled.earnedValue else { return }
        element("<p>", sentence(about: value), "</p>\n")
        func optional(_ amount: Int?) -> PlanCell { amount.map { .money($0) } ?? .text("not yet known") }
        func ratio(_ hundredths: Int?) -> PlanCell {
            hundredths.map { .number(decimal($0)) } ?? .text("not yet known")
        }
        let rows: [[PlanCell]] = [
            [.header("Budget at completion (BAC)"), .money(value.budgetAtCompletion)],
            [.header("Planned value (PV)"), .money(value.plannedValue)],
            [.header("Earned value (EV)"), .money(value.earnedValue)],
            [.header("Actual cost (AC)"), .money(value.actualCost)],
            [.header("Cost variance (CV)"), .money(value.costVariance)],
            [.header("Schedule variance (SV)"), .money(value.scheduleVariance)],
            [.header("Cost performance index (CPI)"), ratio(value.costPerformance)],
            [.header("Schedule performance index (SPI)"), ratio(value.schedulePerformance)],
            [.header("Estimate at completion (EAC)"), optional(value.estimateAtCompletion)],
            [.header("Estimate to complete (ETC)"), optional(value.estimateToComplete)],
            [.header("Variance at completion (VAC)"), optional(value.varianceAtCompletion)],
        ]
        table("Earned value", ["Figure", "Value"], rows)
    }

    private func sentence(about value: EarnedValue) -> String {
        guard let date = scheduled.statusDate else { return "" }
        let schedule =
            value.scheduleVariance < 0
            ? "behind plan by \(money(-value.scheduleVariance))"
            : value.scheduleVariance > 0 ? "ahead of plan by \(money(value.scheduleVariance))" : "on plan"
        let cost =
            value.costVariance < 0
            ? "\(money(-value.costVariance)) more was spent than the work done is worth"
            : value.costVariance > 0
                ? "\(money(value.costVariance)) less was spent than the work done is worth"
                : "as much was spent as the work done is worth"
        return "On \(written(date)) the work done is \(schedule), and \(cost)."
    }
}
