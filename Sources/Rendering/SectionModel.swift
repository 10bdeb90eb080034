// The index of a folder.

import Content
import Knowledge
import Templates

struct SectionModel: TemplateModel {
    let breadcrumbs: [LinkModel]
    let contents: [UInt8]?
    let body: [UInt8]
    let summary: String?
    let countLabel: String?
    let isQuestionIndex: Bool
    let groups: [IndexGroupModel]
    let neighbours: NeighboursModel

    static let slots: [Slot<SectionModel>] = [
        .list("breadcrumbs", \.breadcrumbs), .html("contents", \.contents), .html("body", \.body),
        .text("summary", \.summary), .text("count_label", \.countLabel),
        .flag("is_question_index", \.isQuestionIndex), .list("groups", \.groups),
        .object("previous", \.neighbours.previous), .object("next", \.neighbours.next),
    ]

    init(of page: Page, on site: Site) {
        let handbook = site.handbook
        let children = handbook.tree.groups[page.id.index]
        breadcrumbs = site.breadcrumbs(of: page)
        body = site.filledHTML(of: page)
        summary = page.parsed.header.summary
        countLabel = site.countLabel(of: page)
        isQuestionIndex = children.contains { $0.members.contains { handbook[$0].type == .question } }
        groups = children.map { group in
            IndexGroupModel(
                title: group.title, id: group.id, items: group.members.flatMap { site.entries(for: $0, on: page) })
        }
        let headings = children.compactMap { group in
            group.title.flatMap { title in group.id.map { ContentsEntry(level: 2, id: $0, text: title) } }
        }
        contents = children.isEmpty ? nil : contentsHTML(ContentsEntry.headings(of: page) + headings)
        neighbours = NeighboursModel(of: page, on: site)
    }
}

/// The pages of a folder that stand under one heading, or under none.
struct IndexGroupModel: TemplateModel {
    let title: String?
    let id: String?
    let items: [IndexItemModel]

    static let slots: [Slot<IndexGroupModel>] = [.text("title", \.title), .text("id", \.id), .list("items", \.items)]
}

struct IndexItemModel: TemplateModel {
    let link: LinkModel
    let about: String?

    static let slots: [Slot<IndexItemModel>] = [
        .text("title", \.link.title), .text("href", \.link.href), .text("about", \.about),
    ]
}

/// The pages that are read before and after a page.
struct NeighboursModel: Sendable {
    let previous, next: LinkModel?

    init(of page: Page, on site: Site) {
        let neighbours = site.handbook.tree.neighbours[page.id.index]
        previous = neighbours.previous.map { site.link(to: $0, from: page.id) }
        next = neighbours.next.map { site.link(to: $0, from: page.id) }
    }
}

extension Site {
    /// A page in an index; a page that collects questions, with each of them.
    fileprivate func entries(for id: PageID, on page: Page) -> [IndexItemModel] {
        let target = handbook[id]
        let entry = IndexItemModel(link: link(to: id, from: page.id), about: target.parsed.header.summary)
        return [entry]
            + target.collectedQuestions.map { heading in
                IndexItemModel(
                    link: LinkModel(title: heading.text, href: href(from: page.id, to: id, fragment: heading.id)),
                    about: heading.lead.isEmpty ? nil : heading.lead)
            }
    }

    /// "53 topics"; "1 page". `nil` for a page that lists nothing.
    func countLabel(of page: Page) -> String? {
        switch page.kind {
        case .glossary: return wording.counts.terms(handbook.vocabulary.terms.count)
        case .sources: return wording.counts.sources(handbook.bibliography.sources.count)
        case .map: return wording.counts.pagesOfType(.topic, handbook.topicGraph.topics.count)
        case .article: return nil
        case .home, .section: break
        }
        let children = handbook.tree.children(of: page.id)
        guard !children.isEmpty else { return nil }
        let types = Set(children.map { handbook[$0].type })
        let questions = children.reduce(0) { $0 + max(1, handbook[$1].collectedQuestions.count) }
        if types == [.question] { return wording.counts.pagesOfType(.question, questions) }
        guard types.count == 1, let type = types.first else { return wording.counts.pages(children.count) }
        return wording.counts.pagesOfType(type, children.count)
    }
}
