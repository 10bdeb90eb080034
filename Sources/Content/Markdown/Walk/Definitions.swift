// Lists of terms as Markdown Extra, kramdown and others write them: a term, and `: what it means` in the lines below.

import UTF8Text

struct Definitions {
    /// What a paragraph is in such a list.
    private enum Part {
        /// Terms alone; what they mean stands in the next paragraph.
        case terms
        /// Terms, and what they mean.
        case both
        /// Another meaning of the terms before.
        case meaning
    }

    /// The part that is being written, and whether the words that are written now are a term.
    private var open: (node: MarkdownNode, isInTerm: Bool)?

    private static func part(of paragraph: MarkdownNode) -> Part? {
        guard paragraph.kind == .paragraph, !paragraph.isTight else { return nil }
        if isMeaning(paragraph.firstChild) { return paragraph.previous?.kind == .paragraph ? .meaning : nil }
        if paragraph.children.contains(where: { $0.kind == .softBreak && isMeaning($0.next) }) { return .both }
        guard let next = paragraph.next, next.kind == .paragraph, isMeaning(next.firstChild) else { return nil }
        return .terms
    }

    /// Whether a line starts with the mark `: `.
    private static func isMeaning(_ start: MarkdownNode?) -> Bool {
        guard let start, start.kind == .text, start.literal.first == ":" else { return false }
        let next = start.literal.dropFirst().first
        return next == " " || next == "\t"
    }

    /// Writes the start of a paragraph that is part of such a list.
    /// - Returns: whether it is.
    mutating func start(_ paragraph: MarkdownNode, into draft: inout PageDraft) -> Bool {
        guard let part = Self.part(of: paragraph) else { return false }
        if paragraph.previous.flatMap(Self.part) == nil { draft.html.writeLine("<dl>\n") }
        draft.html.writeLine(part == .meaning ? "<dd>" : "<dt>")
        open = (paragraph, part != .meaning)
        return true
    }

    /// Writes the end of a line that parts terms and meanings.
    /// - Returns: whether it does.
    mutating func endLine(_ lineEnd: MarkdownNode, into draft: inout PageDraft) -> Bool {
        guard let open, lineEnd.parent == open.node else { return false }
        let isMeaning = Self.isMeaning(lineEnd.next)
        guard open.isInTerm || isMeaning else { return false }
        draft.html.write(open.isInTerm ? "</dt>\n" : "</dd>\n")
        draft.html.write(isMeaning ? "<dd>" : "<dt>")
        draft.text.addGap()
        self.open?.isInTerm = !isMeaning
        return true
    }

    /// Writes the end of a paragraph that is part of such a list.
    /// - Returns: whether it is.
    mutating func end(_ paragraph: MarkdownNode, into draft: inout PageDraft) -> Bool {
        guard let open, open.node == paragraph else { return false }
        draft.html.write(open.isInTerm ? "</dt>\n" : "</dd>\n")
        if paragraph.next.flatMap(Self.part) == nil { draft.html.write("</dl>\n") }
        self.open = nil
        return true
    }

    /// The text of a node without the mark of what it means.
    func withoutMark(_ text: ArraySlice<UInt8>, of node: MarkdownNode) -> ArraySlice<UInt8> {
        guard let open, node.parent == open.node, Self.isMeaning(node),
            node.previous.map({ $0.kind == .softBreak }) ?? !open.isInTerm
        else { return text }
        return text.dropFirst().drop { $0 == " " || $0 == "\t" }
    }
}
