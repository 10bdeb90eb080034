// A page that the parser cannot finish is named; the other pages are still checked, and the old site stays.

import Foundation
import Publishing
import TestSupport
import Testing
import UTF8Text

struct HostilePages {
    /// Quadratic in cmark-gfm 0.29: some tenths of a second for each 100 KB, more than ten seconds for a megabyte.
    private func slowPage(kilobytes: Int) -> String {
        "# Slow\n\n" + String(repeating: String(repeating: "z_www.", count: 3400) + "\n\n", count: kilobytes / 20)
    }

    private func handbook(_ files: [String: String]) throws -> TestFolder {
        let folder = try TestFolder(["content/index.md": "# Home\n", "content/a.md": "# A\n"])
        try folder.milepost("build")
        for (name, text) in files { try folder.write("content/" + name, text) }
        for number in 0..<30 { try folder.write("content/other/p\(number).md", "# P\(number)\n\n[x](gone.md)\n") }
        return folder
    }

    private func options(for folder: TestFolder, jobs: Int = 2, worker: String = milepostPath) -> BuildOptions {
        let reading = ReadingOptions(
            content: folder.path + "/content", jobs: jobs, workerExecutable: worker,
            today: CalendarDate(daysSince1970: 20_454))
        return BuildOptions(reading: reading, output: folder.path + "/site", generator: "Milepost")
    }

    private func outcome(of folder: TestFolder, milliseconds: Int, jobs: Int = 2) throws -> BuildOutcome {
        var options = options(for: folder, jobs: jobs)
        options.reading.parseTimeLimit = milliseconds
        return try build(options)
    }

    @Test(arguments: [1, 2]) func namesThePagesThatTakeTooLongAndChecksTheOthers(jobs: Int) throws {
        let folder = try handbook(["m.md": slowPage(kilobytes: 900), "other/z.md": slowPage(kilobytes: 900)])
        let before = try folder.tree("site")
        let outcome = try outcome(of: folder, milliseconds: 300, jobs: jobs)
        let found = outcome.examination.findings.map(\.diagnostic)
        #expect(found.filter { $0.rule == "parser-failed" }.map(\.path) == ["m.md", "other/z.md"])
        #expect(found.first?.message == "the page takes longer than 0.3 seconds to parse")
        #expect(found.count { $0.rule == "link-target" } == 30)
        #expect(outcome.published == nil)
        #expect(try folder.tree("site") == before)
    }

    @Test func blamesThePageAndNotItsNeighboursWhenAWorkerCrashes() throws {
        // A crash as the parent sees it: the worker that is at the slow page is killed, however often it is started.
        let folder = try handbook(["m.md": slowPage(kilobytes: 900)])
        let before = try folder.tree("site")
        let script = #"""
            "$MILEPOST" build -j 1 & builder=$!
            while kill -0 $builder 2> /dev/null; do
                ps --ppid $builder -o pid=,cputimes= | while read -r worker seconds; do
                    [ "$seconds" -lt 1 ] || kill -SEGV "$worker"
                done
                sleep 0.05
            done
            wait $builder
            """#
        let run = try folder.shell(script)
        #expect(run.status == 1)
        let failed = run.errors.split(separator: "\n").filter { $0.contains("error[parser-failed]") }
        #expect(failed.count == 1)
        #expect(failed.first?.hasPrefix("content/m.md:1:1: ") == true)
        #expect(failed.first?.hasSuffix("needs more memory than one page may have, or crashes the parser") == true)
        #expect(run.errors.split(separator: "\n").count { $0.contains("error[link-target]") } == 30)
        #expect(try folder.tree("site") == before)
    }

    @Test func namesThePageThatNeedsTooMuchMemory() throws {
        // Half a megabyte of footnote marks needs far more than the processes are given here.
        let page =
            "# Big\n\n" + String(repeating: String(repeating: "[^a] ", count: 4000) + "\n\n", count: 25)
            + "\n\n[^a]: x\n"
        let folder = try handbook(["m.md": page])
        let before = try folder.tree("site")
        let run = try folder.run(["/usr/bin/prlimit", "--as=120000000", milepostPath, "build", "-j", "2"])
        #expect(run.status == 1)
        let failed = run.errors.split(separator: "\n").filter { $0.contains("error[parser-failed]") }
        #expect(failed.map { $0.prefix(17) } == ["content/m.md:1:1:"], "\(failed)")
        #expect(try folder.tree("site") == before)
    }

    @Test func givesUpWhenNoWorkerStarts() throws {
        let folder = try handbook([:])
        for worker in ["/bin/false", "/nowhere"] {
            #expect(throws: MachineError.self) { try build(options(for: folder, worker: worker)) }
        }
        #expect(try folder.names() == ["content", "site"])
    }

    @Test(.timeLimit(.minutes(1))) func noticesTheEndOfAWorkerWhosePipesLiveOn() throws {
        let folder = try handbook([:])
        try folder.write("worker", "#!/bin/sh\nsleep 100 &\nexit 1\n")
        _ = try folder.shell("chmod +x worker")
        #expect(throws: MachineError.self) { try build(options(for: folder, worker: folder.path + "/worker")) }
    }

    @Test func leavesNeitherProcessesNorDescriptorsBehind() throws {
        let folder = try handbook(["m.md": slowPage(kilobytes: 900)])
        _ = try outcome(of: folder, milliseconds: 100)
        let children = try folder.shell("ps --ppid \(getpid()) -o stat=,args= | grep -c '^Z' || true").output
        #expect(children == "0\n")
        // Other tests of this process have files of their own open meanwhile.
        let open = try folder.shell("ls -l /proc/\(getpid())/fd | grep -c '\(folder.path)' || true").output
        #expect(open == "0\n")
    }
}
