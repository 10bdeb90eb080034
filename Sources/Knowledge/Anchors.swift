// The places on each page that a link can lead to.

import Content
import UTF8Text

struct Anchors: Sendable {
    private let ids: [Set<String>]

    init(of shelf: Shelf, vocabulary: Vocabulary, sources: [Source]) {
        ids = shelf.pages.map { page in
            var ids = Set(page.parsed.markdown.anchors)
            for heading in page.parsed.markdown.outline { ids.insert(heading.id) }
            for group in page.parsed.header.groups { ids.insert(headingID(group.title.value)) }
            if page.kind == .glossary { ids.formUnion(vocabulary.terms.map(\.id)) }
            if page.kind == .sources { ids.formUnion(sources.map { "source:" + headingID($0.id.value) }) }
            return ids
        }
    }

    func has(_ id: String, on page: Page) -> Bool {
        ids[page.id.index].contains(id) || page.kind == .glossary && id.hasPrefix("letter:")
    }

    func nearest(to id: String, on page: Page) -> String? { UTF8Text.nearest(to: id, in: ids[page.id.index].sorted()) }
}

extension Page {
    /// What a reader of a finding may choose from: "#first, #second".
    var headingList: String {
        let ids = parsed.markdown.outline.prefix(8).map { "#" + $0.id }
        return ids.isEmpty ? "none" : ids.joined(separator: ", ")
    }
}
