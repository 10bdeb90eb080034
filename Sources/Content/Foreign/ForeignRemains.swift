// What only its own tool understands: it stays on the page as it stands, and its author is told once per page and kind.

import UTF8Text

struct ForeignRemains {
    enum Kind: CaseIterable {
        case shortcodes, tags, expressions, inclusions, containers, formulas, abbreviations, modules
    }

    private var found: [Kind: (count: Int, first: SourcePosition)] = [:]

    mutating func note(_ kind: Kind, at place: SourcePosition) {
        found[kind, default: (0, place)].count += 1
    }

    func report(into log: inout DiagnosticLog) {
        for kind in Kind.allCases {
            guard let (count, first) = found[kind] else { continue }
            let names = kind.names
            let subject = count == 1 ? "1 \(names.one) is" : "\(count) \(names.many) are"
            log.report(
                .foreignSyntax, at: first,
                subject + (kind.isLeftOut ? " left out" : " shown as \(count == 1 ? "it stands" : "they stand")"),
                help: kind.help)
        }
    }
}

extension ForeignRemains.Kind {
    fileprivate var names: (one: String, many: String) {
        switch self {
        case .shortcodes: ("Hugo shortcode", "Hugo shortcodes")
        case .tags: ("template tag '{% … %}'", "template tags '{% … %}'")
        case .expressions: ("template expression '{{ … }}'", "template expressions '{{ … }}'")
        case .inclusions: ("inclusion of another file", "inclusions of other files")
        case .containers: ("container ':::' of an unknown kind", "containers ':::' of unknown kinds")
        case .formulas: ("formula '$$ … $$'", "formulas '$$ … $$'")
        case .abbreviations: ("definition of an abbreviation", "definitions of abbreviations")
        case .modules: ("line of JavaScript (import, export)", "lines of JavaScript (import, export)")
        }
    }

    fileprivate var help: String {
        switch self {
        case .shortcodes, .tags, .expressions: "write in Markdown what they show"
        case .inclusions: "link to the page, [[page]], or write its text here"
        case .containers: "write '> [!NOTE]' for an alert, or a heading for a section"
        case .formulas: "write the formula in words or as code, or show a picture of it"
        case .abbreviations: "put its expansion into glossary.yml, and every page explains it"
        case .modules: "pages run no JavaScript; write in Markdown what the component shows"
        }
    }

    /// Whether readers do not see it.
    fileprivate var isLeftOut: Bool { self == .modules }
}
