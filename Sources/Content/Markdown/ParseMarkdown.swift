// The Markdown of a page, from its bytes to what it says.

import UTF8Text

/// Parses the Markdown of a page from byte `start` on. What cannot be parsed is shown as it is written.
func parseMarkdown(
    _ bytes: [UInt8], of lines: Lines, from start: Int, titleIsDeclared: Bool, type: PageType,
    log: inout DiagnosticLog
) -> ParsedMarkdown {
    let firstLine = lines.position(at: start).line
    func unparsed(_ reason: String, at position: SourcePosition) -> ParsedMarkdown {
        log.report(
            .pageLimit, at: position, "\(reason); the page is shown as it is written",
            help: "split or simplify the page")
        return plainPage(bytes, of: lines, from: start, titleIsDeclared: titleIsDeclared)
    }
    guard bytes.count - start <= MarkdownLimit.pageBytes else {
        return unparsed(
            "the page has \(bytes.count - start) bytes; the limit is \(MarkdownLimit.pageBytes)",
            at: SourcePosition(line: firstLine, column: 1))
    }
    // A line stays a line, so that places are found in the file as its author wrote it.
    var rewritten = inOwnSpelling(bytes, from: start, firstLine: firstLine, log: &log)
    func rewrite(_ edit: ([UInt8], Lines) -> [UInt8]?) {
        if let edited = edit(rewritten ?? bytes, rewritten.map { Lines(of: $0) } ?? lines) { rewritten = edited }
    }
    rewrite { withBarsOfLinksEscaped($0, of: $1, firstLine: firstLine) }
    rewrite { withMarkdownTagsApart($0, of: $1, firstLine: firstLine) }
    rewrite { withSpacedAddressesMarked($0, of: $1, firstLine: firstLine, log: &log) }
    checkFootnotes(bytes, of: lines, firstLine: firstLine, log: &log)
    let text = withoutSlowBlocks(
        (rewritten ?? bytes)[start...], of: rewritten.map { Lines(of: $0) } ?? lines, firstLine: firstLine, log: &log)
    guard let document = MarkdownDocument(parsing: text.bytes) else {
        return unparsed("the Markdown library could not parse the page", at: .start)
    }
    let places = PlaceFinder(lines: lines, linesBefore: firstLine - 1 - text.addedLines)
    var walk = PageWalk(
        writingInto: PageDraft(places: places, log: log), collectsLeads: type == .question)
    switch walk.read(document, titleIsDeclared: titleIsDeclared) {
    case .page(let page, let findings):
        log = findings
        return page
    case .beyondLimit(let reason, let position): return unparsed(reason, at: position)
    }
}
