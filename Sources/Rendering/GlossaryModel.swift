// The glossary: every term under its letter.

import Content
import Knowledge
import Templates
import UTF8Text

struct GlossaryModel: TemplateModel {
    let breadcrumbs: [LinkModel]
    let intro: String
    let body: [UInt8]
    let countLabel: String
    let groups: [LetterModel]

    static let slots: [Slot<GlossaryModel>] = [
        .list("breadcrumbs", \.breadcrumbs), .text("intro", \.intro), .html("body", \.body),
        .text("count_label", \.countLabel), .list("letters", \.groups), .list("groups", \.groups),
    ]

    init(of page: Page, on site: Site) {
        let terms = site.handbook.vocabulary.terms
        breadcrumbs = site.breadcrumbs(of: page)
        intro =
            page.parsed.header.summary ?? site.wording.pages.glossaryIntro
        body = site.filledHTML(of: page)
        countLabel = site.wording.counts.terms(terms.count)
        let letters = terms.chunks { initial(of: $0) == initial(of: $1) }
        groups = letters.map { terms in
            LetterModel(
                letter: terms.first.map(initial) ?? "", terms: terms.map { TermModel(of: $0, on: page, of: site) })
        }
    }
}

/// A letter, and the terms that begin with it.
struct LetterModel: TemplateModel {
    let letter: String
    let terms: [TermModel]

    static let slots: [Slot<LetterModel>] = [
        .text("letter", \.letter), .text("id") { "letter:" + slug($0.letter) }, .list("terms", \.terms),
    ]
}

struct TermModel: TemplateModel {
    let id: String
    let name: String
    let definition: String
    /// In one line.
    let aliases: String?
    /// The same in a sentence.
    let alsoFound: String?
    /// The page that explains it.
    let target: LinkModel?

    static let slots: [Slot<TermModel>] = [
        .text("id", \.id), .text("name", \.name), .text("definition", \.definition), .text("aliases", \.aliases),
        .text("also_found", \.alsoFound), .object("target", \.target),
    ]

    init(of entry: VocabularyTerm, on page: Page, of site: Site) {
        id = entry.id
        name = entry.term.name.value
        definition = entry.term.definition
        let names = entry.term.aliases.map(\.name.value)
        aliases = names.isEmpty ? nil : names.joined(separator: site.wording.lists.separator)
        alsoFound = aliases.map(site.wording.pages.alsoFound)
        target = entry.target.map { site.link(to: $0, from: page.id) }
    }
}

private func initial(of term: VocabularyTerm) -> String {
    guard let first = term.term.name.value.first, first.isLetter else { return "0–9" }
    return first.uppercased()
}
