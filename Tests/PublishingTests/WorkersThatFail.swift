// What becomes of a file whose worker dies: a fresh worker is asked, before the file is blamed.

import Foundation
import TestSupport
import Testing
import UTF8Text

@testable import Publishing

@Suite struct WorkersThatFail {
    /// A worker that hands everything on to a real one, but dies at the file `b.md`: always, or only when it has done
    /// others before.
    private func worker(_ folder: TestFolder, diesAlways: Bool) throws -> String {
        try folder.write(
            "worker",
            """
            #!/usr/bin/env python3
            import subprocess, sys
            real = subprocess.Popen(["\(milepostPath)", *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            def take(stream, count):
                data = stream.read(count)
                if len(data) < count: sys.exit(0)
                return data
            def give(stream, data):
                stream.write(data); stream.flush()
            give(sys.stdout.buffer, take(real.stdout, 4))
            done = 0
            while True:
                header = take(sys.stdin.buffer, 4)
                path = take(sys.stdin.buffer, int.from_bytes(header, "little"))
                if path == b"b.md" and (\(diesAlways ? "True" : "done > 0")): real.kill(); sys.exit(3)
                give(real.stdin, header + path)
                answer = take(real.stdout, 4)
                give(sys.stdout.buffer, answer + take(real.stdout, int.from_bytes(answer, "little")))
                done += 1
            """)
        try folder.shell("chmod +x worker")
        return folder.path + "/worker"
    }

    private func findings(diesAlways: Bool) throws -> [String] {
        let folder = try TestFolder([
            "content/a.md": "# A\n", "content/b.md": "# B\n\nA word.\n", "content/c.md": "# C\n",
            "content/index.md": "# Home\n\n[a](a.md) [b](b.md) [c](c.md)\n",
        ])
        let options = ReadingOptions(
            content: folder.path + "/content", jobs: 1, workerExecutable: try worker(folder, diesAlways: diesAlways),
            today: try #require(.init("2026-06-01")))
        let examination = try examine(options, further: []) { _ in }
        #expect(examination.pages == 4)
        return examination.findings.map { "\($0.diagnostic.rule) \($0.diagnostic.path)" }
    }

    @Test func theFileIsNotBlamedForWhatItsWorkerDidBefore() throws {
        #expect(try findings(diesAlways: false) == [])
    }

    @Test func theFileIsBlamedWhenAFreshWorkerDiesOfItToo() throws {
        #expect(try findings(diesAlways: true) == ["parser-failed b.md"])
    }
}
