// What a plan comes to: money by category, earned value, slip against a baseline, milestones.

package import Content
package import Scheduling
package import UTF8Text

/// The budget lines of one category, or all of them. In the smallest unit of the plan's currency.
package struct BudgetSum: Hashable, Sendable {
    package var planned = 0
    package var actual = 0
    package var remaining: Int { planned - actual }
}

/// What moved since the baseline. In working days, later is positive.
package struct Slip: Sendable {
    /// The place in `PlanSchedule.tasks`; `nil` for the plan as a whole.
    package let task: Int?
    package let baselineStart: CalendarDate?
    package let baselineFinish: CalendarDate?
    package let startDays: Int?
    package let finishDays: Int?
}

extension ScheduledPlan {
    // MARK: Money

    package var budgetTotal: BudgetSum {
        plan.budget.reduce(into: BudgetSum()) { $0.add($1, digits: plan.currencyDigits) }
    }

    /// By category, in the order of the categories; those without a line are left out.
    package var budgetByCategory: [(category: BudgetCategory, sum: BudgetSum)] {
        BudgetCategory.allCases.compactMap { category in
            let lines = plan.budget.filter { $0.category == category }
            return lines.isEmpty
                ? nil : (category, lines.reduce(into: BudgetSum()) { $0.add($1, digits: plan.currencyDigits) })
        }
    }

    /// At the status date; `nil` when no task carries a cost. A task's cost is planned evenly over the days of its
    /// baseline, or for which it was planned where it has none, and earned in proportion to its progress. What was spent
    /// is what the budget lines say.
    package var earnedValue: EarnedValue? {
        guard let schedule, let statusDate, schedule.leaves.contains(where: { $0.task.cost != nil }) else { return nil }
        var (budget, planned, earned) = (0, 0, 0)
        for task in schedule.leaves {
            guard let cost = task.task.cost?.value.units(digits: plan.currencyDigits),
                let dates = task.planned ?? task.dates
            else { continue }
            let (start, finish) = (dates.lowerBound, dates.upperBound)
            let days = task.calendar.workingDays(from: start, through: finish)
            let elapsed = task.calendar.workingDays(from: start, through: min(finish, statusDate))
            budget += cost
            planned += days > 0 ? proportion(of: cost, elapsed, over: days) : (finish <= statusDate ? cost : 0)
            earned += proportion(of: cost, task.progress, over: 100)
        }
        return EarnedValue(
            budgetAtCompletion: budget, plannedValue: planned, earnedValue: earned, actualCost: budgetTotal.actual)
    }

    // MARK: Time

    /// Milestones in the order of their dates.
    package var milestones: [Int] {
        guard let schedule else { return [] }
        let places = schedule.tasks.indices.filter { schedule.tasks[$0].isMilestone && schedule.tasks[$0].dates != nil }
        return places.sorted { left, right in
            guard let a = schedule.tasks[left].finish, let b = schedule.tasks[right].finish, a != b else {
                return left < right
            }
            return a < b
        }
    }

    /// The first milestone that is not done yet.
    package var nextMilestone: Int? { milestones.first { schedule?.tasks[$0].isUnfinished == true } }

    /// Tasks that are not critical but would be after `days` days of delay, the most pressing first.
    package func tasksNearlyCritical(within days: Int) -> [Int] {
        guard let schedule else { return [] }
        func float(_ place: Int) -> Int { schedule.tasks[place].times?.totalFloat ?? .max }
        return schedule.tasks.indices.filter { place in
            let task = schedule.tasks[place]
            return !task.isPhase && task.isUnfinished && !task.isCritical && float(place) <= days
        }.sorted { (float($0), $0) < (float($1), $1) }
    }

    /// What moved since the baseline: the plan as a whole first, then every task that the baseline knows.
    package var slips: [Slip] {
        guard let schedule, let baseline = plan.baseline else { return [] }
        var slips: [Slip] = []
        var (first, last): (CalendarDate?, CalendarDate?)
        for kept in baseline.tasks {
            if let start = kept.start { first = min(first ?? start, start) }
            if let finish = kept.finish { last = max(last ?? finish, finish) }
            guard let place = schedule.place(ofTask: kept.id.value), let dates = schedule.tasks[place].dates else {
                continue
            }
            slips.append(
                Slip(
                    task: place, baselineStart: kept.start, baselineFinish: kept.finish,
                    startDays: kept.start.map { schedule.calendar.days(from: $0, to: dates.lowerBound) },
                    finishDays: kept.finish.map { schedule.calendar.days(from: $0, to: dates.upperBound) }))
        }
        guard !baseline.tasks.isEmpty else { return [] }
        let whole = Slip(
            task: nil, baselineStart: first, baselineFinish: last,
            startDays: first.map { schedule.calendar.days(from: $0, to: schedule.start) },
            finishDays: last.map { schedule.calendar.days(from: $0, to: schedule.finish) })
        return [whole] + slips
    }
}

extension BudgetSum {
    fileprivate mutating func add(_ line: BudgetLine, digits: Int) {
        planned += line.planned.value.units(digits: digits)
        actual += line.actual.value.units(digits: digits)
    }
}
