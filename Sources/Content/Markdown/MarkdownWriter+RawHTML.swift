// Rebuilds raw HTML tag by tag from the allow-list, and keeps it balanced with the Markdown around it.

import UTF8Text

extension MarkdownWriter {
    /// Writes the raw HTML of a node: a whole block, or one tag among the words of a paragraph.
    mutating func writeRawHTML(_ bytes: [UInt8], at node: MarkdownNode, isBlock: Bool) {
        let firstLine = firstLine(of: node) ?? 1
        let openBefore = openElements.count
        var tokens = HTMLTokenizer(bytes)
        var counted = 0
        var line = firstLine
        while true {
            let start = tokens.offset
            line += bytes[counted..<start].count { $0 == "\n" }
            counted = start
            guard let token = tokens.next() else { break }
            let place = place(of: bytes[start..<tokens.offset], line: line)
            switch token {
            case .text(let text): writeRawText(text, at: place)
            case .comment: break
            case .markup:
                log.report(
                    .rawHTML, at: place, "a declaration or processing instruction was left out", help: "remove it")
            case .start(let tag):
                guard startElement(tag, at: node, place, isBlock: isBlock) else {
                    if HTMLElement.dropsContent.contains(tag.name), isBlock { tokens.skip(pastEndTag: tag.name) }
                    continue
                }
            case .end(let name): endElement(name, at: place)
            }
        }
        guard isBlock else { return }
        // Runs of text end with their block; only blocks may go on around the Markdown that follows.
        while openElements.count > openBefore, let last = openElements.last, last.element.shape == .phrase {
            closeLastElement(warning: true)
        }
    }

    private func place(of token: ArraySlice<UInt8>, line: Int) -> SourcePosition {
        lines.firstPosition(
            of: Array(token.prefix(40).prefix { $0 != "\n" }), from: lines.offset(ofLine: line), throughLine: line)
            ?? SourcePosition(line: line, column: 1)
    }

    // MARK: Tags

    /// Writes a start tag; `false` when it was left out.
    private mutating func startElement(
        _ tag: HTMLTag, at node: MarkdownNode, _ place: SourcePosition, isBlock: Bool
    ) -> Bool {
        if tag.name == "iframe" {
            writeFrameAsLink(tag, at: node, place)
            return false
        }
        guard let element = HTMLElement.named(tag.name) else {
            drop("<\(tag.name)>", "may not stand in a page", at: place)
            return false
        }
        guard isBlock || element.isInline else {
            drop("<\(tag.name)>", "may not stand among the words of a paragraph", at: place)
            return false
        }
        closeImpliedElements(before: tag.name)
        guard element.parents.isEmpty || openElements.last.map({ element.parents.contains($0.name) }) == true else {
            drop(
                "<\(tag.name)>",
                "may only stand directly in \(element.parents.sorted().map { "<\($0)>" }.joined(separator: " or "))",
                at: place)
            return false
        }
        guard !isInsideFrame || !element.parents.isEmpty else {
            drop("<\(tag.name)>", "may not stand directly in <\(openElements.last?.name ?? "")>", at: place)
            return false
        }
        switch tag.name {
        case "img":
            writeRawImage(tag, at: node, place)
            return true
        case "a": return startRawLink(tag, element, at: node, place)
        default: break
        }
        html("<")
        html(tag.name)
        writeAttributes(of: tag, element, at: place)
        html(">")
        guard element.shape != .void else { return true }
        openElements.append(OpenElement(name: tag.name, element: element, depth: depth, position: place))
        return true
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

    private mutating func startRawLink(
        _ tag: HTMLTag, _ element: HTMLElement, at node: MarkdownNode, _ place: SourcePosition
    ) -> Bool {
        guard linkDepth == 0, !openElements.contains(where: { $0.name == "a" && $0.link != nil }) else {
            drop("<a>", "may not stand in another link", at: place)
            return false
        }
        var open = OpenElement(name: "a", element: element, depth: depth, position: place)
        if let target = tag.value(of: "href") {
            guard let reference = addReference(.link, to: decodedReferences(target), at: node) else { return false }
            hole(.linkStart, reference)
            open.link = reference
            linkDepth += 1
            if tag.attributes.contains(where: { $0.name != "href" }) {
                drop("the other attributes of a link", "may not stand in a page", at: place)
            }
        } else {
            html("<a")
            writeAttributes(of: tag, element, at: place)
            html(">")
        }
        openElements.append(open)
        return true
    }

    private mutating func writeRawImage(_ tag: HTMLTag, at node: MarkdownNode, _ place: SourcePosition) {
        let alternative = decodedReferences(tag.value(of: "alt") ?? "")
        if tag.value(of: "alt") == nil {
            log.report(
                .imageAlternative, at: place, "the image has no alternative text",
                help: "add alt=\"…\"; alt=\"\" for mere decoration")
        }
        writeImage(
            to: decodedReferences(tag.value(of: "src") ?? ""), alternative: alternative,
            title: decodedReferences(tag.value(of: "title") ?? ""), at: node)
    }

    private mutating func writeFrameAsLink(_ tag: HTMLTag, at node: MarkdownNode, _ place: SourcePosition) {
        let target = decodedReferences(tag.value(of: "src") ?? "")
        log.report(
            .rawHTML, at: place, "an <iframe> would load another page into this one; it becomes a link",
            help: "write a link: [What it shows](\(target))")
        guard !target.isEmpty else { return }
        writeLink(to: target, text: tag.value(of: "title").map(decodedReferences) ?? target, at: node)
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
    private mutating func closeImpliedElements(before name: String) {
        guard let element = HTMLElement.named(name), !element.parents.isEmpty else {
            if name == "p" || HTMLElement.named(name)?.shape == .block, openElements.last?.name == "p" {
                closeLastElement(warning: false)
            }
            return
        }
        while let last = openElements.last, last.depth == depth, last.hasOptionalEnd,
            !element.parents.contains(last.name)
        {
            closeLastElement(warning: false)
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
            linkDepth -= 1
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
        // Character references stay as they are; a lone ampersand is escaped.
        escaped(Array(decodedReferences(String(decoding: text, as: UTF8.self)).utf8)[...])
    }
}

extension OpenElement {
    fileprivate var hasOptionalEnd: Bool {
        ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"].contains(name)
    }
}

/// Numeric and the five XML character references, and the few named ones that authors type.
func decodedReferences(_ text: String) -> String {
    guard text.utf8.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let ampersand = rest.utf8.firstIndex(of: "&") {
        result += rest[..<ampersand]
        rest = rest[ampersand...]
        guard let semicolon = rest.utf8.prefix(12).firstIndex(of: ";"),
            let decoded = character(ofReference: rest[rest.index(after: rest.startIndex)..<semicolon])
        else {
            result += "&"
            rest = rest.dropFirst()
            continue
        }
        result.unicodeScalars.append(decoded)
        rest = rest[rest.index(after: semicolon)...]
    }
    return result + rest
}

private let namedReferences: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "trade": "™",
    "ndash": "–", "mdash": "—", "hellip": "…", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓", "times": "×",
    "middot": "·", "bull": "•", "euro": "€", "pound": "£", "sect": "§", "deg": "°", "plusmn": "±", "laquo": "«",
    "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "shy": "\u{AD}", "le": "≤", "ge": "≥",
    "ne": "≠",
]

private func character(ofReference name: Substring) -> Unicode.Scalar? {
    guard name.utf8.first == "#" else { return namedReferences[String(name)] }
    let digits = name.dropFirst()
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
}
