// A plan with its schedule: the tasks of its file in their order, each with dates and float.

package import Content
package import Scheduling
package import UTF8Text

package struct ScheduledPlan: Sendable {
    package let plan: Plan
    /// The date that progress is judged by: the plan's own, else the day its page was updated.
    package let statusDate: CalendarDate?
    /// `nil` when tasks wait for each other in a circle.
    package let schedule: PlanSchedule?
}

package struct PlanSchedule: Sendable {
    package let calendar: WorkingCalendar
    /// The first working day of the plan, day 0.
    package let start: CalendarDate
    /// Every task and phase of the file, a phase before its children.
    package let tasks: [ScheduledTask]
    /// Between tasks and phases, by their places in `tasks`; what could not be resolved is left out.
    package let links: [ScheduledLink]
    /// The last day worked on.
    package let finish: CalendarDate
    /// In working days.
    package let duration: Int
    /// In working days, from the finish to the deadline; negative when the plan is late. `nil` without deadline.
    package let margin: Int?
    /// The chain of tasks that decides the finish, by their places in `tasks`, first to last.
    package let criticalPath: [Int]
    /// How many such chains there are; `Int.max` when they are too many to count.
    package let criticalPathCount: Int
    /// The places in `links` of links that would let a task start before the plan does.
    package let linksBeforeStart: [Int]
    private let places: [String: Int]

    init(
        calendar: WorkingCalendar, tasks: [ScheduledTask], links: [ScheduledLink], duration: Int,
        deadline: CalendarDate?, criticalPath: [Int], criticalPathCount: Int, linksBeforeStart: [Int]
    ) {
        self.calendar = calendar
        self.tasks = tasks
        self.links = links
        self.duration = duration
        self.criticalPath = criticalPath
        self.criticalPathCount = criticalPathCount
        self.linksBeforeStart = linksBeforeStart
        start = calendar.date(ofDay: 0)
        finish = calendar.lastDay(ofFinish: duration)
        margin = deadline.map { calendar.finish(through: $0) - duration }
        places = Dictionary(tasks.indices.map { (tasks[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    }

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
    /// In working days from the start of the plan. Of a phase: from the first start to the last finish of its tasks, with
    /// the least float of them. `nil` for what was dropped.
    package let times: ActivityTimes?
    /// The first and last days worked on; a milestone falls on the day its last predecessor finishes.
    package let dates: ClosedRange<CalendarDate>?
    /// In working days.
    package let duration: Int
    /// From 0 to 100; of a phase the mean of its tasks, weighted by their durations.
    package let progress: Int
    package let isDone: Bool

    package var id: String { task.id.value }
    package var isPhase: Bool { task.isPhase }
    package var isMilestone: Bool { !isPhase && duration == 0 }
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

extension WorkingCalendar {
    /// The day shown as the finish of what is finished by the beginning of day `finish`.
    func lastDay(ofFinish finish: Int) -> CalendarDate { date(ofDay: finish == 0 ? 0 : finish - 1) }
}
