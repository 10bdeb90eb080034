// The lists under a page: what other pages say about it, and what it says about others, under headings for readers.

import Content
import Knowledge
import Templates
import UTF8Text

/// Longer lists open on demand: a page must not end in a wall of links.
private let relatedAtOnce = 15

/// A list of pages under a heading.
struct RelationModel: TemplateModel {
    let heading: String
    let id: String
    let items: [RelatedPageModel]
    /// How long a list is that opens on demand.
    let countLabel: String?

    static let slots: [Slot<RelationModel>] = [
        .text("heading", \.heading), .text("id", \.id), .text("count_label", \.countLabel), .list("items", \.items),
    ]
}

struct RelatedPageModel: TemplateModel {
    let link: LinkModel
    let note: String?

    static let slots: [Slot<RelatedPageModel>] = [
        .text("title", \.link.title), .text("href", \.link.href), .text("note", \.note),
    ]
}

extension Site {
    func relations(of page: Page) -> [RelationModel] {
        var seen: Set<PageID> = [page.id]
        var lists: [RelationModel] = []
        func add(_ heading: String, _ pages: [PageID], repeats: Bool = false) {
            let pages = pages.filter { repeats || seen.insert($0).inserted }
            guard !pages.isEmpty else { return }
            let items = pages.map { id in
                // A topic and its template may share their title.
                let type = sharedTitles.contains(handbook[id].title) ? handbook[id].type.rawValue : nil
                return RelatedPageModel(link: link(to: id, from: page.id), note: type)
            }
            lists.append(
                RelationModel(
                    heading: heading, id: "relation:" + headingID(heading), items: items,
                    countLabel: items.count > relatedAtOnce ? count(items.count, "page") : nil))
        }
        let relations = handbook.relations
        let about = inReadingOrder(relations.origins(of: .topic, to: page.id))
        func ofType(_ type: PageType, _ pages: [PageID]) -> [PageID] { pages.filter { handbook[$0].type == type } }

        switch page.type {
        case .question:
            add("See it done", inReadingOrder(relations.origins(of: .answers, to: page.id)))
            add("Topics", relations.targets(of: .topic, from: page.id))
        case .topic:
            add("Questions about this", ofType(.question, about))
            add("Templates", inReadingOrder(relations.origins(of: .usedIn, to: page.id)))
            add("Plans that show it", ofType(.plan, about))
            add("Roles", ofType(.role, about) + inReadingOrder(rolesOf(page)))
            add("Topics", relations.targets(of: .topic, from: page.id) + ofType(.topic, about))
            add("Answers", relations.targets(of: .answers, from: page.id))
        case .role:
            add("Accountable for", relations.targets(of: .accountable, from: page.id), repeats: true)
            add("Responsible for", relations.targets(of: .responsible, from: page.id), repeats: true)
            add("Does steps of", inReadingOrder(relations.origins(of: .does, to: page.id)), repeats: true)
            addPlans(of: page, to: &lists)
            add("Owns these pages", inReadingOrder(relations.origins(of: .owner, to: page.id)), repeats: true)
            add("Written for this role", inReadingOrder(relations.origins(of: .audience, to: page.id)), repeats: true)
            add("Topics", relations.targets(of: .topic, from: page.id))
        case .template:
            add("Used in", relations.targets(of: .usedIn, from: page.id))
            add("Topics", relations.targets(of: .topic, from: page.id))
        case .plan:
            add("Questions this plan answers", relations.targets(of: .answers, from: page.id))
            add("Topics", relations.targets(of: .topic, from: page.id))
        case .page: add("Topics", relations.targets(of: .topic, from: page.id))
        }
        if page.type != .role { add("Kept by", rolesKeeping(page)) }
        add("Replaces", relations.targets(of: .supersedes, from: page.id))
        add("Related", relations.targets(of: .related, from: page.id))
        add("Similar pages", handbook.similarPages[page.id.index].map(\.page))
        return lists
    }

    /// The plans that a role has a part in, each with the part.
    private func addPlans(of role: Page, to lists: inout [RelationModel]) {
        let parts = handbook.rolesInPlans[role.id] ?? []
        guard !parts.isEmpty else { return }
        let order = inReadingOrder(parts.map(\.plan))
        let byPlan = Dictionary(parts.map { ($0.plan, $0) }, uniquingKeysWith: { first, _ in first })
        let items = order.map { plan in
            RelatedPageModel(link: link(to: plan, from: role.id), note: byPlan[plan]?.description)
        }
        lists.append(RelationModel(heading: "Appears in plans", id: "relation:plans", items: items, countLabel: nil))
    }

    /// The roles that are accountable or responsible for what the page describes.
    private func rolesKeeping(_ page: Page) -> [PageID] {
        let relations = handbook.relations
        return inReadingOrder(
            relations.origins(of: .accountable, to: page.id) + relations.origins(of: .responsible, to: page.id))
    }

    private func rolesOf(_ page: Page) -> [PageID] { handbook.relations.targets(of: .does, from: page.id) }
}

extension RoleInPlan {
    /// "sponsor; owns 3 tasks; A in 2 rows of the RACI matrix"
    fileprivate var description: String {
        var parts: [String] = []
        if isSponsor { parts.append("sponsor") }
        if isManager { parts.append("manager") }
        let owned = [(objectives, "objective"), (tasks, "task"), (risks, "risk")].filter { $0.0 > 0 }.map {
            "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")"
        }
        if !owned.isEmpty { parts.append("owns \(owned.joined(separator: ", "))") }
        if !letters.isEmpty {
            let shown = letters.map { $0.rows == 1 ? $0.letter.rawValue : "\($0.letter.rawValue) × \($0.rows)" }
            parts.append("RACI: \(shown.joined(separator: ", "))")
        }
        return parts.joined(separator: "; ")
    }
}
