// The lists under a page, of pages that have to do with it.

import Knowledge

struct RelationWords: Sendable {
    let heading: @Sendable (_ list: RelationList) -> String
    /// Behind a plan in the list of a role: "sponsor; owns 3 tasks; RACI: A × 2, C".
    let roleInPlan: @Sendable (_ role: RoleInPlan) -> String
}
