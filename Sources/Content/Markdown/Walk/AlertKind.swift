// The kinds of alerts: the five of GitHub, and what other tools call theirs, each shown as the one that means the same.

import UTF8Text

enum AlertKind: String, CaseIterable {
    case note, tip, important, warning, caution

    /// The kind that `name` stands for, in whatever capitals.
    init?(named name: String) {
        let name = name.lowercased()
        guard let kind = AlertKind(rawValue: name) ?? Self.otherNames[name] else { return nil }
        self = kind
    }

    /// The names that readers of GitHub know, as authors write them.
    static let ownNames = allCases.map { $0.rawValue.uppercased() }

    /// What Obsidian, MkDocs, Docusaurus, GitBook, VuePress, MyST and Quarto call theirs.
    private static let otherNames: [String: AlertKind] = {
        let names: [(AlertKind, String)] = [
            (
                .note,
                "info information abstract summary tldr todo seealso see example question help faq quote cite details"
            ),
            (.note, "definition remark reminder agenda decision meeting update changelog version topic sidebar"),
            (.tip, "hint success check done pro protip recommendation"),
            (.important, "key critical must secondary primary"),
            (.warning, "warn attention alert"),
            (.caution, "danger error failure fail missing bug stop"),
        ]
        var kinds: [String: AlertKind] = [:]
        for (kind, list) in names {
            for name in list.split(separator: " ") { kinds[String(name)] = kind }
        }
        return kinds
    }()
}
