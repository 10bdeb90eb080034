// The resources of a plan: what each can do, and what is asked of it week by week.

import Content
import Drawing
import Plans
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
                    load?.firstOverload.map { .date($0) } ?? .text(words.charts.never),
                ]
            }
            return cells
        }
        let columns = words.columns
        table(
            words.tables.resources,
            [columns.resource, columns.role, columns.capacity, columns.rate, columns.tasks]
                + (loads.isEmpty ? [] : [columns.mostAtOnce, columns.overCapacityFrom]), rows)
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
        let axis = WeekAxis(from: schedule.start, through: schedule.finish)
        let columns = words.columns
        element("<h3>", words.tables.loadByWeek, "</h3>\n")
        var notes = [words.charts.eachBar(axis.weeksPerBar)]
        if shown.contains(where: { $0.firstOverload != nil }) { notes.append(words.charts.hatchedBar) }
        if shown.count < loads.count { notes.append(words.charts.onlyOverloaded(loads.count, chartsAtMost)) }
        element("<p class=\"table-note\">", notes.joined(separator: " "), "</p>\n")
        for load in shown {
            let resource = plan.resources[load.resource]
            element("<h4>", name(of: resource), "</h4>\n")
            element("<p>", sentence(about: load, capacity: resource.capacity.value, in: schedule), "</p>\n")
            let bars = axis.bars(of: load)
            draw(bars, of: load, on: axis, title: words.tables.loadOf(name(of: resource)))
            element("<details class=\"load-numbers\"><summary>", words.charts.numbers, "</summary>\n")
            let rows = bars.map { bar -> [PlanCell] in
                [
                    .date(bar.monday), .number(decimal(bar.load)), .number(decimal(bar.capacity)),
                    .text(bar.isOverloaded ? words.charts.overCapacity : ""),
                ]
            }
            table(
                words.tables.loadOf(name(of: resource)),
                [
                    axis.weeksPerBar == 1 ? columns.weekOf : columns.weeksFrom, columns.loadDays,
                    columns.capacityDays, columns.state,
                ], rows)
            html.write("</details>\n")
        }
    }

    private func sentence(about load: ResourceLoad, capacity: Int, in schedule: PlanSchedule) -> String {
        let words = words.charts
        var names = load.peak.tasks.map { words.taskName(schedule.tasks[$0].task.name) }
        if names.count > 4 { names = names.prefix(3) + [words.moreTasks(names.count - 3)] }
        let peak = words.peak(decimal(load.peak.units), decimal(capacity), wording.lists.and(names))
        guard let first = load.firstOverload else { return peak + " " + words.neverOverCapacity }
        return peak + " " + words.overCapacityIn(load.weeks.count { $0.isOverloaded }, written(first))
    }
}
