// Writes a baseline into the text of a plan, and leaves every other byte as it is.

package import UTF8Text

package enum BaselineFault: Error {
    /// The plan, or its front matter, cannot be read.
    case unreadable
    /// `plan: {…}`: keys cannot be added line by line.
    case flowMapping
}

/// The dates that a baseline keeps for one task.
package struct BaselineTask: Sendable {
    let id: String
    let start: CalendarDate
    let finish: CalendarDate

    package init(id: String, start: CalendarDate, finish: CalendarDate) {
        self.id = id
        self.start = start
        self.finish = finish
    }
}

/// The text of a plan file or page with another baseline: in the place of the old one, else behind the last key of the
/// plan.
/// - Parameter budget: what is planned to be spent, in hundredths; left out when 0.
package func storeBaseline(
    in bytes: [UInt8], path: String, date: CalendarDate, tasks: [BaselineTask], budget: Int
) throws(BaselineFault) -> [UInt8] {
    var log = DiagnosticLog(path: path)
    var range = 0..<bytes.count
    if isMarkdown(path) {
        guard let frontMatter = splitFrontMatter(bytes, log: &log).frontMatter else { throw .unreadable }
        range = frontMatter
    }
    guard let tree = composeYAML(bytes, range: range, limit: .planFile, log: &log) else { throw .unreadable }
    let plan = tree.value(of: "plan") ?? tree
    guard case .mapping(let entries) = plan.content, let first = entries.first else { throw .unreadable }
    let lines = Lines(of: bytes)
    let indent = first.key.position.column - 1
    // In a flow mapping the first key stands behind its brace.
    let firstLine = lines.offset(ofLine: first.key.position.line)
    guard bytes[firstLine..<firstLine + indent].allSatisfy({ $0 == " " }) else { throw .flowMapping }

    let old = entries.firstIndex { $0.key.value == "baseline" }
    let start: Int
    let end: Int
    if let old {
        start = lines.offset(ofLine: entries[old].key.position.line)
        end =
            old + 1 < entries.count
            ? lines.offset(ofLine: entries[old + 1].key.position.line)
            : endOfMapping(bytes, from: start, indent: indent, limit: range.upperBound)
    } else {
        let last = entries[entries.count - 1].key.position
        start = endOfMapping(bytes, from: lines.offset(ofLine: last.line), indent: indent, limit: range.upperBound)
        end = start
    }
    var text = Array(bytes[..<start])
    if text.last.map({ $0 != "\n" }) == true { text.append("\n") }
    text += baselineText(date: date, tasks: tasks, budget: budget, indent: indent)
    return text + bytes[end...]
}

/// The beginning of the first line that no longer belongs to the value of a mapping's last key: one that is indented less,
/// or the end. Blank lines and comments before it stay with what follows.
private func endOfMapping(_ bytes: [UInt8], from start: Int, indent: Int, limit: Int) -> Int {
    var line = start
    var end = start
    var isFirst = true
    while line < limit {
        var next = line
        while next < limit, bytes[next] != "\n" { next += 1 }
        next = min(next + 1, limit)
        let text = bytes[line..<next].drop { $0 == " " }
        let isBlank = text.first.map { $0 == "\n" || $0 == "\r" || $0 == "#" } ?? true
        if !isBlank {
            let depth = text.startIndex - line
            if !isFirst, depth < indent { break }
            if indent == 0, !isFirst, text.starts(with: "---".utf8) || text.starts(with: "...".utf8) { break }
            end = next
            isFirst = false
        }
        line = next
    }
    return end
}

private func baselineText(date: CalendarDate, tasks: [BaselineTask], budget: Int, indent: Int) -> [UInt8] {
    let margin = String(repeating: " ", count: indent)
    var text = "\(margin)baseline:\n\(margin)  date: \(date.iso)\n"
    if budget > 0 { text += "\(margin)  budget: \(Money(hundredths: budget).text)\n" }
    text += "\(margin)  tasks:\n"
    for task in tasks {
        text += "\(margin)    \(task.id): {start: \(task.start.iso), finish: \(task.finish.iso)}\n"
    }
    return Array(text.utf8)
}

extension Money {
    /// As a plan writes it: `1200` or `1200.50`.
    package var text: String {
        let cents = hundredths % 100
        return cents == 0 ? String(hundredths / 100) : "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
