// A plan with its schedule: the tasks of its file in their order, each with dates and float.

package import Content
package import Scheduling
package import UTF8Text

package struct ScheduledPlan: Sendable {
    package let plan: Plan
    package let status: PlanStatus
    /// `nil` when tasks wait for each other in a circle.
    package let schedule: PlanSchedule?
    /// By which a schedule is judged; empty when there is none.
    package let scorecard: [ScorecardItem]
    /// When the page of the plan was last changed.
    package let updated: CalendarDate?

    /// The date that progress is judged by.
    package var statusDate: CalendarDate? { status.date }
}

package struct PlanSchedule: Sendable {
    /// The plan's own; some tasks may go by others.
    package let calendar: WorkingCalendar
    /// All calendars that tasks go by, as written; the plan's first.
    package let calendars: [PlanCalendar]
    /// The first working day of the plan, day 0.
    package let start: CalendarDate
    /// Every task and phase of the file, a phase before its children.
    package let tasks: [ScheduledTask]
    /// Between tasks and phases, by their places in `tasks`; what could not be resolved is left out.
    package let links: [ScheduledLink]
    /// The latest date of any task.
    package let finish: CalendarDate
    /// In working days.
    package let duration: Int
    package let deadline: CalendarDate?
    /// In working days, from the finish to the deadline; negative when the plan is late. `nil` without deadline. A plan
    /// that finishes on a day off behind its deadline is late by no working day.
    package let margin: Int?
    /// The chain of tasks that decides the finish, by their places in `tasks`, first to last.
    package let criticalPath: [Int]
    /// How many such chains there are; `Int.max` when they are too many to count.
    package let criticalPathCount: Int
    /// The places in `links` of links that would let a task start before the plan does.
    package let linksBeforeStart: [Int]
    private let places: [String: Int]

    /// - Parameter planned: the dates that each task was planned for.
    init(_ network: NetworkSchedule, deadline: CalendarDate?, planned: [ClosedRange<CalendarDate>?]) {
        calendar = network.network.calendar
        calendars = network.network.planCalendars
        tasks = network.tasks(planned: planned)
        links = network.links
        duration = network.result.finish
        criticalPath = network.criticalPath
        criticalPathCount = network.result.criticalPathCount
        linksBeforeStart = network.linksBeforeStart
        self.deadline = deadline
        let (days, start) = (calendar, calendar.date(ofDay: 0))
        let finish = tasks.compactMap(\.finish).max() ?? start
        self.start = start
        self.finish = finish
        margin = deadline.map { days.days(from: finish, to: $0) }
        places = Dictionary(tasks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether it finishes after its deadline, be it on a day off.
    package var isLate: Bool { deadline.map { finish > $0 } ?? false }

    /// The place in `tasks` of the task or phase with this id.
    package func place(ofTask id: String) -> Int? { places[id] }

    /// The tasks that are work: neither phases nor dropped.
    package var leaves: some Sequence<ScheduledTask> { tasks.lazy.filter { !$0.isPhase && $0.times != nil } }
}

/// A task or a phase with its times.
package struct ScheduledTask: Sendable {
    package let task: PlanTask
    /// 0 for what is in no phase.
    package let depth: Int
    /// The place of the phase that it is part of.
    package let phase: Int?
    /// Its own stage, else that of its phase.
    package let stage: ImplementationStage?
    /// By which it is worked on, and its place in `PlanSchedule.calendars`.
    package let calendar: WorkingCalendar
    package let calendarPlace: Int
    package let state: TaskState
    /// In working days from the start of the plan. Of a phase: from the first start to the last finish of its tasks, with
    /// the least float of them. `nil` for what was dropped.
    package let times: ActivityTimes?
    /// The first and last days worked on; of a milestone the day at whose end or beginning it lies.
    package let dates: ClosedRange<CalendarDate>?
    /// In working days.
    package let duration: Int
    /// Working days that are left of a task.
    package let remaining: Int
    /// Of a task under way the day on which the rest of it begins.
    package let remainingStart: CalendarDate?
    /// From 0 to 100; of a phase the mean of its tasks, weighted by their durations.
    package let progress: Int
    /// The dates it was planned for: those of its baseline, else those without any progress.
    package let planned: ClosedRange<CalendarDate>?
    /// Unfinished, and planned to be finished by the status date.
    package let isLate: Bool
    /// Not begun, and planned to have begun by the status date.
    package let isLateStart: Bool

    package var id: String { task.id.value }
    package var isPhase: Bool { task.isPhase }
    package var isMilestone: Bool { !isPhase && duration == 0 && !liesOnDaysOff }
    /// Whether there is no working day between its two dates, which was reported.
    package var liesOnDaysOff: Bool { !isPhase && duration == 0 && task.liesBetweenItsDates }
    package var isDone: Bool { state == .finished }
    package var isUnfinished: Bool { state == .planned || state == .started }
    package var isCritical: Bool { times?.isCritical ?? false }
    package var start: CalendarDate? { dates?.lowerBound }
    package var finish: CalendarDate? { dates?.upperBound }
}

package struct ScheduledLink: Sendable {
    /// The link as written, in the list of the task that it leads to.
    package let link: TaskLink
    /// Places in `PlanSchedule.tasks`.
    package let predecessor: Int
    package let successor: Int
    /// In working days; negative for a lead.
    package let lag: Int
    /// Whether the successor starts when it does because of this link. Never said of links of phases.
    package let isDriving: Bool
}
