// Diagnostics as they are reported: judged by the configuration, in order, each with the line that it points to.

import Content
import Knowledge
import LinkChecking
import Plans
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

/// A finding that its author lets be.
package struct SuppressedFinding: Sendable {
    package let finding: Finding
    /// As the author gives it beside the line.
    package let reason: String
}

/// Every rule of Milepost, by identifier.
package let allRules: [Rule] =
    [
        Rule.ofPublishing, Rule.ofContent, Rule.ofPlans, Rule.ofKnowledge, Rule.ofExternalLinks, Rule.ofTemplates,
    ].flatMap(\.self).sorted { $0.id < $1.id }

/// The lines that diagnostics point to. Asked for diagnostics in their order, it reads each file once.
struct Excerpts {
    private let contentFolder: String
    private let root: String
    /// Rules whose findings lie outside of the content folder.
    private let rulesOfOtherFiles = Set((Rule.ofTemplates + Rule.ofQueries + [.staleBaseline]).map(\.id))
    private var last: (file: String, lines: Lines)?

    init(contentFolder: String, root: String) {
        self.contentFolder = contentFolder
        self.root = root
    }

    mutating func finding(_ diagnostic: Diagnostic) -> Finding {
        let isElsewhere = rulesOfOtherFiles.contains(diagnostic.rule)
        let folder = contentFolder == "." ? "" : contentFolder + "/"
        let file = isElsewhere ? diagnostic.path : folder + diagnostic.path
        if last?.file != file {
            let bytes = try? readFile(isElsewhere ? file : root + "/" + diagnostic.path, limit: 8 << 20)
            last = (file, Lines(of: bytes ?? []))
        }
        let excerpt = last?.lines.text(ofLine: diagnostic.position.line) ?? ""
        return Finding(diagnostic: diagnostic, file: file, excerpt: excerpt)
    }
}
