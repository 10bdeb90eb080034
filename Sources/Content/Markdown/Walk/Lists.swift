// Lists and their items, ticked or not: they need to know nothing of what stands around them.

extension HTMLDraft {
    mutating func startList(_ list: MarkdownNode) {
        if !list.isOrderedList {
            writeLine("<ul>\n")
        } else if list.listStart == 1 {
            writeLine("<ol>\n")
        } else {
            writeLine("<ol start=\"")
            write(String(list.listStart))
            write("\">\n")
        }
    }

    mutating func endList(_ list: MarkdownNode) { writeLine(list.isOrderedList ? "</ol>\n" : "</ul>\n") }

    mutating func startItem(_ item: MarkdownNode) {
        guard let isTicked = item.checkbox else { return writeLine("<li>") }
        writeLine("<li class=\"task\"><input type=\"checkbox\" disabled")
        if isTicked { write(" checked") }
        writeAttribute("aria-label", String((item.firstChild?.plainText ?? "").prefix(120)))
        write("> ")
    }
}

extension MarkdownNode {
    /// Whether a paragraph is the bare text of an item of a tight list.
    var isTight: Bool { parent?.parent.map { $0.kind == .list && $0.isTightList } ?? false }
}
