// The schema of a plan's tasks, and which of their keys go together.

import UTF8Text

/// Phases nest no deeper than YAML may.
func readTask(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanTask? {
    var reader = MappingReader(planPart: node, subject: "a task", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.text("name", length: 1...100, log: &log)?.value
    reader.require("name", log: &log)
    let duration = reader.duration("duration", log: &log)
    let task = PlanTask(
        id: id ?? Located("", reader.position), name: name ?? id?.value ?? "",
        children: reader.elements("children", log: &log).compactMap { readTask($0, log: &log) }, duration: duration,
        estimate: readEstimate(reader.node("estimate"), log: &log),
        isMilestone: (reader.flag("milestone", log: &log) ?? false) || duration?.value.isZero == true,
        after: reader.elements("after", log: &log).compactMap { readLink($0, log: &log) },
        start: reader.date("start", log: &log), finish: reader.date("finish", log: &log),
        owner: reader.text("owner", log: &log), progress: reader.integer("progress", in: 0...100, log: &log),
        status: reader.choice("status", of: TaskStatus.self, log: &log),
        actualStart: reader.date("actual_start", log: &log), actualFinish: reader.date("actual_finish", log: &log),
        remaining: readRemaining(&reader, log: &log), constraint: readConstraint(reader.node("constraint"), log: &log),
        calendar: reader.text("calendar", log: &log),
        serves: reader.texts("serves", log: &log), assignments: readAssignments(reader.node("assign"), log: &log),
        deliverable: readDeliverable(reader.node("deliverable"), log: &log),
        stage: reader.choice("stage", of: ImplementationStage.self, log: &log),
        cost: reader.money("cost", log: &log), note: reader.text("note", log: &log)?.value)
    reader.reportUnknownKeys(log: &log)
    if reader.hasElements("children") { checkPhase(reader, log: &log) } else { checkLeaf(task, reader, log: &log) }
    checkDates(of: task, log: &log)
    checkLinks(of: task, log: &log)
    return id == nil ? nil : task
}

// MARK: What goes together

/// What follows from the tasks of a phase cannot be said about it.
private func checkPhase(_ reader: MappingReader, log: inout DiagnosticLog) {
    let ofTasks = [
        "duration", "estimate", "milestone", "start", "finish", "progress", "actual_start", "actual_finish",
        "remaining", "constraint", "calendar", "assign", "cost",
    ]
    for key in ofTasks where reader.has(key) {
        log.report(
            .planValue, at: reader.position(of: key), "a phase cannot have '\(key)': it follows from its tasks",
            help: "give it to the tasks under 'children'")
    }
}

private func checkLeaf(_ task: PlanTask, _ reader: MappingReader, log: inout DiagnosticLog) {
    if task.isMilestone {
        if let duration = task.duration, !duration.value.isZero {
            log.report(
                .planValue, at: reader.position(of: "duration"), "a milestone has no duration",
                help: "remove 'duration' or 'milestone'")
        }
        if reader.has("estimate") {
            log.report(
                .planValue, at: reader.position(of: "estimate"), "a milestone has no estimate",
                help: "remove 'estimate' or 'milestone'")
        }
    } else if reader.has("duration"), reader.has("estimate") {
        log.report(
            .planValue, at: reader.position(of: "estimate"), "a task has 'duration' or 'estimate', not both",
            help: "the duration follows from the estimate: (low + 4 × likely + high) / 6, rounded up")
    }
    // A value that is there but malformed was reported.
    let hasLength = ["duration", "estimate"].contains(where: reader.has) || reader.has("start") && reader.has("finish")
    guard !task.isMilestone, !hasLength, reader.isMapping else { return }
    log.report(
        .planValue, at: reader.position, "the task '\(task.name)' says nothing about how long it takes",
        help: "give it 'duration: 5d', 'estimate: {low: 2, likely: 3, high: 7}', 'start' and 'finish', "
            + "or 'milestone: true'")
}

private func checkDates(of task: PlanTask, log: inout DiagnosticLog) {
    if let start = task.start, let finish = task.finish, finish.value < start.value {
        log.report(
            .planValue, at: finish.position, "the task finishes before it starts on \(start.value.iso)",
            help: "'finish' is the last day of work")
    }
    if let start = task.actualStart, let finish = task.actualFinish, finish.value < start.value {
        log.report(
            .planValue, at: finish.position, "the task was finished before it was started on \(start.value.iso)",
            help: "correct 'actual_start' or 'actual_finish'")
    }
}

private func checkLinks(of task: PlanTask, log: inout DiagnosticLog) {
    var seen: Set<[String]> = []
    for link in task.after where !seen.insert([link.predecessor.value, link.type.rawValue]).inserted {
        log.report(
            .planValue, at: link.position, "a second \(link.type.rawValue) link to '\(link.predecessor.value)'",
            help: "keep one of them: two tasks have one link of a type at most")
    }
}

// MARK: Values of a task

private func readRemaining(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Located<WorkDuration>? {
    guard let remaining = reader.duration("remaining", log: &log) else { return nil }
    guard remaining.value.isZero else { return remaining }
    log.report(
        .planValue, at: remaining.position, "a task with nothing left to do is finished",
        help: "give 'actual_finish' instead, or write how many days are left, for example 3d")
    return nil
}

private func readEstimate(_ node: YAMLNode?, log: inout DiagnosticLog) -> Located<ThreePointEstimate>? {
    guard let node else { return nil }
    var reader = MappingReader(planPart: node, subject: "an estimate", log: &log)
    let days = 0...99_999
    let low = reader.integer("low", in: days, log: &log)
    let likely = reader.integer("likely", in: days, log: &log)
    let high = reader.integer("high", in: days, log: &log)
    for key in ["low", "likely", "high"] { reader.require(key, log: &log, help: "a number of working days") }
    reader.reportUnknownKeys(log: &log)
    guard let low, let likely, let high else { return nil }
    guard low.value <= likely.value, likely.value <= high.value else {
        log.report(
            .planValue, at: (low.value <= likely.value ? high : likely).position,
            "an estimate of \(low.value), \(likely.value) and \(high.value) days is out of order",
            help: "'low' is at most 'likely', and 'likely' at most 'high'")
        return nil
    }
    let estimate = ThreePointEstimate(low: low.value, likely: likely.value, high: high.value)
    return Located(estimate, reader.position)
}

private func readAssignments(_ node: YAMLNode?, log: inout DiagnosticLog) -> [PlanTask.Assignment] {
    guard let node else { return [] }
    guard case .mapping(let entries) = node.content else {
        log.report(.planSchema, at: node.position, "'assign' must be resources with units", help: "write {lead: 0.5}")
        return []
    }
    return entries.compactMap { entry in
        guard case .scalar(let text, _) = entry.value.content, let units = decimalNumber(text, digits: 2),
            (1...PlanTask.Assignment.limit).contains(units)
        else {
            log.report(
                .planValue, at: entry.value.position,
                "the units of '\(entry.key.value)' must be a number above 0 and at most 10000",
                help: "1.0 is one person full time")
            return nil
        }
        return PlanTask.Assignment(resource: entry.key, units: units)
    }
}

private func readDeliverable(_ node: YAMLNode?, log: inout DiagnosticLog) -> PlanTask.Deliverable? {
    guard let node else { return nil }
    if case .scalar(let name, _) = node.content {
        return PlanTask.Deliverable(name: Located(name, node.position), link: nil)
    }
    var reader = MappingReader(planPart: node, subject: "a deliverable", log: &log)
    let name = reader.requiredText("name", log: &log)
    var link = reader.text("link", log: &log)
    reader.reportUnknownKeys(log: &log)
    if let address = link, let fault = faultOfAddress(address.value, isImage: false) {
        log.report(
            .planValue, at: address.position, fault,
            help: "give the slug of a page, the path of a file, or an address with https://")
        link = nil
    }
    return name.map { PlanTask.Deliverable(name: $0, link: link) }
}
