// The schema of a plan's goals, their objectives, and how these are measured.

import UTF8Text

func readGoal(_ node: YAMLNode, log: inout DiagnosticLog) -> Goal? {
    var reader = MappingReader(planPart: node, subject: "a goal", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)?.value
    let objectives = reader.elements("objectives", log: &log).compactMap { readObjective($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    return id.map { Goal(id: $0, title: title ?? $0.value, objectives: objectives) }
}

private func readObjective(_ node: YAMLNode, log: inout DiagnosticLog) -> Objective? {
    var reader = MappingReader(planPart: node, subject: "an objective", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)?.value
    let owner = reader.text("owner", log: &log)
    let measure = reader.node("measure").map { readMeasure($0, log: &log) }
    reader.reportUnknownKeys(log: &log)
    return id.map { Objective(id: $0, title: title ?? $0.value, owner: owner, measure: measure) }
}

private func readMeasure(_ node: YAMLNode, log: inout DiagnosticLog) -> Objective.Measure {
    var reader = MappingReader(planPart: node, subject: "a measure", log: &log)
    let measure = Objective.Measure(
        position: reader.position, metric: reader.text("metric", log: &log)?.value,
        unit: reader.text("unit", log: &log)?.value, baseline: reader.text("baseline", log: &log),
        target: reader.text("target", log: &log), due: reader.date("due", log: &log),
        source: reader.text("source", log: &log)?.value)
    reader.reportUnknownKeys(log: &log)
    if let baseline = measure.baseline?.value, let target = measure.target, isSame(baseline, target.value) {
        log.report(
            .planValue, at: target.position, "the target '\(target.value)' is what is measured today",
            help: "'baseline' is the value today, 'target' the one to reach")
    }
    return measure
}

/// As texts or, if they are numbers, as these: 40 is 40.0.
private func isSame(_ baseline: String, _ target: String) -> Bool {
    if let left = Money(baseline), let right = Money(target) { return left == right }
    return baseline == target
}
