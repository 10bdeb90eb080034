// `milepost check`.

import ArgumentParser
import Publishing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a folder of Markdown without building the site.",
        discussion: "Reports what a build would report, ends as a build would end, and writes nothing.")

    @OptionGroup var reading: ReadingArguments
    @OptionGroup var report: ReportArguments

    func run() throws {
        holdInterruptions()
        let started = now()
        let examination = try report.withProgress { progress throws(MachineError) in
            try examine(try reading.options()) { progress.show($0) }
        }
        report.printer.printFindings(of: examination)
        let parts = summaryParts(of: examination).joined(separator: ", ")
        report.printSummary("Checked: \(parts); \(seconds(now() - started))")
        if examination.hasFailed { throw examination.exitStatus }
    }
}
