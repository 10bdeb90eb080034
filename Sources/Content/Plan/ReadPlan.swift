// The schema of the `plan:` object: its head, its goals and its tasks.

import UTF8Text

/// Reads a plan; what is wrong with it is reported where it stands, and left out.
package func readPlan(_ node: YAMLNode, log: inout DiagnosticLog) -> Plan {
    var reader = MappingReader(node, subject: "a plan", log: &log)
    let kind = reader.choice("kind", of: PlanKind.self, log: &log)
    let start = reader.date("start", log: &log)
    reader.require("kind", log: &log, help: "one of \(PlanKind.allCases.map(\.rawValue).joined(separator: ", "))")
    reader.require("start", log: &log, help: "the day that work starts, as YYYY-MM-DD")
    let plan = Plan(
        kind: kind?.value ?? .project, sponsor: reader.text("sponsor", log: &log),
        manager: reader.text("manager", log: &log), start: start, deadline: reader.date("deadline", log: &log),
        statusDate: reader.date("status_date", log: &log), currency: readCurrency(&reader, log: &log),
        calendar: readCalendar(reader.node("calendar"), log: &log),
        criticalBelow: reader.integer("critical_below", in: 0...999, log: &log)?.value ?? 0,
        showsStance: reader.flag("show_stance", log: &log) ?? false,
        governance: readGovernance(reader.node("governance"), log: &log),
        baseline: readBaseline(reader.node("baseline"), log: &log),
        goals: reader.elements("goals", log: &log).compactMap { readGoal($0, log: &log) },
        tasks: reader.elements("tasks", log: &log).compactMap { readTask($0, log: &log) },
        resources: reader.elements("resources", log: &log).compactMap { readResource($0, log: &log) },
        budget: reader.elements("budget", log: &log).compactMap { readBudgetLine($0, log: &log) },
        stakeholders: reader.elements("stakeholders", log: &log).compactMap { readStakeholder($0, log: &log) },
        raci: reader.elements("raci", log: &log).compactMap { readRACIRow($0, log: &log) },
        risks: reader.elements("risks", log: &log).compactMap { readRisk($0, log: &log) },
        quality: reader.elements("quality", log: &log).compactMap { readQualityCriterion($0, log: &log) },
        communications: reader.elements("communications", log: &log).compactMap { readCommunication($0, log: &log) },
        log: reader.elements("log", log: &log).compactMap { readLogEntry($0, log: &log) })
    reader.reportUnknownKeys(log: &log)
    return plan
}

extension MappingReader {
    /// The `id` that every entry of a plan has: a small letter, then small letters, digits and hyphens.
    mutating func identifier(log: inout DiagnosticLog) -> Located<String>? {
        guard let id = text("id", log: &log) else {
            require("id", log: &log)
            return nil
        }
        let bytes = id.value.utf8
        let isValid =
            bytes.first.map { (0x61...0x7A).contains($0) } == true
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == "-" }
        if !isValid {
            log.report(
                .invalidValue, at: id.position, "the id '\(id.value)' is malformed",
                help: "start with a small letter, then small letters, digits and hyphens")
        }
        return id
    }

    /// A text that must be there.
    mutating func requiredText(_ key: String, log: inout DiagnosticLog) -> String? {
        let value = text(key, log: &log)?.value
        require(key, log: &log)
        return value
    }

    mutating func money(_ key: String, log: inout DiagnosticLog) -> Money? {
        guard let text = text(key, log: &log) else { return nil }
        if let money = Money(text.value) { return money }
        log.report(
            .invalidValue, at: text.position, "'\(key)' must be an amount, not '\(text.value)'",
            help: "write 1200 or 1200.50, without sign, spaces or currency")
        return nil
    }

    /// A number with at most two decimals, in hundredths: units of full time.
    mutating func hundredths(_ key: String, log: inout DiagnosticLog) -> Int? { money(key, log: &log)?.hundredths }

    mutating func duration(_ key: String, log: inout DiagnosticLog) -> Located<WorkDuration>? {
        guard let text = text(key, log: &log) else { return nil }
        if let duration = WorkDuration(text.value) { return Located(duration, text.position) }
        log.report(
            .invalidValue, at: text.position, "'\(key)' must be a number of working days or weeks, not '\(text.value)'",
            help: "write 5d or 2w")
        return nil
    }
}

private func readCurrency(_ reader: inout MappingReader, log: inout DiagnosticLog) -> String? {
    guard let currency = reader.text("currency", log: &log) else { return nil }
    if currency.value.utf8.count == 3, currency.value.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        return currency.value
    }
    log.report(
        .invalidValue, at: currency.position, "'\(currency.value)' is not a currency code",
        help: "three capitals as in ISO 4217, for example GBP")
    return nil
}

private func readCalendar(_ node: YAMLNode?, log: inout DiagnosticLog) -> PlanCalendar {
    var reader = MappingReader(node, subject: "a calendar", log: &log)
    let week = reader.texts("week", log: &log).compactMap {
        reader.choice($0, of: Weekday.self, what: "a day of the week", log: &log)?.value
    }
    let holidays = reader.elements("holidays", log: &log).compactMap { readHoliday($0, log: &log) }
    let working = reader.texts("working", log: &log).compactMap { text -> CalendarDate? in
        if let date = CalendarDate(text.value) { return date }
        log.report(.invalidValue, at: text.position, "'\(text.value)' is not a date", help: "write it as YYYY-MM-DD")
        return nil
    }
    let hours = reader.integer("hours_per_day", in: 1...24, log: &log)?.value ?? 8
    reader.reportUnknownKeys(log: &log)
    return PlanCalendar(
        week: week.isEmpty ? [.mon, .tue, .wed, .thu, .fri] : week, holidays: holidays, working: working,
        hoursPerDay: hours)
}

private func readHoliday(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanCalendar.Holiday? {
    var reader = MappingReader(node, subject: "a holiday", log: &log)
    let day = reader.date("date", log: &log)
    let first = reader.date("from", log: &log) ?? day
    let last = reader.date("to", log: &log) ?? day ?? first
    let name = reader.text("name", log: &log)?.value
    reader.reportUnknownKeys(log: &log)
    guard let first, let last else {
        reader.require("date", log: &log, help: "give 'date', or 'from' and 'to'")
        return nil
    }
    guard first.value <= last.value else {
        log.report(.invalidValue, at: last.position, "the holiday ends before it starts")
        return nil
    }
    return PlanCalendar.Holiday(first: first.value, last: last.value, name: name)
}

private func readGovernance(_ node: YAMLNode?, log: inout DiagnosticLog) -> Governance? {
    guard let node else { return nil }
    var reader = MappingReader(node, subject: "'governance'", log: &log)
    var tolerances = MappingReader(reader.node("tolerances"), subject: "'tolerances'", log: &log)
    let governance = Governance(
        board: reader.text("board", log: &log), meets: reader.text("meets", log: &log)?.value,
        timeTolerance: tolerances.text("time", log: &log)?.value,
        costTolerance: tolerances.text("cost", log: &log)?.value)
    tolerances.reportUnknownKeys(log: &log)
    reader.reportUnknownKeys(log: &log)
    return governance
}

private func readBaseline(_ node: YAMLNode?, log: inout DiagnosticLog) -> Baseline? {
    guard let node else { return nil }
    var reader = MappingReader(node, subject: "a baseline", log: &log)
    var tasks: [(Located<String>, CalendarDate?, CalendarDate?)] = []
    if let list = reader.node("tasks"), case .mapping(let entries) = list.content {
        for entry in entries {
            var dates = MappingReader(entry.value, subject: "a task of the baseline", log: &log)
            tasks.append((entry.key, dates.date("start", log: &log)?.value, dates.date("finish", log: &log)?.value))
            dates.reportUnknownKeys(log: &log)
        }
    }
    let baseline = Baseline(
        date: reader.date("date", log: &log)?.value, tasks: tasks, budget: reader.money("budget", log: &log))
    reader.reportUnknownKeys(log: &log)
    return baseline
}

// MARK: Goals

private func readGoal(_ node: YAMLNode, log: inout DiagnosticLog) -> Goal? {
    var reader = MappingReader(node, subject: "a goal", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)
    let objectives = reader.elements("objectives", log: &log).compactMap { readObjective($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    guard let id, let title else { return nil }
    return Goal(id: id, title: title, objectives: objectives)
}

private func readObjective(_ node: YAMLNode, log: inout DiagnosticLog) -> Objective? {
    var reader = MappingReader(node, subject: "an objective", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)
    let owner = reader.text("owner", log: &log)
    let measure = reader.node("measure").map { readMeasure($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    guard let id, let title else { return nil }
    return Objective(id: id, title: title, owner: owner, measure: measure)
}

private func readMeasure(_ node: YAMLNode, log: inout DiagnosticLog) -> Objective.Measure {
    var reader = MappingReader(node, subject: "a measure", log: &log)
    let measure = Objective.Measure(
        metric: reader.text("metric", log: &log)?.value, unit: reader.text("unit", log: &log)?.value,
        baseline: reader.text("baseline", log: &log)?.value, target: reader.text("target", log: &log)?.value,
        due: reader.date("due", log: &log), source: reader.text("source", log: &log)?.value)
    reader.reportUnknownKeys(log: &log)
    return measure
}

// MARK: Tasks

private func readTask(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanTask? {
    var reader = MappingReader(node, subject: "a task", log: &log)
    let id = reader.identifier(log: &log)
    let name = reader.text("name", length: 1...100, log: &log)?.value
    reader.require("name", log: &log)
    let duration = reader.duration("duration", log: &log)
    let task = PlanTask(
        id: id ?? Located("", reader.position), name: name ?? "",
        children: reader.elements("children", log: &log).compactMap { readTask($0, log: &log) }, duration: duration,
        estimate: readEstimate(reader.node("estimate"), log: &log),
        isMilestone: reader.flag("milestone", log: &log) ?? (duration?.value == .days(0)),
        after: reader.elements("after", log: &log).compactMap { readLink($0, log: &log) },
        start: reader.date("start", log: &log), finish: reader.date("finish", log: &log),
        owner: reader.text("owner", log: &log),
        progress: reader.integer("progress", in: 0...100, log: &log)?.value ?? 0,
        status: reader.choice("status", of: TaskStatus.self, log: &log)?.value,
        actualStart: reader.date("actual_start", log: &log), actualFinish: reader.date("actual_finish", log: &log),
        serves: reader.texts("serves", log: &log), assignments: readAssignments(reader.node("assign"), log: &log),
        deliverable: readDeliverable(reader.node("deliverable"), log: &log),
        stage: reader.choice("stage", of: ImplementationStage.self, log: &log)?.value,
        cost: reader.money("cost", log: &log), note: reader.text("note", log: &log)?.value)
    reader.reportUnknownKeys(log: &log)
    return id == nil || name == nil ? nil : task
}

private func readEstimate(_ node: YAMLNode?, log: inout DiagnosticLog) -> ThreePointEstimate? {
    guard let node else { return nil }
    var reader = MappingReader(node, subject: "an estimate", log: &log)
    let days = 0...99_999
    let low = reader.integer("low", in: days, log: &log)?.value
    let likely = reader.integer("likely", in: days, log: &log)?.value
    let high = reader.integer("high", in: days, log: &log)?.value
    for key in ["low", "likely", "high"] { reader.require(key, log: &log, help: "a number of working days") }
    reader.reportUnknownKeys(log: &log)
    guard let low, let likely, let high else { return nil }
    return ThreePointEstimate(low: low, likely: likely, high: high)
}

private func readAssignments(_ node: YAMLNode?, log: inout DiagnosticLog) -> [PlanTask.Assignment] {
    guard let node else { return [] }
    guard case .mapping(let entries) = node.content else {
        log.report(.invalidValue, at: node.position, "'assign' must be resources with units", help: "write {lead: 0.5}")
        return []
    }
    return entries.compactMap { entry in
        guard case .scalar(let text, _) = entry.value.content, let units = Money(text), units.hundredths > 0 else {
            log.report(
                .invalidValue, at: entry.value.position, "the units of '\(entry.key.value)' must be a number above 0",
                help: "1.0 is one person full time")
            return nil
        }
        return PlanTask.Assignment(resource: entry.key, units: units.hundredths)
    }
}

private func readDeliverable(_ node: YAMLNode?, log: inout DiagnosticLog) -> PlanTask.Deliverable? {
    guard let node else { return nil }
    if case .scalar(let name, _) = node.content { return PlanTask.Deliverable(name: name, link: nil) }
    var reader = MappingReader(node, subject: "a deliverable", log: &log)
    let name = reader.requiredText("name", log: &log)
    let link = reader.text("link", log: &log)
    reader.reportUnknownKeys(log: &log)
    return name.map { PlanTask.Deliverable(name: $0, link: link) }
}

// MARK: Links

private let linkGrammar = "write id, id:SS, id:FS+5d or id:FF-2d, with FS, SS, FF or SF; a lag needs the type"

private func readLink(_ node: YAMLNode, log: inout DiagnosticLog) -> TaskLink? {
    if case .scalar(let text, _) = node.content {
        if let link = TaskLink(text, at: node.position) { return link }
        log.report(.invalidValue, at: node.position, "'\(text)' is not a link to a task", help: linkGrammar)
        return nil
    }
    var reader = MappingReader(node, subject: "a link", log: &log)
    let task = reader.text("task", log: &log)
    let type = reader.choice("type", of: LinkType.self, log: &log)?.value ?? .finishToStart
    let lag = reader.text("lag", log: &log)
    reader.require("task", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let task else { return nil }
    guard let lag else { return TaskLink(predecessor: task, type: type, lag: .days(0), isLead: false) }
    let isLead = lag.value.hasPrefix("-")
    let digits = isLead || lag.value.hasPrefix("+") ? String(lag.value.dropFirst()) : lag.value
    guard let duration = WorkDuration(digits) else {
        log.report(.invalidValue, at: lag.position, "'\(lag.value)' is not a lag", help: "write 5d, -2d or 1w")
        return nil
    }
    return TaskLink(predecessor: task, type: type, lag: duration, isLead: isLead)
}

extension TaskLink {
    /// Reads the short form of a link.
    init?(_ text: String, at position: SourcePosition) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let id = parts.first, !id.isEmpty else { return nil }
        let predecessor = Located(String(id), position)
        guard parts.count == 2 else {
            self.init(predecessor: predecessor, type: .finishToStart, lag: .days(0), isLead: false)
            return
        }
        guard let type = LinkType(rawValue: String(parts[1].prefix(2))) else { return nil }
        let lag = parts[1].dropFirst(2)
        guard let sign = lag.first else {
            self.init(predecessor: predecessor, type: type, lag: .days(0), isLead: false)
            return
        }
        guard sign == "+" || sign == "-", let duration = WorkDuration(String(lag.dropFirst())) else { return nil }
        self.init(predecessor: predecessor, type: type, lag: duration, isLead: sign == "-")
    }

    /// The short form.
    package var text: String {
        let amount: String
        switch lag {
        case .days(0), .weeks(0): amount = ""
        case .days(let count): amount = "\(isLead ? "-" : "+")\(count)d"
        case .weeks(let count): amount = "\(isLead ? "-" : "+")\(count)w"
        }
        if type == .finishToStart, amount.isEmpty { return predecessor.value }
        return "\(predecessor.value):\(type.rawValue)\(amount)"
    }
}
