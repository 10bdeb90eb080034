// The sources that a page rests on.

import Content
import Knowledge
import Templates

struct CitationModel: TemplateModel {
    let source: Source
    let href: String
    /// The place in the source.
    let at: String?

    static let slots: [Slot<CitationModel>] = [
        .text("id", \.source.id.value), .text("title", \.source.title), .text("href", \.href), .text("at", \.at),
        .text("publisher", \.source.publisher), .text("year", \.source.year),
    ]
}

extension Site {
    func citations(of page: Page) -> [CitationModel] {
        guard let list = handbook.sourceList else { return [] }
        return handbook.bibliography.citations[page.id.index].map { citation in
            let source = handbook.bibliography.sources[citation.source]
            return CitationModel(
                source: source, href: href(from: page.id, to: list, fragment: source.anchor), at: citation.at)
        }
    }
}
