// Links become references with holes: where they lead is decided when all pages are known.

import UTF8Text

struct Links {
    /// A Markdown link whose text is being written.
    private struct Open {
        /// `nil` for a link that was refused and left as its text.
        let reference: Int?
        let isAutolink: Bool
        /// Where its address ends in the file.
        let addressEnd: Int
        /// Where its text starts in the HTML.
        let start: Int
    }

    /// From the outside in.
    private var open: [Open] = []

    var isOpen: Bool { !open.isEmpty }

    mutating func start(_ node: MarkdownNode, isInsideLink: Bool, into draft: inout PageDraft) {
        let cursor = draft.places.cursor
        for image in node.images { _ = draft.places.findAddress(of: image) }
        let place = draft.places.findAddress(of: node) ?? draft.places.start(of: node)
        // The library makes an address in a raw link a link of its own: it stays text.
        let reference = isInsideLink ? nil : draft.addReference(.link, to: node.url, title: node.title, at: place)
        open.append(
            Open(
                reference: reference, isAutolink: node.isAutolink(at: place, in: draft.places),
                addressEnd: draft.places.cursor, start: draft.html.count))
        // What is in the link stands before its address.
        draft.places.goBack(to: cursor)
        if let reference { draft.html.addHole(.linkStart, reference) }
    }

    mutating func end(into draft: inout PageDraft) {
        guard let link = open.popLast() else { return }
        draft.places.goOn(from: link.addressEnd)
        guard let reference = link.reference else { return }
        if !link.isAutolink { draft.checkText(ofLink: reference, from: link.start) }
        draft.html.addHole(.linkEnd, reference)
    }
}

extension PageDraft {
    /// Writes a whole link; in another one only its text.
    mutating func writeLink(to target: String, text: String, isInsideLink: Bool, at place: SourcePosition) {
        guard !isInsideLink, let reference = addReference(.link, to: target, at: place) else {
            return writeWords(Array(text.utf8)[...], as: .link)
        }
        html.addHole(.linkStart, reference)
        writeWords(Array(text.utf8)[...], as: .link)
        html.addHole(.linkEnd, reference)
    }
}

extension MarkdownNode {
    /// Whether a link is a mere address in the text, `<https://…>` or without any mark, of which no other text can be
    /// asked.
    fileprivate func isAutolink(at place: SourcePosition, in places: PlaceFinder) -> Bool {
        isLabelledWithAddress && places.byte(before: place) != "["
    }

    /// The images in the node, in their order.
    fileprivate var images: some Sequence<MarkdownNode> {
        MarkdownWalk(of: self).lazy.filter { $0.isEntering && $0.kind == .image }.map(\.node)
    }
}

/// The schemes that a link may have. An image may have none.
private let linkSchemes: Set<String> = ["http", "https", "mailto", "tel"]

/// Why no page may point to `target`, if so.
func faultOfAddress(_ target: String, isImage: Bool) -> String? {
    // Browsers skip these characters when they look for the scheme; so must we.
    let isCompact = target.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    let compact =
        isCompact ? target : String(decoding: target.utf8.filter { $0 > 0x20 && $0 != 0x7F }, as: UTF8.self)
    if compact.utf8.prefix(while: { $0 == "/" || $0 == "\\" }).count >= 2 {
        return "the address '\(target)' leads to another host without saying how"
    }
    guard let scheme = scheme(of: compact) else { return nil }
    if isImage || !linkSchemes.contains(scheme) { return "the address '\(target)' has the scheme '\(scheme)'" }
    return nil
}
