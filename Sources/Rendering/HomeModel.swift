// The home page: the sections of the handbook, and what changed lately.

import Content
import Knowledge
import Templates
import UTF8Text

struct HomeModel: TemplateModel {
    let body: [UInt8]
    let summary: String?
    let searchHint: String
    let sections: [SectionLinkModel]
    let changes: [ChangeModel]

    static let slots: [Slot<HomeModel>] = [
        .html("body", \.body), .text("summary", \.summary), .text("search_hint", \.searchHint),
        .list("sections", \.sections), .list("changes", \.changes), .flag("has_changes") { !$0.changes.isEmpty },
    ]

    init(of page: Page, on site: Site) {
        let handbook = site.handbook
        body = site.filledHTML(of: page)
        summary = page.parsed.header.summary ?? handbook.settings.description
        searchHint = site.wording.template.searchHandbook
        let children = handbook.tree.children(of: page.id)
        sections = children.filter { !handbook[$0].parsed.header.navigation.isHidden }.map { id in
            SectionLinkModel(
                link: site.link(to: id, from: page.id, title: handbook[id].label),
                countLabel: site.countLabel(of: handbook[id]))
        }
        changes = site.latestChanges(count: 8).map { id, date in
            ChangeModel(link: site.link(to: id, from: page.id), date: site.date(date))
        }
    }
}

/// A section, and how much is in it.
struct SectionLinkModel: TemplateModel {
    let link: LinkModel
    let countLabel: String?

    static let slots: [Slot<SectionLinkModel>] = [
        .text("title", \.link.title), .text("href", \.link.href), .text("count_label", \.countLabel),
    ]
}

/// A page, and when it changed.
struct ChangeModel: TemplateModel {
    let link: LinkModel
    let date: DateModel

    static let slots: [Slot<ChangeModel>] = [
        .text("title", \.link.title), .text("href", \.link.href), .text("date", \.date.date), .text("iso", \.date.iso),
    ]
}

extension Site {
    fileprivate func latestChanges(count: Int) -> [(PageID, CalendarDate)] {
        let dated = handbook.pages.compactMap { page in
            page.kind == .article ? page.parsed.header.updated.map { (page.id, $0.value) } : nil
        }
        return Array(dated.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(count))
    }
}
