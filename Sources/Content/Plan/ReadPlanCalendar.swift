// The schema of a plan's calendar: the days of the week that people work, the days that are free, and extra ones.

import UTF8Text

/// - Parameter start: of the plan, from which holidays that come again are counted.
func readCalendar(_ node: YAMLNode?, from start: Located<CalendarDate>?, log: inout DiagnosticLog) -> PlanCalendar {
    var reader = MappingReader(planPart: node, subject: "a calendar", log: &log)
    let days = readDays(&reader, from: start, log: &log)
    let minutes = readHours(&reader, log: &log) ?? 480
    reader.reportUnknownKeys(log: &log)
    return PlanCalendar(
        week: days.week.isEmpty ? [.mon, .tue, .wed, .thu, .fri] : days.week, holidays: days.holidays,
        working: days.working, minutesPerDay: minutes)
}

/// Calendars by their ids. What one does not say is the plan's; with `base: none` it stands alone.
func readCalendars(
    _ node: YAMLNode?, of plan: PlanCalendar, from start: Located<CalendarDate>?, log: inout DiagnosticLog
) -> [NamedCalendar] {
    guard let node, !node.isNothing else { return [] }
    guard case .mapping(let entries) = node.content else {
        log.report(
            .planSchema, at: node.position, "'calendars' must be given as ids with calendars",
            help: "write 'weekend: {week: [sat, sun]}' lines")
        return []
    }
    return entries.map { entry in
        var reader = MappingReader(planPart: entry.value, subject: "a calendar", log: &log)
        let days = readDays(&reader, from: start, log: &log)
        let base = reader.choice("base", of: CalendarBase.self, log: &log)?.value ?? .plan
        reader.reportUnknownKeys(log: &log)
        let isOfPlan = base == .plan
        let week = days.week.isEmpty ? isOfPlan ? plan.week : Array(Weekday.allCases.prefix(5)) : days.week
        return NamedCalendar(
            id: entry.key,
            calendar: PlanCalendar(
                week: week, holidays: days.holidays + (isOfPlan ? plan.holidays : []),
                working: days.working + (isOfPlan ? plan.working : []), minutesPerDay: plan.minutesPerDay))
    }
}

private enum CalendarBase: String, CaseIterable { case plan, none }

private func readDays(
    _ reader: inout MappingReader, from start: Located<CalendarDate>?, log: inout DiagnosticLog
) -> (week: [Weekday], holidays: [PlanCalendar.Holiday], working: [CalendarDate]) {
    let week = readWeek(&reader, log: &log)
    let holidays = reader.elements("holidays", log: &log).flatMap { readHolidays($0, from: start, log: &log) }
    let working = reader.texts("working", log: &log).compactMap { text -> CalendarDate? in
        if let date = CalendarDate(text.value) { return date }
        log.report(
            .planValue, at: text.position, "'\(text.value)' is not a date",
            help: "write it as YYYY-MM-DD, for example 2027-01-04")
        return nil
    }
    return (week, holidays, working)
}

/// In minutes. Quarters of an hour are fine enough for every contract, and exact.
private func readHours(_ reader: inout MappingReader, log: inout DiagnosticLog) -> Int? {
    guard let text = reader.text("hours_per_day", log: &log) else { return nil }
    if let hours = decimalNumber(text.value, digits: 2), (100...2400).contains(hours), hours % 25 == 0 {
        return hours * 60 / 100
    }
    log.report(
        .planValue, at: text.position, "'hours_per_day' must be hours from 1 to 24, not '\(text.value)'",
        help: "write 8 or 7.5; quarters of an hour are the finest")
    return nil
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

/// `{date: 2027-03-26, name: Good Friday}`, `{from: 2027-12-24, to: 2028-01-03}`, or `{every: …}`.
private func readHolidays(
    _ node: YAMLNode, from start: Located<CalendarDate>?, log: inout DiagnosticLog
) -> [PlanCalendar.Holiday] {
    let grammar = "write {date: 2027-03-26}, {from: 2027-12-24, to: 2028-01-03}, or {every: 12-25}"
    var reader = MappingReader(planPart: node, subject: "a holiday", log: &log)
    let every = reader.text("every", log: &log)
    let day = reader.date("date", log: &log)
    let from = reader.date("from", log: &log)
    let to = reader.date("to", log: &log)
    let name = reader.text("name", log: &log)?.value
    reader.reportUnknownKeys(log: &log)
    if reader.has("date"), reader.has("from") || reader.has("to") || reader.has("every") {
        log.report(
            .planValue, at: reader.position(of: "date"),
            "a holiday has 'date', or 'from' and 'to', or 'every', not all of them", help: grammar)
    }
    if let every {
        guard let first = from?.value ?? start?.value else { return [] }
        guard let recurrence = Recurrence(every.value, from: from?.value) else {
            log.report(
                .planValue, at: every.position, "'\(every.value)' does not say when the holiday comes again",
                help: recurrenceGrammar)
            return []
        }
        return recurrence.dates(from: first, through: to?.value).map {
            PlanCalendar.Holiday(first: $0, last: $0, name: name)
        }
    }
    if reader.has("from") || reader.has("to") {
        reader.require("from", log: &log, help: grammar)
        reader.require("to", log: &log, help: grammar)
    } else if !reader.has("every") {
        reader.require("date", log: &log, help: grammar)
    }
    guard let first = from ?? day, let last = to ?? day else { return [] }
    guard first.value <= last.value else {
        log.report(
            .planValue, at: last.position, "the holiday ends before it starts", help: "'to' is the last free day")
        return []
    }
    return [PlanCalendar.Holiday(first: first.value, last: last.value, name: name)]
}
