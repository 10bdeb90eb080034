// The schema of the lists of a plan: resources, budget, stakeholders, quality, communications and log.

import UTF8Text

func readResource(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanResource? {
    var reader = MappingReader(planPart: node, subject: "a resource", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.text("name", log: &log)?.value
    let role = reader.text("role", log: &log)
    var capacity = reader.hundredths("capacity", log: &log)
    if let given = capacity, given.value > PlanTask.Assignment.limit {
        log.report(
            .planValue, at: given.position, "'capacity' must be at most 10000 people",
            help: "1.0 is one person full time")
        capacity = nil
    }
    let rate = reader.money("rate", log: &log)
    let calendar = reader.text("calendar", log: &log)
    reader.reportUnknownKeys(log: &log)
    return id.map {
        PlanResource(
            id: $0, name: name, role: role, capacity: capacity ?? Located(100, $0.position), rate: rate,
            calendar: calendar)
    }
}

func readBudgetLine(_ node: YAMLNode, log: inout DiagnosticLog) -> BudgetLine? {
    var reader = MappingReader(planPart: node, subject: "a budget line", log: &log)
    let id = reader.identifier(log: &log)
    let item = reader.requiredText("item", log: &log)?.value
    let category = reader.choice("category", of: BudgetCategory.self, log: &log)?.value
    let planned = reader.money("planned", log: &log)
    let actual = reader.money("actual", log: &log)
    let task = reader.text("task", log: &log)
    reader.require(
        "category", log: &log, help: "one of \(BudgetCategory.allCases.map(\.rawValue).joined(separator: ", "))")
    reader.require("planned", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let id, let item, let category, let planned else { return nil }
    return BudgetLine(
        id: id, item: item, category: category, planned: planned,
        actual: actual ?? Located(Money(thousandths: 0), id.position), task: task)
}

func readStakeholder(_ node: YAMLNode, log: inout DiagnosticLog) -> Stakeholder? {
    var reader = MappingReader(planPart: node, subject: "a stakeholder", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.requiredText("name", log: &log)?.value
    let role = reader.text("role", log: &log)
    let power = reader.integer("power", in: 1...5, log: &log)
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

func readQualityCriterion(_ node: YAMLNode, log: inout DiagnosticLog) -> QualityCriterion? {
    var reader = MappingReader(planPart: node, subject: "a quality criterion", log: &log)
    let id = reader.identifier(log: &log)
    let task = reader.text("task", log: &log)
    let criterion = reader.requiredText("criterion", log: &log)?.value
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
    var reader = MappingReader(planPart: node, subject: "a communication", log: &log)
    let audience = reader.text("audience", log: &log)
    let message = reader.requiredText("message", log: &log)?.value
    let channel = reader.text("channel", log: &log)?.value
    let every = reader.text("every", log: &log)
    let owner = reader.text("owner", log: &log)
    reader.require("audience", log: &log, help: "the id of a stakeholder")
    reader.reportUnknownKeys(log: &log)
    let frequency = every.flatMap { Frequency($0.value) }
    if let every, frequency == nil {
        log.report(
            .planValue, at: every.position, "'every' may not be '\(every.value)'",
            help: "write 1d, 1w, 2w, 1mo, once or milestone")
    }
    guard let audience, let message else { return nil }
    return Communication(audience: audience, message: message, channel: channel, every: frequency, owner: owner)
}

func readLogEntry(_ node: YAMLNode, log: inout DiagnosticLog) -> LogEntry? {
    var reader = MappingReader(planPart: node, subject: "a log entry", log: &log)
    let id = reader.identifier(log: &log)
    let type = reader.choice("type", of: LogEntryType.self, log: &log)?.value
    let date = reader.date("date", log: &log)?.value
    let text = reader.requiredText("text", log: &log)?.value
    let owner = reader.text("owner", log: &log)
    let due = reader.date("due", log: &log)?.value
    let status = reader.text("status", log: &log)?.value
    reader.require("type", log: &log, help: "one of \(LogEntryType.allCases.map(\.rawValue).joined(separator: ", "))")
    reader.reportUnknownKeys(log: &log)
    guard let id, let type, let text else { return nil }
    return LogEntry(id: id, type: type, date: date, text: text, owner: owner, due: due, status: status)
}
