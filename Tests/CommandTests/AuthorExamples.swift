// What the pages for authors show works: commands run, files are clean, fragments have the keys that they need.

import Foundation
import TestSupport
import Testing
import Yams

/// The pages for authors, by their paths in `content/`.
private let authorPages: [String] = {
    let folder = handbookFolder.appending(path: "authoring").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["contribute.md", "plan-file-reference.md"]
        + names.filter { $0.hasSuffix(".md") && $0 != "index.md" }.sorted().map { "authoring/" + $0 }
}()

/// A fenced block, and what was written just before it.
private struct Example {
    let language: String
    let text: String
    let before: String

    /// The file that the text before names last: `content/handbook.yml`, or `handbook.yml`.
    var file: String? {
        let names = before.matches(of: /`([\w.\/-]+\.(?:md|yml|yaml|csv|tsv|css|mustache))`/)
        return names.last.map { String($0.1) }
    }

    var isPage: Bool { text.hasPrefix("---\n") }
    /// The first key of a fragment of YAML.
    var firstKey: String? { text.firstMatch(of: /(?m)^([a-z_]+):/).map { String($0.1) } }
}

private func examples(on page: String) throws -> [Example] {
    let text = try String(contentsOf: handbookFolder.appending(path: page), encoding: .utf8)
    var last = text.startIndex
    return text.matches(of: /(?ms)^```(\w*)\n(.*?)^```$/).map { match in
        let paragraphs = text[last..<match.range.lowerBound].split(separator: "\n\n")
        last = match.range.upperBound
        return Example(
            language: String(match.1), text: String(match.2), before: paragraphs.last.map(String.init) ?? "")
    }
}

struct AuthorExamples {
    /// The languages of blocks, and whether a test reads them.
    private let languages = [
        "sh", "yaml", "md", "mustache", "css", "tsv",
        // What programs print, addresses, grammars, settings of other programs.
        "text", "nginx",
    ]

    @Test func thereArePagesForAuthors() throws {
        #expect(authorPages.count >= 9)
        #expect(try authorPages.flatMap { try examples(on: $0) }.count > 40)
    }

    @Test(arguments: authorPages) func everyBlockSaysWhatItIs(page: String) throws {
        for example in try examples(on: page) {
            #expect(languages.contains(example.language), "'\(example.language)' before \(example.text.prefix(80))")
        }
    }

    /// Follows a page as its reader would: writes the files, runs the commands. A reader starts with nothing on the page
    /// about starting, and has this handbook on the others.
    @Test(arguments: authorPages) func worksWhenFollowed(page: String) throws {
        let folder = try TestFolder()
        let startsEmpty = page == "authoring/start-a-handbook.md"
        if !startsEmpty {
            try FileManager.default.copyItem(atPath: handbookFolder.path, toPath: folder.path + "/content")
        }
        let examples = try examples(on: page)
        try writeTemplates(of: examples, to: folder)
        for example in examples {
            switch example.language {
            case "sh":
                // Other programs, such as git, would change more than this folder.
                for line in example.text.split(separator: "\n") where line.contains(/^(milepost|cp|mv|mkdir)\s/) {
                    let run = try folder.shell("PATH=\"${MILEPOST%/*}:$PATH\"; " + line, environment: handbookDay)
                    #expect(run.status == 0, "\(line): \(run.errors.suffix(600)) \(run.output.suffix(600))")
                }
            case "yaml", "md":
                if startsEmpty || example.isPage {
                    let path = self.path(of: example)
                    try folder.write(path, example.text)
                    let found = try findings(in: folder, about: path)
                    #expect(found.isEmpty, "\(path): \(found)")
                } else {
                    let found = try findings(inFragment: example)
                    #expect(found.isEmpty, "\(example.text): \(found)")
                }
            default: break
            }
        }
    }

    /// The folder `house-style`: whole partials, and what is added at the end of the built-in style sheet.
    private func writeTemplates(of examples: [Example], to folder: TestFolder) throws {
        for example in examples {
            guard let file = example.file, file.hasPrefix("house-style/"), !folder.exists(file) else { continue }
            var text = example.text
            if example.language == "css" {
                let original = handbookFolder.deletingLastPathComponent().appending(
                    path: "site-template/" + file.dropFirst("house-style/".count))
                text = try String(contentsOf: original, encoding: .utf8) + text
            }
            try folder.write(file, text)
        }
    }

    /// Where a reader puts a file. A page without a name goes where its keys say.
    private func path(of example: Example) -> String {
        guard let file = example.file else { return folder(of: example) + "/example.md" }
        return file.hasPrefix("content/") || file.hasPrefix(".") ? file : "content/" + file
    }

    /// The folder of the type of page that has the keys of an example.
    private func folder(of example: Example) -> String {
        let types = [
            "plans": ["plan", "data"], "questions": ["short_answer", "asked"], "topics": ["kind", "steps", "part_of"],
            "roles": ["also_called", "accountable_for", "responsible_for"], "templates": ["format", "used_in"],
        ]
        let keys = Set(example.text.matches(of: /(?m)^([a-z_]+):/).map { String($0.1) })
        let type = types.first { !keys.isDisjoint(with: $0.value) }?.key
        return type.map { "content/" + $0 } ?? "content"
    }

    /// What is found about a file: rules and messages. Notes are findings too.
    private func findings(in folder: TestFolder, about path: String) throws -> [String] {
        guard path.hasPrefix("content/") else { return [] }
        let run = try folder.milepost("check", "--drafts", "--format", "json", environment: handbookDay)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let found = try #require(report["findings"] as? [[String: Any]])
        return found.compactMap { finding in
            guard finding["file"] as? String == path, let rule = finding["rule"] as? String else { return nil }
            // A page that was written a moment ago: nothing leads to it yet.
            return rule == "orphan" ? nil : "\(rule): \(finding["message"] ?? "")"
        }
    }

    /// What is wrong with a part of a file by itself, such as a key that does not exist: not that what it names, or what
    /// stands around it, is missing.
    private func findings(inFragment example: Example) throws -> [String] {
        let indented = example.text.split(separator: "\n").map { "  " + $0 + "\n" }.joined()
        let header = "title: What is around the example?\nstatus: approved\n"
        var files = ["content/index.md": "# Home\n"]
        let path: String
        let planKeys = [
            "tasks", "resources", "budget", "raci", "calendar", "risks", "quality", "stakeholders", "communications",
            "goals", "governance", "baseline", "calendars", "scorecard", "status_date",
        ]
        if let key = example.firstKey, planKeys.contains(key) {
            path = "content/plans/example.md"
            let tasks = key == "tasks" ? "" : "  tasks:\n    - {id: t1, name: Do it, duration: 1d, owner: pmo-lead}\n"
            files[path] =
                "---\n\(header)plan:\n  kind: rollout\n  sponsor: pmo-lead\n  start: 2027-03-01\n  currency: GBP\n\(tasks)\(indented)---\n"
        } else if let file = example.file, ["handbook.yml", "glossary.yml", "sources.yml"].contains(file) {
            path = "content/" + file
            files[path] = example.text
        } else if let file = example.file, file.hasPrefix(".") {
            // Settings of another program.
            return try Yams.load(yaml: example.text) is [String: Any] ? [] : ["\(file) is no mapping"]
        } else if ["terms", "search", "rules"].contains(example.firstKey) {
            path = example.firstKey == "terms" ? "content/glossary.yml" : "content/handbook.yml"
            files[path] = example.text
        } else {
            path = folder(of: example) + (example.firstKey == "groups" ? "/topics/index.md" : "/example.md")
            let hasTitle = example.text.contains(/(?m)^title:/)
            files[path] =
                example.language == "md" ? example.text : "---\n\(hasTitle ? "" : header)\(example.text)---\n\nText.\n"
        }
        let folder = try TestFolder(files)
        let aboutItself = [
            "unknown-key", "front-matter", "invalid-value", "plan-schema", "plan-id", "plan-value", "risk-value",
            "accountable", "suppression", "unknown-rule", "raw-html", "unknown-alert", "heading-level",
        ]
        return try findings(in: folder, about: path).filter { finding in
            aboutItself.contains { finding.hasPrefix($0 + ":") }
        }
    }
}
