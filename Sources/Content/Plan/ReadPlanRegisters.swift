// The schema of the `plan:` object: resources, budget, stakeholders, RACI, risks, quality, communications and log.

import UTF8Text

func readResource(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanResource? {
    var reader = MappingReader(node, subject: "a resource", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.text("name", log: &log)?.value
    let role = reader.text("role", log: &log)
    let capacity = reader.hundredths("capacity", log: &log) ?? 100
    let rate = reader.money("rate", log: &log)
    reader.reportUnknownKeys(log: &log)
    return id.map { PlanResource(id: $0, name: name, role: role, capacity: capacity, rate: rate) }
}

func readBudgetLine(_ node: YAMLNode, log: inout DiagnosticLog) -> BudgetLine? {
    var reader = MappingReader(node, subject: "a budget line", log: &log)
    let id = reader.identifier(log: &log)
    let item = reader.requiredText("item", log: &log)
    let category = reader.choice("category", of: BudgetCategory.self, log: &log)?.value
    let planned = reader.money("planned", log: &log)
    let actual = reader.money("actual", log: &log) ?? Money(hundredths: 0)
    let task = reader.text("task", log: &log)
    reader.require("category", log: &log)
    reader.require("planned", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let id, let item, let category, let planned else { return nil }
    return BudgetLine(id: id, item: item, category: category, planned: planned, actual: actual, task: task)
}

func readStakeholder(_ node: YAMLNode, log: inout DiagnosticLog) -> Stakeholder? {
    var reader = MappingReader(node, subject: "a stakeholder", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.requiredText("name", log: &log)
    let role = reader.text("role", log: &log)
    let power = reader.integer("power", in: 1...5, log: &log)?.value
    let interest = reader.integer("interest", in: 1...5, log: &log)?.value
    let stance = reader.choice("stance", of: Stance.self, log: &log)?.value
    let engagement = reader.text("engagement", log: &log)?.value
    reader.require("power", log: &log, help: "from 1 to 5")
    reader.require("interest", log: &log, help: "from 1 to 5")
    reader.reportUnknownKeys(log: &log)
    guard let id, let name, let power, let interest else { return nil }
    return Stakeholder(
        id: id, name: name, role: role, power: power, interest: interest, stance: stance, engagement: engagement)
}

/// `{for: e5, project-sponsor: A, pmo-lead: R}`: every key but `for` is a role.
func readRACIRow(_ node: YAMLNode, log: inout DiagnosticLog) -> RACIRow? {
    var reader = MappingReader(node, subject: "a RACI row", log: &log)
    let subject = reader.text("for", log: &log)
    reader.require("for", log: &log, help: "the id of a task or deliverable")
    guard let subject, case .mapping(let entries) = node.content else { return nil }
    var letters: [(Located<String>, String)] = []
    for entry in entries where entry.key.value != "for" {
        guard let text = reader.scalar(entry.value, what: "RACI letters", log: &log) else { continue }
        let parts = text.value.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ ["R", "A", "S", "C", "I"].contains($0) }), Set(parts).count == parts.count else {
            log.report(
                .invalidValue, at: text.position, "'\(text.value)' are not RACI letters",
                help: "R responsible, A accountable, S supports, C consulted, I informed; two as A/R")
            continue
        }
        letters.append((entry.key, text.value))
    }
    return RACIRow(subject: subject, letters: letters)
}

func readRisk(_ node: YAMLNode, log: inout DiagnosticLog) -> Risk? {
    var reader = MappingReader(node, subject: "a risk", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)
    let cause = reader.text("cause", log: &log)?.value
    let effect = reader.text("effect", log: &log)?.value
    let type = reader.choice("type", of: RiskType.self, log: &log)?.value ?? .threat
    let probability = reader.integer("probability", in: 1...5, log: &log)?.value
    let impact = reader.integer("impact", in: 1...5, log: &log)?.value
    let response = reader.choice("response", of: RiskResponse.self, log: &log)?.value
    let owner = reader.text("owner", log: &log)
    let action = reader.text("action", log: &log)?.value
    let status = reader.choice("status", of: RiskStatus.self, log: &log)?.value ?? .open
    let proximity = reader.text("proximity", log: &log)?.value
    let residual = readResidual(reader.node("residual"), log: &log)
    for key in ["probability", "impact", "response", "owner"] { reader.require(key, log: &log) }
    reader.reportUnknownKeys(log: &log)
    guard let id, let title, let probability, let impact else { return nil }
    return Risk(
        id: id, title: title, cause: cause, effect: effect, type: type, probability: probability, impact: impact,
        response: response, owner: owner, action: action, status: status, proximity: proximity, residual: residual)
}

private func readResidual(_ node: YAMLNode?, log: inout DiagnosticLog) -> Risk.Residual? {
    guard let node else { return nil }
    var reader = MappingReader(node, subject: "'residual'", log: &log)
    let probability = reader.integer("probability", in: 1...5, log: &log)?.value
    let impact = reader.integer("impact", in: 1...5, log: &log)?.value
    reader.require("probability", log: &log)
    reader.require("impact", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let probability, let impact else { return nil }
    return Risk.Residual(probability: probability, impact: impact)
}

func readQualityCriterion(_ node: YAMLNode, log: inout DiagnosticLog) -> QualityCriterion? {
    var reader = MappingReader(node, subject: "a quality criterion", log: &log)
    let id = reader.identifier(log: &log)
    let task = reader.text("task", log: &log)
    let criterion = reader.requiredText("criterion", log: &log)
    let method = reader.text("method", log: &log)?.value
    let reviewer = reader.text("reviewer", log: &log)
    let accept = reader.text("accept", log: &log)?.value
    let result = reader.choice("result", of: QualityResult.self, log: &log)?.value
    reader.reportUnknownKeys(log: &log)
    guard let id, let criterion else { return nil }
    return QualityCriterion(
        id: id, task: task, criterion: criterion, method: method, reviewer: reviewer, accept: accept, result: result)
}

func readCommunication(_ node: YAMLNode, log: inout DiagnosticLog) -> Communication? {
    var reader = MappingReader(node, subject: "a communication", log: &log)
    let audience = reader.text("audience", log: &log)
    let message = reader.requiredText("message", log: &log)
    let channel = reader.text("channel", log: &log)?.value
    let every = reader.text("every", log: &log)
    let owner = reader.text("owner", log: &log)
    reader.require("audience", log: &log, help: "the id of a stakeholder")
    reader.reportUnknownKeys(log: &log)
    if let every, !["once", "milestone"].contains(every.value), Period(every.value) == nil {
        log.report(
            .invalidValue, at: every.position, "'every' may not be '\(every.value)'",
            help: "write 1d, 1w, 2w, 1mo, once or milestone")
    }
    guard let audience, let message else { return nil }
    return Communication(audience: audience, message: message, channel: channel, every: every?.value, owner: owner)
}

func readLogEntry(_ node: YAMLNode, log: inout DiagnosticLog) -> LogEntry? {
    var reader = MappingReader(node, subject: "a log entry", log: &log)
    let id = reader.identifier(log: &log)
    let type = reader.choice("type", of: LogEntryType.self, log: &log)?.value
    let date = reader.date("date", log: &log)?.value
    let text = reader.requiredText("text", log: &log)
    let owner = reader.text("owner", log: &log)
    let due = reader.date("due", log: &log)?.value
    let status = reader.text("status", log: &log)?.value
    reader.require("type", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let id, let type, let text else { return nil }
    return LogEntry(id: id, type: type, date: date, text: text, owner: owner, due: due, status: status)
}
