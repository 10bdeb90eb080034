// Holds the parts of the walk over a page apart: what each remembers is its own.

import Foundation
import TestSupport
import Testing

struct PageWalkTests {
    /// The draft alone is written by all of them: it is made of parts that keep their own state, too.
    private static let isOpenToAll = "PageDraft.swift"

    @Test func noPartOfTheWalkChangesWhatAnotherRemembers() throws {
        let parts = try swiftSources().filter {
            $0.url.pathComponents.suffix(3).dropLast() == ["Markdown", "Walk"]
                && $0.url.lastPathComponent != Self.isOpenToAll
        }
        #expect(parts.count > 10, "the parts were not found")
        for part in parts {
            for name in try sharedVariables(of: part.url) {
                Issue.record("\(part.url.lastPathComponent): others can change '\(name)'")
            }
        }
    }

    /// The variables of the types in a file that neither compute what they say nor are private.
    private func sharedVariables(of file: URL) throws -> [Substring] {
        var isInType = false
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { line in
            // What the members of a type declare stands deeper than one step.
            if line.first != " " { isInType = line.hasPrefix("struct ") }
            return isInType && line.hasPrefix("    var ") && !line.contains("{")
        }
    }
}
