// `milepost check`.

import ArgumentParser
import Knowledge
import Publishing
import UTF8Text

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a folder of Markdown without building the site.",
        discussion: "Reports what a build would report, ends as a build would end, and writes nothing.")

    @OptionGroup var reading: ReadingArguments
    @Flag(help: "Print every automatic link, as file:line form → target.")
    var terms = false

    @OptionGroup var report: ReportArguments

    func run() throws {
        holdInterruptions()
        let started = now()
        let examination = try report.withProgress { progress throws(MachineError) in
            try examine(try reading.options()) { progress.show($0) }
        }
        if terms { printTermLinks(of: examination) }
        report.printer.printFindings(of: examination)
        let parts = summaryParts(of: examination).joined(separator: ", ")
        let summary = "Checked: \(parts); \(seconds(now() - started))"
        report.printSummary([summary] + baselineLines(of: examination))
        if examination.hasFailed { throw examination.exitStatus }
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
