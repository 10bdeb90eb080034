// `milepost check --lock`: the file, when it is written, and what a vanished address does to a run.

import Foundation
import TestSupport
import Testing

struct LockingAddresses {
    private func handbook() throws -> TestFolder {
        try TestFolder([
            "content/index.md": "# Home\n", "content/a <b>.md": "# A & B\n\n## Zwei\n\n## Eins\n",
            "content/c.md": "---\nredirects: [old/, {from: \"#was\", to: \"#is\"}]\n---\n# C\n\n## Is\n",
            "content/files/x.csv": "",
            "content/templates/t.md": "---\ntitle: Log\nstatus: approved\n---\n```csv\na\n```\n",
            "content/handbook.yml": "rules: {missing-key: off, unreachable: off, orphan: off}\n",
        ])
    }

    private let expected = """
        {"milepost":"lock","version":1,
        "pages":[
        {"address":"a-b/","file":"a \\u003cb\\u003e.md","title":"A \\u0026 B","anchors":["eins","zwei"]},
        {"address":"c/","file":"c.md","title":"C","anchors":["is"]},
        {"address":"index.html","file":"index.md","title":"Home","anchors":[]},
        {"address":"templates/","file":"templates/index.md","title":"Templates","anchors":[]},
        {"address":"templates/t/","file":"templates/t.md","title":"Log","anchors":[]}
        ],
        "files":[
        "files/x.csv",
        "templates/t/t.csv"
        ],
        "redirects":[
        {"from":"c/#was","to":"c/#is"},
        {"from":"old/","to":"c/"}
        ]}

        """

    @Test func listsWhatIsPublishedOneALine() throws {
        let folder = try handbook()
        let run = try folder.milepost("check", "--lock", "lock.json", "--write-lock")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasSuffix("\nThe lock lists 5 pages and 2 files now.\n"))
        #expect(try folder.text("lock.json") == expected)
        #expect(try folder.milepost("check", "--lock", "lock.json").status == 0)
        try folder.milepost("build")
        for address in ["a-b/", "c/", "templates/t/t.csv", "old/"] {
            #expect(folder.exists("site/" + address), "the lock lists what is published")
        }
    }

    @Test func failsWhenAnAddressVanishesUntilARedirectOrANewLock() throws {
        let folder = try handbook()
        try folder.write("lock.json", expected)
        try folder.write("content/c.md", "# C\n\n## Was\n")
        try folder.write("content/new.md", "# New\n")
        let run = try folder.milepost("check", "--lock", "lock.json")
        #expect(run.status == 1)
        #expect(
            run.errors == """
                content/c.md:1:1: error[url-lock]: 'c/#is' was published and is gone
                 1 | # C
                   | ^
                 help: in the front matter write redirects: [{from: "#is", to: "#was"}, old/]
                content/c.md:1:1: error[url-lock]: the redirect from 'old/' was published and is gone
                 1 | # C
                   | ^
                 help: in the front matter write redirects: [{from: "#is", to: "#was"}, old/]

                """)
        #expect(try folder.milepost("check").status == 0)
        try folder.write("content/c.md", "---\nredirects: [{from: \"#is\", to: \"#was\"}, old/]\n---\n# C\n\n## Was\n")
        #expect(try folder.milepost("check", "--lock", "lock.json").status == 0)
        try folder.write("content/c.md", "# C\n")
        #expect(try folder.milepost("check", "--lock", "lock.json", "--write-lock").status == 0)
        #expect(try folder.milepost("check", "--lock", "lock.json").status == 0)
        #expect(try folder.text("lock.json").contains(#""address":"new/""#))
    }

    @Test func isNotWrittenForAHandbookThatWouldNotBePublished() throws {
        let folder = try handbook()
        try folder.write("content/c.md", "[x](gone.md)\n")
        let run = try folder.milepost("check", "--lock", "lock.json", "--write-lock")
        #expect(run.status == 1)
        #expect(run.output.hasSuffix("\nThe lock was not written: a handbook with failures is not published.\n"))
        #expect(!folder.exists("lock.json"))
    }

    @Test func canBeSilencedAndKnownLikeAnyFinding() throws {
        let folder = try handbook()
        try folder.write("lock.json", expected)
        let comment = "<!-- milepost-ignore url-lock: nobody linked to it -->"
        try folder.write("content/c.md", "---\nredirects: [old/]\n---\n# C\n")
        #expect(try folder.milepost("check", "--lock", "lock.json").status == 1)
        #expect(try folder.milepost("check", "--lock", "lock.json", "--baseline", "b", "--write-baseline").status == 0)
        #expect(try folder.milepost("check", "--lock", "lock.json", "--baseline", "b", "--strict").status == 0)
        // Neither a comment nor a baseline is called superfluous by a run that does not look at the lock.
        #expect(try folder.milepost("check", "--baseline", "b", "--strict").errors.isEmpty)
        try folder.write("content/c.md", "\(comment)\n\n# C\n")
        #expect(try folder.milepost("check", "--lock", "lock.json").output.contains(", 0 findings, 3 suppressed"))
        #expect(try folder.milepost("check", "--strict").errors.isEmpty)
    }

    @Test func asksForTheFileAndHowToStartOne() throws {
        let folder = try handbook()
        let missing = try folder.milepost("check", "--lock", "lock.json")
        #expect(missing.status == 2)
        #expect(
            missing.errors == "milepost: error: the lock 'lock.json' does not exist; to start one, add --write-lock\n")
        #expect(try folder.milepost("check", "--write-lock").status == 2)
        try folder.write("known.json", "{\"milepost\":\"baseline\",\"version\":1,\n\"findings\":[]}\n")
        for flags in [[], ["--write-lock"]] {
            let run = try folder.run([milepostPath, "check", "--lock", "known.json"] + flags)
            #expect(run.status == 2 && run.errors.contains("it was not written by Milepost as a lock"))
        }
    }

    @Test(arguments: [
        (
            #""pages":[{"address":"a/"}],"files":[],"redirects":[]"#,
            "a page needs 'address', 'file', 'title' and 'anchors'"
        ),
        (#""pages":[],"files":[1],"redirects":[]"#, "a file needs an address"),
        (#""pages":[],"files":[],"redirects":["x"]"#, "a redirect needs 'from' and 'to'"),
        (#""pages":[],"files":[]"#, "'redirects' is missing"),
    ])
    func refusesAFileThatIsNone(text: String, reason: String) throws {
        let folder = try handbook()
        try folder.write("lock.json", "{\"milepost\":\"lock\",\"version\":1,\n\(text)}\n")
        let run = try folder.milepost("check", "--lock", "lock.json")
        #expect(run.status == 2)
        #expect(run.errors.hasSuffix(": \(reason)\n"), "\(run.errors)")
    }
}
