// Keys of other programs stand on every page of a handbook that they wrote: they are one finding for all of it.

import Content
import UTF8Text

/// The findings, with one for each key that plain pages do not have, at its first place, and none for known keys.
func foldedForeignKeys(_ findings: [Diagnostic], knownKeys: [String]) -> [Diagnostic] {
    let known = Set(knownKeys.map { messageOfUnknownKey($0) })
    let prefix = messageOfUnknownKey("").dropLast()
    func isForeign(_ finding: Diagnostic) -> Bool {
        finding.rule == Rule.unknownKey.id && isMarkdown(finding.path) && finding.message.hasPrefix(prefix)
    }
    var counts: [String: Int] = [:]
    for finding in findings where isForeign(finding) { counts[finding.message, default: 0] += 1 }
    return findings.compactMap { finding in
        guard isForeign(finding) else { return finding }
        guard !known.contains(finding.message), let count = counts.removeValue(forKey: finding.message) else {
            return nil
        }
        guard count > 1 else { return finding }
        var folded = Diagnostic(
            .unknownKey, path: finding.path, at: finding.position, "\(finding.message); \(count) pages have it",
            help: finding.help)
        folded.severity = finding.severity
        return folded
    }
}
