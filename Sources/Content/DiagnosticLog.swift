// Collects what is wrong with one file while it is read, and what its author wants to let be.

package import UTF8Text

package struct DiagnosticLog {
    package let path: String
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var suppressions: [Suppression] = []
    private var isBeyondSuppressionLimit = false

    package init(path: String) { self.path = path }

    package mutating func report(
        _ rule: Rule, at position: SourcePosition, _ message: String, help: String = ""
    ) {
        diagnostics.append(Diagnostic(rule, path: path, at: position, message, help: help))
    }

    /// Makes warnings of the errors under `rules` that were reported after the first `count` findings.
    mutating func soften(from count: Int, rules: [Rule]) {
        for index in diagnostics.indices.dropFirst(count)
        where diagnostics[index].severity == .error && rules.contains(where: { $0.id == diagnostics[index].rule }) {
            diagnostics[index].severity = .warning
        }
    }

    /// Makes a note of the last finding.
    mutating func makeLastANote() {
        if !diagnostics.isEmpty { diagnostics[diagnostics.count - 1].severity = .note }
    }

    mutating func suppress(_ suppression: Suppression) {
        if suppressions.count < Self.suppressionLimit { return suppressions.append(suppression) }
        guard !isBeyondSuppressionLimit else { return }
        isBeyondSuppressionLimit = true
        report(
            .suppression, at: suppression.position,
            "more than \(Self.suppressionLimit) comments of the file silence findings; this one and the rest do not",
            help: "turn the rule off in handbook.yml, or split the file")
    }

    /// Every finding of a file is held against every one of them.
    private static let suppressionLimit = 1000
}

/// A value and where its file says so.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let position: SourcePosition

    package init(_ value: Value, _ position: SourcePosition) {
        self.value = value
        self.position = position
    }
}

extension Located: Equatable where Value: Equatable {}

extension Located: WireCodable where Value: WireCodable {
    package func write(to wire: inout WireWriter) {
        wire.value(value)
        wire.value(position)
    }

    package init(from wire: inout WireReader) throws(WireError) {
        self.init(try wire.value(), try wire.value())
    }
}
