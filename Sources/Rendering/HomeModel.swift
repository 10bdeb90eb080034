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
        .flag("is_guide") { isGuide($0.body) },
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

/// Whether the body of a home page leads on and does nothing else: paragraphs, then headings with a list of links each.
/// Only such a body may be laid out in columns; in any other the order of the text would be lost.
func isGuide(_ body: [UInt8]) -> Bool {
    enum Part { case introduction, heading, list, afterList }
    var part = Part.introduction
    for line in body.split(separator: "\n") {
        switch part {
        case .introduction where line.starts(with: "<p>".utf8) && line.suffix(4).elementsEqual("</p>".utf8): break
        case .introduction where line.starts(with: "<h2 ".utf8), .afterList where line.starts(with: "<h2 ".utf8):
            part = .heading
        case .heading where line.elementsEqual("<ul>".utf8): part = .list
        case .list where line.starts(with: "<li><a ".utf8) && line.suffix(9).elementsEqual("</a></li>".utf8): break
        case .list where line.elementsEqual("</ul>".utf8): part = .afterList
        default: return false
        }
    }
    return part == .afterList
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
