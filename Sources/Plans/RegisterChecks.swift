// Whether people, money, risks and quality of a plan are complete and agree with each other.

import Content
import Scheduling
import UTF8Text

extension PlanFindings {
    mutating func checkRegisters(_ scheduled: ScheduledPlan) {
        checkLoads(scheduled)
        checkBudget(scheduled)
        checkRACI()
        checkStakeholders()
        checkRisks()
        checkDeliverables()
    }

    // MARK: People

    private mutating func checkLoads(_ scheduled: ScheduledPlan) {
        guard let schedule = scheduled.schedule else { return }
        for load in scheduled.resourceLoads {
            guard let first = load.firstOverload else { continue }
            let resource = plan.resources[load.resource]
            let tasks = load.peak.tasks.map { schedule.tasks[$0].id }
            let shown =
                tasks.count <= 6 ? tasks.joined(separator: ", ") : tasks.prefix(5).joined(separator: ", ") + ", …"
            add(
                .overCapacity, at: resource.id.position,
                "'\(resource.id.value)' is asked for more than \(fullTime(resource.capacity.value)) from \(first.iso); at most \(fullTime(load.peak.units)), by \(shown)",
                help: "link these tasks behind each other, lower their units, or raise 'capacity'")
        }
    }

    private mutating func checkRACI() {
        // One subject may have several rows.
        var rows: [String: [RACIRow]] = [:]
        for row in plan.raci { rows[row.subject.value, default: []].append(row) }
        for first in plan.raci {
            guard let all = rows.removeValue(forKey: first.subject.value) else { continue }
            let letters = all.flatMap(\.letters)
            let accountable = letters.filter { $0.letters.value.contains(.accountable) }
            if accountable.count != 1 {
                let lines = Set(accountable.map(\.letters.position.line)).sorted().map { String($0) }
                let place = lines.count > 1 ? ", in lines \(lines.joined(separator: " and "))" : ""
                add(
                    .accountable, at: accountable.dropFirst().first?.letters.position ?? first.subject.position,
                    accountable.isEmpty
                        ? "nobody is accountable for '\(first.subject.value)'"
                        : "\(accountable.count) roles are accountable for '\(first.subject.value)'\(place)",
                    help: "give the letter A to exactly one role")
            }
            if !letters.contains(where: { $0.letters.value.contains(.responsible) }) {
                add(
                    .responsible, at: first.subject.position, "nobody is responsible for '\(first.subject.value)'",
                    help: "give the letter R to whoever does the work; one role may have A/R")
            }
        }
    }

    private mutating func checkStakeholders() {
        let reached = Set(plan.communications.map(\.audience.value))
        for stakeholder in plan.stakeholders {
            if stakeholder.power.value >= 4, stakeholder.engagement == nil {
                add(
                    .stakeholderEngagement, at: stakeholder.power.position,
                    "'\(stakeholder.id.value)' has a power of \(stakeholder.power.value) and no engagement",
                    help: "say under 'engagement' how they are kept on board")
            }
            if !reached.contains(stakeholder.id.value), kind != .action || !plan.communications.isEmpty {
                add(
                    .stakeholderEngagement, at: stakeholder.id.position,
                    "no communication reaches '\(stakeholder.id.value)'",
                    help: "add one to 'communications' with this audience")
            }
        }
    }

    // MARK: Money

    private mutating func checkBudget(_ scheduled: ScheduledPlan) {
        for line in plan.budget where line.actual.value.units(digits: 3) > line.planned.value.units(digits: 3) {
            add(
                .overBudget, at: line.actual.position, "more is spent on '\(line.id.value)' than was planned",
                help: "plan the difference from another line, or take it to the board")
        }
        let total = scheduled.budgetTotal
        let tolerance = plan.governance?.costTolerance
        // In hundredths of a percent of the whole.
        if let tolerance, total.planned > 0,
            proportion(of: total.actual, 10_000, over: total.planned) > 10_000 + tolerance.value
        {
            add(
                .overBudget, at: tolerance.position, "more is spent on the whole than the tolerance allows",
                help: "take it to the board that the plan names")
        }
        let contingency = plan.budget.filter { $0.category == .contingency }
        let sum = contingency.reduce(0) { $0 + $1.planned.value.units(digits: plan.currencyDigits) }
        guard kind != .action, total.planned > 0, sum * 20 < total.planned else { return }
        add(
            .overBudget, at: contingency.first?.planned.position ?? plan.budget[0].id.position,
            contingency.isEmpty
                ? "the budget has no contingency" : "the contingency is below 5 % of the budget",
            help: "plan at least a twentieth of the whole in the category 'contingency'")
    }

    // MARK: Risks and quality

    private mutating func checkRisks() {
        for risk in plan.risks {
            if risk.status.value == .open, risk.score >= 15, risk.response?.value == .accept || risk.action == nil {
                add(
                    .highRisk, at: risk.response?.position ?? risk.id.position,
                    "the open risk '\(risk.id.value)' scores \(risk.score) and \(risk.response?.value == .accept ? "is accepted" : "has no action")",
                    help: "choose a response that lowers it, and say under 'action' what is done")
            }
            if let residual = risk.residual, residual.value.score > risk.score {
                add(
                    .residualRisk, at: residual.position,
                    "the risk '\(risk.id.value)' scores \(residual.value.score) after the response and \(risk.score) before",
                    help: "correct one of the scores, or choose a response that does not make it worse")
            }
        }
    }

    private mutating func checkDeliverables() {
        guard kind == .implementation || kind == .project else { return }
        let judged = Set(plan.quality.compactMap { $0.task?.value })
        for task in plan.allTasks {
            guard let deliverable = task.deliverable, !judged.contains(task.id.value),
                !judged.contains(deliverable.name.value)
            else { continue }
            add(
                .deliverableWithoutQuality, at: deliverable.name.position,
                "no quality criterion is set for '\(deliverable.name.value)'",
                help: "add one to 'quality' with task: \(task.id.value)")
        }
    }
}

/// Units of full time as people write them: 150 is 1.5.
func fullTime(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    if rest == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest))
}
