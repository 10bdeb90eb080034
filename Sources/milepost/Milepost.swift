// milepost: words in, exit code out.
//
// Commands, flags, the printing of findings, exit codes. Everything else is in the modules.

import ArgumentParser
import Glibc
import Publishing

/// What `milepost --version` and every page say.
let version = "0.1.0"

@main
struct Milepost: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milepost",
        abstract: "Builds the handbook of a project management office: Markdown in, a navigable site out.",
        discussion: """
            Exit codes: 0 clean; 1 findings at the failing level; 2 the command line or the configuration is wrong; \
            70 the machine or Milepost itself failed.
            """,
        version: "milepost \(version)",
        subcommands: [
            BuildCommand.self, CheckCommand.self, SearchCommand.self, ExplainCommand.self, ListCommand.self,
            PlanCommand.self,
        ])

    static func main() {
        // A worker is this program under another name; it must start fast and never print help.
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == workerArgument {
            return runWorker(contentRoot: CommandLine.arguments[2])
        }
        openStandardStreams()
        // The Swift runtime finds the arguments through /proc; without them every command would look like a call for help.
        guard !CommandLine.arguments.isEmpty else {
            print("milepost: error: cannot read the command line; is /proc mounted?", to: .errors)
            Glibc.exit(ExitStatus.machineFailed.rawValue)
        }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitStatus {
            Glibc.exit(code.rawValue)
        } catch {
            let isHelp = exitCode(for: error) == .success
            print(fullMessage(for: error), to: isHelp ? .output : .errors)
            Glibc.exit(isHelp ? ExitStatus.clean.rawValue : ExitStatus.wrongUsage.rawValue)
        }
    }
}

/// How the program ends. A contract with scripts; see the README.
enum ExitStatus: Int32, Error {
    case clean = 0
    case findings = 1
    case wrongUsage = 2
    case machineFailed = 70
}
