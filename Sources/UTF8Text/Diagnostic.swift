// What Milepost has to say about a file: the facts. How they are printed is the business of `milepost`.

package enum Severity: UInt8, Comparable, Sendable, CaseIterable {
    case note, warning, error

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A rule that content is held to. Modules declare theirs as constants; the identifier is stable and in kebab case.
package struct Rule: Hashable, Sendable {
    package let id: String
    /// The severity of its findings unless the configuration says otherwise.
    package let severity: Severity
    /// What the rule finds, in one sentence.
    package let meaning: String

    package init(_ id: String, _ severity: Severity, _ meaning: String) {
        self.id = id
        self.severity = severity
        self.meaning = meaning
    }
}

/// One finding. Values, never thrown: a run reports all of them.
package struct Diagnostic: Hashable, Sendable {
    package let rule: String
    package var severity: Severity
    /// Relative to the content folder, with `/` between components.
    package let path: String
    package let position: SourcePosition
    /// What is wrong, in one line without a full stop.
    package let message: String
    /// What to do about it, in one line; empty when the message says it all.
    package internal(set) var help: String
    /// A question whose answer is better help, until `Suggestions` has been asked.
    package private(set) var guess: Guess?

    package init(
        _ rule: Rule, path: String, at position: SourcePosition, _ message: String, help: String = "",
        guess: Guess? = nil
    ) {
        self.rule = rule.id
        self.severity = rule.severity
        self.path = path
        self.position = position
        self.message = message.visibleOnOneLine
        self.help = help.visibleOnOneLine
        self.guess = guess
    }

    /// The finding without its question, and with the answer if there is one.
    func answered(help answer: String?) -> Diagnostic {
        var diagnostic = self
        diagnostic.guess = nil
        if let answer { diagnostic.help = answer.visibleOnOneLine }
        return diagnostic
    }

    /// The order in which findings are reported: by file, then place, then rule.
    package static func reportedBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
        if left.position != right.position { return left.position < right.position }
        if left.rule != right.rule { return left.rule < right.rule }
        return left.message < right.message
    }
}

extension String {
    /// The text with control characters and direction overrides spelled out, so that a file cannot steer a terminal.
    package var visibleOnOneLine: String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        guard unicodeScalars.contains(where: isHidden) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if isHidden(scalar) {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
