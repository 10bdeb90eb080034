// What readers can restrict a search to besides the type of a page: topics and roles, with the pages that belong to each.

import Content
import Knowledge
import UTF8Text

/// Topics and roles as JSON: `[slug, title, address, units]` each, units as steps from one to the next.
func facets(of plan: IndexPlan) -> JSON {
    let handbook = plan.handbook
    var ofTopic: [PageID: [Int]] = [:]
    var ofRole: [PageID: [Int]] = [:]
    for (page, unit) in zip(plan.pages, plan.firstUnits) where page.type != .term {
        let relations = handbook.relations
        var topics = Set(relations.targets(of: .topic, from: page.id))
        if page.type == .page(.topic) { topics.insert(page.id) }
        for topic in topics { ofTopic[topic, default: []].append(unit) }
        var roles = Set(relations.targets(of: .owner, from: page.id) + relations.targets(of: .audience, from: page.id))
        if page.type == .page(.role) { roles.insert(page.id) }
        for role in roles { ofRole[role, default: []].append(unit) }
    }
    func list(_ facets: [PageID: [Int]], _ type: PageType) -> JSON {
        let found = facets.filter { handbook[$0.key].type == type }
        // Two may be called the same: the order of a dictionary must not show.
        let pages = found.keys.sorted { left, right in
            let (a, b) = (handbook[left].label, handbook[right].label)
            return a == b ? left < right : readsBefore(a, b)
        }
        return .array(
            pages.map { id in
                var last = 0
                let steps = found[id, default: []].map { unit in
                    defer { last = unit }
                    return JSON.integer(unit - last)
                }
                return .array([
                    .string(handbook[id].slug), .string(handbook[id].label),
                    .string(publicAddress(handbook.address(of: id))), .array(steps),
                ])
            })
    }
    return .object([("topics", list(ofTopic, .topic)), ("roles", list(ofRole, .role))])
}
