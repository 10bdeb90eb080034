// The schedule scorecard of a plan: every metric with its figure, its limit and the tasks behind it.

import Content
import Plans
import UTF8Text

extension PlanWriter {
    /// Folded when all is well.
    mutating func writeScorecard() {
        let failed = scheduled.scorecard.filter { $0.state == .fail }
        let measured = scheduled.scorecard.count { $0.state != .notApplicable }
        html.write(failed.isEmpty ? "<details class=\"scorecard\">" : "<details class=\"scorecard\" open>")
        element(
            "<summary>",
            words.registers.pointsMet(failed.count, measured), "</summary>\n")
        element("<p class=\"table-note\">", words.registers.aboutScorecard, "</p>\n")
        // What is not met first.
        let items =
            failed + scheduled.scorecard.filter { $0.state == .pass }
            + scheduled.scorecard.filter { $0.state == .notApplicable }
        let columns = words.columns
        table(
            words.tables.scorecard,
            [columns.number, columns.point, columns.figure, columns.state, columns.says, columns.behind],
            items.map(row))
        html.write("</details>\n")
    }

    private func row(_ item: ScorecardItem) -> [PlanCell] {
        let words = words.registers
        let state: PlanCell =
            switch item.state {
            case .pass: .mark(true, yes: words.met, no: "")
            case .fail: .mark(false, yes: "", no: words.notMet)
            case .notApplicable: .text(words.notMeasured)
            }
        let because = item.because.map { " " + words.otherLimit($0) } ?? ""
        return [
            .text(item.metric.number), .header(item.metric.name.capitalizedFirst), .text(item.figure), state,
            .text(item.sentence + because), .tasks(item.items.map(named)),
        ]
    }

    /// Links are told as the task that waits, with its link in brackets.
    private func named(_ item: String) -> NamedWork {
        let parts = item.split(separator: "<", maxSplits: 1)
        let id = String(parts.first ?? "")
        guard let schedule = scheduled.schedule, let place = schedule.place(ofTask: id) else {
            return NamedWork(name: item, task: nil)
        }
        let link = parts.count == 2 ? " (\(parts[1].dropFirst()))" : ""
        return NamedWork(name: schedule.tasks[place].task.name + link, task: id)
    }
}
