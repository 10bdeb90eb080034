// What is wrong with the vocabulary, now that every page has been searched for it.

import Content
import UTF8Text

/// A handbook of fewer pages says nothing about how often a term is linked.
private let fewestPages = 20

func checkTerms(_ handbook: Handbook, report: inout Report) {
    checkUse(of: handbook.vocabulary, in: handbook, report: &report)
    let forms = NameList(handbook.vocabulary.forms.map(\.text))
    for page in handbook.pages {
        guard case .skipping(let names) = page.parsed.header.autolink else { continue }
        for name in names where handbook.vocabulary.linkable(named: name.value) == nil {
            report.add(
                .unknownTerm, in: page.path, at: name.position, "there is no term '\(name.value)' to skip",
                help: "remove it", guess: Guess(name.value, in: forms))
        }
    }
}

private func checkUse(of vocabulary: Vocabulary, in handbook: Handbook, report: inout Report) {
    let path = SpecialFile.glossary.rawValue
    var isMentioned = Array(repeating: false, count: vocabulary.linkable.count)
    var linkingPages = Array(repeating: 0, count: vocabulary.linkable.count)
    for page in handbook.terms {
        for term in page.mentioned { isMentioned[term] = true }
        for term in Set(page.links.map { vocabulary.forms[$0.form].term }) { linkingPages[term] += 1 }
    }
    var isReferred: Set<String> = []
    if let glossary = handbook.glossary {
        for case .page(glossary, let fragment?) in handbook.links.joined() { isReferred.insert(fragment) }
    }
    let texts = handbook.pages.count { !$0.parsed.markdown.text.blocks.isEmpty }
    for (index, term) in vocabulary.linkable.enumerated() {
        guard let number = term.entry else { continue }
        let entry = vocabulary.terms[number]
        let place = entry.term.name.position
        if !isMentioned[index], !isReferred.contains(entry.id) {
            report.add(
                .unusedTerm, in: path, at: place, "no page mentions '\(term.name)' or another of its names",
                help: "use it where it helps, add the name that pages use, or remove it")
        }
        if texts >= fewestPages, linkingPages[index] * 3 > texts * 2 {
            report.add(
                .overlinkedTerm, in: path, at: place,
                "'\(term.name)' is linked on \(linkingPages[index]) of \(texts) pages",
                help: "a link on nearly every page tells readers nothing; set 'link: manual' and link it where it helps"
            )
        }
    }
}
