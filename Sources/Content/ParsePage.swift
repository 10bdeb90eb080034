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
    checkBody(of: page, log: &log)
    return page
}

/// What the type of a page asks of its text.
private func checkBody(of page: ParsedPage, log: inout DiagnosticLog) {
    switch page.header.details {
    case .question(let question):
        let lead = page.markdown.lead
        guard !question.isCollection, lead.wordCount > 90 else { return }
        log.report(
            .longFirstParagraph, at: lead.position, "the first paragraph has \(lead.wordCount) words",
            help: "say the most important thing in at most 90 words, and the rest below")
    case .template(let template):
        checkOffer(of: template, on: page, log: &log)
    default: break
    }
}

/// Whether readers get a template, and the one that they are promised.
private func checkOffer(of template: TemplateDetails, on page: ParsedPage, log: inout DiagnosticLog) {
    guard
        let offered = template.file.map({ splitExtension(of: $0.value).extension })
            ?? page.markdown.firstCodeBlock?.language
    else {
        return log.report(
            .missingTemplate, at: page.header.title.position, "the page has no template to offer",
            help: "put the template into a fenced block, or name a file in the key 'file'")
    }
    for format in template.formats where format.value != TemplateFormat(named: offered) {
        let what =
            template.file.map { "the file '\($0.value)'" } ?? "a fenced block of '\(offered.isEmpty ? "md" : offered)'"
        log.report(
            .missingTemplate, at: format.position, "'format' says \(format.value.rawValue), but readers get \(what)",
            help: "correct 'format', or offer what it says")
    }
}

/// The name that an untitled file takes its title from: its folder's, for the index of a folder.
private func titleName(of path: String) -> String {
    guard isFolderIndex(path) else { return splitExtension(of: fileName(of: path)).stem }
    let parent = folder(of: path)
    return parent.isEmpty ? "Home" : fileName(of: parent)
}
