// A plan as the XML of Microsoft Project (MSPDI), which ProjectLibre, GanttProject and most other planners read too.
//
// Every content model of its schema (mspdi_pj12.xsd) is a sequence, so the order of the elements matters. `Manual` is
// newer than that schema; without it, new versions may plan tasks by hand. Other programs schedule the plan anew when
// they open it; dates stay because our rules are theirs.
// Source: Microsoft, "Project XML Data Interchange Schema Reference" (MicrosoftDocs/office-developer-msproject-xml-docs).

import Content
import Knowledge
import Scheduling
import UTF8Text

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
    var xml = XMLWriter()

    init(plan: Plan, schedule: PlanSchedule, subject: PlanSubject) {
        self.plan = plan
        self.schedule = schedule
        self.subject = subject
        hours = DayHours(count: plan.calendar.hoursPerDay)
        var count = 0
        numbers = schedule.tasks.map { task in
            guard task.times != nil else { return nil }
            count += 1
            return count
        }
    }

    mutating func writeProject(statusDate: CalendarDate?) {
        xml.bytes.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.open("Project", " xmlns=\"http://schemas.microsoft.com/project\"")
        xml.element("SaveVersion", 14)
        xml.element("Name", limited(PlanFile.mspdi.name(slug: subject.slug), to: 255))
        xml.element("Title", limited(subject.title))
        if let manager = plan.manager { xml.element("Manager", limited(subject.roleName(manager.value))) }
        xml.element("ScheduleFromStart", 1)
        xml.element("StartDate", hours.start(of: schedule.start))
        xml.element("FinishDate", hours.finish(of: schedule.finish))
        xml.element("CriticalSlackLimit", plan.criticalBelow)
        xml.element("CurrencyDigits", 2)
        // The schema wants one; a plan without currency has no amounts.
        xml.element("CurrencyCode", plan.currency?.value ?? "USD")
        xml.element("CalendarUID", 1)
        xml.element("DefaultStartTime", hours.startTime)
        xml.element("DefaultFinishTime", hours.finishTime)
        xml.element("MinutesPerDay", hours.minutes)
        xml.element("MinutesPerWeek", hours.minutes * schedule.calendar.daysPerWeek)
        xml.element("DaysPerMonth", 20)
        if let statusDate { xml.element("StatusDate", hours.finish(of: statusDate)) }
        writeCalendar()
        writeTasks()
        let resources = writeResources()
        writeAssignments(resources)
        xml.close("Project")
    }

    // MARK: Tasks

    private mutating func writeTasks() {
        var links: [[ScheduledLink]] = schedule.tasks.map { _ in [] }
        for link in schedule.links { links[link.successor].append(link) }
        var outline = OutlineNumbers()
        xml.open("Tasks")
        for (place, task) in schedule.tasks.enumerated() {
            guard let number = numbers[place], let times = task.times, let dates = task.dates else { continue }
            let moments = moments(of: task, times, dates)
            let outlineNumber = outline.next(atDepth: task.depth)
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
            xml.element("Duration", hours.duration(ofMinutes: (times.earlyFinish - times.earlyStart) * hours.minutes))
            xml.element("DurationFormat", 7)
            xml.element("Milestone", task.isMilestone ? 1 : 0)
            xml.element("Summary", task.isPhase ? 1 : 0)
            xml.element("PercentComplete", task.percentComplete)
            if !task.isPhase { writeActuals(task, times, moments) }
            writeConstraint(on: task)
            if let note = task.task.note { xml.element("Notes", note) }
            for link in links[place] { write(link) }
            xml.close("Task")
        }
        xml.close("Tasks")
    }

    /// A milestone falls on the end of the day on which its last predecessor finishes; so does what begins with one.
    private func moments(
        of task: ScheduledTask, _ times: ActivityTimes, _ dates: ClosedRange<CalendarDate>
    ) -> (start: String, finish: String) {
        let startsAtEnd =
            task.task.actualStart == nil && dates.lowerBound < schedule.calendar.date(ofDay: times.earlyStart)
        let start = startsAtEnd ? hours.finish(of: dates.lowerBound) : hours.start(of: dates.lowerBound)
        return (start, times.earlyStart == times.earlyFinish ? start : hours.finish(of: dates.upperBound))
    }

    /// What has finished has started. How long was worked and how long is to work stand in every task, because some
    /// readers schedule by these two.
    private mutating func writeActuals(
        _ task: ScheduledTask, _ times: ActivityTimes, _ moments: (start: String, finish: String)
    ) {
        if task.task.actualStart != nil || task.task.actualFinish != nil {
            xml.element("ActualStart", moments.start)
        }
        if task.task.actualFinish != nil { xml.element("ActualFinish", moments.finish) }
        let minutes = (times.earlyFinish - times.earlyStart) * hours.minutes
        let worked = minutes * task.percentComplete / 100
        xml.element("ActualDuration", hours.duration(ofMinutes: worked))
        xml.element("RemainingDuration", hours.duration(ofMinutes: minutes - worked))
    }

    private mutating func writeConstraint(on task: ScheduledTask) {
        let day = task.isPhase ? nil : task.task.start.map { schedule.calendar.day(onOrAfter: $0.value) }
        // What may start when the plan does is not held back.
        let constraint = day.flatMap { $0 > 0 ? $0 : nil }
        xml.element("ConstraintType", constraint == nil ? 0 : 4)
        xml.element("CalendarUID", -1)
        if let constraint {
            let calendar = schedule.calendar
            // The end of a day and the beginning of the next are one, and a milestone falls on the former.
            xml.element(
                "ConstraintDate",
                task.isMilestone
                    ? hours.finish(of: calendar.date(ofDay: constraint - 1))
                    : hours.start(of: calendar.date(ofDay: constraint)))
        }
        if !task.isPhase, let deadline = task.task.deadline { xml.element("Deadline", hours.finish(of: deadline)) }
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
