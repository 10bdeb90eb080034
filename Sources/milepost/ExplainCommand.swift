// `milepost explain`.

import ArgumentParser
import Knowledge
import UTF8Text

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells every link that was made or refused on a page, or for a term, and by which rule.",
        discussion: """
            PAGE is the path of its file, its slug or its title. With --term, tells where the term is linked, where it \
            was skipped, and why.
            """)

    @Argument(help: "The page, by its path, slug or title.")
    var page: String?

    @Option(help: "A term of the glossary, or the title of a page, in any of its forms.")
    var term: String?

    @OptionGroup var inspection: InspectionArguments

    func validate() throws {
        if (page == nil) == (term == nil) {
            throw ValidationError("Name a page, or a term: milepost explain PAGE, milepost explain --term TERM.")
        }
    }

    func run() throws {
        let linked = try inspection.linkedHandbook()
        if let page { try explain(page: page, of: linked) }
        if let term { try explain(term: term, of: linked.handbook) }
    }

    // MARK: A page

    private func explain(page name: String, of linked: LinkedHandbook) throws {
        let handbook = linked.handbook
        let prefix = inspection.file("")
        let candidates = handbook.pages(called: name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name)
        guard let id = candidates.first else {
            let suggestion = handbook.nearestPage(to: name).map { "; did you mean '\($0)'?" } ?? ""
            print("milepost: error: no page '\(name.visibleOnOneLine)'\(suggestion)", to: .errors)
            throw ExitStatus.wrongUsage
        }
        guard candidates.count == 1 else {
            let paths = candidates.map { "'\(handbook[$0].path)'" }.joined(separator: " or ")
            print("milepost: error: '\(name.visibleOnOneLine)' may mean \(paths)", to: .errors)
            throw ExitStatus.wrongUsage
        }
        let links = handbook.explainLinks(on: id)
        let similar = linked.explainSimilarPages(of: id)
        if inspection.format == .json {
            return write(
                .object([
                    ("page", .string(inspection.file(handbook[id].path))), ("title", .string(handbook[id].title)),
                    ("links", .array(links.map { json(of: $0, in: handbook) })),
                    ("similar", .array(similar.map { json(of: $0, in: handbook) })),
                ]))
        }
        print("\(handbook[id].title): \(counts(of: links))", to: .output)
        for link in links { print(line(for: link, in: handbook), to: .output) }
        for page in similar {
            let reasons =
                [("words", page.words), ("links to", page.links.map { handbook[$0].path })].filter { !$0.1.isEmpty }
                .map { "\($0.0) \($0.1.joined(separator: ", "))" }
            print(
                "similar: \(handbook[page.page].path) (\(page.likeness) of 1000; shares \(reasons.joined(separator: "; ")))",
                to: .output)
        }
    }

    private func counts(of links: [LinkExplanation]) -> String {
        [LinkExplanation.Outcome.byHand, .linked, .refused, .broken].map { outcome in
            "\(links.count { $0.outcome == outcome }) \(outcome.rawValue)"
        }.joined(separator: ", ")
    }

    // MARK: A term

    private func explain(term name: String, of handbook: Handbook) throws {
        guard let index = handbook.vocabulary.linkable(named: name) else {
            let suggestion = handbook.nearestTerm(to: name).map { "; did you mean '\($0)'?" } ?? ""
            print("milepost: error: no term '\(name.visibleOnOneLine)'\(suggestion)", to: .errors)
            throw ExitStatus.wrongUsage
        }
        let term = handbook.vocabulary.linkable[index]
        let forms = handbook.vocabulary.forms.filter { $0.term == index }
        let links = handbook.explainTerm(index)
        let target = handbook.path(of: term.target, fragment: term.fragment)
        if inspection.format == .json {
            let formList = forms.map { form in
                JSON.object([
                    ("form", .string(form.text)), ("policy", .string(form.policyName)),
                    ("generated", .bool(form.isGenerated)),
                ])
            }
            return write(
                .object([
                    ("term", .string(term.name)), ("definition", .string(term.definition)), ("target", .string(target)),
                    ("forms", .array(formList)), ("mentions", .array(links.map { json(of: $0, in: handbook) })),
                ]))
        }
        print("\(term.name) → \(target): \(counts(of: links))", to: .output)
        for form in forms {
            let origin = form.isGenerated ? ", a plural that Milepost formed" : ""
            print("form: \(form.text) (\(form.policyName)\(origin))", to: .output)
        }
        for link in links { print(line(for: link, in: handbook), to: .output) }
    }

    // MARK: Lines

    /// `content/topics/raid-log.md:12:5: linked "risk register" → templates/risk-register.md (auto: the glossary)`
    private func line(for link: LinkExplanation, in handbook: Handbook) -> String {
        let place = "\(inspection.file(handbook[link.page].path)):\(link.position.line):\(link.position.column)"
        let target = link.target.map { " → \($0)" } ?? ""
        let words = link.words.replacing("\n", with: " ")
        return "\(place): \(link.outcome.rawValue) \"\(words)\"\(target) (\(link.rule): \(link.reason))"
            .visibleOnOneLine
    }

    private func json(of link: LinkExplanation, in handbook: Handbook) -> JSON {
        .object([
            ("outcome", .string(link.outcome.rawValue)), ("file", .string(inspection.file(handbook[link.page].path))),
            ("line", .integer(link.position.line)), ("column", .integer(link.position.column)),
            ("words", .string(link.words)), ("term", link.term.map { .string($0) } ?? .null),
            ("target", link.target.map { .string($0) } ?? .null), ("rule", .string(link.rule)),
            ("reason", .string(link.reason)),
        ])
    }

    private func json(of similar: SimilarityExplanation, in handbook: Handbook) -> JSON {
        .object([
            ("file", .string(inspection.file(handbook[similar.page].path))), ("likeness", .integer(similar.likeness)),
            ("words", .array(similar.words.map { .string($0) })),
            ("links", .array(similar.links.map { .string(inspection.file(handbook[$0].path)) })),
        ])
    }

    private func write(_ json: JSON) { print(String(decoding: json.bytes, as: UTF8.self), to: .output) }
}
