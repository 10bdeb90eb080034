// How readers who know a heading by its old address still come to it, without any script.
//
// A heading that got another id keeps the old one as an empty element in it. One that went to another page is named at
// the end of its old page, in a list that only shows the entry that was asked for; where scripts run, they go on at once.

import Content
import Knowledge
import Templates
import UTF8Text

/// A heading that went elsewhere, under the id that it had.
struct MovedModel: TemplateModel {
    let id: String
    let title: String
    let href: String
    /// The page that it went to, where the title does not say it.
    let pageTitle: String?
    /// Where it is now, around the link.
    let sentence: Phrase

    static let slots: [Slot<MovedModel>] = [
        .text("id", \.id), .text("title", \.title), .text("href", \.href), .text("page_title", \.pageTitle),
        .object("sentence", \.sentence),
    ]
}

/// An id that a heading of the page once had.
struct OldID {
    /// Where in the HTML of the page its element goes: behind the start tag of the heading.
    let offset: Int
    let id: String

    func write(into html: inout [UInt8]) {
        html.write("<span id=\"")
        html.appendEscaped(id)
        html.write("\"></span>")
    }
}

extension Site {
    /// The old ids of the headings that stand between two offsets of the HTML of a page, in the order of the text.
    func oldIDs(on page: Page, from start: Int, to end: Int) -> [OldID] {
        let moved = handbook.redirects.headings[page.id.index]
        guard !moved.isEmpty else { return [] }
        let places = headingPlaces(of: page)
        let old = moved.compactMap { heading -> OldID? in
            guard heading.target == page.id, let place = heading.fragment.flatMap({ places[$0] }) else { return nil }
            return OldID(offset: place, id: heading.id)
        }
        return old.filter { $0.offset >= start && $0.offset <= end }
            .sorted { $0.offset == $1.offset ? $0.id < $1.id : $0.offset < $1.offset }
    }

    /// Where the text of each heading starts in the HTML of its page.
    private func headingPlaces(of page: Page) -> [String: Int] {
        let html = page.parsed.markdown.html.bytes
        let places = page.parsed.markdown.outline.map { heading in
            // Attributes hold no `>`: it is escaped in them.
            (heading.id, (html[heading.htmlStart...].firstIndex(of: ">") ?? heading.htmlStart - 1) + 1)
        }
        return Dictionary(places, uniquingKeysWith: { first, _ in first })
    }

    /// The headings that once stood on the page and that no heading of it stands for.
    func movedHeadings(of page: Page) -> [MovedModel] {
        let headings = handbook.redirects.headings[page.id.index]
        guard !headings.isEmpty else { return [] }
        let own = Set(page.parsed.markdown.outline.map(\.id))
        let elsewhere = headings.filter { heading in
            // Browsers show the top of the page for an id that is not there.
            heading.target != page.id || heading.fragment.map { !own.contains($0) } ?? false
        }
        return movedHeadings(elsewhere, from: handbook.address(of: page.id))
    }

    /// The same for a file that is no page any more.
    func movedHeadings(_ headings: [MovedHeading], from address: String) -> [MovedModel] {
        headings.map { heading in
            let title = handbook.title(of: heading.target, fragment: heading.fragment)
            let pageTitle = handbook[heading.target].title
            let page = title == pageTitle ? nil : pageTitle
            return MovedModel(
                id: heading.id, title: title,
                href: href(from: address, to: heading.target, fragment: heading.fragment),
                pageTitle: page, sentence: wording.pages.movedTo(page))
        }
    }

    /// The address of a page as a file of the site writes it.
    func href(from address: String, to target: PageID, fragment: String?) -> String {
        relativeAddress(from: address, to: handbook.address(of: target))
            + (fragment.map { "#" + percentEncodedFragment($0) } ?? "")
    }
}
