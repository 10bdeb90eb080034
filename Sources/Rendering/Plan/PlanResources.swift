// The resources of a plan: what each can do, and what is asked of it week by week.

import Content
import Knowledge
import UTF8Text

/// More charts than these make a page slow to read.
private let chartsAtMost = 40

extension PlanWriter {
    mutating func writeResources() {
        let loads = scheduled.resourceLoads
        let loadOf = Dictionary(loads.map { ($0.resource, $0) }, uniquingKeysWith: { first, _ in first })
        let assigned = assignedTasks()
        let rows = plan.resources.enumerated().map { place, resource -> [PlanCell] in
            var cells: [PlanCell] = [
                .header(name(of: resource)), resource.role.cell, .number(decimal(resource.capacity.value)),
                resource.rate.map { .money($0.value.units(digits: plan.currencyDigits)) } ?? .number(""),
                .number(String(assigned[resource.id.value] ?? 0)),
            ]
            if !loads.isEmpty {
                let load = loadOf[place]
                cells += [
                    .number(load.map { decimal($0.peak.units) } ?? "0"),
                    load?.firstOverload.map { .date($0) } ?? .text("Never"),
                ]
            }
            return cells
        }
        table(
            "Resources",
            ["Resource", "Role", "Capacity (full time)", "Rate per day", "Tasks"]
                + (loads.isEmpty ? [] : ["Most at once", "Over capacity from"]), rows)
        writeLoads(loads)
    }

    /// How many tasks ask for each resource, by its id.
    private func assignedTasks() -> [String: Int] {
        var counts: [String: Int] = [:]
        for task in plan.allTasks where !task.isPhase && task.status?.value != .dropped {
            for resource in Set(task.assignments.map(\.resource.value)) { counts[resource, default: 0] += 1 }
        }
        return counts
    }

    func name(of resource: PlanResource) -> String { resource.name ?? resource.id.value }

    private mutating func writeLoads(_ loads: [ResourceLoad]) {
        guard let schedule = scheduled.schedule, !loads.isEmpty else { return }
        // Of very many, those that need a decision.
        let shown =
            loads.count <= chartsAtMost ? loads[...] : loads.filter { $0.firstOverload != nil }.prefix(chartsAtMost)
        guard !shown.isEmpty else { return }
        let axis = LoadAxis(from: schedule.start, through: schedule.finish)
        html.write("<h3>Load by week</h3>\n<p class=\"table-note\">")
        markup(
            "Each bar is the work of \(axis.weeksPerBar == 1 ? "a week" : "\(axis.weeksPerBar) weeks") in days of one person; "
        )
        html.write("the line is the capacity.")
        if shown.contains(where: { $0.firstOverload != nil }) {
            html.write(" A hatched bar with ▼ has a day on which more is asked for than there is.")
        }
        if shown.count < loads.count {
            markup(" Of \(loads.count) resources only those over capacity are shown, at most \(chartsAtMost).")
        }
        html.write("</p>\n")
        for load in shown {
            let resource = plan.resources[load.resource]
            element("<h4>", name(of: resource), "</h4>\n")
            element("<p>", sentence(about: load, capacity: resource.capacity.value, in: schedule), "</p>\n")
            let bars = axis.bars(of: load)
            draw(bars, of: load, on: axis, title: "Load of \(name(of: resource))")
            html.write("<details class=\"load-numbers\"><summary>The numbers of the chart</summary>\n")
            let rows = bars.map { bar -> [PlanCell] in
                [
                    .date(bar.monday), .number(decimal(bar.load)), .number(decimal(bar.capacity)),
                    .text(bar.isOverloaded ? "Over capacity" : ""),
                ]
            }
            table(
                "Load of \(name(of: resource))",
                [axis.weeksPerBar == 1 ? "Week of" : "Weeks from", "Load (days)", "Capacity (days)", "State"], rows)
            html.write("</details>\n")
        }
    }

    private func sentence(about load: ResourceLoad, capacity: Int, in schedule: PlanSchedule) -> String {
        let names = load.peak.tasks.map { "“\(schedule.tasks[$0].task.name)”" }
        let tasks = names.count <= 4 ? listed(names) : listed(names.prefix(3) + ["\(names.count - 3) more tasks"])
        let peak = "At most \(decimal(load.peak.units)) of \(decimal(capacity)) full time, for \(tasks)."
        guard let first = load.firstOverload else { return peak + " Never over capacity." }
        let weeks = load.weeks.count { $0.isOverloaded }
        return peak + " Over capacity in \(weeks == 1 ? "1 week" : "\(weeks) weeks"), first on \(written(first))."
    }
}
