// `milepost search`.

import ArgumentParser
import Publishing
import UTF8Text

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Searches a site that was built, as its readers would.",
        discussion: """
            Prints what readers would see. Runs the module that the site's own pages run, with Node.js 18 or later. With \
            --queries it reads a file of queries, an id, a tab and a text on each line, and prints a line for each \
            result: the id, the address, the rank and the score, with tabs between.
            """)

    @Argument(help: "What a reader would type.")
    var text: String?

    @Option(help: "The folder of the site.", completion: .directory)
    var site = "site"

    @Option(help: "A file of queries to answer: an id, a tab and a text on each line.", completion: .file())
    var queries: String?

    @Option(help: "How many pages to show for each query.")
    var limit = 10

    @Flag(help: "Print JSON, for programs.")
    var json = false

    func validate() throws {
        if (text == nil) == (queries == nil) { throw ValidationError("Give a text to search for, or --queries FILE.") }
        if json, queries != nil { throw ValidationError("--json is for one text.") }
        if !(1...100).contains(limit) { throw ValidationError("--limit must be from 1 to 100.") }
    }

    func run() throws {
        if let text { return try show(text) }
        guard let queries else { return }
        let lines = try answering { () throws(MachineError) in try readQueries(queries) }
        let answers = try answering { () throws(MachineError) in
            try search(lines.map(\.text), inSite: site, limit: limit)
        }
        for (line, answer) in zip(lines, answers) {
            for (place, page) in answer.pages.enumerated() {
                print("\(line.id)\t\(page.address)\t\(place + 1)\t\(page.score)", to: .output)
            }
        }
    }

    private func show(_ text: String) throws {
        let answers = try answering { () throws(MachineError) in try search([text], inSite: site, limit: limit) }
        guard let answer = answers.first else { return }
        if json { return print(answer.json.bytes + [UInt8(ascii: "\n")], to: .output) }
        for correction in answer.corrections {
            print("Nobody wrote '\(correction.from)'; these are results for '\(correction.to)'.", to: .output)
        }
        if answer.pages.isEmpty { print("Nothing is found.", to: .output) }
        for (place, page) in answer.pages.enumerated() {
            let section = page.section.isEmpty ? "" : " › \(page.section)"
            print("\(place + 1). \(page.title)\(section) (\(page.type))".visibleOnOneLine, to: .output)
            print("   \(page.address.isEmpty ? "index.html" : page.address)".visibleOnOneLine, to: .output)
            print("   \(page.excerpt)".visibleOnOneLine, to: .output)
        }
    }

    private func answering<Result>(_ body: () throws(MachineError) -> Result) throws(ExitStatus) -> Result {
        do throws(MachineError) {
            return try body()
        } catch {
            print("milepost: error: \(error.description.visibleOnOneLine)", to: .errors)
            throw error.kind == .wrongRequest ? .wrongUsage : .machineFailed
        }
    }
}

extension SearchAnswer {
    fileprivate var json: JSON {
        .object([
            ("query", .string(query)),
            (
                "corrections",
                .array(corrections.map { .object([("from", .string($0.from)), ("to", .string($0.to))]) })
            ),
            (
                "results",
                .array(
                    pages.map { page in
                        .object([
                            ("url", .string(page.address)), ("title", .string(page.title)),
                            ("section", .string(page.section)), ("type", .string(page.type)),
                            ("excerpt", .string(page.excerpt)), ("score", .string(page.score)),
                        ])
                    })
            ),
        ])
    }
}
