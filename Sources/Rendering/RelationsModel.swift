// The lists under a page: what other pages say about it, and what it says about others, under headings for readers.

import Content
import Knowledge
import Templates
import UTF8Text

/// Longer lists open on demand: a page must not end in a wall of links.
private let relatedAtOnce = 15

/// The lists that a page may have under it, by the ids of their headings.
enum RelationList: String {
    case seeItDone = "see-it-done"
    case topics
    case plans
    case questionsAboutThis = "questions-about-this"
    case templates
    case plansThatShowIt = "plans-that-show-it"
    case roles
    case answers
    case accountableFor = "accountable-for"
    case responsibleFor = "responsible-for"
    case doesStepsOf = "does-steps-of"
    case ownsThesePages = "owns-these-pages"
    case writtenForThisRole = "written-for-this-role"
    case usedIn = "used-in"
    case questionsThisPlanAnswers = "questions-this-plan-answers"
    case keptBy = "kept-by"
    case replaces
    case related
    case similarPages = "similar-pages"

    var id: String { "relation:" + rawValue }
}

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
        func add(_ list: RelationList, _ pages: [PageID], repeats: Bool = false) {
            let pages = pages.filter { repeats || seen.insert($0).inserted }
            guard !pages.isEmpty else { return }
            let items = pages.map { id in
                // A topic and its template may share their title.
                let type = sharedTitles.contains(handbook[id].title) ? wording.pages.type(handbook[id].type) : nil
                return RelatedPageModel(link: link(to: id, from: page.id), note: type)
            }
            lists.append(
                RelationModel(
                    heading: wording.relations.heading(list), id: list.id, items: items,
                    countLabel: items.count > relatedAtOnce ? wording.counts.pages(items.count) : nil))
        }
        let relations = handbook.relations
        let about = inReadingOrder(relations.origins(of: .topic, to: page.id))
        func ofType(_ type: PageType, _ pages: [PageID]) -> [PageID] { pages.filter { handbook[$0].type == type } }

        switch page.type {
        case .question:
            add(.seeItDone, inReadingOrder(relations.origins(of: .answers, to: page.id)))
            add(.topics, relations.targets(of: .topic, from: page.id))
        case .topic:
            add(.questionsAboutThis, ofType(.question, about))
            add(.templates, inReadingOrder(relations.origins(of: .usedIn, to: page.id)))
            add(.plansThatShowIt, ofType(.plan, about))
            add(.roles, ofType(.role, about) + inReadingOrder(rolesOf(page)))
            add(.topics, relations.targets(of: .topic, from: page.id) + ofType(.topic, about))
            add(.answers, relations.targets(of: .answers, from: page.id))
        case .role:
            add(.accountableFor, relations.targets(of: .accountable, from: page.id), repeats: true)
            add(.responsibleFor, relations.targets(of: .responsible, from: page.id), repeats: true)
            add(.doesStepsOf, inReadingOrder(relations.origins(of: .does, to: page.id)), repeats: true)
            addPlans(of: page, to: &lists)
            add(.ownsThesePages, inReadingOrder(relations.origins(of: .owner, to: page.id)), repeats: true)
            add(.writtenForThisRole, inReadingOrder(relations.origins(of: .audience, to: page.id)), repeats: true)
            add(.topics, relations.targets(of: .topic, from: page.id))
        case .template:
            add(.usedIn, relations.targets(of: .usedIn, from: page.id))
            add(.topics, relations.targets(of: .topic, from: page.id))
        case .plan:
            add(.questionsThisPlanAnswers, relations.targets(of: .answers, from: page.id))
            add(.topics, relations.targets(of: .topic, from: page.id))
        case .page: add(.topics, relations.targets(of: .topic, from: page.id))
        }
        if page.type != .role { add(.keptBy, rolesKeeping(page)) }
        add(.replaces, relations.targets(of: .supersedes, from: page.id))
        add(.related, relations.targets(of: .related, from: page.id))
        add(.similarPages, similarPages[page.id.index].map(\.page))
        return lists
    }

    /// The plans that a role has a part in, each with the part.
    private func addPlans(of role: Page, to lists: inout [RelationModel]) {
        let parts = handbook.rolesInPlans[role.id] ?? []
        guard !parts.isEmpty else { return }
        let order = inReadingOrder(parts.map(\.plan))
        let byPlan = Dictionary(parts.map { ($0.plan, $0) }, uniquingKeysWith: { first, _ in first })
        let items = order.map { plan in
            RelatedPageModel(link: link(to: plan, from: role.id), note: byPlan[plan].map(wording.relations.roleInPlan))
        }
        lists.append(
            RelationModel(
                heading: wording.relations.heading(.plans), id: RelationList.plans.id, items: items, countLabel: nil))
    }

    /// The roles that are accountable or responsible for what the page describes.
    private func rolesKeeping(_ page: Page) -> [PageID] {
        let relations = handbook.relations
        return inReadingOrder(
            relations.origins(of: .accountable, to: page.id) + relations.origins(of: .responsible, to: page.id))
    }

    private func rolesOf(_ page: Page) -> [PageID] { handbook.relations.targets(of: .does, from: page.id) }
}
