// The page for authors that explains the checks names every rule of the program, at its level, and no other.

import Foundation
import TestSupport
import Testing

struct DocumentedRules {
    @Test func everyRuleIsExplainedAtItsLevel() throws {
        let pattern = /Rule\(\s*"(?<id>[a-z-]+)",\s*\.(?<level>note|warning|error),/
        var rules: [String: String] = [:]
        for file in try swiftSources() {
            let text = try String(contentsOf: file.url, encoding: .utf8)
            for match in text.matches(of: pattern) { rules[String(match.id)] = String(match.level) }
        }
        let page = try String(contentsOf: repository.appending(path: "content/authoring/checks.md"), encoding: .utf8)
        var explained: [String: String] = [:]
        for match in page.matches(of: /\n\| `(?<id>[a-z-]+)` \| (?<level>note|warning|error) \|/) {
            explained[String(match.id)] = String(match.level)
        }
        #expect(rules.count > 40)
        #expect(explained == rules)
    }
}
