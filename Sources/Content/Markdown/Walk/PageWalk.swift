// One walk over the syntax tree of a page: it asks each node what it is, once, and tells the part that writes such nodes.
//
// Each part keeps to itself what it must remember, and writes into the draft. What one must know of another, the walk
// asks and hands on: `place` is all of it for text. Only elements that these files and RawHTMLElements.swift name are
// ever written, and every attribute goes through the escaper: there is nothing to sanitize.

import UTF8Text

struct PageWalk {
    private var draft: PageDraft
    /// How many nodes enclose the current one.
    private var depth = 0

    private var outline: Outline
    private var firstParagraph = FirstParagraph()
    private var quotes = Quotes()
    private var definitions = Definitions()
    private var tables = Tables()
    private var codeBlocks = CodeBlocks()
    private var footnotes = Footnotes()
    private var links = Links()
    private var acronyms = Acronyms()
    private var rawElements = RawElements()
    private var comments = Comments()

    init(writingInto draft: PageDraft, collectsLeads: Bool) {
        self.draft = draft
        outline = Outline(collectsLeads: collectsLeads)
    }

    enum Outcome {
        /// What the page says, and what there is to say about it.
        case page(ParsedMarkdown, DiagnosticLog)
        case beyondLimit(String, SourcePosition)
    }

    mutating func read(_ document: MarkdownDocument, titleIsDeclared: Bool) -> Outcome {
        let title = outline.takeTitle(
            of: document.root, isDeclared: titleIsDeclared, places: draft.places, log: &draft.log)
        var walk = MarkdownWalk(of: document.root)
        while let event = walk.next() {
            if !event.isEntering {
                leave(event.node, event.kind)
            } else if event.node == title {
                comments.note(inTitle: event.node, of: &draft)
                walk.skip(event.node)
            } else {
                enter(event.node, event.kind)
                if event.kind.isWhole {
                    walk.skip(event.node)
                    continue
                }
                if let reason = faultOfSize { return .beyondLimit(reason, draft.places.start(of: event.node)) }
            }
        }
        rawElements.close(downTo: 0, into: &draft)
        draft.reportEmbeddedPages()
        return .page(written, draft.log)
    }

    private var written: ParsedMarkdown {
        var page = ParsedMarkdown()
        page.html = draft.html.written
        page.title = outline.title
        page.outline = outline.headings
        page.references = draft.references
        page.anchors = draft.ids.anchors
        page.lead = firstParagraph.lead
        page.firstCodeBlock = codeBlocks.first
        page.acronyms = acronyms.used
        page.text = draft.text.collected
        page.definedAcronyms = acronyms.defined
        return page
    }

    private var faultOfSize: String? {
        if depth > MarkdownLimit.nesting { return "the text is nested more than \(MarkdownLimit.nesting) deep" }
        guard draft.byteCount > MarkdownLimit.outputBytes else { return nil }
        return "the HTML of the page is larger than \(MarkdownLimit.outputBytes) bytes"
    }

    // MARK: Nodes

    /// Writes what stands before the children of a node, or the whole of it.
    private mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        if !kind.isLeaf, !kind.isWhole { depth += 1 }
        if kind.isBlock { enterBlock(node, kind) } else { endFrame(around: node, kind) }
        switch kind {
        case .text: writeText(node)
        case .softBreak, .lineBreak: writeLineEnd(node, kind)
        case .code: draft.writeCode(node.literal)
        case .emphasis: draft.html.write("<em>")
        case .strong: draft.html.write("<strong>")
        case .strikethrough: draft.html.write("<del>")
        case .link: links.start(node, isInsideLink: isInsideLink, into: &draft)
        case .image: draft.writeImage(node, isInsideLink: isInsideLink)
        case .htmlInline: writeRawHTML(node, isBlock: false)
        case .footnoteReference: footnotes.writeReference(node, isInsideLink: isInsideLink, into: &draft)

        case .paragraph: startParagraph(node)
        case .heading: outline.start(node, into: &draft)
        case .list: draft.html.startList(node)
        case .item: draft.html.startItem(node)
        case .blockQuote: quotes.start(node, into: &draft)
        case .codeBlock:
            draft.reportOpenFence(node)
            codeBlocks.write(node, into: &draft)
        case .htmlBlock: writeRawHTML(node, isBlock: true)
        case .thematicBreak: draft.html.writeLine("<hr>\n")
        case .table: tables.start(node, under: outline.headings.last, into: &draft)
        case .tableRow: tables.startRow(node, into: &draft)
        case .tableCell: tables.startCell(node, into: &draft)
        case .footnoteDefinition: footnotes.startNote(into: &draft)
        case .document, .other: break
        }
    }

    private mutating func leave(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        rawElements.close(downTo: depth, into: &draft)
        depth -= 1
        comments.noteEnd(of: node, in: &draft)
        if kind.holdsText { acronyms.noteEnd(of: node) }
        switch kind {
        case .emphasis: draft.html.write("</em>")
        case .strong: draft.html.write("</strong>")
        case .strikethrough: draft.html.write("</del>")
        case .link: links.end(into: &draft)

        case .paragraph: endParagraph(node)
        case .heading: outline.end(into: &draft)
        case .list: draft.html.endList(node)
        case .item: draft.html.write("</li>\n")
        case .blockQuote: quotes.end(into: &draft)
        case .table: tables.end(into: &draft)
        case .tableRow: tables.endRow(into: &draft)
        case .tableCell: tables.endCell(node, into: &draft)
        case .footnoteDefinition: footnotes.endNote(node, into: &draft)
        case .document:
            footnotes.endDocument(into: &draft)
            draft.text.endBlock()
        default: break
        }
    }

    private mutating func enterBlock(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        if kind != .htmlBlock { rawElements.closeFrames(depth: depth, into: &draft) }
        draft.places.enter(node, kind)
        let section = outline.headings.count
        switch kind {
        case .paragraph, .htmlBlock: draft.text.startBlock(.paragraph, inSection: section)
        case .codeBlock: draft.text.startBlock(.code, inSection: section)
        case .tableRow: draft.text.startBlock(.row, inSection: section)
        default: break
        }
    }

    /// Text in a cell that stands directly in a list of raw HTML ends the list.
    private mutating func endFrame(around node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        guard rawElements.count > 0, kind != .htmlInline, kind != .softBreak, kind != .lineBreak else { return }
        if kind == .text, node.literal.allSatisfy(\.isASCIISpace) { return }
        rawElements.closeFrames(depth: depth, into: &draft)
    }

    // MARK: Text

    private var isInsideLink: Bool { links.isOpen || rawElements.isInsideLink }

    /// What text that is written now is part of.
    private var place: TextPlace {
        if outline.isInHeading { return .heading }
        if isInsideLink { return .link }
        if tables.isInHeaderRow { return .tableHeader }
        if quotes.isInTitle { return .alertTitle }
        if footnotes.isInNote { return .footnote }
        if rawElements.isNoPlaceForLinks { return .element }
        return comments.areAutolinksOff ? .switchedOff : .prose
    }

    private mutating func writeText(_ node: MarkdownNode) {
        var text = definitions.withoutMark(
            quotes.withoutMark(outline.withoutMark(node.literal, of: node), of: node), of: node)
        if let mark = draft.takenStart {
            if mark.node == node { text = text.dropFirst(mark.count) }
            draft.takenStart = nil
        }
        acronyms.note(text, of: node, isExplained: rawElements.isInsideAbbreviation, places: &draft.places)
        if !isInsideLink, !rawElements.isInsidePreformatted { draft.reportWhatShowsRaw(in: text, of: node) }
        while let strong = EastAsianEmphasis(firstIn: text) {
            draft.writeText(strong.before, of: node, as: place, holdsLinks: !isInsideLink)
            draft.html.write("<strong>")
            draft.writeText(strong.inside, of: node, as: place, holdsLinks: !isInsideLink)
            draft.html.write("</strong>")
            text = strong.after
        }
        draft.writeText(text, of: node, as: place, holdsLinks: !isInsideLink)
    }

    private mutating func writeLineEnd(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        if node == draft.takenLineEnd {
            draft.takenLineEnd = nil
        } else if quotes.endsTitle(node) {
            // The first line of an alert is its title; the paragraph goes on behind it.
            draft.text.addGap()
            _ = quotes.endTitle(into: &draft)
            draft.html.write("<p>")
        } else if definitions.endLine(node, into: &draft) {
            rawElements.close(downTo: depth, into: &draft)
        } else if kind == .softBreak {
            draft.writeSpace()
        } else {
            draft.text.addGap()
            draft.html.write("<br>\n")
        }
    }

    private mutating func startParagraph(_ node: MarkdownNode) {
        draft.reportTableWithoutHead(node)
        if quotes.startsWithTitle(node) || node.isTight || definitions.start(node, into: &draft) { return }
        if node.parent?.kind == .document {
            firstParagraph.note(node, into: &draft)
            outline.note(node)
        }
        draft.html.writeLine("<p>")
    }

    private mutating func endParagraph(_ node: MarkdownNode) {
        if node.isTight || definitions.end(node, into: &draft) { return }
        footnotes.endParagraph(node, into: &draft)
        if !quotes.endTitle(into: &draft) { draft.html.write("</p>\n") }
        firstParagraph.noteEnd(of: node, at: draft.html.count)
    }

    // MARK: Raw HTML

    private mutating func writeRawHTML(_ node: MarkdownNode, isBlock: Bool) {
        if isBlock { draft.html.startLine() }
        let surroundings = Surroundings(
            depth: depth, isBlock: isBlock || node.parent?.kind == .tableCell, isInsideLink: links.isOpen)
        let openBefore = rawElements.count
        var openAtHeading = openBefore
        var rawHeading: String?
        var tokens = HTMLTokenizer(node.literal)
        while let token = tokens.next() {
            let cursor = draft.places.cursor
            let place = draft.places.place(ofRaw: tokens.last, in: node)
            switch token {
            case .text(let text):
                // Its words are looked for once more when they are written.
                draft.places.goBack(to: cursor)
                rawElements.write(text, at: place, depth: depth, into: &draft)
            case .comment(let text):
                if !tokens.last.suffix(3).elementsEqual("-->".utf8) {
                    draft.log.report(
                        .unclosed, at: place, "the comment is never closed: all that follows is left out",
                        help: "write --> where it ends")
                }
                comments.note(text, at: place, in: node, of: &draft)
            case .markup:
                draft.log.report(
                    .rawHTML, at: place, "a declaration or processing instruction was left out", help: "remove it")
            case .start(let tag):
                if isBlock, let level = tag.headingLevel, rawHeading == nil,
                    let text = tokens.text(upToEnd: tag.name), rawElements.mayHoldHeading(depth: depth)
                {
                    rawElements.closePhrase("p", depth: depth, into: &draft)
                    rawHeading = tag.name
                    openAtHeading = rawElements.count
                    let id = tag.value(of: "id") ?? tag.value(of: "name")
                    outline.start(level: level, text: text, id: id.map(decodedReferences), at: place, into: &draft)
                    continue
                }
                rawElements.start(
                    tag, at: place, in: rawHeading == nil ? surroundings : surroundings.inText, into: &draft)
                if isBlock, HTMLElement.dropsContent.contains(tag.name) { tokens.skip(pastEndTag: tag.name) }
            case .end(let name):
                if name == rawHeading {
                    rawHeading = nil
                    rawElements.closePhrases(since: openAtHeading, into: &draft)
                    outline.end(into: &draft)
                    draft.text.startBlock(.paragraph, inSection: outline.headings.count)
                } else {
                    rawElements.end(name, at: place, depth: depth, into: &draft)
                }
            }
        }
        guard isBlock else { return }
        rawElements.closePhrases(since: openBefore, into: &draft)
        draft.html.startLine()
    }
}
