// Home, section indexes, glossary, list of sources.

import Content
import Knowledge
import Templates
import UTF8Text

extension Site {
    func addHome(_ page: Page, to values: inout TemplateModel) {
        if let summary = page.parsed.header.summary ?? handbook.settings.description {
            values["summary"] = .text(summary)
        }
        values["body"] = .html(filledHTML(of: page))
        values["search_hint"] = .text("Search the handbook")
        let sections = handbook.tree.children(of: page.id).filter { !handbook[$0].parsed.header.navigation.isHidden }
        if !sections.isEmpty {
            values["sections"] = .list(
                sections.map { id in
                    var section = linkModel(to: id, from: page.id, title: handbook[id].label)
                    if let count = countLabel(of: handbook[id]) { section["count_label"] = .text(count) }
                    return section
                })
        }
        let changes = latestChanges(count: 8)
        if !changes.isEmpty {
            values["has_changes"] = .flag
            values["changes"] = .list(
                changes.map { id, date in
                    var change = linkModel(to: id, from: page.id)
                    change["date"] = .text(writtenDate(date, language: handbook.settings.language))
                    change["iso"] = .text(date.iso)
                    return change
                })
        }
    }

    private func latestChanges(count: Int) -> [(PageID, CalendarDate)] {
        let dated = handbook.pages.compactMap { page in
            page.kind == .article ? page.parsed.header.updated.map { (page.id, $0.value) } : nil
        }
        return Array(dated.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.prefix(count))
    }

    // MARK: Sections

    func addSection(_ page: Page, to values: inout TemplateModel) {
        if let summary = page.parsed.header.summary { values["summary"] = .text(summary) }
        values["body"] = .html(filledHTML(of: page))
        if let count = countLabel(of: page) { values["count_label"] = .text(count) }
        let children = handbook.tree.groups[page.id.index]
        if children.flatMap(\.members).contains(where: { handbook[$0].type == .question }) {
            values["is_question_index"] = .flag
        }
        if !children.isEmpty {
            values["groups"] = .list(
                children.map { group in
                    var model = TemplateModel(["items": .list(group.members.flatMap { entries(for: $0, on: page) })])
                    if let title = group.title { model["title"] = .text(title) }
                    if let id = group.id { model["id"] = .text(id) }
                    return model
                })
            let headings =
                page.parsed.markdown.outline.map { ContentsEntry(level: $0.level, id: $0.id, text: $0.text) }
                + children.compactMap { group in
                    group.title.flatMap { title in group.id.map { ContentsEntry(level: 2, id: $0, text: title) } }
                }
            if let contents = contentsHTML(headings) { values["contents"] = .html(contents) }
        }
        addNeighbours(of: page, to: &values)
    }

    /// A page in an index; a page that collects questions, with each of them.
    private func entries(for id: PageID, on page: Page) -> [TemplateModel] {
        let target = handbook[id]
        var entry = linkModel(to: id, from: page.id)
        if let summary = target.parsed.header.summary { entry["about"] = .text(summary) }
        return [entry]
            + target.collectedQuestions.map { heading in
                var question = TemplateModel([
                    "title": .text(heading.text), "href": .text(href(from: page.id, to: id, fragment: heading.id)),
                ])
                if !heading.lead.isEmpty { question["about"] = .text(heading.lead) }
                return question
            }
    }

    /// "53 topics"; "1 page".
    private func countLabel(of page: Page) -> String? {
        switch page.kind {
        case .glossary: return count(handbook.vocabulary.terms.count, "term")
        case .sources: return count(handbook.bibliography.sources.count, "source")
        case .map: return count(handbook.topicGraph.topics.count, "topic")
        case .article: return nil
        case .home, .section: break
        }
        let children = handbook.tree.children(of: page.id)
        guard !children.isEmpty else { return nil }
        let types = Set(children.map { handbook[$0].type })
        let questions = children.reduce(0) { $0 + max(1, handbook[$1].collectedQuestions.count) }
        if types == [.question] { return count(questions, "question") }
        return count(children.count, types.count == 1 ? types.first?.rawValue ?? "page" : "page")
    }

    func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    // MARK: Glossary and sources

    func addGlossary(_ page: Page, to values: inout TemplateModel) {
        values["body"] = .html(filledHTML(of: page))
        values["intro"] = .text(
            page.parsed.header.summary ?? "The terms of this handbook, what they mean and where they are explained.")
        let terms = handbook.vocabulary.terms
        values["count_label"] = .text(count(terms.count, "term"))
        var groups: [(letter: String, terms: [VocabularyTerm])] = []
        for term in terms {
            let letter = initial(of: term.term.name.value)
            if groups.last?.letter != letter { groups.append((letter, [])) }
            groups[groups.count - 1].terms.append(term)
        }
        values["letters"] = .list(
            groups.map { TemplateModel(["letter": .text($0.letter), "id": .text("letter:" + slug($0.letter))]) })
        values["groups"] = .list(
            groups.map { letter, terms in
                TemplateModel([
                    "letter": .text(letter), "id": .text("letter:" + slug(letter)),
                    "terms": .list(terms.map { termModel($0, on: page) }),
                ])
            })
    }

    private func initial(of name: String) -> String {
        guard let first = name.first, first.isLetter else { return "0–9" }
        return first.uppercased()
    }

    private func termModel(_ entry: VocabularyTerm, on page: Page) -> TemplateModel {
        var model = TemplateModel([
            "id": .text(entry.id), "name": .text(entry.term.name.value), "definition": .text(entry.term.definition),
        ])
        if !entry.term.aliases.isEmpty {
            model["aliases"] = .text(entry.term.aliases.map(\.name.value).joined(separator: ", "))
        }
        if let target = entry.target { model["target"] = .object(linkModel(to: target, from: page.id)) }
        return model
    }

    func addSources(_ page: Page, to values: inout TemplateModel) {
        values["body"] = .html(filledHTML(of: page))
        values["intro"] = .text(
            page.parsed.header.summary ?? "What this handbook rests on, and the pages that cite it.")
        let bibliography = handbook.bibliography
        let list = bibliography.sources.indices.map { index in
            let source = bibliography.sources[index]
            var model = TemplateModel([
                "id": .text(source.id.value), "anchor": .text(sourceAnchor(source)), "title": .text(source.title),
                "details": .text(details(of: source)),
            ])
            if let note = source.note { model["note"] = .text(note) }
            if let url = source.url { model["url"] = .text(url.value) }
            let citing = bibliography.citedBy[index]
            if !citing.isEmpty {
                model["is_cited"] = .flag
                model["cited_by"] = .list(inReadingOrder(citing).map { linkModel(to: $0, from: page.id) })
            }
            return model
        }
        if !list.isEmpty { values["source_list"] = .list(list) }
    }

    private func details(of source: Source) -> String {
        var parts = [source.publisher, source.year, source.isbn.map { "ISBN \($0)" }, source.licence].compactMap(\.self)
        if let accessed = source.accessed {
            parts.append("read on \(writtenDate(accessed, language: handbook.settings.language))")
        }
        return parts.joined(separator: " · ")
    }
}
