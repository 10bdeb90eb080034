// Images, and whether each says in words what it shows, for readers who cannot see it.

import UTF8Text

extension PageDraft {
    mutating func writeImage(_ node: MarkdownNode, isInsideLink: Bool) {
        var alternative = node.plainText
        var size = AuthorSize(takenFrom: &alternative) ?? AuthorSize()
        if let next = node.next, next.kind == .text, let mark = AuthorSize.atStart(of: next.literal) {
            size = mark.size
            takenStart = (next, mark.count)
        }
        let words = places.find(node.plainBytes, behind: "![")
        let place = places.findAddress(of: node) ?? places.start(of: node)
        checkAlternative(alternative, ofImage: node.url, at: place)
        writeImage(
            to: node.url, alternative: alternative, title: node.title, size: size, isInsideLink: isInsideLink,
            at: place,
            wordsAt: words ?? place)
    }

    /// Writes an image of ours; one of another host becomes a link to it.
    mutating func writeImage(
        to target: String, alternative: String, title: String, size: AuthorSize, isInsideLink: Bool,
        at place: SourcePosition, wordsAt words: SourcePosition
    ) {
        if isDataImage(target) {
            log.report(
                .externalImage, at: place,
                "the image is written into the page itself, \(target.utf8.count / 1024) KB of text",
                help: "save it as a file beside the page, so that readers load it when they see it")
            noteWords(Array(alternative.utf8)[...], as: .image, at: words)
            html.write("<img")
            html.writeAttribute("src", target)
            if let width = size.width { html.writeAttribute("width", String(width)) }
            if let height = size.height { html.writeAttribute("height", String(height)) }
            html.writeAttribute("alt", alternative)
            return html.write(">")
        }
        if let scheme = scheme(of: target), scheme == "http" || scheme == "https" {
            log.report(
                .externalImage, at: place, "the image lies on another host",
                help: "save it beside the page; until then the page shows a link to it")
            let text = alternative.isEmpty ? target : alternative
            return writeLink(to: target, text: text, isInsideLink: isInsideLink, at: place)
        }
        let reference = addReference(.image, to: target, size: size, at: place)
        noteWords(Array(alternative.utf8)[...], as: .image, at: words)
        guard let reference else { return html.writeEscaped(alternative) }
        html.write("<img")
        html.addHole(.image, reference)
        html.writeAttribute("alt", alternative)
        if !title.isEmpty { html.writeAttribute("title", title) }
        html.write(">")
    }

    /// Checks the alternative text of an image that is no mere decoration.
    mutating func checkAlternative(_ alternative: String, ofImage target: String, at place: SourcePosition) {
        guard let fault = faultOfAlternative(alternative.trimmed, ofImage: target) else { return }
        log.report(
            .imageAlternative, at: place, fault,
            help: "say in the brackets what a reader who cannot see it must know: ![…](\(target))")
    }
}

private func faultOfAlternative(_ text: String, ofImage target: String) -> String? {
    if text.isEmpty { return "the image has no alternative text" }
    if isFileName(text, of: target) { return "the alternative text '\(text)' is just the name of a file" }
    let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    guard wordsForAnyImage.contains(words) else { return nil }
    return "the alternative text '\(text)' does not say what the image shows"
}

/// Whether a text is the name of an image file. Without its ending only if no reader would write it so: `chart` may
/// be meant, `chart-2` is not.
private func isFileName(_ text: String, of target: String) -> Bool {
    guard !text.utf8.contains(where: \.isASCIISpace) else { return false }
    if imageEndings.contains(splitExtension(of: fileName(of: text)).extension) { return true }
    let path = percentDecoded(target) ?? target
    return text == splitExtension(of: fileName(of: path)).stem
        && text.utf8.contains { $0 == "-" || $0 == "_" || $0.isASCIIDigit }
}

private let imageEndings: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "tiff"]

/// Words that would do for any image, in small letters; a number behind them says no more.
private let wordsForAnyImage: Set<String> = [
    "image", "an image", "the image", "image of", "img", "picture", "a picture", "the picture", "picture of", "pic",
    "photo", "a photo", "photograph", "screenshot", "a screenshot", "screen shot", "figure", "fig", "graphic", "alt",
    "alt text", "alternative text", "untitled", "placeholder", "bild", "foto", "abbildung", "imagen", "capture",
]
