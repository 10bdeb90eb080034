// What linking finds to say about the files of a handbook, in the order in which it is found.

import Content
import UTF8Text

/// Collects findings about many files.
struct Report {
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - help: What to do, or what to do if `guess` finds nothing.
    ///   - guess: The name that was wrong, and those that are right.
    mutating func add(
        _ rule: Rule, in path: String, at position: SourcePosition, _ message: String, help: String = "",
        guess: Guess? = nil
    ) {
        diagnostics.append(Diagnostic(rule, path: path, at: position, message, help: help, guess: guess))
    }

    /// Makes warnings of the errors behind the first `count` findings.
    mutating func soften(from count: Int) {
        for index in diagnostics.indices.dropFirst(count) where diagnostics[index].severity == .error {
            diagnostics[index].severity = .warning
        }
    }

    mutating func add(_ findings: [Diagnostic]) { diagnostics += findings }
    mutating func add(_ other: Report) { diagnostics += other.diagnostics }
}
