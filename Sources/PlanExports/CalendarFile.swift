// The tasks of a plan as events of whole days, for calendars (RFC 5545).
//
// Events and not to-dos, which the calendars that most people have ignore. They leave people free, and they keep their
// names over all builds, so that a calendar that reads the file again moves its events.

import Content
import Plans
import Scheduling
import UTF8Text

func calendar(of tasks: [ScheduledTask], in schedule: PlanSchedule, subject: PlanSubject) -> [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN:VCALENDAR")
    lines.add("VERSION:2.0")
    lines.add("PRODID:-//Milepost//Plan//EN")
    lines.add("CALSCALE:GREGORIAN")
    lines.add(text: subject.title, as: "NAME")
    lines.add(text: subject.title, as: "X-WR-CALNAME")
    let stamp = digits(of: subject.updated ?? schedule.start)
    for task in tasks {
        guard let times = task.times, let dates = task.dates else { continue }
        lines.add("BEGIN:VEVENT")
        lines.add(text: "\(subject.slug).\(task.id)@\(subject.site)", as: "UID")
        lines.add("DTSTAMP:\(stamp)T000000Z")
        lines.add("DTSTART;VALUE=DATE:\(digits(of: dates.lowerBound))")
        // The end is the first day after the event.
        lines.add("DTEND;VALUE=DATE:\(digits(of: dates.upperBound.adding(.days(1))))")
        lines.add(text: (task.isMilestone ? "◆ " : "") + task.task.name, as: "SUMMARY")
        lines.add(text: description(of: task, times, subject: subject), as: "DESCRIPTION")
        if let address = subject.address { lines.add("URL:\(address)#task:\(task.id)") }
        let categories =
            [task.isMilestone ? "MILESTONE" : "TASK"] + (times.isCritical ? ["CRITICAL"] : [])
            + (task.phase.map { [schedule.tasks[$0].task.name] } ?? [])
        lines.add("CATEGORIES:" + categories.map(escaped).joined(separator: ","))
        lines.add("TRANSP:TRANSPARENT")
        lines.add("END:VEVENT")
    }
    lines.add("END:VCALENDAR")
    return lines.bytes
}

private func description(of task: ScheduledTask, _ times: ActivityTimes, subject: PlanSubject) -> String {
    var sentences: [String] = []
    if let owner = task.task.owner { sentences.append("Owner: \(subject.roleName(owner.value)).") }
    if task.isDone {
        sentences.append("Done.")
    } else {
        if task.isLate { sentences.append("Late.") }
        if let float = times.totalFloat { sentences.append("Total float: \(workingDays(float)).") }
    }
    if let deliverable = task.task.deliverable { sentences.append("Deliverable: \(deliverable.name.value).") }
    return sentences.joined(separator: " ")
}

/// `YYYYMMDD`.
private func digits(of date: CalendarDate) -> String { String(date.iso.filter { $0 != "-" }) }

/// A TEXT value (section 3.3.11): without control characters, which no escape makes legal.
private func escaped(_ text: String) -> String {
    var result = ""
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", ";", ",":
            result.unicodeScalars.append("\\")
            result.unicodeScalars.append(scalar)
        case "\n" where lastWasReturn: break
        case "\n", "\r": result += "\\n"
        case "\t": result.unicodeScalars.append(scalar)
        case "\0"..<" ", "\u{7F}": break
        default: result.unicodeScalars.append(scalar)
        }
        lastWasReturn = scalar == "\r"
    }
    return result
}

/// Lines of at most 75 bytes; longer ones go on behind a space in the next, never within a character (section 3.1).
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    mutating func add(text: String, as property: String) { add("\(property):\(escaped(text))") }

    mutating func add(_ line: String) {
        let line = Array(line.utf8)
        var start = 0
        var room = 75
        while line.count - start > room {
            var end = start + room
            while line[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
            bytes.append(contentsOf: line[start..<end])
            bytes.write("\r\n ")
            start = end
            room = 74
        }
        bytes.append(contentsOf: line[start...])
        bytes.write("\r\n")
    }
}
