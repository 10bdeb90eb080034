// Writes a baseline into the text of a plan, and leaves every other byte as it is.

package import UTF8Text

package enum BaselineFault: Error {
    /// The plan, or its front matter, cannot be read.
    case unreadable
    /// `plan: {…}`: keys cannot be added line by line.
    case flowMapping
    /// With the baseline in it, the front matter would be larger than front matter may be.
    case tooLarge
    /// It is written in a way that a baseline cannot be added to without changing something else.
    case unsafe
}

/// The dates that a baseline keeps for one task.
package struct BaselineTask: Hashable, Sendable {
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
/// plan. It reads back as the same plan with that baseline.
/// - Parameter budget: what is planned to be spent; left out when nothing is.
package func storeBaseline(
    in bytes: [UInt8], path: String, date: CalendarDate, tasks: [BaselineTask], budget: Money
) throws(BaselineFault) -> [UInt8] {
    guard let textStart = try? checkUTF8(bytes) else { throw .unreadable }
    let text = Array(bytes[textStart...])
    guard let old = WrittenPlan(text, path: path), case .mapping(let entries) = old.plan.content,
        let first = entries.first
    else { throw .unreadable }
    // A flow mapping starts at its brace.
    guard first.key.position == old.plan.position else { throw .flowMapping }

    let lines = Lines(of: text)
    let indent = first.key.position.column - 1
    let place = entries.firstIndex { $0.key.value == "baseline" }
    let value = linesOfValue(place ?? entries.count - 1, of: entries, indent: indent, in: old.range, text, lines)
    let replaced = place == nil ? value.upperBound..<value.upperBound : value
    let line = first.key.position.line
    let written = text[lines.range(ofLine: line).upperBound..<lines.offset(ofLine: line + 1)]
    let lineEnd = written.isEmpty ? ["\n"] : Array(written)
    var new = Array(text[..<replaced.lowerBound])
    if let last = new.last, last != "\n", last != "\r" { new += lineEnd }
    for line in baselineLines(date: date, tasks: tasks, budget: budget) {
        new += Array(repeating: " ", count: indent) + Array(line.utf8) + lineEnd
    }
    new += text[replaced.upperBound...]

    guard let stored = WrittenPlan(new, path: path), stored.baseline == tasks,
        stored.rest.elementsEqual(old.rest, by: { $0.says(sameAs: $1) })
    else { throw .unsafe }
    guard stored.isWithinLimit else { throw .tooLarge }
    return bytes[..<textStart] + new
}

/// Where the value of an entry stands, with its key: whole lines. Blank lines and comments behind it are left to what
/// follows, unless a comment is indented like the value: it may be text.
private func linesOfValue(
    _ place: Int, of entries: [YAMLNode.Entry], indent: Int, in range: Range<Int>, _ text: [UInt8], _ lines: Lines
) -> Range<Int> {
    let first = entries[place].key.position.line
    let limit =
        place + 1 < entries.count ? lines.offset(ofLine: entries[place + 1].key.position.line) : range.upperBound
    var end = lines.offset(ofLine: first + 1)
    var number = first + 1
    while lines.offset(ofLine: number) < limit {
        let line = text[lines.range(ofLine: number)]
        number += 1
        let words = line.drop { $0 == " " }
        let depth = line.count - words.count
        if words.allSatisfy(\.isASCIISpace) || words.first == "#" && depth <= indent { continue }
        let isEndOfDocument = depth == 0 && words.starts(with: "...".utf8)
        if depth < indent || isEndOfDocument { break }
        end = lines.offset(ofLine: number)
    }
    return lines.offset(ofLine: first)..<end
}

private func baselineLines(date: CalendarDate, tasks: [BaselineTask], budget: Money) -> [String] {
    var lines = ["baseline:", "  date: \(date.iso)"]
    if budget.thousandths > 0 { lines.append("  budget: \(budget.text)") }
    lines.append(tasks.isEmpty ? "  tasks: {}" : "  tasks:")
    return lines + tasks.map { "    \($0.id): {start: \($0.start.iso), finish: \($0.finish.iso)}" }
}

/// A plan in the text of its file.
private struct WrittenPlan {
    let text: [UInt8]
    private let lines: Lines
    /// Of the YAML in the text.
    let range: Range<Int>
    let isPage: Bool
    let tree: YAMLNode
    let plan: YAMLNode

    init?(_ text: [UInt8], path: String) {
        self.text = text
        isPage = isMarkdown(path)
        var log = DiagnosticLog(path: path)
        lines = Lines(of: text)
        guard let range = isPage ? splitFrontMatter(text, of: lines, log: &log).frontMatter : 0..<text.count,
            let tree = composeYAML(text, of: lines, range: range, limit: .planFile, log: &log),
            let plan = tree.value(of: "plan") ?? (isPage ? nil : tree)
        else { return nil }
        self.range = range
        self.tree = tree
        self.plan = plan
    }

    /// Everything but the baseline: the plan, and what stands beside it.
    var rest: [YAMLNode] {
        [plan.without("baseline")] + (tree.value(of: "plan") == nil ? [] : [tree.without("plan")])
    }

    var baseline: [BaselineTask] {
        var log = DiagnosticLog(path: "")
        return (readBaseline(plan.value(of: "baseline"), log: &log)?.tasks ?? []).compactMap { task in
            guard let start = task.start, let finish = task.finish else { return nil }
            return BaselineTask(id: task.id.value, start: start, finish: finish)
        }
    }

    var isWithinLimit: Bool {
        var log = DiagnosticLog(path: "")
        return !isPage || composeYAML(text, of: lines, range: range, limit: .frontMatter, log: &log) != nil
    }
}

extension YAMLNode {
    /// This mapping without one of its keys.
    fileprivate func without(_ key: String) -> YAMLNode {
        guard case .mapping(let entries) = content else { return self }
        return YAMLNode(content: .mapping(entries.filter { $0.key.value != key }), position: position)
    }

    /// Whether both are the same, wherever they stand. The last text of a file may have no line end yet.
    fileprivate func says(sameAs other: YAMLNode) -> Bool {
        switch (content, other.content) {
        case (.scalar(let text, let isQuoted), .scalar(let otherText, let isOtherQuoted)):
            isQuoted == isOtherQuoted && text.reversedToLastWord.elementsEqual(otherText.reversedToLastWord)
        case (.sequence(let elements), .sequence(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { $0.says(sameAs: $1) }
        case (.mapping(let entries), .mapping(let others)):
            entries.count == others.count
                && zip(entries, others).allSatisfy { $0.key.value == $1.key.value && $0.value.says(sameAs: $1.value) }
        default: false
        }
    }
}

extension String {
    /// From the end, but for line ends.
    fileprivate var reversedToLastWord: some Sequence<UInt8> { utf8.reversed().drop { $0 == "\n" } }
}

extension Money {
    /// As a plan writes it: `1200`, `1200.50` or `1200.505`.
    package var text: String {
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        if rest == 0 { return String(whole) }
        let digits = String(1000 + rest).dropFirst()
        return "\(whole).\(rest % 10 == 0 ? digits.dropLast() : digits)"
    }
}
