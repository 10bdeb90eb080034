// Rebuilds the tags of raw HTML from the allow-list: what is written is never a copy of what the author wrote.

import UTF8Text

extension PageDraft {
    mutating func writeTag(_ tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition) {
        html.write("<")
        html.write(HTMLElement.writtenName(of: tag.name))
        let hasID = tag.value(of: "id") != nil
        for attribute in tag.attributes where attribute.name != "href" && attribute.name != "src" {
            if attribute.name == "name", tag.name == "a" {
                if !hasID { writeAnchorAttribute(decodedReferences(attribute.value)) }
            } else {
                write(attribute, of: tag, element, at: place)
            }
        }
        html.write(">")
    }

    private mutating func write(
        _ attribute: HTMLTag.Attribute, of tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition
    ) {
        let isKnown =
            element.attributes.contains(attribute.name) || HTMLElement.globalAttributes.contains(attribute.name)
        let value = decodedReferences(attribute.value)
        guard isKnown, HTMLElement.accepts(value, in: attribute.name) else {
            if attribute.isHarmless { return }
            return drop("the attribute \(attribute.name)", "of <\(tag.name)> may not stand in a page", at: place)
        }
        if attribute.name == "id" {
            guard ids.take(value) else {
                return log.report(
                    .headingID, at: place, "the id '\(value)' stands twice on this page", help: "give each id once")
            }
            ids.addAnchor(value)
        }
        html.write(" ")
        html.write(attribute.name)
        if ["open", "reversed"].contains(attribute.name) { return }
        html.write("=\"")
        html.writeEscaped(value)
        html.write("\"")
    }

    mutating func writeRawImage(_ tag: HTMLTag, isInsideLink: Bool, at place: SourcePosition) {
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
        let size = AuthorSize(
            width: tag.value(of: "width").flatMap { AuthorSize.pixels($0) },
            height: tag.value(of: "height").flatMap { AuthorSize.pixels($0) })
        writeImage(
            to: target, alternative: alternative ?? "", title: decodedReferences(tag.value(of: "title") ?? ""),
            size: size,
            isInsideLink: isInsideLink, at: place, wordsAt: place)
    }

    // MARK: Anchors

    /// Writes the place that other pages link to; an id that the page has already is one.
    mutating func writeAnchor(_ id: String) {
        guard takeAnchor(id) else { return }
        html.write("<span")
        html.writeAttribute("id", id)
        html.write("></span>")
    }

    private mutating func writeAnchorAttribute(_ id: String) {
        if takeAnchor(id) { html.writeAttribute("id", id) }
    }

    private mutating func takeAnchor(_ id: String) -> Bool {
        guard HTMLElement.accepts(id, in: "id"), ids.take(id) else { return false }
        ids.addAnchor(id)
        return true
    }

    // MARK: What becomes something else

    /// A film or a sound becomes a link to it.
    mutating func writeFilmAsLink(_ tag: HTMLTag, isInsideLink: Bool, at place: SourcePosition) {
        guard let source = tag.value(of: "src"), tag.name != "track", !source.isEmpty else { return writeGap() }
        let target = decodedReferences(source)
        log.report(
            .rawHTML, at: place, "a page plays no films or sounds; this one becomes a link",
            help: "write a link: [What it shows](\(target))")
        let text = tag.value(of: "title").map(decodedReferences) ?? fileName(of: target)
        writeGap()
        writeLink(to: target, text: text, isInsideLink: isInsideLink, at: place)
        writeGap()
    }

    mutating func writeFrameAsLink(_ tag: HTMLTag, isInsideLink: Bool, at place: SourcePosition) {
        let target = decodedReferences(tag.value(of: "src") ?? "")
        log.report(
            .rawHTML, at: place, "an <iframe> would load another page into this one; it becomes a link",
            help: "write a link: [What it shows](\(target))")
        guard !target.isEmpty else { return }
        let text = tag.value(of: "title").map(decodedReferences) ?? target
        writeLink(to: target, text: text, isInsideLink: isInsideLink, at: place)
    }

    /// Leaves a tag out. The words on its two sides stay two, unless it only says how they look.
    mutating func dropTag(_ name: String, _ what: String, _ why: String, at place: SourcePosition) {
        if !HTMLElement.joinsWords(name) { writeGap() }
        drop(what, why, at: place)
    }

    /// Whether nothing but white space stands behind a tag.
    func endsWith(_ tag: String) -> Bool {
        var end = html.bytes(from: max(0, html.count - 200))
        while end.last?.isASCIISpace == true { end.removeLast() }
        return end.suffix(tag.utf8.count).elementsEqual(tag.utf8)
    }

    /// Parts the words before from those that follow.
    mutating func writeGap() {
        text.addGap()
        if let last = html.last, !last.isASCIISpace { html.write(" ") }
    }

    mutating func drop(_ what: String, _ why: String, at place: SourcePosition) {
        log.report(.rawHTML, at: place, "\(what) \(why) and was left out", help: "use Markdown instead, or remove it")
    }
}
