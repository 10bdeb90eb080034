// The work of a plan as its author wrote it: tasks, phases, milestones, and the links between them.

package import UTF8Text

/// How the two ends of a dependency are tied: finish or start of the predecessor to start or finish of the successor.
package enum LinkType: String, CaseIterable, Sendable {
    case finishToStart = "FS"
    case startToStart = "SS"
    case finishToFinish = "FF"
    case startToFinish = "SF"
}

/// A dependency: `p1`, `p1:SS`, `p1:SS+10d`, `g2m:FS-4d`.
package struct TaskLink: Sendable {
    package let predecessor: Located<String>
    package let type: LinkType
    /// In working time; how far to shift, whichever way.
    package let lag: WorkDuration
    /// Whether the lag is a lead: the successor overlaps its predecessor.
    package let isLead: Bool

    package var position: SourcePosition { predecessor.position }
}

/// In working days, `low` ≤ `likely` ≤ `high`.
package struct ThreePointEstimate: Sendable {
    package let low: Int
    package let likely: Int
    package let high: Int
}

/// A task, a milestone, or a phase of tasks.
///
/// A leaf has a duration, an estimate, `isMilestone` or both dates, unless its author left them out, which was reported.
/// What a phase may not have (duration, estimate, dates, progress, cost, assignments) was reported too; it is here as
/// written and means nothing.
package struct PlanTask: Sendable {
    /// Unique in the plan, or else reported.
    package let id: Located<String>
    /// The id, if the name is missing.
    package let name: String
    package let children: [PlanTask]
    package let duration: Located<WorkDuration>?
    package let estimate: Located<ThreePointEstimate>?
    /// Said to be one, or of no duration.
    package let isMilestone: Bool
    /// In the order of the file.
    package let after: [TaskLink]
    package let start: Located<CalendarDate>?
    /// With `start` and no duration, the last day of work; else the task's own deadline.
    package let finish: Located<CalendarDate>?
    package let owner: Located<String>?
    /// From 0 to 100; `nil` when not given.
    package let progress: Located<Int>?
    package let status: Located<TaskStatus>?
    package let actualStart: Located<CalendarDate>?
    package let actualFinish: Located<CalendarDate>?
    /// How much work is left at the end of the status date, which wins over `progress`; at least a day.
    package let remaining: Located<WorkDuration>?
    package let constraint: Located<TaskConstraint>?
    /// The id of the calendar that it is worked on by.
    package let calendar: Located<String>?
    /// Ids of objectives.
    package let serves: [Located<String>]
    package let assignments: [Assignment]
    package let deliverable: Deliverable?
    package let stage: Located<ImplementationStage>?
    package let cost: Located<Money>?
    /// Markdown.
    package let note: String?

    package var isPhase: Bool { !children.isEmpty }
    package var progressPercent: Int { progress?.value ?? 0 }

    package struct Assignment: Sendable {
        package let resource: Located<String>
        /// In hundredths of a full-time equivalent, from 1 to `limit`.
        package let units: Int

        /// More people than any task has.
        static let limit = 1_000_000
    }

    package struct Deliverable: Sendable {
        package let name: Located<String>
        /// A page by its slug, a page or file by its path, or an address on the web.
        package let link: Located<String>?
    }
}
