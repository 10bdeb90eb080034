// The templates of the handbook can be used as they are: tables have their columns, plans pass the checks.

import Foundation
import TestSupport
import Testing

/// What the template pages offer to copy: the page's name, the language of the block, and the block.
private func templates() throws -> [(page: String, language: String, text: String)] {
    let folder = handbookFolder.appending(path: "templates")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".md") && $0 != "index.md" }
        .map { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            let block = try #require(text.firstMatch(of: /(?ms)^```(\w+)\n(.*?)^```$/), "\(name) has nothing to copy")
            return (name, String(block.1), String(block.2))
        }
}

struct HandbookTemplates {
    @Test func rowsOfTablesHaveTheirColumns() throws {
        let folder = try TestFolder()
        let tables = try templates().filter { $0.language == "csv" }
        #expect(tables.count > 2)
        for table in tables {
            try folder.write("table.csv", table.text)
            let count = "import csv; print(*{len(row) for row in csv.reader(open('table.csv'), strict=True)})"
            let run = try folder.run(["/usr/bin/env", "python3", "-c", count])
            #expect(
                run.output.trimmingCharacters(in: .whitespacesAndNewlines).wholeMatch(of: /\d+/) != nil, "\(table.page)"
            )
        }
    }

    @Test func plansPassTheChecks() throws {
        let plans = try templates().filter { $0.language == "yaml" }
        #expect(plans.count == 2)
        for plan in plans {
            let folder = try TestFolder()
            try FileManager.default.copyItem(atPath: handbookFolder.path, toPath: folder.path + "/content")
            try folder.write(
                "content/plans/from-template.md",
                """
                ---
                title: A plan made from the template
                summary: What comes out when somebody copies the template and changes nothing in it.
                owner: pmo-lead
                status: approved
                version: "1.0"
                updated: 2026-11-22
                topics: [implementation-planning]
                sources: [AUGIP]
                \(plan.text)---

                The text of the plan, which [the index](index.md) of plans leads to.
                """)
            let run = try folder.milepost("check", "--strict", "--format", "json", environment: handbookDay)
            let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            // Nothing leads to a page that was copied a moment ago.
            let findings = try #require(report["findings"] as? [[String: Any]]).filter { finding in
                finding["file"] as? String == "content/plans/from-template.md"
                    && finding["severity"] as? String != "note" && finding["rule"] as? String != "orphan"
            }
            #expect(findings.isEmpty, "\(plan.page): \(run.output.prefix(1500))")
        }
    }

    @Test func everyTemplateIsOfferedAsAFile() throws {
        let folder = try TestFolder()
        try #require(
            try folder.milepost("build", handbookFolder.path, "-o", "site", "-q", environment: handbookDay).status == 0)
        for template in try templates() {
            let name = template.page.dropLast(3)
            let page = try folder.text("site/templates/\(name)/index.html")
            let file = try #require(page.firstMatch(of: /href="([^"]+)" download/)).1
            #expect(try folder.text("site/templates/\(name)/\(file)") == template.text)
        }
    }
}
