// The goals of a plan and its log, as tables.

import Content
import Plans
import UTF8Text

extension PlanWriter {
    mutating func writeGoals() {
        var serving: [String: [String]] = [:]
        for task in plan.allTasks { for name in task.serves { serving[name.value, default: []].append(task.id.value) } }
        let rows = plan.goals.flatMap { goal in
            goal.objectives.map { objective -> [PlanCell] in
                let measure = objective.measure
                func written(_ value: String) -> String {
                    guard let unit = measure?.unit else { return value }
                    return unit == "%" ? wording.numbers.percent(value) : value + " " + unit
                }
                return [
                    .text(goal.title), .header(objective.title), objective.owner.cell, .text(measure?.metric ?? ""),
                    .text(measure?.baseline.map { written($0.value) } ?? ""),
                    .text(measure?.target.map { written($0.value) } ?? ""), .date(measure?.due?.value),
                    .text(serving[objective.id.value, default: []].joined(separator: wording.lists.separator)),
                ]
            }
        }
        let columns = words.columns
        table(
            words.tables.goals,
            [
                columns.goal, columns.objective, columns.champion, columns.measure, columns.today, columns.target,
                columns.due, columns.tasks,
            ], rows)
    }

    mutating func writeLog() {
        let rows = plan.log.map { entry -> [PlanCell] in
            [
                .text(entry.id.value), .text(words.values.logEntryType(entry.type)), .header(entry.text),
                .date(entry.date), entry.owner.cell, .date(entry.due),
                .text(entry.status?.capitalizedFirst ?? ""),
            ]
        }
        let columns = words.columns
        table(
            words.tables.log,
            [
                columns.id, columns.type, columns.entry, columns.date, columns.owner, columns.due, columns.status,
            ], rows)
    }
}
