// Rebuilds the tags of raw HTML from the allow-list: what is written is never a copy of what the author wrote.

import UTF8Text

extension PageDraft {
    mutating func writeTag(_ tag: HTMLTag, _ element: HTMLElement, at place: SourcePosition) {
        html.write("<")
        html.write(tag.name)
        for attribute in tag.attributes where attribute.name != "href" && attribute.name != "src" {
            write(attribute, of: tag, element, at: place)
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
        writeImage(
            to: target, alternative: alternative ?? "", title: decodedReferences(tag.value(of: "title") ?? ""),
            isInsideLink: isInsideLink, at: place, wordsAt: place)
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

    mutating func drop(_ what: String, _ why: String, at place: SourcePosition) {
        log.report(.rawHTML, at: place, "\(what) \(why) and was left out", help: "use Markdown instead, or remove it")
    }
}
