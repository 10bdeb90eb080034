// A handbook from a few files written in the test, and the pages that such handbooks are made of.

import Content
package import Knowledge
import UTF8Text

/// The handbook of `linkedHandbook`, without what stands beside it.
package func handbook(
    _ files: [String: String], assets: [String] = [], drafts: Bool = false, today: String = "2027-01-01"
) throws -> Handbook {
    try linkedHandbook(files, assets: assets, drafts: drafts, today: today).handbook
}

/// Parses and links `files`, by path. The day is 2027-01-01 unless the test says otherwise.
/// - Parameter assets: files to download besides; plan files are that too.
package func linkedHandbook(
    _ files: [String: String], assets: [String] = [], drafts: Bool = false, today: String = "2027-01-01"
) throws -> LinkedHandbook {
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
    guard let day = CalendarDate(today) else { throw NotADay(text: today) }
    return link(
        HandbookSource(
            pages: pages, assets: (assets + planFiles.keys.sorted()).map { Asset(path: $0, size: nil) },
            settings: settings, terms: terms, sources: sources, planFiles: planFiles, today: day,
            includesDrafts: drafts))
}

struct NotADay: Error { let text: String }

/// A topic page with the keys that it must have; `extra` adds lines to its front matter.
package func topic(_ title: String, _ extra: String = "", body: String = "Text.") -> String {
    typedPage(title, "kind: concept\nsources: [ONE]\n" + extra, body: body)
}

package func role(_ title: String, _ extra: String = "") -> String { typedPage(title, extra, body: "Text.") }

/// A question page about the topic `t`.
package func question(_ title: String, _ extra: String = "", body: String = "Text.") -> String {
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

package let oneTerm = "terms:\n  - {term: Risk, definition: Something that may happen.}\n"

/// `count` plain pages with the same text.
package func pages(_ count: Int, from first: Int = 0, saying text: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (first..<first + count).map { ("pages/p\($0).md", text) })
}

package let oneSource = "sources:\n  - {id: ONE, title: The first source, url: \"https://example.org/\"}\n"
