// A plan as the XML of Microsoft Project (MSPDI), which ProjectLibre, GanttProject and most other planners read too.
//
// Every content model of its schema (mspdi_pj12.xsd) is a sequence, so the order of the elements matters. `Manual` is
// newer than that schema; without it, new versions may plan tasks by hand. Other programs schedule the plan anew when
// they open it; dates stay because our rules are theirs.
// Source: Microsoft, "Project XML Data Interchange Schema Reference" (MicrosoftDocs/office-developer-msproject-xml-docs).

import Content
import Plans
import Scheduling
import UTF8Text

func projectFileName(slug: String) -> String { "\(slug).xml" }

func projectXML(of plan: ScheduledPlan, schedule: PlanSchedule, subject: PlanSubject) -> [UInt8] {
    var project = ProjectWriter(plan: plan.plan, schedule: schedule, subject: subject)
    project.writeProject(statusDate: plan.statusDate)
    return project.xml.bytes
}

struct ProjectWriter {
    let plan: Plan
    let schedule: PlanSchedule
    let subject: PlanSubject
    let hours: DayHours
    /// The number of each task, by its place; `nil` for what was dropped.
    let numbers: [Int?]
    /// The plan's first.
    let calendars: [(name: String, calendar: PlanCalendar)]
    /// The links that lead to each task, without those of what was dropped.
    let links: [[ScheduledLink]]
    var xml = XMLWriter()

    init(plan: Plan, schedule: PlanSchedule, subject: PlanSubject) {
        self.plan = plan
        self.schedule = schedule
        self.subject = subject
        hours = DayHours(minutes: plan.calendar.minutesPerDay)
        let names = plan.calendars.map(\.id.value)
        calendars = schedule.calendars.enumerated().map { place, calendar in
            (place > 0 && place <= names.count ? names[place - 1] : "Common days \(place)", calendar)
        }
        var count = 0
        numbers = schedule.tasks.map { task in
            guard task.times != nil else { return nil }
            count += 1
            return count
        }
        var links: [[ScheduledLink]] = schedule.tasks.map { _ in [] }
        for link in schedule.links where schedule.tasks[link.predecessor].times != nil {
            links[link.successor].append(link)
        }
        self.links = links
    }

    mutating func writeProject(statusDate: CalendarDate?) {
        xml.bytes.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.open("Project", " xmlns=\"http://schemas.microsoft.com/project\"")
        xml.element("SaveVersion", 14)
        xml.element("Name", limited(projectFileName(slug: subject.slug), to: 255))
        xml.element("Title", limited(subject.title))
        if let manager = plan.manager { xml.element("Manager", limited(subject.roleName(manager.value))) }
        xml.element("ScheduleFromStart", 1)
        xml.element("StartDate", hours.start(of: schedule.start))
        xml.element("FinishDate", hours.finish(of: schedule.finish))
        xml.element("CriticalSlackLimit", plan.criticalBelow)
        xml.element("CurrencyDigits", plan.currencyDigits)
        // The schema wants one; a plan without currency has no amounts.
        xml.element("CurrencyCode", plan.currency?.value ?? "USD")
        xml.element("CalendarUID", 1)
        xml.element("DefaultStartTime", hours.startTime)
        xml.element("DefaultFinishTime", hours.finishTime)
        xml.element("MinutesPerDay", hours.minutes)
        xml.element("MinutesPerWeek", hours.minutes * schedule.calendar.daysPerWeek)
        xml.element("DaysPerMonth", 20)
        if let statusDate { xml.element("StatusDate", hours.finish(of: statusDate)) }
        writeCalendars()
        writeTasks()
        let resources = writeResources()
        writeAssignments(resources)
        xml.close("Project")
    }

    // MARK: Tasks

    private mutating func writeTasks() {
        let baseline = Dictionary(
            (plan.baseline?.tasks ?? []).map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
        var outline = OutlineNumbers()
        xml.open("Tasks")
        for (place, task) in schedule.tasks.enumerated() {
            guard let number = numbers[place], let times = task.times, let dates = task.dates else { continue }
            let moments = moments(of: task, dates)
            let outlineNumber = outline.next(atDepth: task.depth)
            let minutes = (times.earlyFinish - times.start) * hours.minutes
            xml.open("Task")
            xml.element("UID", number)
            xml.element("ID", number)
            xml.element("Name", limited(singleLine(task.task.name)))
            xml.element("Manual", 0)
            xml.element("Type", 1)
            if let owner = task.task.owner { xml.element("Contact", limited(subject.roleName(owner.value))) }
            xml.element("WBS", outlineNumber)
            xml.element("OutlineNumber", outlineNumber)
            xml.element("OutlineLevel", task.depth + 1)
            xml.element("Start", moments.start)
            xml.element("Finish", moments.finish)
            xml.element("Duration", hours.duration(ofMinutes: minutes))
            xml.element("DurationFormat", 7)
            xml.element("Milestone", task.isMilestone ? 1 : 0)
            xml.element("Summary", task.isPhase ? 1 : 0)
            // In hundredths of the currency.
            if !task.isPhase, let cost = task.task.cost { xml.element("FixedCost", cost.value.units(digits: 2)) }
            writeProgress(of: task, times, moments, minutes: minutes)
            writeConstraint(on: task, at: place, moments)
            if task.projectCalendar > 0 { xml.element("IgnoreResourceCalendar", 1) }
            if let note = task.task.note { xml.element("Notes", note) }
            for link in links[place] { write(link) }
            if let kept = baseline[task.id] { write(kept, isMilestone: task.isMilestone) }
            xml.close("Task")
        }
        xml.close("Tasks")
    }

    private func moments(of task: ScheduledTask, _ dates: ClosedRange<CalendarDate>) -> (start: String, finish: String)
    {
        if task.isMilestone {
            let moment =
                task.times?.side == .start ? hours.start(of: dates.lowerBound) : hours.finish(of: dates.lowerBound)
            return (moment, moment)
        }
        return (startMoment(of: task, dates), hours.finish(of: dates.upperBound))
    }

    /// A phase that begins with a milestone at the end of a day begins there.
    private func startMoment(of task: ScheduledTask, _ dates: ClosedRange<CalendarDate>) -> String {
        guard task.isPhase, let place = schedule.place(ofTask: task.id) else {
            return hours.start(of: dates.lowerBound)
        }
        let inner = schedule.tasks[(place + 1)...].prefix { $0.depth > task.depth }
        let first = inner.filter { !$0.isPhase && $0.start == dates.lowerBound }
        let beginsAtEnd = !first.isEmpty && first.allSatisfy { $0.isMilestone && $0.times?.side == .end }
        return beginsAtEnd ? hours.finish(of: dates.lowerBound) : hours.start(of: dates.lowerBound)
    }

    /// What has finished has started. How long was worked and how long is to work stand in every task, because some
    /// readers schedule by these two. Work under way takes from its start to its finish; what is over of that counts as
    /// worked, because the file can say no other way when the rest begins.
    private mutating func writeProgress(
        of task: ScheduledTask, _ times: ActivityTimes, _ moments: (start: String, finish: String), minutes: Int
    ) {
        guard !task.isPhase else { return xml.element("PercentComplete", task.progress) }
        let rest = task.isDone ? 0 : task.remaining * hours.minutes
        let worked = max(0, minutes - rest)
        xml.element("PercentComplete", task.isDone ? 100 : minutes > 0 ? worked * 100 / minutes : 0)
        if task.isDone || task.state == .started { xml.element("ActualStart", moments.start) }
        if task.isDone { xml.element("ActualFinish", moments.finish) }
        xml.element("ActualDuration", hours.duration(ofMinutes: worked))
        xml.element("RemainingDuration", hours.duration(ofMinutes: rest))
    }

    private mutating func write(
        _ kept: (id: Located<String>, start: CalendarDate?, finish: CalendarDate?), isMilestone: Bool
    ) {
        guard let finish = kept.finish ?? kept.start else { return }
        xml.open("Baseline")
        xml.element("Number", 0)
        if let start = kept.start {
            xml.element("Start", isMilestone ? hours.finish(of: start) : hours.start(of: start))
        }
        xml.element("Finish", hours.finish(of: finish))
        xml.close("Baseline")
    }

    private mutating func write(_ link: ScheduledLink) {
        guard let predecessor = numbers[link.predecessor] else { return }
        xml.open("PredecessorLink")
        xml.element("PredecessorUID", predecessor)
        let type =
            switch link.link.type {
            case .finishToFinish: 0
            case .finishToStart: 1
            case .startToFinish: 2
            case .startToStart: 3
            }
        xml.element("Type", type)
        xml.element("CrossProject", 0)
        // In tenths of a minute.
        xml.element("LinkLag", link.lag * hours.minutes * 10)
        xml.element("LagFormat", 7)
        xml.close("PredecessorLink")
    }

    // MARK: Resources

    /// Returns their numbers by id.
    private mutating func writeResources() -> [String: Int] {
        var numbers: [String: Int] = [:]
        xml.open("Resources")
        for resource in plan.resources where numbers[resource.id.value] == nil {
            let number = numbers.count + 1
            numbers[resource.id.value] = number
            xml.open("Resource")
            xml.element("UID", number)
            xml.element("ID", number)
            let name = resource.name ?? resource.role.map { subject.roleName($0.value) } ?? resource.id.value
            xml.element("Name", limited(singleLine(name)))
            xml.element("Type", 1)
            xml.element("MaxUnits", exactDecimal(resource.capacity.value))
            if let rate = resource.rate {
                // An hour's rate, and that people think of it by the day.
                xml.element(
                    "StandardRate", exactDecimal(proportion(of: rate.value.units(digits: 2), 60, over: hours.minutes)))
                xml.element("StandardRateFormat", 3)
            }
            if let place = plan.calendars.firstIndex(where: { $0.id.value == resource.calendar?.value }) {
                xml.element("CalendarUID", place + 2)
            }
            xml.close("Resource")
        }
        xml.close("Resources")
        return numbers
    }

    private mutating func writeAssignments(_ resources: [String: Int]) {
        var count = 0
        xml.open("Assignments")
        for (place, task) in schedule.tasks.enumerated() where !task.isPhase {
            guard let number = numbers[place] else { continue }
            for assignment in task.task.assignments {
                guard let resource = resources[assignment.resource.value] else { continue }
                count += 1
                xml.open("Assignment")
                xml.element("UID", count)
                xml.element("TaskUID", number)
                xml.element("ResourceUID", resource)
                xml.element("Units", exactDecimal(assignment.units))
                xml.close("Assignment")
            }
        }
        xml.close("Assignments")
    }
}

/// `1`, `1.1`, `1.2`, `2`: the place of each task among its neighbours, behind that of its phase.
private struct OutlineNumbers {
    private var counts: [Int] = []

    mutating func next(atDepth depth: Int) -> String {
        while counts.count <= depth { counts.append(0) }
        counts.removeSubrange((depth + 1)...)
        counts[depth] += 1
        return counts.map { String($0) }.joined(separator: ".")
    }
}

/// The schema limits the length of nearly every text.
private func limited(_ text: String, to count: Int = 512) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(count))
    return String(scalars)
}

private func singleLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
