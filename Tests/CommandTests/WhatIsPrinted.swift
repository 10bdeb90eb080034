// Help, version, colour and silence.

import TestSupport
import Testing

struct WhatIsPrinted {
    private func handbook() throws -> TestFolder { try TestFolder(["content/index.md": "# Home\n\n<blink>\n"]) }

    @Test func printsHelpToStandardOutput() throws {
        for arguments in [["--help"], ["help"], [], ["build", "--help"], ["help", "build"], ["check", "--help"]] {
            let run = try handbook().run([milepostPath] + arguments)
            #expect(run.status == 0)
            #expect(run.output.contains("USAGE: milepost"))
            #expect(run.errors.isEmpty)
        }
    }

    @Test func namesEveryFlagAndExitCodeInItsHelp() throws {
        let build = try handbook().milepost("build", "--help").output
        for flag in [
            "<content>", "-o, --output", "--template", "--base-url", "--drafts", "--strict", "--keep-going",
            "-j, --jobs",
            "--format", "-q, --quiet", "--color", "--timings",
        ] {
            #expect(build.contains(flag), "\(flag)")
        }
        let help = try handbook().milepost("--help").output
        for code in ["0 clean", "1 findings", "2 the command line", "70 the machine"] { #expect(help.contains(code)) }
    }

    @Test func doesNotOfferTheWorkerToPeople() throws {
        #expect(!(try handbook().milepost("--help").output.contains("worker")))
    }

    @Test func printsItsVersion() throws {
        let run = try handbook().milepost("--version")
        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /milepost \d+\.\d+\.\d+\n/) != nil)
    }

    @Test func printsFindingsOnlyWhenQuiet() throws {
        for flag in ["-q", "--quiet"] {
            let run = try handbook().milepost("build", flag)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("content/index.md:3:1: warning[raw-html]"))
        }
    }

    @Test func printsWhatEachStepTookWhenAsked() throws {
        func steps(_ command: String) throws -> [Substring] {
            let run = try handbook().milepost(command, "--timings", "--format", "json")
            let table = run.errors.split(separator: "\n").drop { !$0.hasPrefix("Step ") }
            let rows = table.dropFirst().prefix { !$0.hasPrefix("Memory at most: ") }
            #expect(table.contains { $0.wholeMatch(of: /Memory at most: \d+ MB, and \d+ MB in a worker/) != nil })
            for row in rows {
                #expect(row.wholeMatch(of: /[a-z ]+? +\d+\.\d{3} +\d+\.\d{3} +(\d+\.\d|-)/) != nil, "\(row)")
            }
            return rows.compactMap { $0.firstMatch(of: /^[a-z]+( [a-z]+)*/)?.0 }
        }
        let check = ["read and parse", "link and schedule", "judge findings"]
        #expect(try steps("check") == (check + ["all"]).map { $0[...] })
        let publishing = ["index for search", "write other files", "render pages", "publish"]
        #expect(try steps("build") == (check + publishing + ["all"]).map { $0[...] })
        #expect(try handbook().milepost("build").errors.contains("Step ") == false)
    }

    @Test func coloursWhenToldSoAndNeverByItselfInAPipe() throws {
        #expect(try handbook().milepost("build", "--color", "always").errors.contains("\u{1B}[1;33mwarning"))
        #expect(try !handbook().milepost("build", "--color", "never").errors.contains("\u{1B}"))
        #expect(try !handbook().milepost("build").errors.contains("\u{1B}"))
    }

    @Test func honoursNoColorOnATerminalUnlessToldOtherwise() throws {
        // script(1) gives the program a terminal.
        func onATerminal(_ flags: String, _ environment: [String: String]) throws -> Bool {
            let words = ["/usr/bin/script", "-qec", "\"$MILEPOST\" build \(flags)", "/dev/null"]
            return try handbook().run(words, environment: ["TERM": "xterm"].merging(environment) { $1 })
                .output.contains("\u{1B}[1;33mwarning")
        }
        #expect(try onATerminal("", [:]))
        #expect(try !onATerminal("", ["NO_COLOR": "1"]))
        #expect(try onATerminal("", ["NO_COLOR": ""]))
        #expect(try !onATerminal("", ["TERM": "dumb"]))
        #expect(try onATerminal("--color always", ["NO_COLOR": "1"]))
    }

    @Test func saysWhereTheSiteIs() throws {
        let run = try handbook().milepost("build", "-o", "out")
        #expect(run.output.hasPrefix("Published: 1 page, 0 links, 0 term links, 0 plans, 1 finding; "))
        #expect(run.output.hasSuffix(" → out/index.html\n"))
    }
}
