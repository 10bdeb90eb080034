// The places on each page that a link can lead to.

import Content
import UTF8Text

struct Anchors: Sendable {
    private let ids: [KnownNames]

    init(of shelf: Shelf, vocabulary: Vocabulary, sources: [Source]) {
        ids = shelf.pages.map { page in
            var ids = Set(page.parsed.markdown.anchors)
            for heading in page.parsed.markdown.outline { ids.insert(heading.id) }
            for group in page.parsed.header.groups { ids.insert(headingID(group.title.value)) }
            if page.kind == .glossary { ids.formUnion(vocabulary.terms.map(\.id)) }
            if page.kind == .sources { ids.formUnion(sources.map { "source:" + headingID($0.id.value) }) }
            return KnownNames(ids)
        }
    }

    func has(_ id: String, on page: Page) -> Bool {
        ids[page.id.index].contains(id) || page.kind == .glossary && id.hasPrefix("letter:")
    }

    /// The id of the first heading on the page whose text this is, in any case, or whose id would come from such a text.
    func heading(like text: String, on page: Page) -> String? {
        let id = headingID(text)
        return page.parsed.markdown.outline.first { $0.id == id || isEqualInAnyCase($0.text, text) }?.id
    }

    /// Which heading of the page may be meant by an id that it has not.
    func guess(_ id: String, on page: Page) -> Guess { Guess(id, in: ids[page.id.index].list, prefix: "#") }
}

extension Page {
    /// What a reader of a finding may choose from: "#first, #second".
    var headingList: String {
        let ids = parsed.markdown.outline.prefix(8).map { "#" + $0.id }
        return ids.isEmpty ? "none" : ids.joined(separator: ", ")
    }
}
