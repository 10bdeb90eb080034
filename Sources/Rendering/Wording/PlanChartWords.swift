// The charts of a plan besides the Gantt chart: the load of resources, and stakeholders by power and interest.

struct PlanChartWords: Sendable {
    // MARK: Load

    let eachBar: @Sendable (_ weeks: Int) -> String
    let hatchedBar: String
    /// Of very many resources only some are shown.
    let onlyOverloaded: @Sendable (_ resources: Int, _ atMost: Int) -> String
    /// The most that is asked of a resource, and the tasks that ask for it.
    let peak: @Sendable (_ units: String, _ capacity: String, _ tasks: String) -> String
    /// The name of a task in that sentence; of many tasks, those that are not named.
    let taskName: @Sendable (_ name: String) -> String
    let moreTasks: @Sendable (_ count: Int) -> String
    let neverOverCapacity: String
    let overCapacityIn: @Sendable (_ weeks: Int, _ first: String) -> String
    /// For those who cannot see the chart.
    let aboutLoad: @Sendable (_ start: String) -> String
    /// At the axis.
    let days: @Sendable (_ days: String) -> String
    /// Opens the table with the same numbers.
    let numbers: String
    /// In tables: a resource that never has too much to do, a week in which it has.
    let never, overCapacity: String

    // MARK: Stakeholders

    let stakeholders, aboutStakeholders: String
    let quadrant: @Sendable (_ quadrant: StakeholderQuadrant) -> String
    /// What it means to be in it.
    let meaning: @Sendable (_ quadrant: StakeholderQuadrant) -> String
    let nobody: String
    /// At the axes, with the direction in which they grow.
    let power, interest: String
}
