// What several commands ask for on the command line.

import ArgumentParser
import Publishing
import UTF8Text

/// What to read, and by what to judge it.
struct ReadingArguments: ParsableArguments {
    @Argument(help: "The folder of Markdown files.", completion: .directory)
    var content = "content"

    @Option(
        help: "A folder of templates and assets that replace the built-in ones file by file.", completion: .directory)
    var template: String?

    @Option(
        name: .customLong("base-url"),
        help: "The public address of the site: gives canonical links, a sitemap and a 404 page that works anywhere.")
    var baseURL: String?

    @Flag(help: "Include drafts and pages in review.")
    var drafts = false

    @Flag(help: "Let warnings fail the run.")
    var strict = false

    @Option(help: "A file of known findings, which neither fail the run nor are printed.", completion: .file())
    var baseline: String?

    @Flag(help: "Write everything that is found to the baseline.")
    var writeBaseline = false

    @Option(
        name: [.customShort("j", allowingJoined: true), .long],
        help: "How many files to parse and pages to render at once (default: one per core).")
    var jobs: Int?

    func validate() throws {
        if writeBaseline, baseline == nil { throw ValidationError("--write-baseline needs --baseline FILE.") }
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be a number from 1 to 256.") }
        if let baseURL, publicAddress(baseURL) == nil {
            throw ValidationError("--base-url must be an http or https address, not '\(baseURL)'.")
        }
    }

    /// A path of the content folder as the caller can open it.
    func file(_ path: String) -> String { content == "." ? path : content + "/" + path }

    func options() throws(MachineError) -> ReadingOptions {
        var options = ReadingOptions(
            content: content, jobs: jobs ?? availableCores(), workerExecutable: pathOfThisProgram(),
            today: try buildDay())
        options.siteTemplateFolder = template
        options.baseURL = baseURL.flatMap(publicAddress)
        options.includesDrafts = drafts
        options.isStrict = strict
        options.accepted = baseline.map { AcceptedFindingsOptions(path: $0, isRewritten: writeBaseline) }
        return options
    }
}

/// How to say what was found.
struct ReportArguments: ParsableArguments {
    @Option(help: "How to print findings: \(FindingFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = FindingFormat.text

    @Flag(name: .shortAndLong, help: "Print findings only.")
    var quiet = false

    @Flag(help: "Print what each step took: seconds, processor time, cores, and memory.")
    var timings = false

    @Option(help: "When to use colour: auto, always, never.")
    var color = ColorChoice.auto

    var printer: FindingPrinter { FindingPrinter(format: format, color: color) }

    /// Prints the summary, unless nobody wants it, where it does not get among findings that a program reads.
    func printSummary(_ lines: [String]) {
        if !quiet { print(lines.joined(separator: "\n"), to: format == .text ? .output : .errors) }
    }

    /// Does the work of a command with a progress line; a fault of the machine ends the program with a message.
    func withProgress<Outcome>(
        _ work: (inout ProgressLine) throws(MachineError) -> Outcome
    ) throws(ExitStatus) -> Outcome {
        var progress = ProgressLine(isQuiet: quiet, timings: timings ? Timings() : nil)
        defer { progress.clear() }
        do throws(MachineError) {
            let outcome = try work(&progress)
            progress.clear()
            progress.printTimings()
            return outcome
        } catch {
            progress.clear()
            // What waited ends the program here, as a signal does.
            if error.kind == .interruption { letInterruptionsGo() }
            print("milepost: error: \(error.description.visibleOnOneLine)", to: .errors)
            throw error.kind == .wrongRequest ? .wrongUsage : .machineFailed
        }
    }
}

extension Examination {
    /// How the program must end because of what was found.
    var exitStatus: ExitStatus {
        guard hasFailed else { return .clean }
        return findings.contains(where: \.diagnostic.isAboutConfiguration) ? .wrongUsage : .findings
    }
}
