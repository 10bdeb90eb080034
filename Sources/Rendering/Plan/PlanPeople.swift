// Who is concerned by a plan and what they hear of it, and who answers for what (RACI).

import Content
import Plans
import UTF8Text

extension PlanWriter {
    // MARK: Stakeholders

    mutating func writeStakeholders() {
        writeStakeholderGrid()
        let rows = plan.stakeholders.map { stakeholder -> PlanRow in
            var cells: [PlanCell] = [
                .header(stakeholder.name), stakeholder.role.cell, .number(String(stakeholder.power.value)),
                .number(String(stakeholder.interest)), .text(stakeholder.engagement ?? ""),
            ]
            // Who is for or against is personal; a plan says so only on purpose.
            if plan.showsStance { cells.append(.text(stakeholder.stance.map(words.values.stance) ?? "")) }
            return PlanRow(id: "stakeholder:" + stakeholder.id.value, cells: cells)
        }
        let columns = words.columns
        let heads = [columns.stakeholder, columns.role, columns.power, columns.interest, columns.engagement]
        table(words.tables.stakeholders, heads + (plan.showsStance ? [columns.stance] : []), rows)
    }

    // MARK: RACI

    mutating func writeRACI() {
        var roles: [String] = []
        for row in plan.raci {
            for entry in row.letters where !roles.contains(entry.role.value) { roles.append(entry.role.value) }
        }
        let subjects = subjects()
        let rows = plan.raci.map { row -> PlanRow in
            let name = row.subject.value
            let letters = roles.map { role in
                PlanCell.letters(row.letters.first { $0.role.value == role }?.letters.value.text ?? "")
            }
            return PlanRow(cells: [.named(subjects[name] ?? NamedWork(name: name, task: nil))] + letters)
        }
        table(words.tables.raci, heads: [.text(words.columns.taskOrDeliverable)] + roles.map { .person($0) }, rows)
        element("<p class=\"table-note\">", words.registers.raci, "</p>\n")
    }

    // MARK: Communications

    mutating func writeCommunications() {
        let names = Dictionary(
            plan.stakeholders.map { ($0.id.value, $0.name) }, uniquingKeysWith: { first, _ in first })
        var messages: [String: [Communication]] = [:]
        var audiences: [String] = []
        for communication in plan.communications {
            let audience = communication.audience.value
            if messages[audience] == nil { audiences.append(audience) }
            messages[audience, default: []].append(communication)
        }
        var rows: [[PlanCell]] = []
        for audience in audiences {
            let group = messages[audience] ?? []
            for (place, communication) in group.enumerated() {
                let cells: [PlanCell] = [
                    .text(communication.message), .text(communication.every.map(words.values.frequency) ?? ""),
                    communication.owner.cell, .text(communication.channel?.capitalizedFirst ?? ""),
                ]
                let head: PlanCell =
                    names[audience].map { .group($0, id: "stakeholder:" + audience, rows: group.count) }
                    ?? .header(audience)
                rows.append(place == 0 || names[audience] == nil ? [head] + cells : cells)
            }
        }
        let columns = words.columns
        table(
            words.tables.communications,
            [columns.audience, columns.hears, columns.howOften, columns.from, columns.by], rows)
        let untold = plan.stakeholders.filter { messages[$0.id.value] == nil }.map(\.name)
        guard !untold.isEmpty else { return }
        element("<p>", words.registers.noMessageFor(wording.lists.and(untold)), "</p>\n")
    }
}
