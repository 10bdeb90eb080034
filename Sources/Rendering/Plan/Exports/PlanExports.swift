// The files beside a plan's page: the plan for spreadsheets, calendars, project tools, diagrams and programs.

import Content
package import Knowledge
package import UTF8Text

/// The forms in which a plan leaves the handbook.
package enum PlanFormat: String, CaseIterable, Sendable {
    /// RFC 4180.
    case csv
    /// iCalendar, RFC 5545.
    case ics
    /// The XML of Microsoft Project.
    case mspdi
    /// The text of a Mermaid gantt chart.
    case mermaid
    case json
}

/// One of the files of a plan.
package enum PlanFile: CaseIterable, Sendable {
    case calendar, milestones, mspdi, tasks, risks, raci, budget, stakeholders, mermaid, schedule

    package var format: PlanFormat {
        switch self {
        case .calendar, .milestones: .ics
        case .mspdi: .mspdi
        case .tasks, .risks, .raci, .budget, .stakeholders: .csv
        case .mermaid: .mermaid
        case .schedule: .json
        }
    }

    /// With the slug of the plan, because people keep these files among others; only programs look for the schedule.
    package func name(slug: String) -> String {
        switch self {
        case .calendar: "\(slug).ics"
        case .milestones: "\(slug)-milestones.ics"
        case .mspdi: "\(slug).xml"
        case .tasks: "\(slug)-tasks.csv"
        case .risks: "\(slug)-risks.csv"
        case .raci: "\(slug)-raci.csv"
        case .budget: "\(slug)-budget.csv"
        case .stakeholders: "\(slug)-stakeholders.csv"
        case .mermaid: "\(slug).mmd"
        case .schedule: "schedule.json"
        }
    }
}

/// What a plan's files say about it that stands on its page and in its handbook, not in the plan itself.
package struct PlanSubject: Sendable {
    package let slug: String
    package let title: String
    /// What makes the names of this handbook's events differ from those of all others: a host, or a slug of its title.
    package let site: String
    /// The public address of the page; `nil` for a handbook without one.
    package let address: String?
    /// When the page was last changed: what the files say about their own age, so that no build differs from another.
    package let updated: CalendarDate?
    /// Of the handbook, as a tag: how its readers' spreadsheets expect numbers.
    package let language: String
    /// The title of a role by its slug; what names no role is a person, and comes back as it was.
    package let roleName: @Sendable (String) -> String

    package init(
        slug: String, title: String, site: String, address: String?, updated: CalendarDate?,
        language: String = "en", roleName: @escaping @Sendable (String) -> String
    ) {
        self.slug = slug
        self.title = title
        self.site = site
        self.address = address
        self.updated = updated
        self.language = language
        self.roleName = roleName
    }
}

extension ScheduledPlan {
    /// The files that this plan has: those with at least one row, task or event.
    package var files: [PlanFile] { PlanFile.allCases.filter(has) }

    private func has(_ file: PlanFile) -> Bool {
        switch file {
        case .tasks, .calendar, .mspdi, .mermaid, .schedule: schedule?.leaves.contains { _ in true } ?? false
        case .milestones: !milestones.isEmpty
        case .risks: !plan.risks.isEmpty
        case .raci: !plan.raci.isEmpty
        case .budget: !plan.budget.isEmpty
        case .stakeholders: !plan.stakeholders.isEmpty
        }
    }
}

/// All files of a plan with their names, which are relative to the folder of its page.
package func planFiles(_ plan: ScheduledPlan, subject: PlanSubject) -> [(name: String, bytes: [UInt8])] {
    plan.files.map { ($0.name(slug: subject.slug), planFile($0, of: plan, subject: subject)) }
}

/// One file of a plan. Of a plan without schedule, files about it say nothing.
package func planFile(_ file: PlanFile, of plan: ScheduledPlan, subject: PlanSubject) -> [UInt8] {
    let habit = SheetHabit(language: subject.language)
    switch file {
    case .risks: return riskSheet(of: plan.plan, for: habit)
    case .raci: return raciSheet(of: plan.plan, for: habit)
    case .budget: return budgetSheet(of: plan.plan, for: habit)
    case .stakeholders: return stakeholderSheet(of: plan.plan, for: habit)
    case .tasks, .calendar, .milestones, .mspdi, .mermaid, .schedule: break
    }
    guard let schedule = plan.schedule else { return [] }
    switch file {
    case .tasks: return taskSheet(of: schedule, for: habit)
    case .calendar: return calendar(of: Array(schedule.leaves), in: schedule, subject: subject)
    case .milestones:
        let milestones = plan.milestones.map { schedule.tasks[$0] }
        return calendar(of: milestones, in: schedule, subject: subject)
    case .mspdi: return projectXML(of: plan, schedule: schedule, subject: subject)
    case .mermaid: return mermaidGantt(of: schedule, title: subject.title)
    case .schedule: return scheduleJSON(of: plan, schedule: schedule, subject: subject).bytes + [UInt8(ascii: "\n")]
    case .risks, .raci, .budget, .stakeholders: return []
    }
}

/// Hundredths, or thousandths, as a decimal number with two, or three, digits behind the point, for programs to read.
func exactDecimal(_ units: Int, digits: Int = 2) -> String {
    let scale: UInt = digits == 3 ? 1000 : 100
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: scale)
    return "\(units < 0 ? "-" : "")\(whole).\(String(scale + rest).dropFirst())"
}
