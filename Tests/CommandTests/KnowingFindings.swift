// A baseline: findings that are known fail nothing, new ones do, and it only gets shorter.

import Foundation
import TestSupport
import Testing

struct KnowingFindings {
    private func handbook() throws -> TestFolder {
        try TestFolder([
            "content/a.md": "# A\n\n[x](gone.md)\n\n[y](gone.md)\n", "content/b.md": "# B\n\n<blink>\n",
            "content/c <c>.md": "# C\n\n<blink>\n",
        ])
    }

    private let expected = """
        {"milepost":"baseline","version":1,
        "findings":[
        {"file":"a.md","rule":"link-target","message":"no page 'gone.md'","count":2},
        {"file":"b.md","rule":"raw-html","message":"\\u003cblink\\u003e may not stand in a page and was left out","count":1},
        {"file":"c \\u003cc\\u003e.md","rule":"raw-html","message":"\\u003cblink\\u003e may not stand in a page and was left out","count":1}
        ]}

        """

    @Test(arguments: ["check", "build"]) func acceptsWhatItWrote(command: String) throws {
        let folder = try handbook()
        #expect(try folder.milepost(command, "--strict").status == 1)
        let writing = try folder.milepost(command, "--strict", "--baseline", "known.json", "--write-baseline")
        #expect(writing.status == 0)
        #expect(writing.errors.isEmpty)
        #expect(writing.output.hasSuffix("\nThe baseline lists 4 findings now.\n"))
        #expect(try folder.text("known.json") == expected)
        let run = try folder.milepost(command, "--strict", "--baseline", "known.json")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains(" 0 findings, 4 known findings; "))
        #expect(folder.exists("site") == (command == "build"))
        #expect(try folder.names().filter { $0.contains("known") } == ["known.json"])
    }

    @Test func isNotDisturbedByEditsElsewhereButSeesWhatIsNew() throws {
        let folder = try handbook()
        try folder.write("known.json", expected)
        try folder.write("content/a.md", "# A\n\nMore.\n\n[y](gone.md) and [x](gone.md) and [z](gone.md) [n](new.md)\n")
        let run = try folder.milepost("check", "--strict", "--baseline", "known.json")
        #expect(run.status == 1)
        let found = run.errors.split(separator: "\n").filter { $0.hasPrefix("content/") }
        #expect(
            found == [
                "content/a.md:5:39: error[link-target]: no page 'gone.md'",
                "content/a.md:5:52: error[link-target]: no page 'new.md'",
            ])
        #expect(run.output.contains(" 2 findings, 4 known findings; "))
    }

    @Test func saysWhatIsMendedAndInAStrictRunInsistsOnATidyBaseline() throws {
        let folder = try handbook()
        try folder.write("known.json", expected)
        try folder.write("content/a.md", "# A\n\n[x](gone.md)\n")
        try folder.remove("content/b.md")
        let lax = try folder.milepost("check", "--baseline", "known.json")
        #expect(lax.status == 0)
        #expect(
            lax.output.hasSuffix(
                "\nThe baseline lists 2 findings that no longer occur; --write-baseline takes them off.\n"))
        let strict = try folder.milepost("check", "--strict", "--baseline", "known.json")
        #expect(strict.status == 1)
        let found = strict.errors.split(separator: "\n").filter { $0.hasPrefix("known.json") }
        #expect(
            found == [
                "known.json:3:1: warning[stale-baseline]: "
                    + "'a.md' no longer has this finding of 'link-target': no page 'gone.md'",
                "known.json:4:1: warning[stale-baseline]: 'b.md' no longer has this finding of 'raw-html': "
                    + "<blink> may not stand in a page and was left out",
            ])
        #expect(strict.errors.contains(#" 3 | {"file":"a.md""#))
        let writing = try folder.milepost("check", "--strict", "--baseline", "known.json", "--write-baseline")
        #expect(writing.status == 0)
        #expect(try folder.text("known.json").split(separator: "\n").count == 5)
        #expect(try folder.milepost("check", "--strict", "--baseline", "known.json").status == 0)
    }

    @Test func isAHandbooksOwnAndNotTheFoldersItWasCalledFrom() throws {
        let folder = try handbook()
        try folder.write("known.json", expected)
        try folder.write("elsewhere/x", "")
        let run = try folder.shell(#"cd elsewhere && "$MILEPOST" check ../content --strict --baseline ../known.json"#)
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test func tellsProgramsWhatIsKnown() throws {
        let folder = try handbook()
        try folder.write("known.json", expected)
        try folder.write("content/a.md", "# A\n\n[x](gone.md)\n[n](new.md)\n")
        struct Report: Decodable {
            struct Finding: Decodable { let file, message: String }
            let findings, known: [Finding]
        }
        let json = try folder.milepost("check", "--baseline", "known.json", "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
        #expect(report.findings.map(\.message) == ["no page 'new.md'"])
        #expect(report.known.map(\.file) == ["content/a.md", "content/b.md", "content/c <c>.md"])
        struct Log: Decodable {
            struct Result: Decodable { let ruleId: String, baselineState: String? }
            struct Run: Decodable { let results: [Result] }
            let runs: [Run]
        }
        let sarif = try folder.milepost("check", "--baseline", "known.json", "--format", "sarif")
        let results = try JSONDecoder().decode(Log.self, from: Data(sarif.output.utf8)).runs.flatMap(\.results)
        #expect(results.map(\.baselineState) == ["new", "unchanged", "unchanged", "unchanged"])
        let without = try folder.milepost("check", "--format", "sarif")
        #expect(!without.output.contains("baselineState"))
        #expect(
            try folder.milepost("check", "--baseline", "known.json", "--format", "github").output.split(separator: "\n")
                .count == 1)
    }

    @Test func neverKnowsAFileThatWasNotReadNorAWrongConfiguration() throws {
        let folder = try TestFolder([
            "content/a.md": "---\ntitle: [\n---\n", "content/b.md": "<!-- milepost-ignore orfan: x -->\n",
        ])
        let run = try folder.milepost("check", "--baseline", "known.json", "--write-baseline")
        #expect(run.status == 1)
        #expect(try folder.text("known.json") == "{\"milepost\":\"baseline\",\"version\":1,\n\"findings\":[]}\n")
        try folder.write("content/handbook.yml", "language: 7\n")
        #expect(try folder.milepost("check", "--baseline", "known.json", "--write-baseline").status == 2)
    }

    @Test func keepsWhatItCannotJudge() throws {
        let draft = "---\nstatus: draft\n---\n# D\n\n[x](gone.md)\n"
        let folder = try TestFolder(["content/index.md": "# Home\n", "content/d.md": draft])
        #expect(try folder.milepost("check", "--drafts", "--baseline", "known.json", "--write-baseline").status == 0)
        let written = try folder.text("known.json")
        #expect(written.contains("d.md"))
        let run = try folder.milepost("check", "--strict", "--baseline", "known.json")
        #expect(run.errors.isEmpty && run.status == 0)
        try folder.milepost("check", "--baseline", "known.json", "--write-baseline")
        #expect(try folder.text("known.json") == written)
    }

    // MARK: Faults

    @Test(arguments: [
        ("", "line 1: the JSON is not valid, it ends too early"),
        ("# A page\n", "line 1: the JSON is not valid, a value is missing"),
        ("{\"milepost\":\"lock\"}", "line 1: it was not written by Milepost as a baseline"),
        (
            "{\"milepost\":\"baseline\",\"version\":2}",
            "line 1: it was written by another version of Milepost; write it anew"
        ),
        ("{\"milepost\":\"baseline\",\"version\":1}", "line 1: 'findings' is missing"),
        (
            "{\"milepost\":\"baseline\",\"version\":1,\n\"findings\":[\n{\"file\":\"a\"}]}",
            "line 3: an entry needs 'file', 'rule', 'message' and 'count'"
        ),
    ])
    func refusesAFileThatIsNone(text: String, reason: String) throws {
        let folder = try handbook()
        try folder.write("known.json", text)
        for flags in [[], ["--write-baseline"]] {
            let run = try folder.run([milepostPath, "check", "--baseline", "known.json"] + flags)
            #expect(run.status == 2)
            #expect(run.errors == "milepost: error: the baseline 'known.json' cannot be used: \(reason)\n")
            #expect(try folder.text("known.json") == text)
        }
    }

    @Test func asksForTheFileAndHowToStartOne() throws {
        let folder = try handbook()
        let missing = try folder.milepost("check", "--baseline", "known.json")
        #expect(missing.status == 2)
        #expect(
            missing.errors
                == "milepost: error: the baseline 'known.json' does not exist; to start one, add --write-baseline\n")
        #expect(try folder.milepost("check", "--write-baseline").status == 2)
        #expect(try folder.milepost("check", "--baseline", "content").status == 2)
        #expect(try folder.milepost("check", "--baseline", "no/folder/x.json", "--write-baseline").status == 70)
    }
}
