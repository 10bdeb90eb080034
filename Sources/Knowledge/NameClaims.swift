// Names that two want to have: titles, other names, slugs, and the terms of the glossary.

import Content
import UTF8Text

/// Titles of typed pages are unique among their type, other names among all pages, and no other name is the slug of
/// another page.
func checkNameClaims(_ shelf: Shelf, byName: [String: [PageID]], bySlug: [String: [PageID]], report: inout Report) {
    for page in shelf.pages where !page.isMadeUp {
        let title = page.parsed.header.title
        for name in page.names {
            let claims = byName[name.value.lowercased()] ?? []
            let isTitle = name.position == title.position
            let rivals = claims.filter { other in
                let rival = shelf.pages[other.index]
                guard other != page.id else { return false }
                if !isTitle { return true }
                return page.type != .page && rival.type == page.type
                    && rival.title.lowercased() == page.title.lowercased() && rival.id < page.id
            }
            let slugs = isTitle ? [] : (bySlug[name.value] ?? []).filter { $0 != page.id }
            guard let rival = (rivals.first ?? slugs.first).map({ shelf.pages[$0.index] }) else { continue }
            report.add(
                .nameTaken, in: page.path, at: name.position, "'\(name.value)' is also a name of '\(rival.path)'",
                help: "give the name to one of the pages")
        }
    }
}

/// A term and a page may share another name only when the term is explained on that page: they are one thing then.
/// A title claims nothing: the template of a business case is called like what it is a template of.
func checkTermClaims(
    _ vocabulary: Vocabulary, shelf: Shelf, byName: [String: [PageID]], report: inout Report
) {
    for entry in vocabulary.terms {
        for form in entry.term.names {
            let owners = (byName[form.value.lowercased()] ?? []).map { shelf.pages[$0.index] }.filter { page in
                !page.isRetired && page.title.lowercased() != form.value.lowercased()
            }
            // A term whose page is not published yet has none here, and claims nothing.
            let isPending = entry.term.target != nil && entry.target == nil
            guard !isPending, let owner = owners.first, !owners.contains(where: { $0.id == entry.target }) else {
                continue
            }
            report.add(
                .nameTaken, in: SpecialFile.glossary.rawValue, at: form.position,
                "'\(form.value)' is a term and also another name of '\(owner.path)'",
                help: entry.target == nil
                    ? "let 'target: \(owner.slug)' say that they are one, or give the name to one of them"
                    : "let the term lead to that page, or give the name to one of them")
        }
    }
}
