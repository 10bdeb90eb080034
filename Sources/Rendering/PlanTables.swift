// A plan as tables: everything that its author wrote, under headings, each table in a frame that scrolls by itself.

import Content
import Knowledge
import UTF8Text

extension Site {
    /// The tables of a plan page; `nil` for a page without a plan.
    func planHTML(_ details: PlanDetails, on page: Page) -> String? {
        guard let plan = plan(of: details, on: page) else { return nil }
        var writer = PlanWriter(site: self, page: page, plan: plan)
        for part in PlanPart.allCases { writer.write(part) }
        return String(decoding: writer.html, as: UTF8.self)
    }

    /// What the tables add to the contents of the page.
    func planContents(of page: Page) -> [ContentsEntry] {
        guard case .plan(let details) = page.parsed.header.details, let plan = plan(of: details, on: page) else {
            return []
        }
        return PlanPart.allCases.filter { $0.isPresent(in: plan) }.map {
            ContentsEntry(level: 2, id: $0.id, text: $0.title)
        }
    }

    private func plan(of details: PlanDetails, on page: Page) -> Plan? {
        // Its faults were reported when the page was parsed.
        var log = DiagnosticLog(path: page.path)
        return details.plan.map { readPlan($0, log: &log) }
    }
}

private enum PlanPart: String, CaseIterable {
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

private struct PlanWriter {
    let site: Site
    let page: Page
    let plan: Plan
    private(set) var html: [UInt8] = []

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
        fact("Kind", .text(plan.kind.rawValue.capitalizedFirst))
        if let start = plan.start { fact("Start", .date(start.value)) }
        if let deadline = plan.deadline { fact("Deadline", .date(deadline.value)) }
        if let sponsor = plan.sponsor { fact("Sponsor", .person(sponsor.value)) }
        if let manager = plan.manager { fact("Manager", .person(manager.value)) }
        if !plan.budget.isEmpty { fact("Budget", .money(plan.budget.reduce(0) { $0 + $1.planned.hundredths })) }
        html.write("</dl>\n")
    }

    private mutating func writeGoals() {
        let rows = plan.goals.flatMap { goal in
            goal.objectives.map { objective -> [Cell] in
                let measure = objective.measure
                let unit = measure?.unit.map { $0 == "%" ? "%" : " " + $0 } ?? ""
                return [
                    .text(goal.title), .header(objective.title), objective.owner.cell, .text(measure?.metric ?? ""),
                    .text(measure?.baseline.map { $0 + unit } ?? ""), .text(measure?.target.map { $0 + unit } ?? ""),
                    measure?.due.map { .date($0.value) } ?? .text(""),
                ]
            }
        }
        table("Goals", ["Goal", "Objective", "Champion", "Measure", "Today", "Target", "Due"], rows)
    }

    private mutating func writeTasks() {
        var rows: [[Cell]] = []
        var waiting = plan.tasks.reversed().map { (task: $0, depth: 0) }
        while let (task, depth) = waiting.popLast() {
            rows.append(row(of: task, depth: depth))
            waiting.append(contentsOf: task.children.reversed().map { ($0, depth + 1) })
        }
        table("Tasks", ["Task", "Name", "Duration", "After", "Owner", "Deliverable", "Serves"], rows)
    }

    private func row(of task: PlanTask, depth: Int) -> [Cell] {
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
            .text(task.deliverable?.name ?? ""), .text(task.serves.map(\.value).joined(separator: ", ")),
        ]
    }

    private mutating func writeResources() {
        let rows = plan.resources.map { resource -> [Cell] in
            [
                .header(resource.name ?? resource.id.value), resource.role.cell, .number(decimal(resource.capacity)),
                resource.rate.map { .money($0.hundredths) } ?? .text(""),
            ]
        }
        table("Resources", ["Resource", "Role", "Capacity (full time)", "Rate per day"], rows)
    }

    private mutating func writeBudget() {
        var rows = plan.budget.map { line -> [Cell] in
            [
                .header(line.item), .text(line.category.rawValue.capitalizedFirst), .text(line.task?.value ?? ""),
                .money(line.planned.hundredths), .money(line.actual.hundredths),
                .money(line.planned.hundredths - line.actual.hundredths),
            ]
        }
        let planned = plan.budget.reduce(0) { $0 + $1.planned.hundredths }
        let actual = plan.budget.reduce(0) { $0 + $1.actual.hundredths }
        rows.append([.header("Total"), .text(""), .text(""), .money(planned), .money(actual), .money(planned - actual)])
        table("Budget", ["Item", "Category", "Task", "Planned", "Actual", "Remaining"], rows)
    }

    private mutating func writeStakeholders() {
        let rows = plan.stakeholders.map { stakeholder -> [Cell] in
            var cells: [Cell] = [
                .header(stakeholder.name), stakeholder.role.cell, .number(String(stakeholder.power)),
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
        let rows = plan.raci.map { row -> [Cell] in
            [.header(names[row.subject.value] ?? row.subject.value)]
                + roles.map { role in .letters(row.letters.first { $0.role.value == role }?.letters ?? "") }
        }
        table("RACI", ["Task"] + roles.map(personName), rows)
        html.write("<p class=\"table-note\">R responsible, A accountable, S supports, C consulted, I informed.</p>\n")
    }

    private mutating func writeRisks() {
        let sorted = plan.risks.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        let rows = sorted.map { _, risk -> [Cell] in
            let residual = risk.residual.map { String($0.probability * $0.impact) } ?? ""
            return [
                .text(risk.id.value), .header(risk.title), .text(risk.cause ?? ""), .text(risk.effect ?? ""),
                .number("\(risk.probability) × \(risk.impact) = \(risk.score)"), .number(residual),
                .text(risk.response?.rawValue.capitalizedFirst ?? ""), risk.owner.cell, .text(risk.action ?? ""),
                .text(risk.status.rawValue.capitalizedFirst),
            ]
        }
        table(
            "Risks",
            ["Id", "Risk", "Cause", "Effect", "Score", "Residual", "Response", "Owner", "Action", "Status"], rows)
    }

    private mutating func writeQuality() {
        let names = taskNames()
        let rows = plan.quality.map { criterion -> [Cell] in
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
        let rows = plan.communications.map { communication -> [Cell] in
            [
                .header(names[communication.audience.value] ?? communication.audience.value),
                .text(communication.message), .text(communication.channel?.capitalizedFirst ?? ""),
                .text(communication.every.map(frequency) ?? ""), communication.owner.cell,
            ]
        }
        table("Communications", ["Audience", "Message", "Channel", "How often", "From"], rows)
    }

    private mutating func writeLog() {
        let rows = plan.log.map { entry -> [Cell] in
            [
                .text(entry.id.value), .text(entry.type.rawValue.capitalizedFirst), .header(entry.text),
                entry.date.map(Cell.date) ?? .text(""), entry.owner.cell, entry.due.map(Cell.date) ?? .text(""),
                .text(entry.status?.capitalizedFirst ?? ""),
            ]
        }
        table("Log", ["Id", "Type", "Entry", "Date", "Owner", "Due", "Status"], rows)
    }

    // MARK: Tables

    private mutating func table(_ name: String, _ heads: [String], _ rows: [[Cell]]) {
        html.write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Plan: ")
        html.appendEscaped(name)
        html.write("\">\n<table>\n<thead>\n<tr>")
        for (column, head) in heads.enumerated() {
            let isNumeric = rows.first.map { column < $0.count && $0[column].isNumeric } ?? false
            html.write(isNumeric ? "<th scope=\"col\" class=\"align-right\">" : "<th scope=\"col\">")
            html.appendEscaped(head)
            html.write("</th>")
        }
        html.write("</tr>\n</thead>\n<tbody>\n")
        for row in rows {
            html.write("<tr>")
            for cell in row { write(cell) }
            html.write("</tr>\n")
        }
        html.write("</tbody>\n</table>\n</div>\n")
    }

    private mutating func write(_ cell: Cell) {
        switch cell {
        case .header(let text): element("<th scope=\"row\">", text, "</th>")
        case .phase(let text): element("<th scope=\"row\" class=\"phase\">", text, "</th>")
        case .number(let text): element("<td class=\"align-right\">", text, "</td>")
        case .letters(let text):
            element(
                text.contains("A") ? "<td class=\"align-center accountable\">" : "<td class=\"align-center\">", text,
                "</td>")
        case .money: element("<td class=\"align-right\">", text(of: cell), "</td>")
        case .text, .date: element("<td>", text(of: cell), "</td>")
        case .person(let name):
            html.write("<td>")
            writePerson(name)
            html.write("</td>")
        }
    }

    private mutating func fact(_ name: StaticString, _ value: Cell) {
        html.write("<div><dt>")
        html.write(name)
        html.write("</dt><dd>")
        if case .person(let person) = value { writePerson(person) } else { html.appendEscaped(text(of: value)) }
        html.write("</dd></div>")
    }

    private mutating func element(_ start: StaticString, _ text: String, _ end: StaticString) {
        html.write(start)
        html.appendEscaped(text)
        html.write(end)
    }

    private mutating func writePerson(_ name: String) {
        guard let role = site.handbook.role(name) else { return html.appendEscaped(personName(name)) }
        html.write("<a href=\"")
        html.append(contentsOf: site.href(from: page.id, to: role).utf8)
        html.write("\">")
        html.appendEscaped(personName(name))
        html.write("</a>")
    }

    private func text(of cell: Cell) -> String {
        switch cell {
        case .text(let text), .header(let text), .phase(let text), .number(let text), .letters(let text): text
        case .person(let name): personName(name)
        case .date(let date): writtenDate(date, language: site.handbook.settings.language)
        case .money(let hundredths): money(hundredths)
        }
    }

    // MARK: Words and numbers

    private func taskNames() -> [String: String] {
        var names: [String: String] = [:]
        var waiting = plan.tasks
        while let task = waiting.popLast() {
            names[task.id.value] = task.name
            if let deliverable = task.deliverable, names[deliverable.name] == nil {
                names[deliverable.name] = deliverable.name
            }
            waiting += task.children
        }
        return names
    }

    /// The title of a role's page, else the name as written.
    private func personName(_ name: String) -> String {
        guard let role = site.handbook.role(name) else { return name }
        let title = site.handbook[role].title
        // What stands in brackets behind the name of a role would make every column wide.
        return title.firstIndex(of: "(").map { String(title[..<$0]).trimmedAtEnd } ?? title
    }

    private func money(_ hundredths: Int) -> String {
        let sign = hundredths < 0 ? "−" : ""
        let amount = abs(hundredths)
        let cents = amount % 100 == 0 ? "" : "." + (amount % 100 < 10 ? "0" : "") + String(amount % 100)
        return [plan.currency, sign + grouped(amount / 100) + cents].compactMap(\.self).joined(separator: " ")
    }

    private func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.count > 3 ? grouped(number / 1000) + "," + digits.suffix(3) : digits
    }

    private func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        if rest == 0 { return String(hundredths / 100) }
        return "\(hundredths / 100).\(rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))"
    }

    private func frequency(_ every: String) -> String {
        switch every {
        case "1d": "Daily"
        case "1w": "Weekly"
        case "2w": "Every two weeks"
        case "1mo": "Monthly"
        case "once": "Once"
        case "milestone": "At each milestone"
        default: "Every " + every
        }
    }
}

private enum Cell {
    case text(String)
    /// Names its row.
    case header(String)
    case phase(String)
    case number(String)
    /// RACI letters.
    case letters(String)
    /// A role by its slug, or a person by name.
    case person(String)
    case date(CalendarDate)
    /// In hundredths of the plan's currency.
    case money(Int)

    var isNumeric: Bool {
        switch self {
        case .number, .money: true
        default: false
        }
    }
}

extension Located<String>? {
    fileprivate var cell: Cell { map { .person($0.value) } ?? .text("") }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
