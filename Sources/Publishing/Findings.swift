// Diagnostics as they are reported: judged by the configuration, in order, each with the line that it points to.

import Content
import Knowledge
import Templates
package import UTF8Text

package struct Finding: Sendable {
    package let diagnostic: Diagnostic
    /// The file's path as the caller can open it.
    package let file: String
    /// The line that the finding points to; empty when there is none.
    package let excerpt: String

    /// The column in UTF-16 units, from 1, as editors and SARIF count it.
    package var utf16Column: Int {
        String(decoding: excerpt.utf8.prefix(diagnostic.position.column - 1), as: UTF8.self).utf16.count + 1
    }
}

/// Every rule of Milepost, by identifier.
package let allRules: [Rule] =
    (Rule.ofPublishing + Rule.ofContent + Rule.ofKnowledge + Rule.ofTemplates).sorted { $0.id < $1.id }

/// Applies the severities of the configuration, and puts the diagnostics in their order.
func judge(_ diagnostics: [Diagnostic], settings: Settings) -> [Diagnostic] {
    let known = Set(allRules.map(\.id))
    let unknown = settings.namedRules.filter { !known.contains($0.value) }.map { name in
        Diagnostic(
            .unknownRule, path: SpecialFile.settings.rawValue, at: name.position, "there is no rule '\(name.value)'",
            help: nearest(to: name.value, in: known.sorted()).map { "did you mean '\($0)'?" } ?? "")
    }
    return (diagnostics + unknown).compactMap { diagnostic in
        guard let choice = settings.severities[diagnostic.rule] else { return diagnostic }
        guard let severity = choice else { return nil }
        var judged = diagnostic
        judged.severity = severity
        return judged
    }.sorted(by: Diagnostic.reportedBefore)
}

/// Adds to each diagnostic the line of its file.
func pointOut(_ diagnostics: [Diagnostic], contentFolder: String, root: String) -> [Finding] {
    let templateRules = Set(Rule.ofTemplates.map(\.id))
    var lines: (path: String, lines: Lines)?
    return diagnostics.map { diagnostic in
        let isTemplate = templateRules.contains(diagnostic.rule)
        let folder = contentFolder == "." ? "" : contentFolder + "/"
        let file = isTemplate ? diagnostic.path : folder + diagnostic.path
        if lines?.path != file {
            let bytes = try? readFile(isTemplate ? file : root + "/" + diagnostic.path, limit: 8 << 20)
            lines = (file, Lines(of: bytes ?? []))
        }
        let excerpt = lines?.lines.text(ofLine: diagnostic.position.line) ?? ""
        return Finding(diagnostic: diagnostic, file: file, excerpt: excerpt)
    }
}
