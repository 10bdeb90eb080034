// A plan as tables: everything that its author wrote, under headings, each table in a frame that scrolls by itself.

import Content
import Knowledge
import UTF8Text

extension Site {
    /// The tables of a plan page; `nil` for a page without a plan.
    func planHTML(of page: Page) -> String? {
        guard let plan = handbook.plans[page.id.index]?.plan else { return nil }
        var writer = PlanWriter(site: self, page: page, plan: plan)
        for part in PlanPart.allCases { writer.write(part) }
        return String(decoding: writer.html, as: UTF8.self)
    }

    /// What the tables add to the contents of the page.
    func planContents(of page: Page) -> [ContentsEntry] {
        guard let plan = handbook.plans[page.id.index]?.plan else { return [] }
        return PlanPart.allCases.filter { $0.isPresent(in: plan) }.map {
            ContentsEntry(level: 2, id: $0.id, text: $0.title)
        }
    }
}

enum PlanPart: String, CaseIterable {
    case facts, goals, tasks, resources, budget, stakeholders, raci, risks, quality, communications, log

    /// A heading's own id never holds a colon, so these cannot meet.
    var id: String { "plan:" + rawValue }

    var title: String {
        switch self {
        case .facts: "Plan at a glance"
        case .goals: "Goals, objectives and measures"
        case .tasks: "Work plan"
        case .resources: "Resources"
        case .budget: "Budget"
        case .stakeholders: "Stakeholders"
        case .raci: "Responsibilities (RACI)"
        case .risks: "Risks"
        case .quality: "Quality control"
        case .communications: "Communications"
        case .log: "Log"
        }
    }

    func isPresent(in plan: Plan) -> Bool {
        switch self {
        case .facts: true
        case .goals: !plan.goals.isEmpty
        case .tasks: !plan.tasks.isEmpty
        case .resources: !plan.resources.isEmpty
        case .budget: !plan.budget.isEmpty
        case .stakeholders: !plan.stakeholders.isEmpty
        case .raci: !plan.raci.isEmpty
        case .risks: !plan.risks.isEmpty
        case .quality: !plan.quality.isEmpty
        case .communications: !plan.communications.isEmpty
        case .log: !plan.log.isEmpty
        }
    }
}

struct PlanWriter {
    let site: Site
    let page: Page
    let plan: Plan
    var html: [UInt8] = []

    init(site: Site, page: Page, plan: Plan) {
        self.site = site
        self.page = page
        self.plan = plan
    }

    mutating func write(_ part: PlanPart) {
        guard part.isPresent(in: plan) else { return }
        html.write("<section class=\"plan-part\" aria-labelledby=\"")
        html.append(contentsOf: part.id.utf8)
        html.write("\"><h2 id=\"")
        html.append(contentsOf: part.id.utf8)
        html.write("\">")
        html.append(contentsOf: part.title.utf8)
        html.write("</h2>\n")
        switch part {
        case .facts: writeFacts()
        case .goals: writeGoals()
        case .tasks: writeTasks()
        case .resources: writeResources()
        case .budget: writeBudget()
        case .stakeholders: writeStakeholders()
        case .raci: writeRACI()
        case .risks: writeRisks()
        case .quality: writeQuality()
        case .communications: writeCommunications()
        case .log: writeLog()
        }
        html.write("</section>\n")
    }

    // MARK: Parts

    private mutating func writeFacts() {
        html.write("<dl class=\"facts\">")
        fact("Kind", .text(plan.kind.value.rawValue.capitalizedFirst))
        if let start = plan.start { fact("Start", .date(start.value)) }
        if let deadline = plan.deadline { fact("Deadline", .date(deadline.value)) }
        if let sponsor = plan.sponsor { fact("Sponsor", .person(sponsor.value)) }
        if let manager = plan.manager { fact("Manager", .person(manager.value)) }
        if !plan.budget.isEmpty { fact("Budget", .money(plan.budget.reduce(0) { $0 + $1.planned.value.hundredths })) }
        html.write("</dl>\n")
    }

    private mutating func writeGoals() {
        let rows = plan.goals.flatMap { goal in
            goal.objectives.map { objective -> [PlanCell] in
                let measure = objective.measure
                let unit = measure?.unit.map { $0 == "%" ? "%" : " " + $0 } ?? ""
                return [
                    .text(goal.title), .header(objective.title), objective.owner.cell, .text(measure?.metric ?? ""),
                    .text(measure?.baseline.map { $0.value + unit } ?? ""),
                    .text(measure?.target.map { $0.value + unit } ?? ""),
                    measure?.due.map { .date($0.value) } ?? .text(""),
                ]
            }
        }
        table("Goals", ["Goal", "Objective", "Champion", "Measure", "Today", "Target", "Due"], rows)
    }

    private mutating func writeTasks() {
        var rows: [[PlanCell]] = []
        var waiting = plan.tasks.reversed().map { (task: $0, depth: 0) }
        while let (task, depth) = waiting.popLast() {
            rows.append(row(of: task, depth: depth))
            waiting.append(contentsOf: task.children.reversed().map { ($0, depth + 1) })
        }
        table("Tasks", ["Task", "Name", "Duration", "After", "Owner", "Deliverable", "Serves"], rows)
    }

    private func row(of task: PlanTask, depth: Int) -> [PlanCell] {
        let duration: String =
            if task.isPhase { "" } else if task.isMilestone { "Milestone" } else {
                switch task.duration?.value {
                case .days(let count): "\(count) \(count == 1 ? "day" : "days")"
                case .weeks(let count): "\(count) \(count == 1 ? "week" : "weeks")"
                case nil: ""
                }
            }
        return [
            .text(task.id.value), task.isPhase ? .phase(task.name) : .header(task.name), .text(duration),
            .text(task.after.map(\.text).joined(separator: ", ")), task.owner.cell,
            .text(task.deliverable?.name.value ?? ""), .text(task.serves.map(\.value).joined(separator: ", ")),
        ]
    }

    private mutating func writeResources() {
        let rows = plan.resources.map { resource -> [PlanCell] in
            [
                .header(resource.name ?? resource.id.value), resource.role.cell,
                .number(decimal(resource.capacity.value)),
                resource.rate.map { .money($0.value.hundredths) } ?? .text(""),
            ]
        }
        table("Resources", ["Resource", "Role", "Capacity (full time)", "Rate per day"], rows)
    }

    private mutating func writeBudget() {
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

    private mutating func writeStakeholders() {
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

    private mutating func writeRACI() {
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

    private mutating func writeRisks() {
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

    private mutating func writeQuality() {
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

    private mutating func writeCommunications() {
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

    private mutating func writeLog() {
        let rows = plan.log.map { entry -> [PlanCell] in
            [
                .text(entry.id.value), .text(entry.type.rawValue.capitalizedFirst), .header(entry.text),
                entry.date.map(PlanCell.date) ?? .text(""), entry.owner.cell, entry.due.map(PlanCell.date) ?? .text(""),
                .text(entry.status?.capitalizedFirst ?? ""),
            ]
        }
        table("Log", ["Id", "Type", "Entry", "Date", "Owner", "Due", "Status"], rows)
    }
}
