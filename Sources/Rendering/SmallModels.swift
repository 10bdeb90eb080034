// What several layouts show in the same form: a link, a date.

import Content
import Knowledge
import Templates
import UTF8Text

struct LinkModel: TemplateModel {
    let title: String
    let href: String

    static let slots: [Slot<LinkModel>] = [.text("title", \.title), .text("href", \.href)]
}

struct DateModel: TemplateModel {
    /// In words.
    let date: String
    let iso: String

    static let slots: [Slot<DateModel>] = [.text("date", \.date), .text("iso", \.iso)]
}

extension Site {
    func link(to target: PageID, from page: PageID, title: String? = nil) -> LinkModel {
        LinkModel(title: title ?? handbook[target].title, href: href(from: page, to: target))
    }

    func date(_ date: CalendarDate) -> DateModel {
        DateModel(date: wording.dates.date(date), iso: date.iso)
    }

    /// The way to a page from the home page.
    func breadcrumbs(of page: Page) -> [LinkModel] {
        handbook.tree.trail(of: page.id).map { link(to: $0, from: page.id, title: breadcrumbTitle($0)) }
    }

    func breadcrumbTitle(_ id: PageID) -> String {
        handbook[id].kind == .home ? wording.template.home : handbook[id].label
    }
}
