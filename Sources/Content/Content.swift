// Content: what one file says.
//
// A file of the content folder comes in as bytes and leaves as a value: its front matter, typed by the schema of its
// page type; its HTML, final but for holes where the target of a link will go; its outline, its references, its plan
// as it is written.
// The result depends on that one file and on this build of Milepost alone, so it can be computed anywhere, in any
// order, and cached. This module must never know that other files exist.

package import UTF8Text

/// A file of the content folder as read from disk.
package struct SourceFile: Sendable {
    /// Relative to the content folder, `/` between components.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

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

/// The files with a meaning of their own, at the top of the content folder.
package enum SpecialFile: String, CaseIterable, Sendable {
    case settings = "handbook.yml"
    case glossary = "glossary.yml"
    case sources = "sources.yml"
}

/// Parses one file. Never throws and never stops at the first fault: every fault is a positioned diagnostic.
///
/// Any thread may call this, but the Markdown library parses one page of a process at a time: to use all cores, use
/// several processes.
package func parse(_ source: SourceFile) -> ParseResult {
    var log = DiagnosticLog(path: source.path)
    let start: Int
    do {
        start = try checkUTF8(source.bytes)
    } catch {
        log.report(.encoding, at: Lines(of: source.bytes).position(at: error.offset), error.reason)
        return ParseResult(emptyResult(for: source.path), log: log)
    }
    let bytes = start == 0 ? source.bytes : Array(source.bytes[start...])
    let lines = Lines(of: bytes)
    let file: ParsedFile
    switch SpecialFile(rawValue: source.path) {
    case .settings: file = .settings(readSettings(bytes, of: lines, log: &log))
    case .glossary: file = .glossary(readGlossary(bytes, of: lines, log: &log))
    case .sources: file = .sources(readSources(bytes, of: lines, log: &log))
    case nil where isPlanFile(source.path): file = .planFile(findPlan(inFile: bytes, of: lines, log: &log))
    case nil: file = .page(parsePage(path: source.path, bytes: bytes, lines: lines, log: &log))
    }
    if case .page = file {
    } else {
        noteComments(inYAML: bytes, of: lines, range: 0..<bytes.count, coversPage: false, log: &log)
    }
    return ParseResult(file, log: log)
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

private func parsePage(path: String, bytes: [UInt8], lines: Lines, log: inout DiagnosticLog) -> ParsedPage {
    let parts = splitFrontMatter(bytes, of: lines, log: &log)
    let tree = parts.frontMatter.flatMap { composeYAML(bytes, of: lines, range: $0, limit: .frontMatter, log: &log) }
    if let range = parts.frontMatter {
        noteComments(inYAML: bytes, of: lines, range: range, coversPage: true, log: &log)
    }
    // What cannot be read has no keys, which would all be reported as missing.
    let isReadable = tree != nil || log.diagnostics.isEmpty
    var headerLog = isReadable ? log : DiagnosticLog(path: path)
    let declared = readPageHeader(tree, path: path, log: &headerLog)
    if isReadable { log = headerLog }
    let markdown = parseMarkdown(
        bytes, of: lines, from: parts.bodyStart, titleIsDeclared: declared.title != nil, type: declared.type, log: &log)
    let title =
        declared.title
        ?? markdown.title
        ?? Located(UTF8Text.title(ofFileName: titleName(of: path)), .start)
    let page = ParsedPage(path: path, header: declared.titled(title), markdown: markdown)
    page.header.details.checkBody(of: page, log: &log)
    return page
}

/// The name that an untitled file takes its title from: its folder's, for the index of a folder.
private func titleName(of path: String) -> String {
    guard isFolderIndex(path) else { return splitExtension(of: fileName(of: path)).stem }
    let parent = folder(of: path)
    return parent.isEmpty ? "Home" : fileName(of: parent)
}

/// Whether the file at `path` is the page of its folder.
package func isFolderIndex(_ path: String) -> Bool {
    ["index.md", "readme.md", "_index.md"].contains(fileName(of: path).lowercased())
}

/// Whether the file at `path` is a page at all.
package func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown"].contains(splitExtension(of: fileName(of: path)).extension)
}
