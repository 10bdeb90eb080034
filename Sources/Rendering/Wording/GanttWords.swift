// The Gantt chart: what its bars say to those who cannot see them, and what its signs mean.

struct GanttWords: Sendable {
    /// The name of the frame.
    let chart: String
    let title: @Sendable (_ span: String) -> String
    let about: String
    /// Of a plan with very many rows only some are drawn.
    let showsPhases, showsTasks: @Sendable (_ rows: Int, _ shown: Int) -> String
    /// The flags on the lines that mark two dates.
    let status, deadline: @Sendable (_ date: String) -> String
    /// Behind the bar of a late task. There is room for a short word.
    let late: String

    // MARK: What a bar says, after its dates

    let phase, milestone, done, isLate, critical: String
    let percentDone: @Sendable (_ percent: String) -> String
    let daysLeft: @Sendable (_ workingDays: Int) -> String

    // MARK: Signs

    let task, criticalTask, doneTask, underWay, lateTask: String
    let phaseSign, milestoneSign, criticalMilestone: String
    let baseline, deadlineOfTask, deadlineOfPlan, statusDate: String
    /// The arrow to a task from the one that it waits for.
    let waitsFor: String
    let daysOff: String
}
