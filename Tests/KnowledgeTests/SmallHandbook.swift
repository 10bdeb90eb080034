// A handbook from a few files written in the test.

import Content
import Knowledge
import Testing
import UTF8Text

/// Parses and links `files`, by path. The day is 2027-01-01 unless the test says otherwise.
func handbook(
    _ files: [String: String], assets: [String] = [], drafts: Bool = false, today: String = "2027-01-01"
) throws -> Handbook {
    var pages: [ParsedPage] = []
    var settings = Settings()
    var terms: [Term] = []
    var sources: [Source] = []
    var planFiles: [String: YAMLNode] = [:]
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        switch parse(SourceFile(path: path, bytes: Array(text.utf8))).file {
        case .page(let page): pages.append(page)
        case .settings(let read): settings = read
        case .glossary(let read): terms = read
        case .sources(let read): sources = read
        case .planFile(let plan): planFiles[path] = plan
        }
    }
    return link(
        HandbookSource(
            pages: pages, assets: (assets + planFiles.keys.sorted()).map { Asset(path: $0, size: nil) },
            settings: settings, terms: terms, sources: sources, planFiles: planFiles,
            today: try #require(CalendarDate(today)), includesDrafts: drafts))
}

extension Handbook {
    func page(at path: String) throws -> Page { try #require(pages.first { $0.path == path }) }

    /// The addresses that the links of the page at `path` lead to, `-` for nowhere.
    func destinations(from path: String) throws -> [String] {
        links[try page(at: path).id.index].map { destination in
            switch destination {
            case .page(let id, let fragment): address(of: id) + (fragment.map { "#" + $0 } ?? "")
            case .asset(let index): assets[index].path
            case .external(let address): address
            case .nowhere: "-"
            }
        }
    }

    /// What the findings advise, their guesses answered.
    var helps: [String] { answered(diagnostics).map(\.help) }

    /// `rule path:line:column` of every finding.
    var findings: [String] {
        diagnostics.sorted(by: Diagnostic.reportedBefore).map {
            "\($0.rule) \($0.path):\($0.position.line):\($0.position.column)"
        }
    }
}

/// The findings with their guesses answered.
func answered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var suggestions = Suggestions()
    return diagnostics.map { suggestions.answered($0) }
}

/// A topic page with the keys that it must have; `extra` adds lines to its front matter.
func topic(_ title: String, _ extra: String = "", body: String = "Text.") -> String {
    typedPage(title, "kind: concept\nsources: [ONE]\n" + extra, body: body)
}

func role(_ title: String, _ extra: String = "") -> String { typedPage(title, extra, body: "Text.") }

/// A question page about the topic `t`.
func question(_ title: String, _ extra: String = "", body: String = "Text.") -> String {
    let answer = "short_answer: A short answer that is long enough to pass the check."
    return typedPage(
        "'" + title.replacing("'", with: "''") + "'", "\(answer)\ntopics: [t]\nsources: [ONE]\n" + extra, body: body)
}

private func typedPage(_ title: String, _ keys: String, body: String) -> String {
    """
    ---
    title: \(title)
    summary: A summary that is long enough to pass the check of its length.
    owner: lead
    status: approved
    updated: 2026-12-01
    \(keys)
    ---
    \(body)
    """
}

let oneTerm = "terms:\n  - {term: Risk, definition: Something that may happen.}\n"

/// `count` plain pages with the same text.
func pages(_ count: Int, from first: Int = 0, saying text: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (first..<first + count).map { ("pages/p\($0).md", text) })
}

let oneSource = "sources:\n  - {id: ONE, title: The first source, url: \"https://example.org/\"}\n"
