// Footnotes: references, notes at the end, and the way back.

struct Footnotes {
    /// How often each footnote was referred to so far.
    private var references: [String: Int] = [:]
    /// How many notes were started.
    private var count = 0

    /// Whether the text that is written now is that of a note: they stand at the end of the page.
    var isInNote: Bool { count > 0 }

    mutating func writeReference(_ node: MarkdownNode, isInsideLink: Bool, into draft: inout PageDraft) {
        let number = String(decoding: node.literal, as: UTF8.self)
        references[number, default: 0] += 1
        let id = referenceID(number, references[number, default: 1])
        draft.ids.addAnchor(id)
        draft.html.write("<sup class=\"footnote-ref\"")
        if isInsideLink {
            draft.html.writeAttribute("id", id)
            draft.html.write(">")
            draft.html.write(number)
            return draft.html.write("</sup>")
        }
        draft.html.write("><a")
        draft.html.writeAttribute("href", "#fn:" + number)
        draft.html.writeAttribute("id", id)
        draft.html.write(" role=\"doc-noteref\"")
        draft.html.writeAttribute("aria-label", "Footnote " + number)
        draft.html.write(">")
        draft.html.write(number)
        draft.html.write("</a></sup>")
    }

    /// A heading's id never holds a colon, so these cannot meet.
    private func referenceID(_ number: String, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }

    mutating func startNote(into draft: inout PageDraft) {
        count += 1
        if count == 1 {
            draft.html.writeLine(
                "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n")
        }
        let id = "fn:\(count)"
        draft.ids.addAnchor(id)
        draft.html.writeLine("<li")
        draft.html.writeAttribute("id", id)
        draft.html.write(">\n")
    }

    /// Writes the way back at the end of a note's last paragraph.
    func endParagraph(_ paragraph: MarkdownNode, into draft: inout PageDraft) {
        if paragraph.next == nil, paragraph.parent?.kind == .footnoteDefinition { writeBackLinks(into: &draft) }
    }

    func endNote(_ note: MarkdownNode, into draft: inout PageDraft) {
        if note.lastChild?.kind != .paragraph { writeBackLinks(into: &draft) }
        draft.html.writeLine("</li>\n")
    }

    func endDocument(into draft: inout PageDraft) {
        if count > 0 { draft.html.writeLine("</ol>\n</section>\n") }
    }

    private func writeBackLinks(into draft: inout PageDraft) {
        let number = String(count)
        for place in 1...max(1, references[number, default: 1]) {
            draft.html.write(" <a")
            draft.html.writeAttribute("href", "#" + referenceID(number, place))
            draft.html.write(" class=\"footnote-backref\" role=\"doc-backlink\"")
            draft.html.writeAttribute(
                "aria-label", place == 1 ? "Back to reference \(number)" : "Back to reference \(number), place \(place)"
            )
            draft.html.write(">↩</a>")
        }
    }
}
