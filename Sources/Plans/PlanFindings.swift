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
    let roles: KnownNames?
    private(set) var diagnostics: [Diagnostic] = []
    /// What each id of the plan stands for, with its article.
    let kinds: [String: String]

    init(path: String, plan: Plan, roles: KnownNames?) {
        self.path = path
        self.plan = plan
        self.roles = roles
        kinds = Dictionary(plan.identified, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameters:
    ///   - help: What to do, or what to do if `guess` finds nothing.
    ///   - guess: The name that was wrong, and those that are right.
    mutating func add(
        _ rule: Rule, at position: SourcePosition, _ message: String, help: String, guess: Guess? = nil,
        severity: Severity? = nil
    ) {
        var diagnostic = Diagnostic(rule, path: path, at: position, message, help: help, guess: guess)
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
