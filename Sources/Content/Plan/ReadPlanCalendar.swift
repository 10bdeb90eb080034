// The schema of a plan's calendar: the days of the week that people work, the days that are free, and extra ones.

import UTF8Text

func readCalendar(_ node: YAMLNode?, log: inout DiagnosticLog) -> PlanCalendar {
    var reader = MappingReader(planPart: node, subject: "a calendar", log: &log)
    let week = readWeek(&reader, log: &log)
    let holidays = reader.elements("holidays", log: &log).compactMap { readHoliday($0, log: &log) }
    let working = reader.texts("working", log: &log).compactMap { text -> CalendarDate? in
        if let date = CalendarDate(text.value) { return date }
        log.report(
            .planValue, at: text.position, "'\(text.value)' is not a date",
            help: "write it as YYYY-MM-DD, for example 2027-01-04")
        return nil
    }
    let hours = reader.integer("hours_per_day", in: 1...24, log: &log)?.value ?? 8
    reader.reportUnknownKeys(log: &log)
    return PlanCalendar(
        week: week.isEmpty ? [.mon, .tue, .wed, .thu, .fri] : week, holidays: holidays, working: working,
        hoursPerDay: hours)
}

private func readWeek(_ reader: inout MappingReader, log: inout DiagnosticLog) -> [Weekday] {
    var week: [Weekday] = []
    let days = reader.texts("week", log: &log)
    if days.isEmpty, let node = reader.node("week"), case .sequence = node.content {
        log.report(
            .planValue, at: node.position, "the week has no working day",
            help: "name the days that people work, for example [mon, tue, wed, thu, fri]")
    }
    for text in days {
        guard let day = reader.choice(text, of: Weekday.self, what: "a day of the week", log: &log) else { continue }
        if week.contains(day.value) {
            log.report(
                .planValue, at: day.position, "'\(text.value)' stands twice in the week", help: "name each day once")
        } else {
            week.append(day.value)
        }
    }
    return week
}

/// `{date: 2027-03-26, name: Good Friday}` or `{from: 2027-12-24, to: 2028-01-03}`.
private func readHoliday(_ node: YAMLNode, log: inout DiagnosticLog) -> PlanCalendar.Holiday? {
    let grammar = "write {date: 2027-03-26}, or {from: 2027-12-24, to: 2028-01-03}"
    var reader = MappingReader(planPart: node, subject: "a holiday", log: &log)
    let day = reader.date("date", log: &log)
    let from = reader.date("from", log: &log)
    let to = reader.date("to", log: &log)
    let name = reader.text("name", log: &log)?.value
    reader.reportUnknownKeys(log: &log)
    if reader.has("from") || reader.has("to") {
        if reader.has("date") {
            log.report(
                .planValue, at: reader.position(of: "date"),
                "a holiday has 'date', or 'from' and 'to', not all of them",
                help: grammar)
        }
        reader.require("from", log: &log, help: grammar)
        reader.require("to", log: &log, help: grammar)
    } else {
        reader.require("date", log: &log, help: grammar)
    }
    guard let first = from ?? day, let last = to ?? day else { return nil }
    guard first.value <= last.value else {
        log.report(
            .planValue, at: last.position, "the holiday ends before it starts", help: "'to' is the last free day")
        return nil
    }
    return PlanCalendar.Holiday(first: first.value, last: last.value, name: name)
}
