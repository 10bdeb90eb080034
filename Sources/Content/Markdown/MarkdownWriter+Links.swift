// Links and images become references with holes: where they lead is decided when all pages are known.

import UTF8Text

extension MarkdownWriter {
    /// Whether the current text is that of a link already: links do not nest.
    var isInsideLink: Bool { !openLinks.isEmpty || openElements.contains { $0.name == "a" } }

    mutating func startLink(_ node: MarkdownNode) {
        // The library makes an address in a raw link a link of its own: it stays text.
        let isNested = isInsideLink
        let before = places.cursor
        for image in node.images { _ = places.find(Spelling.ofAddress(image.url, labelled: image.plainText)) }
        let place = places.find(Spelling.ofAddress(node.url, labelled: node.plainText)) ?? places.start(of: node)
        let reference = isNested ? nil : addReference(.link, to: node.url, title: node.title, at: place)
        openLinks.append(
            OpenLink(reference: reference, isAutolink: isAutolink(node, at: place), cursorBehind: places.cursor))
        // What is in the link stands before its address.
        places.cursor = before
        if let reference { hole(.linkStart, reference) }
    }

    mutating func endLink() {
        let link = openLinks.removeLast()
        places.cursor = max(places.cursor, link.cursorBehind)
        guard let reference = link.reference else { return }
        checkText(ofLink: reference, isAutolink: link.isAutolink)
        hole(.linkEnd, reference)
    }

    mutating func writeImage(_ node: MarkdownNode) {
        let alternative = node.plainText
        let words = places.find([Spelling(before: "![", text: alternative)])
        let place =
            places.find(Spelling.ofAddress(node.url, labelled: alternative)) ?? places.start(of: node)
        checkAlternative(alternative, ofImage: node.url, at: place)
        writeImage(to: node.url, alternative: alternative, title: node.title, at: place, wordsAt: words ?? place)
    }

    /// An image of ours; one of another host becomes a link to it.
    mutating func writeImage(
        to target: String, alternative: String, title: String, at place: SourcePosition, wordsAt words: SourcePosition
    ) {
        if let scheme = scheme(of: target), scheme == "http" || scheme == "https" {
            log.report(
                .externalImage, at: place, "the image lies on another host",
                help: "save it beside the page; until then the page shows a link to it")
            writeLink(to: target, text: alternative.isEmpty ? target : alternative, at: place)
            return
        }
        let reference = addReference(.image, to: target, at: place)
        noteWords(Array(alternative.utf8)[...], as: .image, at: words)
        guard let reference else { return escaped(Array(alternative.utf8)[...]) }
        html("<img")
        hole(.image, reference)
        attribute("alt", alternative)
        if !title.isEmpty { attribute("title", title) }
        html(">")
    }

    mutating func writeLink(to target: String, text: String, at place: SourcePosition) {
        guard !isInsideLink, let reference = addReference(.link, to: target, at: place) else {
            return writeWords(Array(text.utf8)[...], as: .link)
        }
        hole(.linkStart, reference)
        writeWords(Array(text.utf8)[...], as: .link)
        hole(.linkEnd, reference)
    }

    mutating func attribute(_ name: StaticString, _ value: String) {
        html(" ")
        html(name)
        html("=\"")
        escaped(Array(value.utf8)[...])
        html("\"")
    }

    /// Notes that the page points to `target`; `nil` when no page may.
    mutating func addReference(
        _ kind: Reference.Kind, to target: String, title: String = "", at place: SourcePosition
    ) -> Int? {
        if let fault = faultOfAddress(target, isImage: kind == .image) {
            log.report(
                .linkScheme, at: place, fault, help: "link to https, http, mailto or tel, or to a file of the handbook")
            return nil
        }
        page.references.append(
            Reference(
                kind: kind, target: target, title: title, position: place, textOffset: page.text.bytes.count))
        referenceBytes += target.utf8.count + title.utf8.count
        return page.references.count - 1
    }
}

/// A Markdown link whose text is being written.
struct OpenLink {
    /// `nil` for a link that was refused and left as its text.
    let reference: Int?
    let isAutolink: Bool
    /// Where its address ends in the file.
    let cursorBehind: Int
}

extension MarkdownNode {
    /// The images in the node, in their order.
    fileprivate var images: [MarkdownNode] {
        MarkdownWalk(of: self).filter { $0.isEntering && $0.node.kind == .image }.map(\.node)
    }
}

/// The schemes that a link may have. An image may have none.
private let linkSchemes: Set<String> = ["http", "https", "mailto", "tel"]

/// Why no page may point to `target`, if so.
func faultOfAddress(_ target: String, isImage: Bool) -> String? {
    // Browsers skip these characters when they look for the scheme; so must we.
    let compact = String(decoding: target.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    if compact.utf8.prefix(while: { $0 == "/" || $0 == "\\" }).count >= 2 {
        return "the address '\(target)' leads to another host without saying how"
    }
    guard let scheme = scheme(of: compact) else { return nil }
    if isImage || !linkSchemes.contains(scheme) { return "the address '\(target)' has the scheme '\(scheme)'" }
    return nil
}
