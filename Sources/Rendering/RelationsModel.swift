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
        var lists = RelationLists(under: page, on: self)
        lists.addListsOfType()
        let relations = handbook.relations
        if page.type != .role { lists.add(.keptBy, lists.rolesKeeping) }
        lists.add(.replaces, relations.targets(of: .supersedes, from: page.id))
        lists.add(.related, relations.targets(of: .related, from: page.id))
        lists.add(.similarPages, similarPages[page.id.index].map(\.page))
        return lists.models
    }
}

/// The lists under one page while they are made. PageTypes.swift says which of them a type of page has.
struct RelationLists {
    let page: Page
    let site: Site
    private(set) var models: [RelationModel] = []
    private var seen: Set<PageID>

    init(under page: Page, on site: Site) {
        self.page = page
        self.site = site
        seen = [page.id]
    }

    /// - Parameter repeats: whether the list has the pages that stand in one above it too.
    mutating func add(_ list: RelationList, _ pages: [PageID], repeats: Bool = false) {
        let pages = pages.filter { repeats || seen.insert($0).inserted }
        guard !pages.isEmpty else { return }
        let items = pages.map { id in
            // A topic and its template may share their title.
            let type = site.handbook[id].type
            let isShared = site.sharedTitles.contains(site.handbook[id].title)
            return RelatedPageModel(
                link: site.link(to: id, from: page.id), note: isShared ? site.wording.pages.type(type) : nil)
        }
        models.append(
            RelationModel(
                heading: site.wording.relations.heading(list), id: list.id, items: items,
                countLabel: items.count > relatedAtOnce ? site.wording.counts.pages(items.count) : nil))
    }

    /// The plans that a role has a part in, each with the part.
    mutating func addPlans() {
        let parts = site.handbook.rolesInPlans[page.id] ?? []
        guard !parts.isEmpty else { return }
        let byPlan = Dictionary(parts.map { ($0.plan, $0) }, uniquingKeysWith: { first, _ in first })
        let items = site.inReadingOrder(parts.map(\.plan)).map { plan in
            RelatedPageModel(
                link: site.link(to: plan, from: page.id), note: byPlan[plan].map(site.wording.relations.roleInPlan))
        }
        models.append(
            RelationModel(
                heading: site.wording.relations.heading(.plans), id: RelationList.plans.id, items: items,
                countLabel: nil))
    }

    func targets(_ kind: RelationKind) -> [PageID] { site.handbook.relations.targets(of: kind, from: page.id) }

    func origins(_ kind: RelationKind) -> [PageID] {
        site.inReadingOrder(site.handbook.relations.origins(of: kind, to: page.id))
    }

    /// The roles that are accountable or responsible for what the page describes.
    var rolesKeeping: [PageID] {
        let relations = site.handbook.relations
        return site.inReadingOrder(
            relations.origins(of: .accountable, to: page.id) + relations.origins(of: .responsible, to: page.id))
    }
}
