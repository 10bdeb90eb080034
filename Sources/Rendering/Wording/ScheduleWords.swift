// What a plan page says about time: the critical path, the state of tasks and milestones, the baseline.

import Plans

struct ScheduleWords: Sendable {
    /// Above the critical path. `count` is how many there are, `Int.max` more than can be counted.
    let criticalPath: @Sendable (_ count: Int) -> String
    let nearlyCritical: String
    /// Explains the columns of the table of tasks.
    let columns: String
    /// A phase whose rows open on demand.
    let phase: @Sendable (_ name: String, _ tasks: Int, _ span: String) -> String
    /// The state of a milestone.
    let reached, late, lateAndCritical, critical: String
    /// The state of a task. One may be both late and blocked.
    let done, dropped, blocked: String
    /// The float of a critical task.
    let criticalFloat: @Sendable (_ days: String) -> String
    /// A milestone now and in the baseline: how far apart they are.
    let later, earlier: @Sendable (_ distance: String) -> String
    let comparedWithBaseline: @Sendable (_ date: String) -> String
    let wholePlan: String
    let noTaskHasMoved: String
    let statusIsOld: @Sendable (_ days: Int) -> String
}
