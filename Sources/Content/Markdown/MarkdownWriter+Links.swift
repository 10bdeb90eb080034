// Links and images become references with holes: where they lead is decided when all pages are known.

import UTF8Text

extension MarkdownWriter {
    mutating func startLink(_ node: MarkdownNode) {
        linkDepth += 1
        guard let reference = addReference(.link, to: node.url, at: node) else { return refusedLinks.append(node) }
        hole(.linkStart, reference)
    }

    mutating func endLink(_ node: MarkdownNode) {
        linkDepth -= 1
        if refusedLinks.last == node {
            refusedLinks.removeLast()
            return
        }
        // Links do not nest, so the last one that was started is this one.
        if let start = page.html.holes.last(where: { $0.kind == .linkStart }) { hole(.linkEnd, start.reference) }
    }

    mutating func writeImage(_ node: MarkdownNode) {
        let alternative = node.plainText
        if alternative.trimmed.isEmpty {
            log.report(
                .imageAlternative, at: position(of: node.url, around: node), "the image has no alternative text",
                help: "say in the brackets what a reader who cannot see it must know: ![…](\(node.url))")
        }
        writeImage(to: node.url, alternative: alternative, title: node.title, at: node)
    }

    /// An image of ours; one of another host becomes a link to it.
    mutating func writeImage(to target: String, alternative: String, title: String, at node: MarkdownNode) {
        let external = scheme(of: target) == "http" || scheme(of: target) == "https"
        if external {
            log.report(
                .externalImage, at: position(of: target, around: node), "the image lies on another host",
                help: "save it beside the page; until then the page shows a link to it")
            writeLink(to: target, text: alternative.isEmpty ? target : alternative, at: node)
            return
        }
        guard let reference = addReference(.image, to: target, at: node) else {
            return escaped(Array(alternative.utf8)[...])
        }
        html("<img")
        hole(.image, reference)
        attribute("alt", alternative)
        if !title.isEmpty { attribute("title", title) }
        html(">")
    }

    mutating func writeLink(to target: String, text: String, at node: MarkdownNode) {
        guard linkDepth == 0, let reference = addReference(.link, to: target, at: node) else {
            return escaped(Array(text.utf8)[...])
        }
        hole(.linkStart, reference)
        escaped(Array(text.utf8)[...])
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
    mutating func addReference(_ kind: Reference.Kind, to target: String, at node: MarkdownNode) -> Int? {
        let place = position(of: target, around: node)
        if let fault = faultOfAddress(target, isImage: kind == .image) {
            log.report(
                .linkScheme, at: place, fault, help: "link to https, http, mailto or tel, or to a file of the handbook")
            return nil
        }
        page.references.append(Reference(kind: kind, target: target, position: place))
        return page.references.count - 1
    }
}

/// The schemes that a link may have. An image may have none.
private let linkSchemes: Set<String> = ["http", "https", "mailto", "tel"]

/// Why no page may point to `target`, if so.
private func faultOfAddress(_ target: String, isImage: Bool) -> String? {
    // Browsers skip these characters when they look for the scheme; so must we.
    let compact = String(decoding: target.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    if compact.hasPrefix("//") || compact.hasPrefix("\\\\") || compact.hasPrefix("/\\") {
        return "the address '\(target)' leads to another host without saying how"
    }
    guard let scheme = scheme(of: compact) else { return nil }
    if isImage || !linkSchemes.contains(scheme) { return "the address '\(target)' has the scheme '\(scheme)'" }
    return nil
}
