// A plan as the text of a Mermaid gantt chart, with absolute dates: Mermaid knows neither lags nor holidays.

import Content
import Plans
import Scheduling
import UTF8Text

func mermaidGantt(of schedule: PlanSchedule, title: String) -> [UInt8] {
    var text = "gantt\n    title \(plainText(title))\n    dateFormat YYYY-MM-DD\n"
    // Tasks before the first phase need no section; those after one do, or they would be part of it.
    var phase: Int?
    for task in schedule.leaves {
        guard let dates = task.dates else { continue }
        if task.phase != phase {
            text += "    section \(task.phase.map { plainText(schedule.tasks[$0].task.name) } ?? "Other")\n"
            phase = task.phase
        }
        let name = taskText(task.task.name, or: task.id)
        // A milestone is drawn at the beginning of its date. The end of a day, as of a bar, is the beginning of the next.
        let isAtEnd = task.isMilestone && task.times?.side == .end
        let start = (isAtEnd ? dates.lowerBound.adding(.days(1)) : dates.lowerBound).iso
        let end = task.isMilestone ? "0d" : dates.upperBound.adding(.days(1)).iso
        text += "    \(name) :\((tags(of: task) + [start, end]).joined(separator: ", "))\n"
    }
    return Array(text.utf8)
}

private func tags(of task: ScheduledTask) -> [String] {
    (task.isCritical ? ["crit"] : []) + (task.isDone ? ["done"] : task.state == .started ? ["active"] : [])
        + (task.isMilestone ? ["milestone"] : [])
}

/// Text without what ends a name or starts a comment or directive, replaced by characters that look like it.
private func plainText(_ text: String) -> String {
    var result = ""
    var lastWasPercent = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case ":": result += "∶"
        case ";": result += ","
        case "#": result += "♯"
        case "%" where lastWasPercent: result += " %"
        case "\0"..<" ", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}": result += " "
        default: result.unicodeScalars.append(scalar)
        }
        lastWasPercent = scalar == "%"
    }
    return result.drop { $0 == " " }.isEmpty ? "-" : result
}

/// Words at the beginning of a line that Mermaid takes for a statement of its own.
private let statements: Set<String> = [
    "acctitle", "accdescr", "accdescription", "axisformat", "call", "click", "dateformat", "excludes", "gantt", "href",
    "includes", "inclusiveenddates", "section", "tickinterval", "title", "todaymarker", "topaxis", "vert", "weekday",
    "weekend",
]

/// The name of a task so that the line that begins with it is one: in quotes where it would be a statement, a date or a
/// comment, which starts at a percent sign that is the first or second character.
private func taskText(_ name: String, or id: String) -> String {
    let text = plainText(name).drop { $0 == " " }
    let word = text.prefix { $0.isASCII && $0.isLetter }.lowercased()
    let isStatement = statements.contains(word) || text.first.map { $0.isASCII && $0.isNumber } == true
    if text.first == "%" { return "“ \(text)”" }
    return isStatement || text.dropFirst().first == "%" ? "“\(text)”" : text == "-" ? id : String(text)
}
