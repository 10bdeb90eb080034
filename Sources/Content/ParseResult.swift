// A file once it is parsed, with everything that there is to say about it.

package import UTF8Text

/// What a file turned out to be.
package enum ParsedFile: Sendable {
    case page(ParsedPage)
    case settings(Settings)
    case glossary([Term])
    case sources([Source])
    /// A YAML file that a page may name for its plan; `nil` when there is none in it.
    case planFile(YAMLNode?)
}

/// A file and everything there is to say about it.
package struct ParseResult: Sendable {
    package let file: ParsedFile
    package let diagnostics: [Diagnostic]
    package let suppressions: [Suppression]

    package init(_ file: ParsedFile, diagnostics: [Diagnostic], suppressions: [Suppression] = []) {
        self.file = file
        self.diagnostics = diagnostics
        self.suppressions = suppressions
    }

    init(_ file: ParsedFile, log: DiagnosticLog) {
        self.init(file, diagnostics: log.diagnostics, suppressions: log.suppressions)
    }
}

/// What stands in for a file that could not be parsed at all, so that the others can still be checked against it.
package func emptyResult(for path: String) -> ParsedFile {
    switch SpecialFile(rawValue: path) {
    case .settings: .settings(Settings())
    case .glossary: .glossary([])
    case .sources: .sources([])
    case nil where isPlanFile(path): .planFile(nil)
    case nil: .page(ParsedPage(unreadablePath: path))
    }
}
