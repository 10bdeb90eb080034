// Earned value, in figures and in a sentence for those who do not know the letters.

import Content
import Plans
import Scheduling
import UTF8Text

extension PlanWriter {
    mutating func writeEarnedValue() {
        guard let value = scheduled.earnedValue else { return }
        element("<p>", sentence(about: value), "</p>\n")
        let money = words.money
        func optional(_ amount: Int?) -> PlanCell { amount.map { .money($0) } ?? .text(money.notYetKnown) }
        func ratio(_ hundredths: Int?) -> PlanCell {
            hundredths.map { .number(decimal($0)) } ?? .text(money.notYetKnown)
        }
        let rows: [[PlanCell]] = [
            [.header(money.budgetAtCompletion), .money(value.budgetAtCompletion)],
            [.header(money.plannedValue), .money(value.plannedValue)],
            [.header(money.earnedValue), .money(value.earnedValue)],
            [.header(money.actualCost), .money(value.actualCost)],
            [.header(money.costVariance), .money(value.costVariance)],
            [.header(money.scheduleVariance), .money(value.scheduleVariance)],
            [.header(money.costPerformance), ratio(value.costPerformance)],
            [.header(money.schedulePerformance), ratio(value.schedulePerformance)],
            [.header(money.estimateAtCompletion), optional(value.estimateAtCompletion)],
            [.header(money.estimateToComplete), optional(value.estimateToComplete)],
            [.header(money.varianceAtCompletion), optional(value.varianceAtCompletion)],
        ]
        table(words.tables.earnedValue, [words.columns.figure, words.columns.value], rows)
    }

    private func sentence(about value: EarnedValue) -> String {
        guard let date = scheduled.statusDate else { return "" }
        return words.money.state(written(date), variance(value.scheduleVariance), variance(value.costVariance))
    }

    private func variance(_ amount: Int) -> Variance {
        amount < 0 ? .adverse(money(-amount)) : amount > 0 ? .favourable(money(amount)) : .none
    }
}
