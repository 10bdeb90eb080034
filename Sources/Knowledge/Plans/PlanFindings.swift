// What is wrong with a plan as it is found: shared ground of the checks.

import Content
import UTF8Text

/// Collects the findings of one plan.
struct PlanFindings {
    /// Of the file that the plan stands in.
    let path: String
    let plan: Plan
    /// The slugs of the handbook's role pages; `nil` for a plan outside of any handbook, where every role is taken for
    /// one.
    let roles: Set<String>?
    private(set) var diagnostics: [Diagnostic] = []
    /// What each id of the plan stands for, with its article.
    let kinds: [String: String]
    /// How many names may still be compared. Those who get every name wrong have no use for a guess at each.
    private var comparisonsLeft = 200_000

    init(path: String, plan: Plan, roles: Set<String>?) {
        self.path = path
        self.plan = plan
        self.roles = roles
        kinds = Dictionary(plan.identified, uniquingKeysWith: { first, _ in first })
    }

    /// "did you mean", when one of `known` is like the name; else `otherwise`.
    mutating func suggestion(for name: String, among known: Set<String>, otherwise: String) -> String {
        guard comparisonsLeft > 0 else { return otherwise }
        comparisonsLeft -= known.count
        return nearest(to: name, in: known.sorted()).map { "did you mean '\($0)'?" } ?? otherwise
    }

    mutating func add(
        _ rule: Rule, at position: SourcePosition, _ message: String, help: String, severity: Severity? = nil
    ) {
        var diagnostic = Diagnostic(rule, path: path, at: position, message, help: help)
        if let severity { diagnostic.severity = severity }
        diagnostics.append(diagnostic)
    }

    var kind: PlanKind { plan.kind.value }
}

extension Plan {
    /// Every id with what it stands for.
    fileprivate var identified: [(String, String)] {
        var all = allTasks.map { ($0.id.value, "a task") }
        all += goals.map { ($0.id.value, "a goal") }
        all += objectives.map { ($0.id.value, "an objective") }
        all += resources.map { ($0.id.value, "a resource") }
        all += budget.map { ($0.id.value, "a budget line") }
        all += stakeholders.map { ($0.id.value, "a stakeholder") }
        all += risks.map { ($0.id.value, "a risk") }
        all += quality.map { ($0.id.value, "a quality criterion") }
        all += log.map { ($0.id.value, "a log entry") }
        return all
    }
}

package func workingDays(_ count: Int) -> String { "\(count) working day\(abs(count) == 1 ? "" : "s")" }
