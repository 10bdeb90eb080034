// From the bytes of a Markdown file to a page: front matter, title, text, and what its type asks of the text.

import UTF8Text

func parsePage(path: String, bytes: [UInt8], lines: Lines, log: inout DiagnosticLog) -> ParsedPage {
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
    guard isFolderIndex(path) else { return nameOfPage(at: path) }
    let parent = folder(of: path)
    return parent.isEmpty ? "Home" : fileName(of: parent)
}
