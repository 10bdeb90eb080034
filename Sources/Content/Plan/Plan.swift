// A plan as its author wrote it, typed: goals, tasks, people, money, risks. When things happen is computed elsewhere.
//
// The parts of a plan that name others do so as text: whether there is such a task, role or stakeholder is for those to
// say who see all of them. Lists keep the order of the file.

package import UTF8Text

package struct Goal: Sendable {
    package let id: Located<String>
    package let title: String
    package let objectives: [Objective]
}

package struct Objective: Sendable {
    package let id: Located<String>
    package let title: String
    /// The champion of the outcome.
    package let owner: Located<String>?
    package let measure: Measure?

    package struct Measure: Sendable {
        /// Of the mapping.
        package let position: SourcePosition
        package let metric: String?
        package let unit: String?
        /// As written, and not the same as the target: numbers, mostly.
        package let baseline: Located<String>?
        package let target: Located<String>?
        package let due: Located<CalendarDate>?
        package let source: String?
    }
}

package struct PlanCalendar: Sendable {
    /// At least one day, each once.
    package let week: [Weekday]
    /// In the order of the file; they may overlap.
    package let holidays: [Holiday]
    /// Working days that win over weekends and holidays.
    package let working: [CalendarDate]
    /// From 60 to 1440, in quarters of an hour; for export and cost alone.
    package let minutesPerDay: Int

    package init(week: [Weekday], holidays: [Holiday], working: [CalendarDate], minutesPerDay: Int) {
        self.week = week
        self.holidays = holidays
        self.working = working
        self.minutesPerDay = minutesPerDay
    }

    package struct Holiday: Sendable {
        /// Both are free; `first` is not after `last`.
        package let first: CalendarDate
        package let last: CalendarDate
        package let name: String?
    }
}

/// A calendar for some tasks or resources. What it does not say is the plan's, unless it stands alone.
package struct NamedCalendar: Sendable {
    package let id: Located<String>
    package let calendar: PlanCalendar
}

package struct Governance: Sendable {
    package let board: Located<String>?
    package let meets: String?
    /// How late the plan may be before the board must decide.
    package let timeTolerance: Located<WorkDuration>?
    /// How far above the budget, in hundredths of a percent: `10%` is 1000.
    package let costTolerance: Located<Int>?
}

/// A schedule that was kept to measure slip against.
package struct Baseline: Sendable {
    package let date: CalendarDate?
    package let tasks: [(id: Located<String>, start: CalendarDate?, finish: CalendarDate?)]
    package let budget: Located<Money>?
}

package struct Plan: Sendable {
    /// Of the mapping: its first key.
    package let position: SourcePosition
    /// A project, at `position`, when that is missing, which was reported.
    package let kind: Located<PlanKind>
    package let sponsor: Located<String>?
    package let manager: Located<String>?
    /// `nil` only if it is missing or malformed, which was reported.
    package let start: Located<CalendarDate>?
    package let deadline: Located<CalendarDate>?
    package let statusDate: Located<CalendarDate>?
    /// As ISO 4217 writes it.
    package let currency: Located<String>?
    package let calendar: PlanCalendar
    /// Further calendars, for tasks and resources that work on other days.
    package let calendars: [NamedCalendar]
    /// Tasks with at most this many working days of total float are critical.
    package let criticalBelow: Int
    package let showsStance: Bool
    package let governance: Governance?
    package let baseline: Baseline?
    package let scorecardLimits: [ScorecardLimit]
    package let goals: [Goal]
    package let tasks: [PlanTask]
    /// The same in one list: a phase, then its tasks. Kept, because nearly every check and table goes through it.
    package let allTasks: [PlanTask]
    package let resources: [PlanResource]
    package let budget: [BudgetLine]
    package let stakeholders: [Stakeholder]
    package let raci: [RACIRow]
    package let risks: [Risk]
    package let quality: [QualityCriterion]
    package let communications: [Communication]
    package let log: [LogEntry]
}
