// The questions that a handbook must answer: a file of queries with the pages that readers should find, held against
// what search gives.

import Glibc
import Knowledge
import Search
import UTF8Text

extension Rule {
    static let queryFile = Rule(
        "query-file", .error, "A line of a file of queries that is not a query, a tab and slugs (with --queries only).")
    static let searchAnswer = Rule(
        "search-answer", .error, "A query whose page is not among the first three results (with --queries only).")

    static let ofQueries: [Rule] = [.queryFile, .searchAnswer]
}

/// A handbook's own file of queries, at the top of its content folder. It is for authors, and not published.
let pinnedQueriesFile = "queries.tsv"

/// How many results readers look at.
private let resultsInSight = 3

/// A query, and the pages one of which should come first.
private struct PinnedQuery {
    let text: String
    let pages: [String]
    let line: Int
}

func checkQueries(in file: String, of handbook: Handbook, jobs: Int) throws(MachineError) -> [Diagnostic] {
    let bytes: [UInt8]
    do {
        bytes = try readFile(file, limit: FileLimit.text)
    } catch {
        throw .wrongRequest("the file '\(file)' cannot be read: \(error.reason)")
    }
    var findings: [Diagnostic] = []
    let queries = read(bytes, file: file, handbook: handbook, findings: &findings)
    guard !queries.isEmpty else { return findings }
    let answers = try withIndex(of: handbook, jobs: jobs) { site throws(MachineError) in
        try search(queries.map(\.text), inSite: site)
    }
    let slugOfAddress = Dictionary(
        handbook.pages.map { (handbook.address(of: $0.id), name(of: $0)) }, uniquingKeysWith: { first, _ in first })
    for (query, answer) in zip(queries, answers) {
        let slugs = answer.pages.map { slugOfAddress[$0.address.prefix { $0 != "#" } + "index.html"] ?? $0.address }
        let place = slugs.firstIndex(where: query.pages.contains)
        guard place == nil || place ?? 0 >= resultsInSight else { continue }
        let found = place.map { "only as result \($0 + 1)" } ?? "not among \(slugs.count) results"
        findings.append(
            Diagnostic(
                .searchAnswer, path: file, at: SourcePosition(line: query.line, column: 1),
                "'\(query.text)' finds \(query.pages.map { "'\($0)'" }.joined(separator: " or ")) \(found)",
                help: (slugs.first.map { "'\($0)' comes first; " } ?? "nothing is found; ")
                    + "say the words of the query in the page's title, 'aliases', 'keywords' or 'asked'"))
    }
    return findings
}

private func read(
    _ bytes: [UInt8], file: String, handbook: Handbook, findings: inout [Diagnostic]
) -> [PinnedQuery] {
    let slugs = KnownNames(handbook.pages.map(name))
    var queries: [PinnedQuery] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" }
        guard !text.isEmpty, !text.hasPrefix("#") else { continue }
        let position = SourcePosition(line: index + 1, column: 1)
        let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            findings.append(
                Diagnostic(
                    .queryFile, path: file, at: position, "the line is not a query, a tab and the slugs of pages",
                    help: "for example: risk or issue, a tab, risk-or-issue,issue-management"))
            continue
        }
        let pages = parts[1].split(separator: ",").map(String.init)
        let unknown = pages.filter { !slugs.contains($0) }
        for page in unknown {
            let column = parts[0].utf8.count + 2
            findings.append(
                Diagnostic(
                    .queryFile, path: file, at: SourcePosition(line: index + 1, column: column), "no page '\(page)'",
                    guess: Guess(page, in: slugs.list)))
        }
        if unknown.isEmpty { queries.append(PinnedQuery(text: String(parts[0]), pages: pages, line: index + 1)) }
    }
    return queries
}

/// What a file of queries calls a page.
private func name(of page: Page) -> String { page.kind == .home ? "index" : page.slug }

/// Calls `body` with a folder that has the index of the handbook and nothing else.
private func withIndex<Result>(
    of handbook: Handbook, jobs: Int, _ body: (String) throws(MachineError) -> Result
) throws(MachineError) -> Result {
    let folder = (environmentValue("TMPDIR") ?? "/tmp") + "/milepost-index-\(getpid())"
    try makeNewDirectory(folder)
    defer { try? removeTree(folder) }
    let index = SearchIndex(of: handbook, on: Cores(jobs: jobs))
    let files = index.files + index.recordTasks.flatMap { index.files(of: $0) }
    for folderOfFiles in Set(files.map { UTF8Text.folder(of: $0.address) }).sorted() {
        try makeDirectories(folder + "/" + folderOfFiles)
    }
    for file in files { try writeFile(folder + "/" + file.address, file.bytes) }
    return try body(folder)
}
