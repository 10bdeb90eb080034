// The money of a plan: by category with each one's share, and line by line.

import Content
import Plans
import Scheduling
import UTF8Text

extension PlanWriter {
    mutating func writeBudget() {
        let total = scheduled.budgetTotal
        writeContingency(of: total)
        let categories = scheduled.budgetByCategory
        let shares = percentages(of: categories.map(\.sum.planned))
        var rows = zip(categories, shares).map { entry, share in
            PlanRow(
                cells: [.header(words.values.budgetCategory(entry.category))] + cells(of: entry.sum) + [.share(share)])
        }
        rows.append(
            PlanRow(
                isTotal: true,
                cells: [.header(words.money.total)] + cells(of: total) + [
                    .text(total.planned > 0 ? percentage(100) : "")
                ])
        )
        let columns = words.columns
        table(
            words.tables.budgetByCategory,
            [columns.category, columns.planned, columns.actual, columns.remaining, columns.share], rows)

        let subjects = subjects()
        let digits = plan.currencyDigits
        var lines = plan.budget.map { line -> PlanRow in
            let subject = line.task.map { subjects[$0.value] ?? NamedWork(name: $0.value, task: nil) }
            let (planned, actual) = (line.planned.value.units(digits: digits), line.actual.value.units(digits: digits))
            return PlanRow(
                cells: [
                    .header(line.item), .text(words.values.budgetCategory(line.category)),
                    subject.map { .subject($0) } ?? .text(""), .money(planned), .money(actual),
                    .money(planned - actual),
                ])
        }
        lines.append(
            PlanRow(isTotal: true, cells: [.header(words.money.total), .text(""), .text("")] + cells(of: total)))
        element("<h3>", words.tables.budgetLines, "</h3>\n")
        table(
            words.tables.budgetLines,
            [columns.item, columns.category, columns.task, columns.planned, columns.actual, columns.remaining], lines)
    }

    private func cells(of sum: BudgetSum) -> [PlanCell] {
        [.money(sum.planned), .money(sum.actual), .money(sum.remaining)]
    }

    private mutating func writeContingency(of total: BudgetSum) {
        guard total.planned > 0 else { return }
        let kept = scheduled.budgetByCategory.first { $0.category == .contingency }?.sum.planned ?? 0
        // In tenths of a percent, because small ones matter.
        let share = proportion(of: kept, 1000, over: total.planned)
        let percent = wording.numbers.percent(decimal(share * 10))
        element(
            "<p>",
            kept == 0
                ? words.money.noContingency(money(total.planned))
                : words.money.contingency(percent, money(kept), money(total.planned)),
            "</p>\n")
    }
}

/// What part of their sum each of `amounts` is, in whole percent that add up to 100: those that lose most by rounding down
/// are rounded up. All 0 if there is nothing to share.
func percentages(of amounts: [Int]) -> [Int] {
    let whole = amounts.reduce(0, +)
    guard whole > 0 else { return amounts.map { _ in 0 } }
    let parts = amounts.map { amount -> (quotient: Int, remainder: Int) in
        whole.dividingFullWidth(amount.multipliedFullWidth(by: 100))
    }
    var percent = parts.map(\.quotient)
    let missing = 100 - percent.reduce(0, +)
    // Of equal losses the smaller amount is rounded up: it is nearer to vanishing.
    let order = parts.indices.sorted {
        (parts[$1].remainder, amounts[$0], $0) < (parts[$0].remainder, amounts[$1], $1)
    }
    for place in order.prefix(missing) { percent[place] += 1 }
    return percent
}
