// The list of sources, each with the pages that cite it.

import Content
import Knowledge
import Templates
import UTF8Text

struct SourcesModel: TemplateModel {
    let breadcrumbs: [LinkModel]
    let intro: String
    let body: [UInt8]
    let sources: [SourceModel]

    static let slots: [Slot<SourcesModel>] = [
        .list("breadcrumbs", \.breadcrumbs), .text("intro", \.intro), .html("body", \.body),
        .list("source_list", \.sources),
    ]

    init(of page: Page, on site: Site) {
        let bibliography = site.handbook.bibliography
        breadcrumbs = site.breadcrumbs(of: page)
        intro = page.parsed.header.summary ?? site.wording.pages.sourcesIntro
        body = site.filledHTML(of: page)
        sources = zip(bibliography.sources, bibliography.citedBy).map { source, citing in
            SourceModel(
                source: source, details: site.details(of: source),
                citedBy: site.inReadingOrder(citing).map { site.link(to: $0, from: page.id) })
        }
    }
}

struct SourceModel: TemplateModel {
    let source: Source
    let details: String
    let citedBy: [LinkModel]

    static let slots: [Slot<SourceModel>] = [
        .text("id", \.source.id.value), .text("anchor", \.source.anchor), .text("title", \.source.title),
        .text("details", \.details), .text("note", \.source.note), .text("url", \.source.url?.value),
        .list("cited_by", \.citedBy), .flag("is_cited") { !$0.citedBy.isEmpty },
    ]
}

extension Source {
    /// Where it stands in the list of sources. A heading's own id never holds a colon, so these cannot meet.
    var anchor: String { "source:" + headingID(id.value) }
}

extension Site {
    fileprivate func details(of source: Source) -> String {
        var parts = [source.publisher, source.year, source.isbn.map(wording.pages.isbn), source.licence].compactMap(
            \.self)
        if let accessed = source.accessed {
            parts.append(wording.pages.readOn(wording.dates.date(accessed)))
        }
        return wording.lists.facts(parts)
    }
}
