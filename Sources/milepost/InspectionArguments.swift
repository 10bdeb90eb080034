// What the commands that only look into a handbook ask for on the command line.

import ArgumentParser
import Knowledge
import Publishing
import UTF8Text

enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

struct InspectionArguments: ParsableArguments {
    @Option(help: "The folder of Markdown files.", completion: .directory)
    var content = "content"

    @Flag(help: "Include drafts and pages in review.")
    var drafts = false

    @Option(help: "How to print: text, json.")
    var format = TableFormat.text

    /// The handbook, linked. What is wrong with it is the business of `milepost check`.
    func handbook() throws -> Handbook { try linkedHandbook().handbook }

    /// The same, with what stands beside it.
    func linkedHandbook() throws -> LinkedHandbook {
        holdInterruptions()
        do throws(MachineError) {
            var options = ReadingOptions(
                content: content, jobs: availableCores(), workerExecutable: pathOfThisProgram(), today: try buildDay())
            options.includesDrafts = drafts
            return try examine(options).linked
        } catch {
            if error.kind == .interruption { letInterruptionsGo() }
            print("milepost: error: \(error.description.visibleOnOneLine)", to: .errors)
            throw error.kind == .wrongRequest ? ExitStatus.wrongUsage : .machineFailed
        }
    }

    /// A path of the content folder as the caller can open it.
    func file(_ path: String) -> String { content == "." ? path : content + "/" + path }
}
