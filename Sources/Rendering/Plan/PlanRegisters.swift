// What a plan says about people, money, risks, quality and communications, as tables.

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

    mutating func writeResources() {
        let rows = plan.resources.map { resource -> [PlanCell] in
            [
                .header(resource.name ?? resource.id.value), resource.role.cell,
                .number(decimal(resource.capacity.value)),
                resource.rate.map { .money($0.value.hundredths) } ?? .text(""),
            ]
        }
        table("Resources", ["Resource", "Role", "Capacity (full time)", "Rate per day"], rows)
    }

    mutating func writeBudget() {
        var rows = plan.budget.map { line -> [PlanCell] in
            [
                .header(line.item), .text(line.category.rawValue.capitalizedFirst), .text(line.task?.value ?? ""),
                .money(line.planned.value.hundredths), .money(line.actual.value.hundredths),
                .money(line.planned.value.hundredths - line.actual.value.hundredths),
            ]
        }
        let planned = plan.budget.reduce(0) { $0 + $1.planned.value.hundredths }
        let actual = plan.budget.reduce(0) { $0 + $1.actual.value.hundredths }
        rows.append([.header("Total"), .text(""), .text(""), .money(planned), .money(actual), .money(planned - actual)])
        table("Budget", ["Item", "Category", "Task", "Planned", "Actual", "Remaining"], rows)
    }

    mutating func writeStakeholders() {
        let rows = plan.stakeholders.map { stakeholder -> [PlanCell] in
            var cells: [PlanCell] = [
                .header(stakeholder.name), stakeholder.role.cell, .number(String(stakeholder.power.value)),
                .number(String(stakeholder.interest)), .text(stakeholder.engagement ?? ""),
            ]
            // Who is for or against is personal; a plan says so only on purpose.
            if plan.showsStance { cells.append(.text(stakeholder.stance?.rawValue.capitalizedFirst ?? "")) }
            return cells
        }
        let heads = ["Stakeholder", "Role", "Power", "Interest", "How we engage them"]
        table("Stakeholders", heads + (plan.showsStance ? ["Stance"] : []), rows)
    }

    mutating func writeRACI() {
        var roles: [String] = []
        for row in plan.raci {
            for entry in row.letters where !roles.contains(entry.role.value) { roles.append(entry.role.value) }
        }
        let names = taskNames()
        let rows = plan.raci.map { row -> [PlanCell] in
            [.header(names[row.subject.value] ?? row.subject.value)]
                + roles.map { role in .letters(row.letters.first { $0.role.value == role }?.letters.value.text ?? "") }
        }
        table("RACI", ["Task"] + roles.map(personName), rows)
        html.write("<p class=\"table-note\">R responsible, A accountable, S supports, C consulted, I informed.</p>\n")
    }

    mutating func writeRisks() {
        let sorted = plan.risks.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        let rows = sorted.map { _, risk -> [PlanCell] in
            let residual = risk.residual.map { String($0.value.score) } ?? ""
            return [
                .text(risk.id.value), .header(risk.title), .text(risk.cause ?? ""), .text(risk.effect ?? ""),
                .number("\(risk.probability.value) × \(risk.impact.value) = \(risk.score)"), .number(residual),
                .text(risk.response?.value.rawValue.capitalizedFirst ?? ""), risk.owner.cell, .text(risk.action ?? ""),
                .text(risk.status.value.rawValue.capitalizedFirst),
            ]
        }
        table(
            "Risks",
            ["Id", "Risk", "Cause", "Effect", "Score", "Residual", "Response", "Owner", "Action", "Status"], rows)
    }

    mutating func writeQuality() {
        let names = taskNames()
        let rows = plan.quality.map { criterion -> [PlanCell] in
            [
                .text(criterion.task.map { names[$0.value] ?? $0.value } ?? ""), .header(criterion.criterion),
                .text(criterion.method ?? ""), criterion.reviewer.cell, .text(criterion.accept ?? ""),
                .text(criterion.result?.rawValue.capitalizedFirst ?? ""),
            ]
        }
        table("Quality", ["Task", "Criterion", "Method", "Reviewer", "Accepted when", "Result"], rows)
    }

    mutating func writeCommunications() {
        let names = Dictionary(
            plan.stakeholders.map { ($0.id.value, $0.name) }, uniquingKeysWith: { first, _ in first })
        let rows = plan.communications.map { communication -> [PlanCell] in
            [
                .header(names[communication.audience.value] ?? communication.audience.value),
                .text(communication.message), .text(communication.channel?.capitalizedFirst ?? ""),
                .text(communication.every.map { frequency($0.text) } ?? ""), communication.owner.cell,
            ]
        }
        table("Communications", ["Audience", "Message", "Channel", "How often", "From"], rows)
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
