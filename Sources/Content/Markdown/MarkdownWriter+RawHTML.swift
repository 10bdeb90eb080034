// Rebuilds raw HTML tag by tag from the allow-list, and keeps it balanced with the Markdown around it.

import UTF8Text

extension MarkdownWriter {
    /// Writes the raw HTML of a node: a whole block, or one tag among the words of a paragraph.
    mutating func writeRawHTML(_ bytes: [UInt8], at node: MarkdownNode, isBlock: Bool) {
        let openBefore = openElements.count
        var tokens = HTMLTokenizer(bytes)
        var start = 0
        while let token = tokens.next() {
            let cursor = places.cursor
            let place = place(of: bytes[start..<tokens.offset], at: node)
            switch token {
            case .text(let text):
                // Its words are looked for once more when they are written.
                places.cursor = cursor
                writeRawText(text, at: place)
            case .comment(let text): noteComment(text, at: place, in: node)
            case .markup:
                log.report(
                    .rawHTML, at: place, "a declaration or processing instruction was left out", help: "remove it")
            case .start(let tag):
                startElement(tag, at: place, isBlock: isBlock)
                if isBlock, HTMLElement.dropsContent.contains(tag.name) { tokens.skip(pastEndTag: tag.name) }
            case .end(let name): endElement(name, at: place)
            }
            start = tokens.offset
        }
        guard isBlock else { return }
        // Runs of text end with their block; only blocks may go on around the Markdown that follows.
        if let phrase = openElements.dropFirst(openBefore).firstIndex(where: { $0.element.shape == .phrase }) {
            while openElements.count > phrase { closeLastElement(warning: true) }
        }
    }

    mutating func place(of token: ArraySlice<UInt8>, at node: MarkdownNode) -> SourcePosition {
        let beginning = String(decoding: token.prefix { $0 != "\n" }.prefix(40), as: UTF8.self)
        return places.find([Spelling(text: beginning)]) ?? places.start(of: node)
    }

    // MARK: Tags

    private mutating func startElement(_ tag: HTMLTag, at place: SourcePosition, isBlock: Bool) {
        if tag.name == "iframe" { return writeFrameAsLink(tag, at: place) }
        guard let element = HTMLElement.named(tag.name) else {
            return drop("<\(tag.name)>", "may not stand in a page", at: place)
        }
        guard isBlock || element.isInline else {
            return drop("<\(tag.name)>", "may not stand among the words of a paragraph", at: place)
        }
        closeImpliedElements(before: element)
        if let reason = misplacement(of: element) { return drop("<\(tag.name)>", reason, at: place) }
        switch tag.name {
        case "img": return writeRawImage(tag, at: place)
        case "a": return startRawLink(tag, element, at: place)
        default: break
        }
        html("<")
        html(tag.name)
        writeAttributes(of: tag, element, at: place)
        html(">")
        guard element.shape != .void else { return }
        var open = OpenElement(name: tag.name, element: element, depth: depth, position: place)
        open.hasTitle = tag.value(of: "title")?.isEmpty == false
        openElements.append(open)
    }

    /// Why an element may not stand where the writer is, if so.
    private func misplacement(of element: HTMLElement) -> String? {
        let parent = openElements.last?.name ?? ""
        if !element.parents.isEmpty, !element.parents.contains(parent) {
            return "may only stand directly in " + element.parents.sorted().map { "<\($0)>" }.joined(separator: " or ")
        }
        if element.parents.isEmpty, isInsideFrame { return "may not stand directly in <\(parent)>" }
        if depth + openElements.count > MarkdownLimit.nesting {
            return "is nested more than \(MarkdownLimit.nesting) deep"
        }
        return nil
    }

    private mutating func writeAttributes(of tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition) {
        for attribute in tag.attributes where attribute.name != "href" && attribute.name != "src" {
            let isKnown =
                element.attributes.contains(attribute.name) || HTMLElement.globalAttributes.contains(attribute.name)
            let value = decodedReferences(attribute.value)
            guard isKnown, HTMLElement.accepts(value, in: attribute.name) else {
                drop("the attribute \(attribute.name)", "of <\(tag.name)> may not stand in a page", at: place)
                continue
            }
            if attribute.name == "id" {
                guard usedIDs.insert(value).inserted else {
                    log.report(
                        .headingID, at: place, "the id '\(value)' stands twice on this page", help: "give each id once")
                    continue
                }
                page.anchors.append(value)
            }
            html(" ")
            html(attribute.name)
            if ["open", "reversed"].contains(attribute.name) { continue }
            html("=\"")
            escaped(Array(value.utf8)[...])
            html("\"")
        }
    }

    private mutating func startRawLink(_ tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition) {
        guard !isInsideLink else { return drop("<a>", "may not stand in another link", at: place) }
        var open = OpenElement(name: "a", element: element, depth: depth, position: place)
        if let target = tag.value(of: "href") {
            guard let reference = addReference(.link, to: decodedReferences(target), at: place) else { return }
            hole(.linkStart, reference)
            open.link = reference
            if tag.attributes.contains(where: { $0.name != "href" }) {
                drop("the other attributes of a link", "may not stand in a page", at: place)
            }
        } else {
            html("<a")
            writeAttributes(of: tag, element, at: place)
            html(">")
        }
        openElements.append(open)
    }

    private mutating func writeRawImage(_ tag: HTMLTag, at place: SourcePosition) {
        let target = decodedReferences(tag.value(of: "src") ?? "")
        let alternative = tag.value(of: "alt").map(decodedReferences)
        if let alternative {
            // An empty one says on purpose that the image is mere decoration.
            if !alternative.isEmpty { checkAlternative(alternative, ofImage: target, at: place) }
        } else {
            log.report(
                .imageAlternative, at: place, "the image has no alternative text",
                help: "add alt=\"…\"; alt=\"\" for mere decoration")
        }
        writeImage(
            to: target, alternative: alternative ?? "",
            title: decodedReferences(tag.value(of: "title") ?? ""), at: place, wordsAt: place)
    }

    private mutating func writeFrameAsLink(_ tag: HTMLTag, at place: SourcePosition) {
        let target = decodedReferences(tag.value(of: "src") ?? "")
        log.report(
            .rawHTML, at: place, "an <iframe> would load another page into this one; it becomes a link",
            help: "write a link: [What it shows](\(target))")
        guard !target.isEmpty else { return }
        writeLink(to: target, text: tag.value(of: "title").map(decodedReferences) ?? target, at: place)
    }

    private mutating func endElement(_ name: String, at place: SourcePosition) {
        guard let element = HTMLElement.named(name), element.shape != .void else {
            if HTMLElement.named(name) == nil, !HTMLElement.dropsContent.contains(name) {
                drop("</\(name)>", "may not stand in a page", at: place)
            }
            return
        }
        guard let index = openElements.lastIndex(where: { $0.name == name }), openElements[index].depth == depth else {
            // `</p>` of a paragraph that its block already ended is common and harmless.
            if name != "p" { drop("</\(name)>", "closes nothing that is open here", at: place) }
            return
        }
        while openElements.count > index + 1 {
            closeLastElement(warning: !(openElements.last?.hasOptionalEnd ?? false))
        }
        closeLastElement(warning: false)
    }

    // MARK: Balance

    /// Closes what raw HTML opened inside the Markdown element that ends here.
    mutating func closeElements(downTo depth: Int) {
        while let last = openElements.last, last.depth >= depth, depth > 0 || !openElements.isEmpty {
            closeLastElement(warning: !last.hasOptionalEnd)
        }
    }

    /// A Markdown block cannot stand in a row of a table or directly in a list.
    mutating func closeElementsThatCannotHoldBlocks(at node: MarkdownNode) {
        while let last = openElements.last, last.element.shape == .frame, last.depth == depth {
            closeLastElement(warning: true)
        }
    }

    private var isInsideFrame: Bool { openElements.last?.element.shape == .frame && openElements.last?.depth == depth }

    /// HTML lets authors leave out some end tags; the next start tag implies them.
    private mutating func closeImpliedElements(before element: HTMLElement) {
        if element.parents.isEmpty {
            guard !element.isInline, let paragraph = openElements.lastIndex(where: { $0.name == "p" }),
                openElements[paragraph].depth == depth
            else { return }
            while openElements.count > paragraph { closeLastElement(warning: openElements.count > paragraph + 1) }
        } else {
            while let last = openElements.last, last.depth == depth, last.hasOptionalEnd,
                !element.parents.contains(last.name)
            {
                closeLastElement(warning: false)
            }
        }
    }

    private mutating func closeLastElement(warning: Bool) {
        guard let element = openElements.popLast() else { return }
        if warning {
            log.report(
                .rawHTML, at: element.position, "<\(element.name)> is not closed",
                help: "add </\(element.name)> where it ends")
        }
        if let link = element.link {
            checkText(ofLink: link)
            hole(.linkEnd, link)
        } else {
            html("</")
            html(element.name)
            html(">")
        }
    }

    private mutating func drop(_ what: String, _ why: String, at place: SourcePosition) {
        log.report(.rawHTML, at: place, "\(what) \(why) and was left out", help: "use Markdown instead, or remove it")
    }

    // MARK: Text

    private mutating func writeRawText(_ text: ArraySlice<UInt8>, at place: SourcePosition) {
        if isInsideFrame, text.contains(where: { !$0.isASCIISpace }) {
            drop("text directly in <\(openElements.last?.name ?? "")>", "has no place", at: place)
            return
        }
        writeWords(Array(decodedReferences(String(decoding: text, as: UTF8.self)).utf8)[...], as: .element)
    }
}

extension OpenElement {
    fileprivate var hasOptionalEnd: Bool {
        ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"].contains(name)
    }
}
