// The dates that a task is held to besides its links, as Microsoft Project knows them too.

package import UTF8Text

/// What a task is held to besides its links. None moves work against a link: a task that cannot keep its date is late.
package enum TaskConstraint: Hashable, Sendable {
    case mustStart(CalendarDate)
    case startNoLater(CalendarDate)
    case finishNoEarlier(CalendarDate)
    case finishNoLater(CalendarDate)
    case mustFinish(CalendarDate)
    /// As late as it can be without moving any successor.
    case asLateAsPossible
}

private let constraintGrammar =
    "write as-late-as-possible, or one of {must_start: 2027-03-01}, {start_no_later: …}, {finish_no_earlier: …}, "
    + "{finish_no_later: …} and {must_finish: …}"

func readConstraint(_ node: YAMLNode?, log: inout DiagnosticLog) -> Located<TaskConstraint>? {
    guard let node, !node.isNothing else { return nil }
    if case .scalar(let text, _) = node.content {
        if text == "as-late-as-possible" { return Located(.asLateAsPossible, node.position) }
        log.report(.planValue, at: node.position, "'\(text)' is not a constraint", help: constraintGrammar)
        return nil
    }
    var reader = MappingReader(planPart: node, subject: "a constraint", log: &log)
    let kinds: [(String, (CalendarDate) -> TaskConstraint)] = [
        ("must_start", TaskConstraint.mustStart), ("start_no_later", TaskConstraint.startNoLater),
        ("finish_no_earlier", TaskConstraint.finishNoEarlier), ("finish_no_later", TaskConstraint.finishNoLater),
        ("must_finish", TaskConstraint.mustFinish),
    ]
    let given = kinds.compactMap { key, make in reader.date(key, log: &log).map { make($0.value) } }
    let count = kinds.count { reader.has($0.0) }
    reader.reportUnknownKeys(log: &log)
    if count != 1, reader.isMapping {
        log.report(.planValue, at: node.position, "a task has one constraint, not \(count)", help: constraintGrammar)
    }
    return count == 1 ? given.first.map { Located($0, node.position) } : nil
}
