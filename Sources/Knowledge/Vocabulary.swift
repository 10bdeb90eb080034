// The terms of the glossary, with the pages that explain them.

package import Content
import UTF8Text

package struct VocabularyTerm: Sendable {
    package let term: Term
    /// Its anchor on the glossary page.
    package let id: String
    /// The page that explains it.
    package let target: PageID?
}

package struct Vocabulary: Sendable {
    /// In alphabetical order.
    package let terms: [VocabularyTerm]
    /// Every form that some term has, by its key, with the term's place.
    let byForm: [String: Int]
    /// What text can mention: the terms first, in their order, then pages by their names.
    package let linkable: [LinkableTerm]
    let matcher: TermMatcher
    private let byID: [String: Int]
    /// The place in `linkable` of each form, by its key.
    private let owners: [String: Int]

    init(terms: [VocabularyTerm], byForm: [String: Int], linkable: [LinkableTerm] = [], forms: [TermForm] = []) {
        self.terms = terms
        self.byForm = byForm
        self.linkable = linkable
        byID = Dictionary(terms.indices.map { (terms[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        matcher = TermMatcher(forms)
        owners = Dictionary(forms.map { ($0.key, $0.term) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ways in which text can mention them.
    package var forms: [TermForm] { matcher.forms }

    /// The term or page that has this name, by its place in `linkable`.
    package func linkable(named name: String) -> Int? { owners[formKey(name)] }

    /// The term with this anchor on the glossary page.
    package func term(withID id: String) -> VocabularyTerm? { byID[id].map { terms[$0] } }

    package func term(named name: String) -> VocabularyTerm? { byForm[formKey(name)].map { terms[$0] } }
}

func resolveTerms(_ terms: [Term], shelf: Shelf, report: inout Report) -> Vocabulary {
    let drafts = Set(shelf.leftOut.map { slug(of: $0, in: shelf.folders) })
    var bySlug: [String: PageID] = [:]
    for page in shelf.pages.reversed() where page.kind == .article { bySlug[page.slug] = page.id }
    let slugs = NameList(bySlug.keys)
    let path = SpecialFile.glossary.rawValue

    var usedIDs: Set<String> = []
    /// The highest number that was put behind each id to make it unique.
    var lastNumbers: [String: Int] = [:]
    var resolved: [VocabularyTerm] = []
    for term in terms.sorted(by: { readsBefore($0.name.value, $1.name.value) }) {
        var target: PageID?
        if let slug = term.target {
            target = bySlug[slug.value]
            if target == nil, !drafts.contains(slug.value) {
                report.add(
                    .termTarget, in: path, at: slug.position, "no page '\(slug.value)'",
                    help: "leave out 'target' to link to the glossary entry itself",
                    guess: Guess(slug.value, in: slugs))
            }
        }
        let base = headingID(term.name.value).isEmpty ? "term" : headingID(term.name.value)
        var id = base
        while !usedIDs.insert(id).inserted {
            lastNumbers[base, default: 1] += 1
            id = "\(base)-\(lastNumbers[base, default: 1])"
        }
        resolved.append(VocabularyTerm(term: term, id: id, target: target))
    }

    var byForm: [String: Int] = [:]
    for (index, entry) in resolved.enumerated() {
        for form in entry.term.names {
            let key = formKey(form.value)
            if let other = byForm[key] {
                if other != index {
                    report.add(
                        .nameTaken, in: path, at: form.position,
                        "'\(form.value)' already belongs to the term '\(resolved[other].term.name.value)'",
                        help: "give it to one of them")
                }
            } else {
                byForm[key] = index
            }
        }
    }
    explain(&resolved, byForm: byForm, from: shelf, report: &report)
    return Vocabulary(terms: resolved, byForm: byForm)
}

/// Leads terms to the pages that say that they explain them.
private func explain(
    _ terms: inout [VocabularyTerm], byForm: [String: Int], from shelf: Shelf, report: inout Report
) {
    let names = NameList(byForm.keys)
    for page in shelf.pages {
        guard case .topic(let topic) = page.parsed.header.details else { continue }
        for name in topic.explains {
            guard let index = byForm[formKey(name.value)] else {
                report.add(
                    .unknownTerm, in: page.path, at: name.position, "the glossary has no term '\(name.value)'",
                    help: "add it to glossary.yml", guess: Guess(name.value, in: names))
                continue
            }
            if let other = terms[index].target, other != page.id {
                report.add(
                    .nameTaken, in: page.path, at: name.position,
                    "'\(name.value)' is explained by '\(shelf.pages[other.index].path)' already",
                    help: "let one page explain it; remove the term here, or its target there")
                continue
            }
            terms[index] = VocabularyTerm(term: terms[index].term, id: terms[index].id, target: page.id)
        }
    }
}
