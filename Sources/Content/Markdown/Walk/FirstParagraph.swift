// The first paragraph of the page, which says the most important thing.

struct FirstParagraph {
    private(set) var lead = Lead()
    private var node: MarkdownNode?

    /// Notes a paragraph that stands in no other block and is written next.
    mutating func note(_ paragraph: MarkdownNode, into draft: inout PageDraft) {
        guard node == nil else { return }
        node = paragraph
        draft.html.startLine()
        let start = draft.html.count
        lead = Lead(
            text: paragraph.plainText, position: draft.places.start(of: paragraph), htmlRange: start..<start)
    }

    /// Notes that a paragraph was written.
    /// - Parameter end: where in the HTML of the page it ends.
    mutating func noteEnd(of paragraph: MarkdownNode, at end: Int) {
        guard paragraph == node, let start = lead.htmlRange?.lowerBound else { return }
        lead.htmlRange = start..<end
    }
}
