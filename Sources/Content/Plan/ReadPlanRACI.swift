// The schema of a plan's RACI rows: who does what for a task or deliverable.

import UTF8Text

func readRACI(_ nodes: [YAMLNode], log: inout DiagnosticLog) -> [RACIRow] {
    var roles: Set<String> = []
    var isBeyondLimit = false
    return nodes.compactMap { node in
        guard let row = readRACIRow(node, log: &log) else { return nil }
        let letters = row.letters.filter { role, _ in
            if roles.contains(role.value) || roles.count < RACIRow.roleLimit {
                roles.insert(role.value)
                return true
            }
            if !isBeyondLimit {
                log.report(
                    .planValue, at: role.position, "the RACI rows name more than \(RACIRow.roleLimit) roles",
                    help: "name those who matter most, or split the plan")
            }
            isBeyondLimit = true
            return false
        }
        return RACIRow(subject: row.subject, letters: letters)
    }
}

/// `{for: e5, project-sponsor: A, pmo-lead: R}`: every key but `for` is a role. `x` is the authors' own, as everywhere.
private func readRACIRow(_ node: YAMLNode, log: inout DiagnosticLog) -> RACIRow? {
    var reader = MappingReader(planPart: node, subject: "a RACI row", log: &log)
    let subject = reader.text("for", log: &log)
    reader.require("for", log: &log, help: "the id of a task or the name of a deliverable")
    guard case .mapping(let entries) = node.content else { return nil }
    var letters: [(Located<String>, Located<RACILetters>)] = []
    for entry in entries where entry.key.value != "for" && entry.key.value != "x" {
        guard let text = reader.scalar(entry.value, what: "RACI letters", log: &log) else { continue }
        guard let read = RACILetters(text.value) else {
            log.report(
                .planValue, at: text.position, "'\(text.value)' are not RACI letters",
                help: "R responsible, A accountable, S supports, C consulted, I informed; two as A/R")
            continue
        }
        letters.append((entry.key, Located(read, text.position)))
    }
    return subject.map { RACIRow(subject: $0, letters: letters) }
}
