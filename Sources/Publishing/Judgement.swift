// What becomes of each diagnostic: reported, or let be for the reason that its author gives beside the line.

import Content
import Knowledge
package import UTF8Text

extension Rule {
    package static let unusedSuppression = Rule(
        "unused-suppression", .warning, "A comment that should silence a finding which is not there.")
}

/// Diagnostics in the order in which they are reported.
struct Judgement {
    var reported: [Diagnostic] = []
    var suppressed: [(diagnostic: Diagnostic, reason: String)] = []
    /// Those that a baseline lists.
    var known: [Diagnostic] = []

    /// Answers what findings ask ("did you mean"), now that it is known which are left: those that matter most first.
    mutating func answerGuesses() {
        var suggestions = Suggestions()
        for index in reported.indices { reported[index] = suggestions.answered(reported[index]) }
        for index in known.indices { known[index] = suggestions.answered(known[index]) }
        for index in suppressed.indices {
            suppressed[index].diagnostic = suggestions.answered(suppressed[index].diagnostic)
        }
    }
}

/// Everything that diagnostics are judged by.
struct Judge {
    let settings: Settings
    /// By file.
    let suppressions: [String: [Suppression]]
    /// Pages that are not published: much that could be said about them is not.
    let leftOut: Set<String>
    /// Rules that only other runs hold the handbook to.
    let rulesNotApplied: Set<String>

    func judge(_ diagnostics: [Diagnostic]) -> Judgement {
        var judgement = Judgement()
        var used: Set<UseOfSuppression> = []
        for diagnostic in diagnostics {
            let use = suppressionInUse(for: diagnostic)
            if let use { used.insert(use) }
            guard let diagnostic = withChosenSeverity(diagnostic) else { continue }
            if let use, let reason = suppressions[use.path]?[use.index].reason {
                judgement.suppressed.append((diagnostic, reason))
            } else {
                judgement.reported.append(diagnostic)
            }
        }
        let unread = Set(diagnostics.filter { rulesOfUnreadFiles.contains($0.rule) }.map(\.path))
        let more = unknownRules() + faultySuppressions() + unusedSuppressions(used, unread: unread)
        judgement.reported += more.compactMap(withChosenSeverity)
        judgement.reported.sort(by: Diagnostic.reportedBefore)
        judgement.suppressed.sort { Diagnostic.reportedBefore($0.diagnostic, $1.diagnostic) }
        return judgement
    }

    /// By the configuration; `nil` for a rule that is off.
    func withChosenSeverity(_ diagnostic: Diagnostic) -> Diagnostic? {
        guard let choice = settings.severities[diagnostic.rule] else { return diagnostic }
        guard let severity = choice else { return nil }
        var judged = diagnostic
        judged.severity = severity
        return judged
    }

    private func unknownRules() -> [Diagnostic] {
        settings.namedRules.filter { !ruleIDs.contains($0.value) }.map { name in
            Diagnostic(
                .unknownRule, path: SpecialFile.settings.rawValue, at: name.position,
                "there is no rule '\(name.value)'", help: suggestion(for: name.value) ?? "")
        }
    }

    // MARK: Suppressions

    private struct UseOfSuppression: Hashable {
        let path: String
        let index: Int
        let rule: String
    }

    /// The last comment that silences the diagnostic: the one nearest to it.
    private func suppressionInUse(for diagnostic: Diagnostic) -> UseOfSuppression? {
        guard !rulesThatAlwaysSpeak.contains(diagnostic.rule), let comments = suppressions[diagnostic.path] else {
            return nil
        }
        let index = comments.lastIndex { $0.rules.contains(diagnostic.rule) && $0.covers(diagnostic.position) }
        return index.map { UseOfSuppression(path: diagnostic.path, index: $0, rule: diagnostic.rule) }
    }

    private func faultySuppressions() -> [Diagnostic] {
        eachSuppression { path, comment, _ in
            comment.rules.compactMap { rule in
                if !ruleIDs.contains(rule) {
                    return Diagnostic(
                        .suppression, path: path, at: comment.position, "there is no rule '\(rule)'",
                        help: suggestion(for: rule)
                            ?? (rule.utf8.contains(" ")
                                ? "put commas between several rules" : "every finding names its rule in brackets"))
                }
                guard rulesThatAlwaysSpeak.contains(rule) else { return nil }
                return Diagnostic(
                    .suppression, path: path, at: comment.position, "'\(rule)' cannot be silenced",
                    help: rulesOfUnreadFiles.contains(rule)
                        ? "a file with this fault is not read as it should be; mend it" : "mend what it points to")
            }
        }
    }

    private func unusedSuppressions(_ used: Set<UseOfSuppression>, unread: Set<String>) -> [Diagnostic] {
        eachSuppression { path, comment, index in
            guard !unread.contains(path), !leftOut.contains(path) else { return [] }
            return comment.rules.compactMap { rule in
                guard ruleIDs.contains(rule), !rulesThatAlwaysSpeak.contains(rule), !rulesNotApplied.contains(rule),
                    !used.contains(UseOfSuppression(path: path, index: index, rule: rule))
                else { return nil }
                return Diagnostic(
                    .unusedSuppression, path: path, at: comment.position,
                    "there is no finding '\(rule)' to ignore here",
                    help: "remove the comment, or put it on a line of its own before the block or key that it is about")
            }
        }
    }

    private func eachSuppression(_ body: (String, Suppression, Int) -> [Diagnostic]) -> [Diagnostic] {
        suppressions.sorted { $0.key < $1.key }.flatMap { path, comments in
            comments.enumerated().flatMap { body(path, $1, $0) }
        }
    }
}

extension Diagnostic {
    /// Whether the configuration cannot be what its author meant.
    package var isAboutConfiguration: Bool { severity == .error && path == SpecialFile.settings.rawValue }
}

private let ruleIDs = Set(allRules.map(\.id))

/// Their findings say that a file was not read, or not as a whole: what else there is to say is not known.
private let rulesOfUnreadFiles: Set<String> = Set(
    [Rule.encoding, .frontMatter, .pageLimit, .parserFailed, .unreadableFile].map(\.id))

/// Neither a comment nor a baseline can silence them.
let rulesThatAlwaysSpeak: Set<String> = rulesOfUnreadFiles.union(
    [Rule.suppression, .addressReserved, .unusedSuppression, .unknownRule, .staleBaseline].map(\.id))

private func suggestion(for rule: String) -> String? {
    nearest(to: rule, in: allRules.map(\.id)).map { "did you mean '\($0)'?" }
}
