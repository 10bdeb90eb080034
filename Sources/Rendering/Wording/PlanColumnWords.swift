// The heads of the columns in the tables of a plan. A word that several tables use stands here once.

struct PlanColumnWords: Sendable {
    // MARK: Work

    /// A task, or its id; its name; its length in working days, or as written.
    let task, name, days, duration: String
    let start, finish, latestStart: String
    let totalFloat, totalFloatDays, freeFloat: String
    /// The tasks that a task waits for.
    let after: String
    let owner: String
    /// Days of work that are left.
    let left: String
    let progress: String
    let milestone, state: String
    /// The date of a milestone; the same where it may have moved; the one in the baseline; how far it has moved.
    let date, expected, planned, moved: String
    /// The dates in the baseline and now, and by how many days they differ.
    let startThen, startNow, finishThen, finishNow, slip: String

    // MARK: Goals and quality

    let goal, objective, champion, measure: String
    /// The value of a measure.
    let today, target: String
    let due, tasks: String
    let criterion: String
    /// The task or deliverable that a criterion is about.
    let of: String
    let method, reviewer, acceptedWhen, result: String
    let deliverable, readyOn, criteria: String
    /// The place of a deliverable.
    let place: String

    // MARK: People

    let stakeholder, role, power, interest, engagement, stance: String
    let taskOrDeliverable: String
    let audience: String
    /// What an audience is told, how often, by whom and over which channel.
    let hears, howOften, from, by: String

    // MARK: Risks and log

    let id, risk, type, score: String
    let probability, impact, probabilityTimesImpact, residualScore: String
    /// How soon a risk may occur.
    let proximity: String
    let cause, effect, response, action, status: String
    let entry: String

    // MARK: Resources and money

    let resource, capacity, rate: String
    /// The most that is asked of a resource on one day, and the first day on which it is too much.
    let mostAtOnce, overCapacityFrom: String
    /// The first day of a bar of the chart, which stands for a week or for several.
    let weekOf, weeksFrom: String
    let loadDays, capacityDays: String
    let category, actual, remaining, share: String
    let item: String
    let figure, value: String

    // MARK: Scorecard and completeness

    let number, point: String
    /// What a point of the scorecard says, and the tasks that it is about.
    let says, behind: String
    let element, needed: String
}
