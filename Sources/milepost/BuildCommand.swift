// `milepost build`.

import ArgumentParser
import Publishing
import UTF8Text

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Builds the site from a folder of Markdown.",
        discussion: """
            Reports every finding, then publishes the site in one step. A build with errors leaves the last good site \
            as it was, unless --keep-going is given.
            """)

    @Argument(help: "The folder of Markdown files.", completion: .directory)
    var content = "content"

    @Option(name: [.short, .customLong("output")], help: "The folder to publish to.", completion: .directory)
    var output = "site"

    @Option(
        help: "A folder of templates and assets that replace the built-in ones file by file.", completion: .directory)
    var template: String?

    @Option(
        name: .customLong("base-url"),
        help: "The public address of the site: gives canonical links, a sitemap and a 404 page that works anywhere.")
    var baseURL: String?

    @Flag(help: "Publish drafts and pages in review too.")
    var drafts = false

    @Flag(help: "Let warnings fail the build.")
    var strict = false

    @Flag(help: "Publish even when the build fails.")
    var keepGoing = false

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: "How many files to parse and pages to render at once (default: one per core).")
    var jobs: Int?

    @Option(help: "How to print findings: \(FindingFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = FindingFormat.text

    @Flag(name: .shortAndLong, help: "Print findings only.")
    var quiet = false

    @Option(help: "When to use colour: auto, always, never.")
    var color = ColorChoice.auto

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be a number from 1 to 256.") }
        if let baseURL, normalizedBaseURL == nil {
            throw ValidationError("--base-url must be an http or https address, not '\(baseURL)'.")
        }
    }

    private var normalizedBaseURL: String? { baseURL.flatMap(publicAddress) }

    func run() throws {
        holdInterruptions()
        let started = now()
        let outcome = try buildWithProgress()
        FindingPrinter(format: format, color: color).printFindings(of: outcome)
        if !quiet {
            print(summary(of: outcome, milliseconds: now() - started), to: format == .text ? .output : .errors)
        }
        if outcome.hasFailed { throw outcome.isMisconfigured ? ExitStatus.wrongUsage : .findings }
    }

    private func buildWithProgress() throws(ExitStatus) -> BuildOutcome {
        var progress = ProgressLine(isQuiet: quiet)
        defer { progress.clear() }
        do throws(MachineError) {
            return try build(try options()) { progress.show($0) }
        } catch {
            progress.clear()
            // What waited ends the program here, as a signal does.
            if error.kind == .interruption { letInterruptionsGo() }
            print("milepost: error: \(error.description.visibleOnOneLine)", to: .errors)
            throw error.kind == .wrongRequest ? .wrongUsage : .machineFailed
        }
    }

    private func options() throws(MachineError) -> BuildOptions {
        var options = BuildOptions(
            content: content, output: output, jobs: jobs ?? availableCores(), workerExecutable: pathOfThisProgram(),
            today: try buildDay(), generator: "Milepost \(version)")
        options.templateFolder = template
        options.baseURL = normalizedBaseURL
        options.includesDrafts = drafts
        options.isStrict = strict
        options.keepsGoing = keepGoing
        return options
    }

    private func summary(of outcome: BuildOutcome, milliseconds: Int) -> String {
        func count(_ number: Int, _ noun: String) -> String { "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")" }
        var parts = [count(outcome.pages, "page"), count(outcome.links, "link"), count(outcome.plans, "plan")]
        if outcome.drafts > 0 { parts.append("\(count(outcome.drafts, "page")) not approved and left out") }
        if !outcome.keptFiles.isEmpty { parts.append("\(count(outcome.keptFiles.count, "other file")) kept") }
        parts.append(count(outcome.findings.count, "finding"))
        let seconds = "\(milliseconds / 1000).\((milliseconds % 1000) / 100)\((milliseconds % 100) / 10) s"
        let what =
            outcome.published == nil ? "Not published" : outcome.hasFailed ? "Published with errors" : "Published"
        let place = outcome.published == nil ? "" : " → \(output)/index.html"
        let mode = outcome.published == .fileByFile ? " (file by file: this file system cannot exchange folders)" : ""
        return "\(what): \(parts.joined(separator: ", ")); \(seconds)\(place)\(mode)"
    }
}

extension BuildOutcome {
    /// Whether a finding is about the configuration rather than the text.
    fileprivate var isMisconfigured: Bool {
        findings.contains { $0.diagnostic.severity == .error && $0.diagnostic.path == "handbook.yml" }
    }
}

/// 12,345
private func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    return grouped(number / 1000) + "," + digits.suffix(3)
}
