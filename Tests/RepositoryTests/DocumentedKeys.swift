// The pages for authors name every key that the program reads, and tables of keys name no other.

import Foundation
import TestSupport
import Testing

struct DocumentedKeys: CustomTestStringConvertible {
    let name: String
    /// What reads the keys: files or folders below `Sources/Content`.
    let sources: [String]
    /// Where they are explained: pages below `content/`.
    let pages: [String]

    var testDescription: String { name }

    static let all = [
        DocumentedKeys(name: "a plan", sources: ["Plan"], pages: ["plan-file-reference.md", "contribute.md"]),
        DocumentedKeys(name: "handbook.yml", sources: ["Settings.swift"], pages: ["authoring/start-a-handbook.md"]),
        DocumentedKeys(
            name: "front matter",
            sources: [
                "PageHeader.swift", "PageType.swift", "HeaderKeys.swift", "ReadPageHeader.swift",
                "ReadHeaderValues.swift", "ReadRedirects.swift", "Release.swift", "ForeignKeys.swift",
            ],
            pages: ["authoring/front-matter.md", "authoring/how-links-are-made.md"]),
        DocumentedKeys(name: "glossary.yml", sources: ["Glossary.swift"], pages: ["authoring/front-matter.md"]),
        DocumentedKeys(name: "sources.yml", sources: ["SourceList.swift"], pages: ["authoring/front-matter.md"]),
    ]

    /// The keys that the sources read: the first argument of a reading method.
    func readKeys() throws -> Set<String> {
        var keys: Set<String> = []
        for source in sources {
            let path = repository.appending(path: "Sources/Content/" + source)
            let isFile = source.hasSuffix(".swift")
            let names = isFile ? [""] : try FileManager.default.contentsOfDirectory(atPath: path.path)
            for name in names where isFile || name.hasSuffix(".swift") {
                let text = try String(contentsOf: isFile ? path : path.appending(path: name), encoding: .utf8)
                let calls =
                    /\b(?:\w+\.(?:text|texts|date|choice|integer|flag|node|elements|money|hundredths|duration|requiredText|has|require)|read\w+)\(\s*(?:&\w+, )?"(?<key>[a-z_]+)"/
                for match in text.matches(of: calls) { keys.insert(String(match.key)) }
            }
        }
        return keys
    }

    func text() throws -> String {
        try pages.map { try String(contentsOf: repository.appending(path: "content/" + $0), encoding: .utf8) }
            .joined(separator: "\n")
    }
}

struct DocumentedKeysTests {
    @Test(arguments: DocumentedKeys.all) func everyKeyIsNamed(keys: DocumentedKeys) throws {
        let read = try keys.readKeys()
        #expect(read.count >= 4, "\(read)")
        let text = try keys.text()
        var code = ""
        for match in text.matches(of: /(?ms)^```\w*\n(.*?)^```$|`([^`\n]+)`/) {
            code += "\(match.1 ?? match.2 ?? "")\n"
        }
        let named = Set(code.matches(of: /[a-z_]+/).map { String($0.0) })
        #expect(read.subtracting(named) == [])
    }

    /// Every value that a key of a plan may have, such as the kinds of plan and the types of links.
    @Test func everyValueOfAPlanIsNamed() throws {
        var values: Set<String> = []
        for file in ["PlanValues.swift", "PlanTask.swift"] {
            let path = repository.appending(path: "Sources/Content/Plan/" + file)
            let text = try String(contentsOf: path, encoding: .utf8)
            for line in text.matches(of: /(?:^|\n|\{) *case ([a-zA-Z =",-]+?)(?: \})?(?=\n)/) {
                for value in line.1.split(separator: ",") {
                    let parts = value.split(separator: "=").map { $0.trimmingCharacters(in: [" ", "\""]) }
                    if let raw = parts.last { values.insert(raw) }
                }
            }
        }
        #expect(values.count > 50, "\(values.sorted())")
        let reference = repository.appending(path: "content/plan-file-reference.md")
        let text = try String(contentsOf: reference, encoding: .utf8)
        let named = Set(text.matches(of: /[A-Za-z]+(?:-[a-z]+)?/).map { String($0.0) })
        #expect(values.subtracting(named) == [])
    }

    @Test func tablesNameNoKeyThatIsNotRead() throws {
        let text = try DocumentedKeys.all.map { try $0.text() }.joined(separator: "\n")
        var named: Set<String> = []
        for table in text.matches(of: /(?m)^\|(?: Type \|)? Key \|.*\n\|[-| ]+\n(?:\|.*\n)+/) {
            let column = table.0.hasPrefix("| Type") ? 2 : 1
            for row in table.0.split(separator: "\n").dropFirst(2) {
                let cell = row.split(separator: "|", omittingEmptySubsequences: false)[column]
                for code in cell.matches(of: /`([^`]*)`/) {
                    for key in code.1.matches(of: /[a-z]+(?:_[a-z]+)*/) { named.insert(String(key.0)) }
                }
            }
        }
        #expect(named.count > 90)
        let read = try DocumentedKeys.all.reduce(into: Set<String>()) { try $0.formUnion($1.readKeys()) }
        #expect(named.subtracting(read) == [])
    }
}
