// Findings that an author silences beside the line, with a reason, and comments that silence nothing.

import Foundation
import TestSupport
import Testing

struct SuppressingFindings {
    private func check(_ files: [String: String], _ flags: String...) throws -> Run {
        let content = Dictionary(uniqueKeysWithValues: files.map { ("content/\($0)", $1) })
        return try TestFolder(content).run([milepostPath, "check", "--strict"] + flags)
    }

    private let suppressed = [
        "index.md": """
        # Home

        <!-- milepost-ignore link-target, raw-html: the page "comes" in March -->

        - [x](gone.md)
        - <blink>

        [y](gone.md)
        """
    ]

    @Test func saysNothingOfASuppressedFindingButCountsIt() throws {
        let run = try check(suppressed)
        #expect(
            run.errors.split(separator: "\n").first == "content/index.md:8:5: error[link-target]: no page 'gone.md'")
        #expect(run.errors.split(separator: "\n").count == 4)
        #expect(run.output.contains(", 1 finding, 2 suppressed; "))
        #expect(try check(suppressed, "--format", "github").output.split(separator: "\n").count == 1)
    }

    @Test func failsNoRunBecauseOfASuppressedFinding() throws {
        let text = "# Home\n\n[x](gone.md) <!-- milepost-ignore link-target: soon -->\n"
        let run = try check(["index.md": text])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test func givesTheReasonInJSON() throws {
        struct Report: Decodable {
            struct Finding: Decodable {
                let rule, file, message: String
                let line, column: Int
                let reason: String?
            }
            let findings, suppressed: [Finding]
        }
        let run = try check(suppressed, "--format", "json")
        let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
        #expect(report.findings.map { "\($0.rule) \($0.line)" } == ["link-target 8"])
        #expect(report.suppressed.map { "\($0.rule) \($0.line):\($0.column)" } == ["link-target 5:7", "raw-html 6:3"])
        #expect(report.suppressed.allSatisfy { $0.reason == #"the page "comes" in March"# })
    }

    @Test func givesTheReasonInSARIF() throws {
        struct Log: Decodable {
            struct Suppression: Decodable { let kind, justification: String }
            struct Result: Decodable {
                let ruleId: String
                let suppressions: [Suppression]?
            }
            struct Run: Decodable { let results: [Result] }
            let runs: [Run]
        }
        let run = try check(suppressed, "--format", "sarif")
        let results = try JSONDecoder().decode(Log.self, from: Data(run.output.utf8)).runs.flatMap(\.results)
        #expect(results.map(\.ruleId) == ["link-target", "link-target", "raw-html"])
        let suppressions = results.compactMap { $0.suppressions?.first }
        #expect(suppressions.map(\.kind) == ["inSource", "inSource"])
        #expect(suppressions.first?.justification == #"the page "comes" in March"#)
    }

    // MARK: What a comment can cover

    @Test(arguments: [
        "---\n# milepost-ignore orphan: for auditors only\ntype: topic\n",
        "---\ntype: topic  # milepost-ignore orphan: for auditors only\n",
    ])
    func silencesWhatIsSaidAboutThePageFromItsFrontMatter(start: String) throws {
        let keys = """
            title: Aaa
            summary: A summary that is long enough to pass the check of its length.
            owner: lead
            status: approved
            updated: 2025-12-01
            kind: concept
            sources: [ONE]
            ---
            """
        let handbook = [
            "topics/a.md": start + keys,
            "topics/b.md": start + keys.replacing("Aaa", with: "Bbb").replacing("kind:", with: "part_of: a\nkind:"),
            "roles/lead.md": "---\n"
                + keys.replacing("Aaa", with: "Lead").replacing("kind: concept\nsources: [ONE]\n", with: ""),
            "sources.yml": "sources:\n  - {id: ONE, title: One, url: \"https://h.test\"}\n",
        ]
        // Nothing leads to the part; the part leads to the whole, so that the comment there silences nothing.
        let run = try check(handbook)
        let line = start.hasPrefix("---\n#") ? "2:1" : "2:14"
        #expect(
            run.errors.split(separator: "\n").first?.hasPrefix(
                "content/topics/a.md:\(line): warning[unused-suppression]") == true)
        #expect(run.output.contains("1 finding, 1 suppressed"))
    }

    @Test func silencesWhatIsSaidAboutADataFile() throws {
        let run = try check([
            "index.md": "# Home\n\nSee A.\n",
            "handbook.yml": "# milepost-ignore unknown-key: of another program\nother: x\n",
            "glossary.yml":
                "terms:\n  - term: A\n    definition: Long enough for this.\n    target: gone # milepost-ignore term-target: soon\n",
        ])
        #expect(run.errors.isEmpty)
        #expect(run.status == 0)
    }

    // MARK: Comments at fault

    @Test func reportsACommentThatSilencesNothing() throws {
        let run = try check(["index.md": "# Home\n\n<!-- milepost-ignore raw-html, orphan: x -->\n\n<blink>\n"])
        #expect(
            run.errors == """
                content/index.md:3:1: warning[unused-suppression]: there is no finding 'orphan' to ignore here
                 3 | <!-- milepost-ignore raw-html, orphan: x -->
                   | ^
                 help: remove the comment, or put it on a line of its own before the block or key that it is about

                """)
        #expect(run.status == 1)
    }

    @Test(arguments: [
        ("orfan", "there is no rule 'orfan'", "did you mean 'orphan'?"),
        ("orphan raw-html", "there is no rule 'orphan raw-html'", "put commas between several rules"),
        (
            "page-limit", "'page-limit' cannot be silenced",
            "a file with this fault is not read as it should be; mend it"
        ),
        ("unused-suppression", "'unused-suppression' cannot be silenced", "mend what it points to"),
    ])
    func reportsACommentThatNamesAWrongRule(rule: String, message: String, help: String) throws {
        let run = try check(["index.md": "# Home\n\nx <!-- milepost-ignore \(rule): y -->\n"])
        let lines = run.errors.split(separator: "\n").map(String.init)
        #expect(lines.first == "content/index.md:3:3: error[suppression]: " + message)
        #expect(lines.last == " help: " + help)
        #expect(lines.count == 4)
    }

    @Test func doesNotCallACommentUnusedWhereNotEverythingWasSaid() throws {
        let comment = "<!-- milepost-ignore link-target: x -->\n\n[a](gone.md)\n"
        let draft = ["index.md": "# Home\n", "d.md": "---\nstatus: draft\n---\n" + comment]
        #expect(try check(draft).errors.isEmpty)
        #expect(try check(draft, "--drafts").output.contains("0 findings, 1 suppressed"))
        let unread = try check(["index.md": "---\ntitle: [\n---\n<!-- milepost-ignore raw-html: x -->\n"])
        #expect(unread.errors.contains("error[front-matter]") && !unread.errors.contains("unused-suppression"))
    }

    @Test func countsForNothingWhereTheRuleIsOff() throws {
        let files = ["index.md": "# Home\n\n<!-- milepost-ignore raw-html: x -->\n\n<blink>\n"]
        let off = files.merging(["handbook.yml": "rules: {raw-html: off}\n"]) { $1 }
        let run = try check(off)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains(" 0 findings; "))
        let unused = ["index.md": "# Home\n\n<!-- milepost-ignore raw-html: x -->\n"]
        let quiet = unused.merging(["handbook.yml": "rules: {unused-suppression: off}\n"]) { $1 }
        #expect(try check(quiet).errors.isEmpty)
    }
}
