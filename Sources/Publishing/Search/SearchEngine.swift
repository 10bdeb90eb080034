// Answers what readers would ask, as readers would see it: with the client's own module, run by Node. A second engine
// would have to be held equal for ever, and would be what readers do not use.

import UTF8Text

/// The best pages for one query.
package struct SearchAnswer: Sendable {
    package struct Page: Sendable {
        /// Relative to the root of the site.
        package let address: String
        package let title: String
        /// The heading that it leads to; empty for the top of the page.
        package let section: String
        package let type: String
        package let excerpt: String
        /// As the client computes it; only the order means anything.
        package let score: String
    }

    package let query: String
    package let pages: [Page]
    /// Words that nobody wrote, and what was searched instead.
    package let corrections: [(from: String, to: String)]
}

/// Searches a site that was built.
///
/// - Throws: `MachineError` when there is no index, or no Node of version 18 or later to search it with.
package func search(
    _ queries: [String], inSite site: String, limit: Int = 10
) throws(MachineError) -> [SearchAnswer] {
    guard let root = realPath(site), status(of: root + "/search/manifest.bin") != nil else {
        throw .wrongRequest("there is no search index in '\(site)'; build the site first, or name it with --site")
    }
    guard let node = pathOfProgram("node") else {
        throw MachineError(
            "searching needs Node.js 18 or later, to run what readers run; install it (Debian: apt-get install nodejs)")
    }
    guard let client = builtInSiteTemplate().first(where: { $0.path == "assets/js/search.js" }) else {
        throw MachineError("the search module is missing from this program")
    }
    let asked = JSON.object([
        ("root", .string(root)), ("limit", .integer(limit)), ("queries", .array(queries.map { .string($0) })),
    ])
    let program = client.bytes + Array("\nconst asked = ".utf8) + asked.bytes + Array(runner.utf8)
    let output = try run(node, ["--input-type=module", "-"], input: program)
    var answers: [SearchAnswer] = []
    for (query, line) in zip(queries, output.split(separator: UInt8(ascii: "\n"))) {
        answers.append(try answer(to: query, line: Array(line)))
    }
    return answers
}

/// What stands behind the module and the queries.
private let runner = """

    const { readFile } = await import("node:fs/promises")
    try {
      const index = await openIndex("", { load: name => readFile(asked.root + "/search/" + name.split("?")[0]) })
      for (const query of asked.queries) {
        const found = await index.search(query, { limit: asked.limit })
        console.log(JSON.stringify({
          pages: found.map(page => [page.url, page.title, page.section, page.type, page.excerpt, page.score.toFixed(4)]),
          corrections: found.corrections.map(({ from, to }) => [from, to])
        }))
      }
    } catch (error) {
      console.log(JSON.stringify({ error: error.message }))
    }

    """

private func answer(to query: String, line: [UInt8]) throws(MachineError) -> SearchAnswer {
    let json = try? readJSON(line)
    if let reason = json?["error"]?.string { throw MachineError(reason) }
    guard let pages = json?["pages"]?.array, let corrections = json?["corrections"]?.array else {
        throw MachineError("Node.js did not say what it found")
    }
    return SearchAnswer(
        query: query,
        pages: pages.compactMap(\.strings).filter { $0.count == 6 }.map { page in
            SearchAnswer.Page(
                address: page[0], title: page[1], section: page[2], type: page[3], excerpt: page[4], score: page[5])
        },
        corrections: corrections.compactMap(\.strings).filter { $0.count == 2 }.map { ($0[0], $0[1]) })
}

/// What a program prints that reads `input`.
private func run(_ program: String, _ arguments: [String], input: [UInt8]) throws(MachineError) -> [UInt8] {
    let process = try ChildProcess(starting: program, arguments: arguments)
    var written = 0
    var output: [UInt8] = []
    var isOpen = true
    while isOpen {
        waitForAny(
            reading: [process.output], writing: written < input.count ? [process.input] : [], milliseconds: 250)
        if written < input.count {
            // When Node ends early, its exit says that something is wrong.
            guard let count = writeAvailable(process.input, input, from: written) else { break }
            written += count
            if written == input.count { process.endInput() }
        }
        isOpen = readAvailable(process.output, into: &output)
    }
    guard process.waitForExit(inputHasEnded: written == input.count) == 0, !output.isEmpty else {
        throw MachineError("Node.js failed; version 18 or later is needed ('node --version' tells which one there is)")
    }
    return output
}

/// A file of queries: an id, a tab and a text on each line.
///
/// - Throws: `MachineError` when it cannot be read, or a line is something else.
package func readQueries(_ file: String) throws(MachineError) -> [(id: String, text: String)] {
    let bytes: [UInt8]
    do {
        bytes = try readFile(file, limit: FileLimit.text)
    } catch {
        throw .wrongRequest("the file '\(file)' cannot be read: \(error.reason)")
    }
    var queries: [(String, String)] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let parts = String(decoding: line, as: UTF8.self).filter { $0 != "\r" }.split(separator: "\t", maxSplits: 1)
        if parts.isEmpty { continue }
        guard parts.count == 2 else {
            throw .wrongRequest("\(file):\(index + 1): the line is not an id, a tab and a text")
        }
        queries.append((String(parts[0]), String(parts[1])))
    }
    return queries
}
