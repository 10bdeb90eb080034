// The schema of the `plan:` object: its keys, and how the values are read that many of its parts have.

import UTF8Text

/// Reads a plan. What is wrong with it is reported where it stands and left out, so that the rest can be used: an entry
/// of a list is there if it has what it cannot be without. Takes time in proportion to the size of `node`.
package func readPlan(_ node: YAMLNode, log: inout DiagnosticLog) -> Plan {
    var reader = MappingReader(planPart: node, subject: "a plan", log: &log)
    let kind = reader.choice("kind", of: PlanKind.self, log: &log)
    reader.require("kind", log: &log, help: "one of \(PlanKind.allCases.map(\.rawValue).joined(separator: ", "))")
    let start = reader.date("start", log: &log)
    reader.require("start", log: &log, help: "the day that work starts, as YYYY-MM-DD")
    let sponsor = reader.text("sponsor", log: &log)
    if let kind, kind.value != .action {
        reader.require("sponsor", log: &log, help: "the role or person who answers for the plan")
    }
    let calendar = readCalendar(reader.node("calendar"), from: start, log: &log)
    let tasks = reader.elements("tasks", log: &log).compactMap { readTask($0, log: &log) }
    let plan = Plan(
        position: reader.position, kind: kind ?? Located(.project, reader.position), sponsor: sponsor,
        manager: reader.text("manager", log: &log), start: start, deadline: reader.date("deadline", log: &log),
        statusDate: reader.date("status_date", log: &log), currency: readCurrency(&reader, log: &log),
        calendar: calendar, calendars: readCalendars(reader.node("calendars"), of: calendar, from: start, log: &log),
        criticalBelow: reader.integer("critical_below", in: 0...999, log: &log)?.value ?? 0,
        showsStance: reader.flag("show_stance", log: &log) ?? false,
        governance: readGovernance(reader.node("governance"), log: &log),
        baseline: readBaseline(reader.node("baseline"), log: &log),
        scorecardLimits: readScorecardLimits(reader.node("scorecard"), log: &log),
        goals: reader.elements("goals", log: &log).compactMap { readGoal($0, log: &log) },
        tasks: tasks, allTasks: flattened(tasks),
        resources: reader.elements("resources", log: &log).compactMap { readResource($0, log: &log) },
        budget: reader.elements("budget", log: &log).compactMap { readBudgetLine($0, log: &log) },
        stakeholders: reader.elements("stakeholders", log: &log).compactMap { readStakeholder($0, log: &log) },
        raci: readRACI(reader.elements("raci", log: &log), log: &log),
        risks: reader.elements("risks", log: &log).compactMap { readRisk($0, log: &log) },
        quality: reader.elements("quality", log: &log).compactMap { readQualityCriterion($0, log: &log) },
        communications: reader.elements("communications", log: &log).compactMap { readCommunication($0, log: &log) },
        log: reader.elements("log", log: &log).compactMap { readLogEntry($0, log: &log) })
    reader.reportUnknownKeys(log: &log)
    checkIDs(ofPlan: node, log: &log)
    if !reader.has("currency") { checkThatNoAmountNeedsACurrency(in: plan, log: &log) }
    checkDigits(ofAmountsIn: plan, log: &log)
    checkLinksOfPhases(in: plan, log: &log)
    checkDueDates(in: plan, log: &log)
    return plan
}

/// Phases and their tasks, in the order of the file.
private func flattened(_ tasks: [PlanTask]) -> [PlanTask] {
    tasks.reduce(into: []) { all, task in
        all.append(task)
        all += flattened(task.children)
    }
}

extension SchemaRules {
    static let ofPlans = SchemaRules(
        notAMapping: .planSchema, unknownKey: .planSchema, missingKey: .planValue, invalidValue: .planValue)
}

extension MappingReader {
    /// Reads a plan or a part of one.
    init(planPart node: YAMLNode?, subject: String, log: inout DiagnosticLog) {
        self.init(node, subject: subject, rules: .ofPlans, log: &log)
    }

    /// The `id` that every entry of a plan has: a small letter, then small letters, digits and hyphens.
    mutating func identifier(log: inout DiagnosticLog) -> Located<String>? {
        guard let id = text("id", log: &log) else {
            require("id", log: &log, help: identifierGrammar)
            return nil
        }
        let bytes = id.value.utf8
        let isValid =
            bytes.first.map { (0x61...0x7A).contains($0) } == true
            && bytes.allSatisfy { (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == "-" }
        if !isValid {
            log.report(.planID, at: id.position, "the id '\(id.value)' is malformed", help: identifierGrammar)
        }
        return id
    }

    /// A text that must be there.
    mutating func requiredText(_ key: String, log: inout DiagnosticLog) -> Located<String>? {
        let value = text(key, log: &log)
        require(key, log: &log)
        return value
    }

    mutating func money(_ key: String, log: inout DiagnosticLog) -> Located<Money>? {
        guard let text = text(key, log: &log) else { return nil }
        if let money = Money(text.value) { return Located(money, text.position) }
        log.report(
            .planValue, at: text.position, "'\(key)' must be an amount, not '\(text.value)'",
            help: "write 1200 or 1200.50, without sign, spaces or currency")
        return nil
    }

    /// A number with at most two decimals, in hundredths: units of full time.
    mutating func hundredths(_ key: String, log: inout DiagnosticLog) -> Located<Int>? {
        guard let text = text(key, log: &log) else { return nil }
        if let number = decimalNumber(text.value, digits: 2) { return Located(number, text.position) }
        log.report(
            .planValue, at: text.position, "'\(key)' must be a number, not '\(text.value)'",
            help: "write 1 or 0.5, with two decimals at most and without sign")
        return nil
    }

    mutating func duration(_ key: String, log: inout DiagnosticLog) -> Located<WorkDuration>? {
        guard let text = text(key, log: &log) else { return nil }
        if let duration = WorkDuration(text.value) { return Located(duration, text.position) }
        log.report(
            .planValue, at: text.position, "'\(key)' must be a number of working days or weeks, not '\(text.value)'",
            help: "write 5d or 2w")
        return nil
    }
}

private let identifierGrammar = "start with a small letter, then small letters, digits and hyphens"

private func readCurrency(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Located<String>? {
    guard let currency = reader.text("currency", log: &log) else { return nil }
    if currency.value.utf8.count == 3, currency.value.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        return currency
    }
    log.report(
        .planValue, at: currency.position, "'\(currency.value)' is not a currency code",
        help: "three capitals as in ISO 4217, for example GBP")
    return nil
}

func readGovernance(_ node: YAMLNode?, log: inout DiagnosticLog) -> Governance? {
    guard let node else { return nil }
    var reader = MappingReader(planPart: node, subject: "'governance'", log: &log)
    var tolerances = MappingReader(planPart: reader.node("tolerances"), subject: "'tolerances'", log: &log)
    let governance = Governance(
        board: reader.text("board", log: &log), meets: reader.text("meets", log: &log)?.value,
        timeTolerance: tolerances.duration("time", log: &log),
        costTolerance: readPercentage("cost", of: &tolerances, log: &log))
    tolerances.reportUnknownKeys(log: &log)
    reader.reportUnknownKeys(log: &log)
    return governance
}

/// In hundredths of a percent.
private func readPercentage(
    _ key: String, of reader: inout MappingReader, log: inout DiagnosticLog
) -> Located<Int>? {
    guard let text = reader.text(key, log: &log) else { return nil }
    if text.value.hasSuffix("%"), let number = decimalNumber(String(text.value.dropLast()), digits: 2) {
        return Located(number, text.position)
    }
    log.report(
        .planValue, at: text.position, "'\(key)' must be a percentage, not '\(text.value)'",
        help: "write 10% or 7.5%")
    return nil
}

func readBaseline(_ node: YAMLNode?, log: inout DiagnosticLog) -> Baseline? {
    guard let node else { return nil }
    var reader = MappingReader(planPart: node, subject: "a baseline", log: &log)
    var tasks: [(Located<String>, CalendarDate?, CalendarDate?)] = []
    if let list = reader.node("tasks") {
        if case .mapping(let entries) = list.content {
            for entry in entries {
                var dates = MappingReader(planPart: entry.value, subject: "a task of the baseline", log: &log)
                tasks.append((entry.key, dates.date("start", log: &log)?.value, dates.date("finish", log: &log)?.value))
                dates.reportUnknownKeys(log: &log)
            }
        } else {
            log.report(
                .planSchema, at: list.position, "the tasks of a baseline must be given as ids with dates",
                help: "write 'id: {start: 2027-01-04, finish: 2027-01-08}' lines")
        }
    }
    let baseline = Baseline(
        date: reader.date("date", log: &log)?.value, tasks: tasks, budget: reader.money("budget", log: &log))
    reader.reportUnknownKeys(log: &log)
    return baseline
}
