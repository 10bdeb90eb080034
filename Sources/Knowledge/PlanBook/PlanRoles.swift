// What roles do in plans: the other direction of what plans say about roles.

package import Content
import Plans
import UTF8Text

/// One role's part in one plan.
package struct RoleInPlan: Sendable {
    package let plan: PageID
    package fileprivate(set) var isSponsor = false
    package fileprivate(set) var isManager = false
    /// How many tasks, objectives and risks the role owns.
    package fileprivate(set) var tasks = 0
    package fileprivate(set) var objectives = 0
    package fileprivate(set) var risks = 0
    /// The letters that the role has in the RACI rows of the plan, in the order R, A, S, C, I, with how many rows each.
    package fileprivate(set) var letters: [(letter: RACILetter, rows: Int)] = []
}

/// For each role page that some plan names: its plans, in the order of the pages.
func collectRoles(of plans: [ScheduledPlan?], bySlug: [String: PageID]) -> [PageID: [RoleInPlan]] {
    var roles: [PageID: [RoleInPlan]] = [:]
    for (index, plan) in plans.enumerated() {
        guard let plan = plan?.plan else { continue }
        var parts: [PageID: RoleInPlan] = [:]
        func add(_ name: String?, _ change: (inout RoleInPlan) -> Void) {
            guard let name, let role = bySlug[name] else { return }
            change(&parts[role, default: RoleInPlan(plan: PageID(index))])
        }
        add(plan.sponsor?.value) { $0.isSponsor = true }
        add(plan.manager?.value) { $0.isManager = true }
        for task in plan.allTasks { add(task.owner?.value) { $0.tasks += 1 } }
        for objective in plan.objectives { add(objective.owner?.value) { $0.objectives += 1 } }
        for risk in plan.risks { add(risk.owner?.value) { $0.risks += 1 } }
        for row in plan.raci {
            for (role, letters) in row.letters {
                for letter in letters.value.letters { add(role.value) { $0.add(letter) } }
            }
        }
        for (role, part) in parts { roles[role, default: []].append(part) }
    }
    return roles
}

extension RoleInPlan {
    fileprivate mutating func add(_ letter: RACILetter) {
        if let place = letters.firstIndex(where: { $0.letter == letter }) { return letters[place].rows += 1 }
        letters.append((letter, 1))
        let order = RACILetter.allCases
        letters.sort { (order.firstIndex(of: $0.letter) ?? 0) < (order.firstIndex(of: $1.letter) ?? 0) }
    }
}
