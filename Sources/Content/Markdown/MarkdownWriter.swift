// One walk over the syntax tree writes the HTML and collects everything else. Only elements that this file and
// RawHTMLElements.swift name are ever written, and every attribute goes through the escaper: there is nothing to sanitize.

import UTF8Text

/// Parses the Markdown of a page from byte `start` on.
func parseMarkdown(
    _ bytes: [UInt8], of lines: Lines, from start: Int, titleIsDeclared: Bool, type: PageType,
    log: inout DiagnosticLog
) -> ParsedMarkdown {
    let firstLine = lines.position(at: start).line
    let text = bytes[start...]
    guard isWithinLimits(text, of: lines, firstLine: firstLine, log: &log) else { return ParsedMarkdown() }
    guard let document = MarkdownDocument(parsing: text) else {
        log.report(.pageLimit, at: .start, "the Markdown library could not parse the page")
        return ParsedMarkdown()
    }
    var writer = MarkdownWriter(lines: lines, linesBefore: firstLine - 1, collectsLeads: type == .question, log: log)
    writer.write(document, titleIsDeclared: titleIsDeclared)
    log = writer.log
    return writer.page
}

struct MarkdownWriter {
    var page = ParsedMarkdown()
    var log: DiagnosticLog

    let collectsLeads: Bool

    /// How many levels headings move down, because the page has level-1 headings besides its title.
    var headingShift = 0
    var lastHeadingLevel = 1
    var usedIDs: Set<String> = []
    /// The headings that the current section stands under, from the outside in, itself included.
    var headingsAbove: [Heading] = []
    /// The highest number that was put behind each id to make it unique.
    var lastNumbers: [String: Int] = [:]

    /// How many nodes enclose the current one.
    var depth = 0
    /// The Markdown links around the current node.
    var openLinks: [OpenLink] = []
    var places: PlaceFinder
    /// Bytes of addresses and titles in references so far.
    var referenceBytes = 0

    /// Elements that raw HTML opened and that are still open.
    var openElements: [OpenElement] = []
    var alertTitle: MarkdownNode?
    var columns: [UInt8] = []
    var column = 0
    var isInHeaderRow = false
    var isInTableBody = false
    var tableCount = 0
    /// What to leave out at the end of a text node: the `{#id}` of its heading.
    var trimmed: (node: MarkdownNode, count: Int)?
    /// How often each footnote was referred to so far; how many definitions were written.
    var footnoteReferences: [String: Int] = [:]
    var footnoteCount = 0
    var leadNode: MarkdownNode?
    var leadHeading: Int?
    var seenAcronyms: Set<String> = []
    /// Whether a bracket in the current block may hold an acronym or what one stands for.
    var mayDefineAcronym = false
    /// Those in the blocks around the current node.
    var waitingSuppressions: [WaitingSuppression] = []
    /// The last of the comments that the file starts with, while it may still be nothing but comments.
    var lastOfFirstComments: MarkdownNode?
    var mayStartWithComments = true
    var collection = TextCollection()

    init(lines: Lines, linesBefore: Int, collectsLeads: Bool, log: DiagnosticLog) {
        places = PlaceFinder(lines: lines, linesBefore: linesBefore)
        self.collectsLeads = collectsLeads
        self.log = log
    }

    mutating func write(_ document: MarkdownDocument, titleIsDeclared: Bool) {
        let title = takeTitle(document.root, titleIsDeclared: titleIsDeclared)
        var walk = MarkdownWalk(of: document.root)
        while let event = walk.next() {
            let node = event.node
            if !event.isEntering {
                leave(node)
                continue
            }
            if node == title { noteComments(inTitle: node) }
            if node == title || !enter(node) {
                if !node.isLeaf { walk.skip(node) }
                continue
            }
            guard depth <= MarkdownLimit.nesting, page.html.bytes.count + referenceBytes <= MarkdownLimit.outputBytes
            else {
                refuse(at: node)
                return
            }
        }
        closeElements(downTo: 0)
    }

    private mutating func refuse(at node: MarkdownNode) {
        let reason =
            depth > MarkdownLimit.nesting
            ? "the text is nested more than \(MarkdownLimit.nesting) deep"
            : "the HTML of the page is larger than \(MarkdownLimit.outputBytes) bytes"
        log.report(.pageLimit, at: places.start(of: node), reason, help: "split or simplify the page")
        page = ParsedMarkdown()
    }

    // MARK: Enter and leave

    /// Writes what stands before a node's children, or a whole leaf. `false` leaves the children out.
    private mutating func enter(_ node: MarkdownNode) -> Bool {
        let kind = node.kind
        if !node.isLeaf { depth += 1 }
        var goesOn = true
        switch kind {
        case .text: writeText(node)
        case .softBreak, .lineBreak: writeLineEnd(node)
        case .code: writeCode(node)
        case .emphasis: html("<em>")
        case .strong: html("<strong>")
        case .strikethrough: html("<del>")
        case .link: startLink(node)
        case .image:
            writeImage(node)
            goesOn = false
        case .htmlInline: writeRawHTML(Array(node.literal), at: node, isBlock: false)
        case .footnoteReference:
            writeFootnoteReference(node)
            goesOn = false
        case .document, .other: break
        default: enterBlock(node, kind)
        }
        if !goesOn { depth -= 1 }
        return goesOn
    }

    private mutating func enterBlock(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        if kind != .htmlBlock { closeElementsThatCannotHoldBlocks(at: node) }
        places.enter(node)
        switch kind {
        case .paragraph:
            startTextBlock(.paragraph)
            startParagraph(node)
        case .heading: startHeading(node)
        case .list: startList(node)
        case .item: startItem(node)
        case .blockQuote: startQuote(node)
        case .codeBlock: writeCodeBlock(node)
        case .htmlBlock:
            startTextBlock(.paragraph)
            startLine()
            writeRawHTML(Array(node.literal), at: node, isBlock: true)
            startLine()
        case .thematicBreak: block("<hr>\n")
        case .table: startTable(node)
        case .tableRow: startRow(node)
        case .tableCell: startCell(node)
        case .footnoteDefinition: startFootnote()
        default: break
        }
    }

    private mutating func leave(_ node: MarkdownNode) {
        closeElements(downTo: depth)
        depth -= 1
        settleSuppressions(in: node)
        let kind = node.kind
        if kind == .paragraph || kind == .heading || kind == .tableCell { noteDefinitions(in: node) }
        switch kind {
        case .emphasis: html("</em>")
        case .strong: html("</strong>")
        case .strikethrough: html("</del>")
        case .link: endLink()
        case .paragraph: endParagraph(node)
        case .heading: endHeading(node)
        case .list: block(node.isOrderedList ? "</ol>\n" : "</ul>\n")
        case .item: html("</li>\n")
        case .blockQuote: endQuote(node)
        case .table: endTable()
        case .tableRow: endRow()
        case .tableCell: endCell(node)
        case .footnoteDefinition: endFootnote(node)
        case .document: endDocument()
        default: break
        }
    }

    // MARK: Paragraphs, lists, code

    private mutating func startParagraph(_ node: MarkdownNode) {
        if alertTitle == node.parent, alertTitle != nil, node.previous == nil { return }
        if isTight(node) { return }
        if leadNode == nil, page.lead.text.isEmpty, node.parent?.kind == .document {
            leadNode = node
            startLine()
            let start = page.html.bytes.count
            page.lead = Lead(text: node.plainText, position: places.start(of: node), htmlRange: start..<start)
        }
        if let heading = leadHeading, node.parent?.kind == .document {
            page.outline[heading].lead = node.plainText
            leadHeading = nil
        }
        block("<p>")
    }

    private mutating func endParagraph(_ node: MarkdownNode) {
        if isTight(node) { return }
        if let footnote = node.parent, footnote.kind == .footnoteDefinition, node.next == nil {
            writeFootnoteBackLinks()
        }
        html("</p>\n")
        alertTitle = nil
        if node == leadNode, let start = page.lead.htmlRange?.lowerBound {
            page.lead.htmlRange = start..<page.html.bytes.count
        }
    }

    /// Whether a paragraph is the bare text of an item of a tight list.
    private func isTight(_ node: MarkdownNode) -> Bool {
        node.parent?.parent.map { $0.kind == .list && $0.isTightList } ?? false
    }

    private mutating func startList(_ node: MarkdownNode) {
        if !node.isOrderedList {
            block("<ul>\n")
        } else if node.listStart == 1 {
            block("<ol>\n")
        } else {
            block("<ol start=\"")
            html(String(node.listStart))
            html("\">\n")
        }
    }

    private mutating func startItem(_ node: MarkdownNode) {
        guard let isTicked = node.checkbox else { return block("<li>") }
        block("<li class=\"task\"><input type=\"checkbox\" disabled")
        if isTicked { html(" checked") }
        html(" aria-label=\"")
        escaped(Array((node.firstChild?.plainText ?? "").prefix(120).utf8)[...])
        html("\"> ")
    }

    private mutating func writeCode(_ node: MarkdownNode) {
        let literal = node.literal
        noteWords(literal[...], as: .code, at: places.findText(literal[...]))
        html("<code>")
        escaped(literal[...])
        html("</code>")
    }

    private mutating func writeCodeBlock(_ node: MarkdownNode) {
        let language = node.info.prefix { !$0.isWhitespace }
        startLine()
        let start = page.html.bytes.count
        html("<pre tabindex=\"0\"><code")
        if !language.isEmpty {
            html(" class=\"language-")
            escaped(Array(language.utf8)[...])
            html("\"")
        }
        html(">")
        let literal = node.literal
        startTextBlock(.code)
        noteCode(literal, in: node)
        escaped(literal[...])
        html("</code></pre>\n")
        if page.firstCodeBlock == nil {
            page.firstCodeBlock = CodeBlock(
                language: String(language), text: String(decoding: literal, as: UTF8.self), start: start,
                end: page.html.bytes.count)
        }
    }

    // MARK: Bytes

    mutating func html(_ text: StaticString) { page.html.bytes.write(text) }
    mutating func html(_ text: String) { page.html.bytes.append(contentsOf: text.utf8) }
    mutating func escaped(_ text: ArraySlice<UInt8>) { page.html.bytes.appendEscapedRuns(text) }

    /// Starts a new line unless the HTML already stands at the start of one.
    mutating func startLine() {
        if let last = page.html.bytes.last, last != "\n" { page.html.bytes.append("\n") }
    }

    mutating func block(_ text: StaticString) {
        startLine()
        html(text)
    }

    mutating func hole(_ kind: Hole.Kind, _ reference: Int) {
        page.html.holes.append(Hole(offset: page.html.bytes.count, kind: kind, reference: reference))
    }
}
