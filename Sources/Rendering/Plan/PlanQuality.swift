// How good the results of a plan must be, and what it delivers.

import Content
import Plans
import UTF8Text

extension PlanWriter {
    mutating func writeQuality() {
        let subjects = subjects()
        var criteria: [String: Int] = [:]
        let rows = plan.quality.map { criterion -> [PlanCell] in
            let subject = criterion.task.map { subjects[$0.value] ?? NamedWork(name: $0.value, task: nil) }
            if let name = criterion.task?.value { criteria[name, default: 0] += 1 }
            return [
                .header(criterion.criterion), subject.map { .subject($0) } ?? .text(""), .text(criterion.method ?? ""),
                criterion.reviewer.cell, .text(criterion.accept ?? ""),
                .text(words.values.qualityResult(criterion.result)),
            ]
        }
        let columns = words.columns
        table(
            words.tables.quality,
            [
                columns.criterion, columns.of, columns.method, columns.reviewer, columns.acceptedWhen, columns.result,
            ], rows)
        writeDeliverables(criteria: criteria)
    }

    /// - Parameter criteria: how many there are, by the ids of tasks and the names of deliverables.
    private mutating func writeDeliverables(criteria: [String: Int]) {
        let delivering = plan.allTasks.filter { $0.deliverable != nil }
        guard !delivering.isEmpty else { return }
        let hasLinks = delivering.contains { $0.deliverable?.link != nil }
        let rows = delivering.compactMap { task -> [PlanCell]? in
            guard let deliverable = task.deliverable else { return nil }
            let name = deliverable.name.value
            let finish = scheduled.schedule.flatMap { schedule in
                schedule.place(ofTask: task.id.value).flatMap { schedule.tasks[$0].finish }
            }
            // A deliverable may be called like its task.
            let count = (criteria[task.id.value] ?? 0) + (name == task.id.value ? 0 : criteria[name] ?? 0)
            let cells: [PlanCell] = [
                .header(name), .subject(subject(task.name, of: task)), .date(finish),
                count == 0 ? .number(words.registers.noCriteria) : .number(String(count)),
            ]
            return cells + (hasLinks ? [deliverable.link.map { .place($0.value) } ?? .text("")] : [])
        }
        element("<h3>", words.tables.deliverables, "</h3>\n")
        let columns = words.columns
        table(
            words.tables.deliverables,
            [columns.deliverable, columns.task, columns.readyOn, columns.criteria] + (hasLinks ? [columns.place] : []),
            rows)
    }
}
