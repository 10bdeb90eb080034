// Links between tasks, short and long: `p1:SS+10d` is `{task: p1, type: SS, lag: 10d}`.

import UTF8Text

private let linkGrammar = "write id, id:SS, id:FS+5d or id:FF-2d, with FS, SS, FF or SF; a lag needs the type"

func readLink(_ node: YAMLNode, log: inout DiagnosticLog) -> TaskLink? {
    if case .scalar(let text, _) = node.content {
        if let link = TaskLink(text, at: node.position) { return link }
        log.report(.planValue, at: node.position, "'\(text)' is not a link to a task", help: linkGrammar)
        return nil
    }
    var reader = MappingReader(planPart: node, subject: "a link", log: &log)
    guard reader.isMapping else { return nil }
    guard reader.has("task") else {
        // Such as `p1: SS`, which is a mapping to YAML.
        log.report(
            .planValue, at: node.position, "a link that names no task", help: linkGrammar + "; no space behind ':'")
        return nil
    }
    let task = reader.text("task", log: &log)
    let type = reader.choice("type", of: LinkType.self, log: &log)?.value ?? .finishToStart
    let lag = reader.text("lag", log: &log)
    reader.reportUnknownKeys(log: &log)
    guard let task else { return nil }
    guard let lag else { return TaskLink(predecessor: task, type: type, lag: .days(0), isLead: false) }
    let isLead = lag.value.hasPrefix("-")
    let digits = isLead || lag.value.hasPrefix("+") ? String(lag.value.dropFirst()) : lag.value
    guard let duration = WorkDuration(digits) else {
        log.report(
            .planValue, at: lag.position, "'\(lag.value)' is not a lag",
            help: "write 5d, -2d or 1w, in working days or weeks")
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
