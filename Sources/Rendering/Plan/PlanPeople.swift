// Who is concerned by a plan and what they hear of it, and who answers for what (RACI).

import Content
import Knowledge
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
            if plan.showsStance { cells.append(.text(stakeholder.stance?.rawValue.capitalizedFirst ?? "")) }
            return PlanRow(id: "stakeholder:" + stakeholder.id.value, cells: cells)
        }
        let heads = ["Stakeholder", "Role", "Power", "Interest", "How we engage them"]
        table("Stakeholders", heads + (plan.showsStance ? ["Stance"] : []), rows)
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
        table("RACI", heads: [.text("Task or deliverable")] + roles.map { .person($0) }, rows)
        html.write("<p class=\"table-note\">R is responsible and does the work, A is accountable and answers for it, ")
        html.write("S supports, C is consulted before, I is informed after.</p>\n")
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
                    .text(communication.message), .text(communication.every.map { frequency($0.text) } ?? ""),
                    communication.owner.cell, .text(communication.channel?.capitalizedFirst ?? ""),
                ]
                let head: PlanCell =
                    names[audience].map { .group($0, id: "stakeholder:" + audience, rows: group.count) }
                    ?? .header(audience)
                rows.append(place == 0 || names[audience] == nil ? [head] + cells : cells)
            }
        }
        table("Communications", ["Audience", "Hears", "How often", "From", "By"], rows)
        let untold = plan.stakeholders.filter { messages[$0.id.value] == nil }.map(\.name)
        guard !untold.isEmpty else { return }
        element("<p>", "No message is planned for \(listed(untold)).", "</p>\n")
    }

    /// "a", "a and b", "a, b and c".
    func listed(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
