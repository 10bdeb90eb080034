// `milepost plan`: one plan at a time, in a handbook or outside of any.

import ArgumentParser
import Plans
import Publishing
import UTF8Text

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Schedules one plan, checks it, keeps a baseline, or tells two versions apart.",
        discussion: """
            FILE is a page of a handbook with a plan, or a YAML file with the keys of a plan, at its top or under 'plan:'. \
            Roles are taken on trust: only 'milepost check' knows the pages of a handbook.
            """,
        subcommands: [PlanShow.self, PlanCheck.self, PlanScore.self, PlanBaseline.self, PlanDiff.self])
}

/// How to say what is wrong with a plan.
struct PlanArguments: ParsableArguments {
    @Flag(help: "Let warnings fail the run.")
    var strict = false

    @Option(help: "When to use colour: auto, always, never.")
    var color = ColorChoice.auto

    func read(_ file: String) throws(ExitStatus) -> PlanReading {
        do throws(MachineError) {
            return try readPlan(at: file)
        } catch {
            throw report(error)
        }
    }
}

/// Prints a fault of the machine or of the request; the program ends with what is returned.
private func report(_ error: MachineError) -> ExitStatus {
    print("milepost: error: \(error.description.visibleOnOneLine)", to: .errors)
    return error.kind == .wrongRequest ? .wrongUsage : .machineFailed
}

struct PlanShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Prints the schedule of a plan.",
        discussion:
            "Findings go to standard error. They do not keep the schedule from being printed, unless there is none.")

    @Argument(help: "A page with a plan, or a YAML file.", completion: .file())
    var file: String

    @Option(help: "What to print: \(PlanOutput.allValueStrings.joined(separator: ", ")).")
    var format = PlanOutput.text

    @OptionGroup var plan: PlanArguments

    func run() throws {
        let reading = try plan.read(file)
        if let scheduled = reading.plan, let schedule = scheduled.schedule {
            if let bytes = exportPlan(reading, as: format) {
                print(bytes, to: .output)
            } else {
                print(text(of: scheduled, schedule, title: reading.title), to: .output)
            }
        }
        FindingPrinter(format: .text, color: plan.color).printFindings(FoundFindings(reading))
        if reading.hasFailed(isStrict: plan.strict) { throw ExitStatus.findings }
    }

    private func text(of plan: ScheduledPlan, _ schedule: PlanSchedule, title: String) -> String {
        var lines = [title.visibleOnOneLine, ""] + plan.summary { $0.iso }.map(\.visibleOnOneLine)
        let chain = schedule.criticalChain
        if !chain.isEmpty { lines += ["", "Critical path: \(chain)"] }
        guard !schedule.rows.isEmpty else { return lines.joined(separator: "\n") }
        var table = Table(columns: PlanSchedule.columns)
        for row in schedule.rows { table.add(row.map { .text($0) }) }
        return (lines + ["", table.text]).joined(separator: "\n")
    }
}

extension PlanOutput: ExpressibleByArgument {
    init?(argument: String) {
        guard let output = Self.all.first(where: { $0.name == argument }) else { return nil }
        self = output
    }

    static var allValueStrings: [String] { all.map(\.name) }
    var defaultValueDescription: String { name }
}

struct PlanCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks a plan by the rules of planning.")

    @Argument(help: "A page with a plan, or a YAML file.", completion: .file())
    var file: String

    @Option(help: "How to print findings: \(FindingFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = FindingFormat.text

    @OptionGroup var plan: PlanArguments

    func run() throws {
        let reading = try plan.read(file)
        FindingPrinter(format: format, color: plan.color).printFindings(FoundFindings(reading))
        let count = reading.findings.count
        let output: Console = format == .text ? .output : .errors
        if let plan = reading.plan { for line in plan.briefing.map(\.visibleOnOneLine) { print(line, to: output) } }
        let silenced = reading.suppressed.isEmpty ? "" : ", \(reading.suppressed.count) silenced with a reason"
        let summary = "Checked: \(reading.title.visibleOnOneLine), \(count) finding\(count == 1 ? "" : "s")\(silenced)"
        print(summary, to: output)
        if reading.hasFailed(isStrict: plan.strict) { throw ExitStatus.findings }
    }
}

struct PlanScore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Judges the schedule of a plan by the DCMA 14 points and practices of the GAO guide.",
        discussion: """
            Every point stands with its figure and the tasks or links behind it. No sum is made of them. A plan sets other \
            limits, each with a reason, under the key 'scorecard'.
            """)

    @Argument(help: "A page with a plan, or a YAML file.", completion: .file())
    var file: String

    @Option(help: "How to print the points: \(ScoreFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = ScoreFormat.text

    @OptionGroup var plan: PlanArguments

    func run() throws {
        let reading = try plan.read(file)
        if let scheduled = reading.plan, !scheduled.scorecard.isEmpty {
            switch format {
            case .text: print(text(of: scheduled), to: .output)
            case .json: print(scoreJSON(of: scheduled), to: .output)
            }
        }
        FindingPrinter(format: .text, color: plan.color).printFindings(FoundFindings(reading))
        if reading.hasFailed(isStrict: plan.strict) { throw ExitStatus.findings }
    }

    private func text(of plan: ScheduledPlan) -> String {
        var table = Table(columns: ["no", "point", "state", "figure", "behind it"])
        for item in plan.scorecard {
            let shown = item.items.prefix(8).joined(separator: ", ") + (item.items.count > 8 ? ", …" : "")
            table.add([
                .text(item.number), .text(item.name), .text(item.state.rawValue), .text(item.figure),
                .text(shown),
            ])
        }
        var lines = [table.text, ""]
        for item in plan.scorecard where item.state == .fail {
            lines.append("\(item.number) \(item.name): \(item.sentence.visibleOnOneLine)")
        }
        return (lines + [plan.scorecardSummary].compactMap(\.self)).joined(separator: "\n")
    }
}

enum ScoreFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

struct PlanBaseline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "Keeps the schedule of today in the plan, to measure slip against.",
        discussion: """
            Writes the key 'baseline' into FILE, in the place of the one that is there, and leaves every other line as it \
            is. The day is today, or the day of SOURCE_DATE_EPOCH.
            """)

    @Argument(help: "A page with a plan, or a YAML file.", completion: .file())
    var file: String

    @OptionGroup var plan: PlanArguments

    func run() throws {
        let reading = try plan.read(file)
        FindingPrinter(format: .text, color: plan.color).printFindings(FoundFindings(reading))
        if reading.hasFailed(isStrict: plan.strict) {
            print("milepost: the baseline was not written: mend the plan first", to: .errors)
            throw ExitStatus.findings
        }
        do throws(MachineError) {
            let date = try buildDay()
            let count = try storeBaseline(of: reading, date: date)
            print(
                "Kept the dates of \(count) tasks in \(file.visibleOnOneLine) as the baseline of \(date.iso).",
                to: .output)
        } catch {
            throw report(error)
        }
    }
}

struct PlanDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells in words what moved from one version of a plan to another, and why the end did.",
        discussion: """
            Compare with what is in version control like this: git show HEAD:content/plans/x.md > old.md; milepost plan \
            diff old.md content/plans/x.md
            """)

    @Argument(help: "The older version.", completion: .file())
    var old: String

    @Argument(help: "The newer version.", completion: .file())
    var new: String

    @OptionGroup var plan: PlanArguments

    func run() throws {
        let readings = [try plan.read(old), try plan.read(new)]
        for reading in readings where reading.plan?.schedule == nil {
            FindingPrinter(format: .text, color: plan.color).printFindings(FoundFindings(reading))
        }
        guard let before = readings[0].plan, let after = readings[1].plan, before.schedule != nil, after.schedule != nil
        else { throw ExitStatus.findings }
        for sentence in differences(from: before, to: after) { print(sentence.visibleOnOneLine, to: .output) }
    }
}
