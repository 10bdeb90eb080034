// The sources that pages rest on, and which pages those are.

package import Content
import UTF8Text

package struct Bibliography: Sendable {
    package let sources: [Source]
    /// The pages that cite each source, in order.
    package let citedBy: [[PageID]]
    /// What each page cites: the place of the source, and where in it.
    package let citations: [[ResolvedCitation]]
}

package struct ResolvedCitation: Sendable {
    package let source: Int
    package let at: String?
}

func resolveCitations(_ shelf: Shelf, sources: [Source], report: inout Report) -> Bibliography {
    let path = SpecialFile.sources.rawValue
    var byID: [String: Int] = [:]
    var anchors: Set<String> = []
    for (index, source) in sources.enumerated() {
        // Ids that differ only in signs would share one anchor on the page of sources.
        if anchors.insert(headingID(source.id.value)).inserted {
            byID[source.id.value] = index
        } else {
            report.add(
                .nameTaken, in: path, at: source.id.position, "the source '\(source.id.value)' stands twice",
                help: "keep one of them, or give it another id")
        }
    }
    let ids = NameList(byID.keys)
    var citedBy: [[PageID]] = Array(repeating: [], count: sources.count)
    let citations = shelf.pages.map { page in
        page.parsed.header.citations.compactMap { citation -> ResolvedCitation? in
            guard let index = byID[citation.source.value] else {
                report.add(
                    .unknownSource, in: page.path, at: citation.source.position,
                    "no source '\(citation.source.value)' in \(path)",
                    help: "add it to \(path)", guess: Guess(citation.source.value, in: ids))
                return nil
            }
            if citedBy[index].last != page.id { citedBy[index].append(page.id) }
            return ResolvedCitation(source: index, at: citation.at)
        }
    }
    return Bibliography(sources: sources, citedBy: citedBy, citations: citations)
}
