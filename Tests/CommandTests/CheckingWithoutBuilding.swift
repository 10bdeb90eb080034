// `milepost check` says what a build would say, ends as it would end, and leaves nothing behind.

import Foundation
import TestSupport
import Testing

struct CheckingWithoutBuilding {
    private static let handbooks: [String: [String: String]] = [
        "clean": ["content/index.md": "# Home\n"],
        "warned": ["content/index.md": "# Home\n\n<blink>\n"],
        "faulty": [
            "content/index.md": "# Home\n\n[x](gone.md) [d](d.md)\n", "content/d.md": "---\nstatus: draft\n---\n",
        ],
        "misconfigured": ["content/index.md": "# Home\n", "content/handbook.yml": "rules: {nope: off}\n"],
        "no template": ["content/index.md": "# Home\n", "theme/layouts/hom.mustache": ""],
    ]

    @Test(
        arguments: handbooks.keys.sorted(),
        [
            [], ["--strict"], ["--drafts"], ["--format", "sarif"], ["--format", "github"],
            ["--base-url", "https://h.test"],
        ])
    func saysWhatABuildWouldSay(name: String, flags: [String]) throws {
        let folder = try TestFolder(try #require(Self.handbooks[name]))
        let all = ["-q"] + flags + (folder.exists("theme") ? ["--template", "theme"] : [])
        let check = try folder.run([milepostPath, "check"] + all)
        let before = try folder.names()
        let build = try folder.run([milepostPath, "build"] + all)
        #expect(check.status == build.status)
        #expect(check.output == build.output)
        #expect(check.errors == build.errors)
        #expect(before == ["content"] + (folder.exists("theme") ? ["theme"] : []))
    }

    @Test func needsNoRightToWriteAnywhere() throws {
        let folder = try TestFolder(["content/index.md": "# Home\n"])
        try folder.shell("chmod 555 . content; chmod a+r content/index.md")
        var words = [milepostPath, "check"]
        if isRoot { words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + words }
        let run = try folder.run(words)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func sumsUpWhatItRead() throws {
        let run = try TestFolder(try #require(Self.handbooks["faulty"])).milepost("check")
        #expect(
            run.output.wholeMatch(
                of:
                    /Checked: 1 page, 0 links, 0 term links, 0 plans, 1 page not approved and left out \([^)]+\), 2 findings; \d+\.\d\d s\n/
            )
                != nil)
    }

    @Test func givesProgramsTheSameFactsAsABuildButThePublication() throws {
        let folder = try TestFolder(try #require(Self.handbooks["warned"]))
        let check = try folder.milepost("check", "--format", "json").output
        let build = try folder.milepost("build", "--format", "json").output
        #expect(build == check.replacing(#""plans":0}"#, with: #""plans":0,"published":true}"#))
    }

    @Test(arguments: [["-o", "site"], ["--keep-going"], ["nowhere"], ["--template", "nowhere"]])
    func isTwoForAWrongCommandLine(arguments: [String]) throws {
        let run = try TestFolder(["content/index.md": "# Home\n"]).run([milepostPath, "check"] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty && !run.errors.isEmpty)
    }
}
