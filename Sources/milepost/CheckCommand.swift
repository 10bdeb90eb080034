// `milepost check`.

import ArgumentParser
import Knowledge
import Publishing
import UTF8Text

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a folder of Markdown without building the site.",
        discussion: """
            Reports what a build would report, ends as a build would end, and publishes nothing. With --lock it also \
            holds the addresses of the handbook against those that were published last; with --external it asks other \
            hosts, politely, for the addresses that the handbook links to.
            """)

    @OptionGroup var reading: ReadingArguments

    @Option(help: "A file of the addresses and headings that were published last.", completion: .file())
    var lock: String?

    @Flag(help: "Write the addresses and headings of now to the lock, whatever vanished, unless the check fails.")
    var writeLock = false

    @Flag(help: "Ask other hosts for every address that pages and sources link to.")
    var external = false

    @Option(
        help: "Where to keep for a week which addresses are good (default: milepost/links.json in your cache folder).",
        completion: .file())
    var cache: String?

    @Option(
        help: "A file of queries to search for, each a text, a tab and the slugs of the pages it should find.",
        completion: .file())
    var queries: String?

    @Flag(help: "Print every automatic link, as file:line form → target.")
    var terms = false

    @OptionGroup var report: ReportArguments

    func validate() throws {
        if writeLock, lock == nil { throw ValidationError("--write-lock needs --lock FILE.") }
        if cache != nil, !external { throw ValidationError("--cache needs --external.") }
    }

    func run() throws {
        holdInterruptions()
        let started = now()
        let outcome = try report.withProgress { progress throws(MachineError) in
            var options = CheckOptions(reading: try reading.options())
            options.lock = lock.map { LockOptions(path: $0, isRewritten: writeLock) }
            options.queries = queries
            if external {
                var asking = ExternalOptions(userAgent: "Milepost/\(version) (link check)")
                asking.cache = cache
                options.external = asking
            }
            return try check(options) { progress.show($0) }
        }
        let examination = outcome.examination
        if terms { printTermLinks(of: examination) }
        report.printer.printFindings(of: examination)
        let parts = summaryParts(of: examination).joined(separator: ", ")
        let summary = "Checked: \(parts); \(seconds(now() - started))"
        report.printSummary(
            [summary] + baselineLines(of: examination) + lockLines(of: outcome) + externalLines(of: outcome))
        if examination.hasFailed { throw examination.exitStatus }
    }

    private func externalLines(of outcome: CheckOutcome) -> [String] {
        guard let external = outcome.external else { return [] }
        let asked = "\(external.asked) of \(counted(external.addresses, "address", "addresses"))"
        let rest = external.asked == external.addresses ? "" : "; the rest were good within the last week"
        return ["Asked other hosts for \(asked)\(rest)."]
    }

    private func lockLines(of outcome: CheckOutcome) -> [String] {
        guard writeLock, let lock = outcome.lock else { return [] }
        guard lock.isWritten else { return ["The lock was not written: a handbook with failures is not published."] }
        return ["The lock lists \(counted(lock.pages, "page")) and \(counted(lock.files, "file")) now."]
    }

    /// What a reviewer of a change to the vocabulary compares.
    private func printTermLinks(of examination: Examination) {
        let handbook = examination.handbook
        for page in handbook.pages {
            for link in handbook.explainAutomaticLinks(on: page.id) {
                let place = "\(reading.file(page.path)):\(link.position.line)"
                print("\(place) \(link.words) → \(link.target ?? "")".visibleOnOneLine, to: .output)
            }
        }
    }
}
