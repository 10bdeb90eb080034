// The schema of a plan's risks: how probable, how bad, and what is done about them.

import UTF8Text

private let scale = 1...5

func readRisk(_ node: YAMLNode, log: inout DiagnosticLog) -> Risk? {
    var reader = MappingReader(planPart: node, subject: "a risk", log: &log)
    let id = reader.identifier(log: &log)
    let title = reader.requiredText("title", log: &log)?.value
    let cause = reader.text("cause", log: &log)?.value
    let effect = reader.text("effect", log: &log)?.value
    let type = reader.choice("type", of: RiskType.self, log: &log)
    let probability = reader.integer("probability", in: scale, rule: .riskValue, log: &log)
    let impact = reader.integer("impact", in: scale, rule: .riskValue, log: &log)
    for key in ["probability", "impact"] { reader.require(key, log: &log, help: "from 1 to 5") }
    // A type that is none was reported: then any response will do.
    let responses = reader.has("type") && type == nil ? RiskResponse.allCases : (type?.value ?? .threat).responses
    let response = readResponse(&reader, of: type?.value ?? .threat, among: responses, log: &log)
    let owner = reader.text("owner", log: &log)
    reader.require("owner", log: &log, help: "the role or person who watches the risk")
    let action = reader.text("action", log: &log)?.value
    if let response, response.value != .accept {
        reader.require(
            "action", log: &log, help: "say what is done to \(response.value.rawValue) it, or accept the risk")
    }
    let status = reader.choice("status", of: RiskStatus.self, log: &log)
    let proximity = readProximity(&reader, log: &log)
    let residual = readResidual(reader.node("residual"), log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let id, let probability, let impact else { return nil }
    return Risk(
        id: id, title: title ?? id.value, cause: cause, effect: effect, type: type?.value ?? .threat,
        probability: probability, impact: impact, response: response, owner: owner, action: action,
        status: status ?? Located(.open, id.position), proximity: proximity, residual: residual)
}

private func readResponse(
    _ reader: inout MappingReader, of type: RiskType, among allowed: [RiskResponse], log: inout DiagnosticLog
) -> Located<RiskResponse>? {
    let words = allowed.map(\.rawValue)
    reader.require("response", log: &log, help: "one of \(words.joined(separator: ", "))")
    guard let text = reader.text("response", log: &log) else { return nil }
    if let response = RiskResponse(rawValue: text.value), allowed.contains(response) {
        return Located(response, text.position)
    }
    log.report(
        .riskValue, at: text.position,
        "the response to \(type == .threat ? "a threat" : "an opportunity") may not be '\(text.value)'",
        help: nearest(to: text.value, in: words).map { "did you mean '\($0)'?" }
            ?? "allowed: \(words.joined(separator: ", "))")
    return nil
}

private func readProximity(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Proximity? {
    guard let text = reader.text("proximity", log: &log) else { return nil }
    if let proximity = Proximity(text.value) { return proximity }
    log.report(
        .planValue, at: text.position, "'proximity' must say how soon, not '\(text.value)'",
        help: "write a date as YYYY-MM-DD, or weeks as 6w")
    return nil
}

private func readResidual(_ node: YAMLNode?, log: inout DiagnosticLog) -> Located<Risk.Residual>? {
    guard let node else { return nil }
    var reader = MappingReader(planPart: node, subject: "'residual'", log: &log)
    let probability = reader.integer("probability", in: scale, rule: .riskValue, log: &log)
    let impact = reader.integer("impact", in: scale, rule: .riskValue, log: &log)
    for key in ["probability", "impact"] { reader.require(key, log: &log, help: "from 1 to 5") }
    reader.reportUnknownKeys(log: &log)
    guard let probability, let impact else { return nil }
    return Located(Risk.Residual(probability: probability.value, impact: impact.value), reader.position)
}
