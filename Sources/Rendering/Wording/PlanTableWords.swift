// The names of the tables of a plan, for those who hear the page, and the headings of those that stand under one.

struct PlanTableWords: Sendable {
    let nearlyCritical, nearlyCriticalTasks: String
    let milestones, tasks, changesSinceBaseline: String
    let goals, log: String
    let stakeholders, raci, communications: String
    let risks: String
    let quality, deliverables: String
    let resources: String
    /// Above the charts of resources.
    let loadByWeek: String
    let loadOf: @Sendable (_ resource: String) -> String
    let budgetByCategory, budgetLines: String
    let earnedValue: String
    let scorecard, completeness: String
}
