// PlanExports: a plan as files for spreadsheets, calendars, project tools, diagrams and programs.
//
// `planExports` lists the files; each is written by a file of this module, such as `ProjectXML` for `mspdi` and
// `CalendarFile` for `ics`. A new one is an entry here and a writer. The same plan gives the same bytes. This module must
// never know pages, HTML or templates, nor touch the disk.

import Content
package import Plans
import Scheduling
import UTF8Text

/// A file that a plan can be written to.
package struct PlanExport: Sendable {
    /// How the command line calls it; `nil` for one that only pages offer.
    package let format: String?
    /// What is in it, for readers.
    package let title: String
    /// Its format and what that is good for, for readers.
    package let purpose: String
    package let name: @Sendable (_ slug: String) -> String
    /// Whether the file of a plan has at least one row, task or event.
    let saysSomething: @Sendable (ScheduledPlan) -> Bool
    /// Of a plan without schedule, a file about it is empty.
    package let bytes: @Sendable (ScheduledPlan, PlanSubject) -> [UInt8]
}

/// All of them, in the order in which pages list them. Names have the slug of the plan, because people keep these files
/// among others; only programs look for the schedule.
package let planExports: [PlanExport] = [
    .ofSchedule("ics", "Calendar of all tasks", forCalendars, { "\($0).ics" }) { _, schedule, subject in
        calendar(of: Array(schedule.leaves), in: schedule, subject: subject)
    },
    .ofSchedule(
        nil, "Calendar of milestones", forCalendars, { "\($0)-milestones.ics" }, if: { !$0.milestones.isEmpty }
    ) { plan, schedule, subject in
        calendar(of: plan.milestones.map { schedule.tasks[$0] }, in: schedule, subject: subject)
    },
    .ofSchedule("mspdi", "Project file", "XML, for Microsoft Project and ProjectLibre", projectFileName) {
        projectXML(of: $0, schedule: $1, subject: $2)
    },
    .ofSchedule("csv", "Tasks", forSpreadsheets, { "\($0)-tasks.csv" }) { _, schedule, subject in
        taskSheet(of: schedule, for: SheetHabit(language: subject.language))
    },
    .sheet("Risks", { "\($0)-risks.csv" }, if: { !$0.risks.isEmpty }, riskSheet),
    .sheet("Responsibilities", { "\($0)-raci.csv" }, if: { !$0.raci.isEmpty }, raciSheet),
    .sheet("Budget", { "\($0)-budget.csv" }, if: { !$0.budget.isEmpty }, budgetSheet),
    .sheet("Stakeholders", { "\($0)-stakeholders.csv" }, if: { !$0.stakeholders.isEmpty }, stakeholderSheet),
    .ofSchedule("mermaid", "Diagram", "Mermaid, for documents", { "\($0).mmd" }) { _, schedule, subject in
        mermaidGantt(of: schedule, title: subject.title)
    },
    .ofSchedule("json", "Schedule", "JSON, for programs", { _ in "schedule.json" }) {
        scheduleJSON(of: $0, schedule: $1, subject: $2).bytes + [UInt8(ascii: "\n")]
    },
]

private let forCalendars = "iCalendar, for calendar programs"
private let forSpreadsheets = "CSV, for spreadsheets"

extension ScheduledPlan {
    /// The files that this plan has: those that say something about it.
    package var exports: [PlanExport] { planExports.filter { $0.saysSomething(self) } }
}

extension PlanExport {
    fileprivate static func ofSchedule(
        _ format: String?, _ title: String, _ purpose: String, _ name: @escaping @Sendable (String) -> String,
        if says: @escaping @Sendable (ScheduledPlan) -> Bool = \.hasWork,
        _ write: @escaping @Sendable (ScheduledPlan, PlanSchedule, PlanSubject) -> [UInt8]
    ) -> PlanExport {
        PlanExport(format: format, title: title, purpose: purpose, name: name, saysSomething: says) { plan, subject in
            plan.schedule.map { write(plan, $0, subject) } ?? []
        }
    }

    /// A register, which needs no schedule.
    fileprivate static func sheet(
        _ title: String, _ name: @escaping @Sendable (String) -> String,
        if says: @escaping @Sendable (Plan) -> Bool, _ write: @escaping @Sendable (Plan, SheetHabit) -> [UInt8]
    ) -> PlanExport {
        PlanExport(
            format: nil, title: title, purpose: forSpreadsheets, name: name, saysSomething: { says($0.plan) }
        ) { plan, subject in
            write(plan.plan, SheetHabit(language: subject.language))
        }
    }
}

extension ScheduledPlan {
    fileprivate var hasWork: Bool { schedule?.leaves.contains { _ in true } ?? false }
}
