// The schedule scorecard of a plan: every metric with its figure, its limit and the tasks behind it.

import Content
import Knowledge
import UTF8Text

extension PlanWriter {
    /// Folded when all is well.
    mutating func writeScorecard() {
        let failed = scheduled.scorecard.filter { $0.state == .fail }
        let measured = scheduled.scorecard.count { $0.state != .notApplicable }
        html.write(failed.isEmpty ? "<details class=\"scorecard\">" : "<details class=\"scorecard\" open>")
        element(
            "<summary>",
            failed.isEmpty
                ? "All \(measured) points that can be measured are met."
                : "\(failed.count) of \(measured) points that can be measured \(failed.count == 1 ? "is" : "are") not met.",
            "</summary>\n")
        html.write(
            "<p class=\"table-note\">The points of the DCMA 14-Point Assessment, and with a G the practices of the GAO Schedule Assessment Guide that can be computed. No sum is made of them: in a small plan one exception is much.</p>\n"
        )
        // What is not met first.
        let items =
            failed + scheduled.scorecard.filter { $0.state == .pass }
            + scheduled.scorecard.filter { $0.state == .notApplicable }
        table("Schedule scorecard", ["No", "Point", "Figure", "State", "What it says", "Behind it"], items.map(row))
        html.write("</details>\n")
    }

    private func row(_ item: ScorecardItem) -> [PlanCell] {
        let state: PlanCell =
            switch item.state {
            case .pass: .mark(true, yes: "Met", no: "")
            case .fail: .mark(false, yes: "", no: "Not met")
            case .notApplicable: .text("Not measured")
            }
        let because = item.because.map { " Here the limit is another: \($0)" } ?? ""
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
