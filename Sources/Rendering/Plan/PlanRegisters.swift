// The goals of a plan and its log, as tables.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    mutating func writeGoals() {
        var serving: [String: [String]] = [:]
        for task in plan.allTasks { for name in task.serves { serving[name.value, default: []].append(task.id.value) } }
        let rows = plan.goals.flatMap { goal in
            goal.objectives.map { objective -> [PlanCell] in
                let measure = objective.measure
                let unit = measure?.unit.map { $0 == "%" ? "%" : " " + $0 } ?? ""
                return [
                    .text(goal.title), .header(objective.title), objective.owner.cell, .text(measure?.metric ?? ""),
                    .text(measure?.baseline.map { $0.value + unit } ?? ""),
                    .text(measure?.target.map { $0.value + unit } ?? ""), .date(measure?.due?.value),
                    .text(serving[objective.id.value, default: []].joined(separator: ", ")),
                ]
            }
        }
        table("Goals", ["Goal", "Objective", "Champion", "Measure", "Today", "Target", "Due", "Tasks"], rows)
    }

    mutating func writeLog() {
        let rows = plan.log.map { entry -> [PlanCell] in
            [
                .text(entry.id.value), .text(entry.type.rawValue.capitalizedFirst), .header(entry.text),
                .date(entry.date), entry.owner.cell, .date(entry.due),
                .text(entry.status?.capitalizedFirst ?? ""),
            ]
        }
        table("Log", ["Id", "Type", "Entry", "Date", "Owner", "Due", "Status"], rows)
    }
}
