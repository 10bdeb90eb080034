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

    @OptionGroup var reading: ReadingArguments

    @Option(name: [.short, .customLong("output")], help: "The folder to publish to.", completion: .directory)
    var output = "site"

    @Flag(help: "Publish even when the build fails.")
    var keepGoing = false

    @Flag(help: "Write terms.json and links.json into the site too, for other tools.")
    var dataFiles = false

    @OptionGroup var report: ReportArguments

    func run() throws {
        holdInterruptions()
        let started = now()
        let outcome = try report.withProgress { progress throws(MachineError) in
            var options = BuildOptions(
                reading: try reading.options(), output: output, generator: "Milepost \(version)")
            options.keepsGoing = keepGoing
            options.writesDataFiles = dataFiles
            return try build(options) { progress.show($0) }
        }
        report.printer.printFindings(
            of: outcome.examination, facts: [("published", .bool(outcome.published != nil))])
        let summary = summary(of: outcome, milliseconds: now() - started)
        report.printSummary([summary] + baselineLines(of: outcome.examination))
        if outcome.examination.hasFailed { throw outcome.examination.exitStatus }
    }

    private func summary(of outcome: BuildOutcome, milliseconds: Int) -> String {
        let kept = outcome.keptFiles.isEmpty ? [] : ["\(counted(outcome.keptFiles.count, "other file")) kept"]
        let parts = summaryParts(of: outcome.examination, extra: kept).joined(separator: ", ")
        guard let mode = outcome.published else { return "Not published: \(parts); \(seconds(milliseconds))" }
        let what = outcome.examination.hasFailed ? "Published with errors" : "Published"
        let how = mode == .fileByFile ? " (file by file: this file system cannot exchange folders)" : ""
        return "\(what): \(parts); \(seconds(milliseconds)) → \(output)/index.html\(how)"
    }
}
