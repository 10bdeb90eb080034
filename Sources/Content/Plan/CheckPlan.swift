// What only a whole plan can say about its values: ids that stand twice, amounts in no currency, links of phases, and
// days far outside of the plan.

import UTF8Text

/// Reports ids that stand twice, over all lists. From the tree and not from the plan, which lacks what is at fault.
func checkIDs(ofPlan node: YAMLNode, log: inout DiagnosticLog) {
    let lists = ["goals", "tasks", "resources", "budget", "stakeholders", "risks", "quality", "log"]
    let nested = ["objectives", "children"]
    var ids: [Located<String>] = []
    var waiting = lists.flatMap { node.elements(of: $0) }
    while let entry = waiting.popLast() {
        if let id = entry.value(of: "id"), case .scalar(let text, _) = id.content, !id.isNothing {
            ids.append(Located(text, id.position))
        }
        for list in nested { waiting += entry.elements(of: list) }
    }
    var lines: [String: Int] = [:]
    for id in ids.sorted(by: { $0.position < $1.position }) {
        if let line = lines[id.value] {
            log.report(
                .planID, at: id.position, "the id '\(id.value)' is taken",
                help: "line \(line) has it first; an id is unique in the whole plan")
        } else {
            lines[id.value] = id.position.line
        }
    }
}

/// Reports the first amount of a plan that names no currency.
func checkThatNoAmountNeedsACurrency(in plan: Plan, log: inout DiagnosticLog) {
    guard let first = plan.amounts.map(\.position).min() else { return }
    log.report(
        .planValue, at: first, "the plan has amounts, but no currency",
        help: "add 'currency' to the plan, for example 'currency: GBP'")
}

/// Reports amounts that are finer than their currency.
func checkDigits(ofAmountsIn plan: Plan, log: inout DiagnosticLog) {
    guard plan.currencyDigits == 2 else { return }
    for amount in plan.amounts + plan.budget.map(\.actual) where amount.value.thousandths % 10 != 0 {
        log.report(
            .planValue, at: amount.position, "the amount \(amount.value.text) has three digits behind the point",
            help: "\(plan.currency?.value ?? "the currency") has two: round it")
    }
}

extension Plan {
    /// Every amount that its author gave, but for what was spent.
    fileprivate var amounts: [Located<Money>] {
        resources.compactMap(\.rate) + budget.map(\.planned) + allTasks.compactMap(\.cost)
            + [baseline?.budget].compactMap(\.self)
    }
}

/// A measure is due while people still remember what for: within a year of the plan. Where the plan ends is not known
/// here unless it has a deadline.
func checkDueDates(in plan: Plan, log: inout DiagnosticLog) {
    let year = 366
    for measure in plan.goals.flatMap(\.objectives).compactMap(\.measure) {
        guard let due = measure.due else { continue }
        if let start = plan.start, due.value.daysSince1970 < start.value.daysSince1970 - year {
            log.report(
                .planValue, at: due.position, "the measure is due more than a year before the plan starts",
                help: "the plan starts on \(start.value.iso)")
        } else if let deadline = plan.deadline, due.value.daysSince1970 > deadline.value.daysSince1970 + year {
            log.report(
                .planValue, at: due.position, "the measure is due more than a year after the deadline of the plan",
                help: "the deadline is \(deadline.value.iso)")
        }
    }
}

/// A phase stands for all of its tasks, which only a finish-to-start link can mean.
func checkLinksOfPhases(in plan: Plan, log: inout DiagnosticLog) {
    let tasks = plan.allTasks
    let phases = Set(tasks.filter(\.isPhase).map(\.id.value))
    for task in tasks {
        for link in task.after where link.type != .finishToStart {
            guard task.isPhase || phases.contains(link.predecessor.value) else { continue }
            let phase = task.isPhase ? task.id.value : link.predecessor.value
            log.report(
                .planValue, at: link.position, "the phase '\(phase)' cannot have an \(link.type.rawValue) link",
                help: "write a finish-to-start link, or link its tasks")
        }
    }
}

extension YAMLNode {
    /// The value of a key of a mapping.
    func value(of key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key.value == key }?.value
    }

    /// As `MappingReader.elements` takes them.
    fileprivate func elements(of key: String) -> [YAMLNode] {
        guard let node = value(of: key) else { return [] }
        if case .sequence(let elements) = node.content { return elements }
        return [node]
    }
}
