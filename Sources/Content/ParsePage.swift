// From the bytes of a Markdown file to a page: front matter, title, text, and what its type asks of the text.

import UTF8Text

func parsePage(path: String, bytes: [UInt8], lines: Lines, log: inout DiagnosticLog) -> ParsedPage {
    let parts = splitFrontMatter(bytes, of: lines, log: &log)
    let findings = log.diagnostics.count
    let tree = parts.frontMatter.flatMap { range in
        switch parts.format {
        case .yaml, .json: composeYAML(bytes, of: lines, range: range, limit: .frontMatter, log: &log)
        case .toml: composeTOML(bytes, of: lines, range: range, log: &log)
        }
    }
    if let range = parts.frontMatter, parts.format == .yaml {
        noteComments(inYAML: bytes, of: lines, range: range, coversPage: true, log: &log)
    }
    // What cannot be read has no keys, which would all be reported as missing.
    let isReadable = tree.map { $0.isMapping || $0.isNothing } ?? (log.diagnostics.count == findings)
    // Nor is more said about keys between fences that are at fault: they may be only some of them.
    let isSound = !log.diagnostics.contains { $0.rule == Rule.frontMatter.id }
    var headerLog = isReadable ? log : DiagnosticLog(path: path)
    let read = isReadable ? tree : parts.frontMatter.flatMap { rawReleaseKeys(bytes, of: lines, range: $0) }
    let declared = readPageHeader(read, path: path, log: &headerLog)
    if isReadable {
        if isSound { log = headerLog }
    } else if log.diagnostics.count == findings {
        // Some text instead of keys.
        _ = MappingReader(tree, subject: "a \(declared.type.rawValue)", log: &log)
    }
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
    guard isFolderIndex(path) else { return nameOfPage(at: path) }
    let parent = folder(of: path)
    return parent.isEmpty ? "Home" : fileName(of: parent)
}
