// The Markdown of a page, from its bytes to what it says.

import UTF8Text

/// Parses the Markdown of a page from byte `start` on.
func parseMarkdown(
    _ bytes: [UInt8], of lines: Lines, from start: Int, titleIsDeclared: Bool, type: PageType,
    log: inout DiagnosticLog
) -> ParsedMarkdown {
    let firstLine = lines.position(at: start).line
    // A line stays a line, so that places are found in the file as its author wrote it.
    let rewritten = inOwnSpelling(bytes, from: start, firstLine: firstLine, log: &log)
    let text = (rewritten ?? bytes)[start...]
    guard isWithinLimits(text, of: rewritten.map { Lines(of: $0) } ?? lines, firstLine: firstLine, log: &log) else {
        return ParsedMarkdown()
    }
    guard let document = MarkdownDocument(parsing: text) else {
        log.report(.pageLimit, at: .start, "the Markdown library could not parse the page")
        return ParsedMarkdown()
    }
    let places = PlaceFinder(lines: lines, linesBefore: firstLine - 1)
    var walk = PageWalk(
        writingInto: PageDraft(places: places, log: log), collectsLeads: type == .question)
    let (page, findings) = walk.read(document, titleIsDeclared: titleIsDeclared)
    log = findings
    return page
}
