// What machines may read from a page: schema.org as JSON-LD, only what readers see too.

import Content
import Knowledge
import UTF8Text

extension Site {
    /// The JSON-LD of a page, safe inside a `script` element; `nil` when there is nothing to say.
    func structuredData(for page: Page) -> [UInt8]? {
        var graph: [JSON] = []
        if let trail = breadcrumbList(of: page) { graph.append(trail) }
        if let questions = questionList(of: page) { graph.append(questions) }
        if page.kind == .glossary { graph.append(termSet()) }
        guard !graph.isEmpty else { return nil }
        let document = JSON.object([("@context", .string("https://schema.org")), ("@graph", .array(graph))])
        return document.bytes
    }

    /// Needs absolute addresses, so only a handbook with a public address has it.
    private func breadcrumbList(of page: Page) -> JSON? {
        guard let base = handbook.settings.baseURL else { return nil }
        let trail = handbook.tree.trail(of: page.id) + [page.id]
        guard trail.count >= 2 else { return nil }
        let items = trail.enumerated().map { index, id in
            JSON.object([
                ("@type", .string("ListItem")), ("position", .integer(index + 1)),
                ("name", .string(id == page.id ? page.title : breadcrumbTitle(id))),
                ("item", .string(base + publicPath(handbook.address(of: id)))),
            ])
        }
        return .object([("@type", .string("BreadcrumbList")), ("itemListElement", .array(items))])
    }

    private func questionList(of page: Page) -> JSON? {
        guard case .question(let question) = page.parsed.header.details else { return nil }
        let questions: [JSON] =
            if question.isCollection {
                page.collectedQuestions.filter { !$0.lead.isEmpty }.map { questionEntry($0.text, answer: $0.lead) }
            } else if let answer = question.shortAnswer {
                [questionEntry(page.title, answer: answer.value)]
            } else {
                []
            }
        guard !questions.isEmpty else { return nil }
        return .object([("@type", .string("FAQPage")), ("mainEntity", .array(questions))])
    }

    private func questionEntry(_ question: String, answer: String) -> JSON {
        .object([
            ("@type", .string("Question")), ("name", .string(question)),
            ("acceptedAnswer", .object([("@type", .string("Answer")), ("text", .string(answer))])),
        ])
    }

    private func termSet() -> JSON {
        let terms = handbook.vocabulary.terms.map { entry in
            JSON.object([
                ("@type", .string("DefinedTerm")), ("name", .string(entry.term.name.value)),
                ("description", .string(entry.term.definition)),
            ])
        }
        return .object([
            ("@type", .string("DefinedTermSet")), ("name", .string(wording.pages.glossaryOf(handbook.settings.title))),
            ("hasDefinedTerm", .array(terms)),
        ])
    }
}
