// Faults of the machine, and being told to stop.

import Foundation
import TestSupport
import Testing

struct Faults {
    @Test func leavesTheOldOrTheNewSiteAtEveryFaultOfTheDisk() throws {
        let script = repository.appending(path: "Tests/Faults/inject.sh").path
        let folder = try TestFolder()
        // Every 25th of the frequent calls; `Tests/Faults/inject.sh .build/debug/milepost` tries them all.
        let run = try folder.run(["/bin/bash", script, milepostPath, "25"])
        if run.status == 77 {
            FileHandle.standardError.write(Data("\n*** \(run.errors)\n".utf8))
            return
        }
        #expect(run.status == 0, "\(run.errors)")
    }

    /// A build that takes long enough to be interrupted.
    private func longBuild() throws -> TestFolder {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        try folder.milepost("build", "content")
        let slow = String(repeating: String(repeating: "z_www.", count: 3400) + "\n\n", count: 45)
        for number in 0..<4 { try folder.write("content/slow-\(number).md", "# Slow\n\n" + slow) }
        return folder
    }

    @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func cleansUpAndEndsByTheSignal(signal: String, status: Int32) throws {
        let folder = try longBuild()
        let before = try folder.tree("site")
        // A job of a shell in the background would ignore SIGINT: env gives it back its meaning.
        let run = try folder.shell(
            """
            env --default-signal=INT "$MILEPOST" build & builder=$!
            until [ -e .site.stage ]; do sleep 0.02; done
            sleep 0.2; kill -\(signal) $builder; wait $builder
            """)
        #expect(run.status == status)
        #expect(try folder.names() == ["content", "site"])
        #expect(try folder.tree("site") == before)
    }

    @Test func ignoresASignalThatItWasStartedToIgnore() throws {
        let slow = String(repeating: String(repeating: "z_www.", count: 3400) + "\n\n", count: 12)
        let folder = try TestFolder(["content/index.md": "# Home\n\n" + slow])
        let builder = try folder.start(["/bin/sh", "-c", #"trap '' INT; exec "$MILEPOST" build"#])
        while !folder.exists(".site.stage"), builder.process.isRunning { usleep(10_000) }
        kill(builder.process.processIdentifier, SIGINT)
        let run = try builder.wait()
        #expect(run.status == 0, "\(run.errors.prefix(400))")
        #expect(folder.exists("site/index.html"))
    }

    @Test func letsGoOfTheLockAndTheWorkersWhenItIsKilled() throws {
        let folder = try longBuild()
        let run = try folder.shell(
            """
            "$MILEPOST" build -j 2 & builder=$!
            until [ -e .site.stage ]; do sleep 0.02; done
            sleep 0.2; workers=$(ps --ppid $builder -o pid=)
            kill -KILL $builder; wait $builder; sleep 0.3
            for worker in $workers; do ps -o stat=,pid= -p $worker | grep -v '^Z'; done
            rm content/slow-*; "$MILEPOST" build -q
            """)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(try folder.names() == ["content", "site"])
    }

    @Test func endsWithAMessageAtTheLimitOfAFile() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        try folder.milepost("build")
        let before = try folder.tree("site")
        try folder.write("content/large.bin", Data(count: 300_000))
        let run = try folder.shell(#"ulimit -f 100; "$MILEPOST" build"#)
        #expect(run.status == 70)
        #expect(run.errors.contains("File too large"))
        #expect(try folder.tree("site") == before)
        #expect(try folder.names() == ["content", "site"])
    }
}
