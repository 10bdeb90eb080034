// Footnotes: references, notes at the end, and the way back.

import UTF8Text

extension MarkdownWriter {
    mutating func writeFootnoteReference(_ node: MarkdownNode) {
        let number = String(decoding: node.literal, as: UTF8.self)
        let count = footnoteReferences[number, default: 0] + 1
        footnoteReferences[number] = count
        let id = footnoteReferenceID(number, count)
        page.anchors.append(id)
        html("<sup class=\"footnote-ref\"")
        if isInsideLink {
            attribute("id", id)
            html(">")
            html(number)
            return html("</sup>")
        }
        html("><a")
        attribute("href", "#fn:" + number)
        attribute("id", id)
        html(" role=\"doc-noteref\"")
        attribute("aria-label", "Footnote " + number)
        html(">")
        html(number)
        html("</a></sup>")
    }

    /// A heading's id never holds a colon, so these cannot meet.
    private func footnoteReferenceID(_ number: String, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }

    mutating func startFootnote() {
        collection.isInFootnote = true
        footnoteCount += 1
        if footnoteCount == 1 {
            block("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n")
        }
        let id = "fn:\(footnoteCount)"
        page.anchors.append(id)
        block("<li")
        attribute("id", id)
        html(">\n")
    }

    mutating func endFootnote(_ node: MarkdownNode) {
        if node.lastChild?.kind != .paragraph { writeFootnoteBackLinks() }
        block("</li>\n")
    }

    mutating func writeFootnoteBackLinks() {
        let number = String(footnoteCount)
        for count in 1...max(1, footnoteReferences[number, default: 1]) {
            html(" <a")
            attribute("href", "#" + footnoteReferenceID(number, count))
            html(" class=\"footnote-backref\" role=\"doc-backlink\"")
            attribute(
                "aria-label", count == 1 ? "Back to reference \(number)" : "Back to reference \(number), place \(count)"
            )
            html(">↩</a>")
        }
    }

    mutating func endDocument() {
        if footnoteCount > 0 { block("</ol>\n</section>\n") }
        endTextBlocks()
    }
}
