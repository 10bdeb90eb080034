// Quotes, alerts and tables.

import UTF8Text

// MARK: Quotes and alerts

private let alertKinds = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]

extension MarkdownWriter {
    mutating func startQuote(_ node: MarkdownNode) {
        guard let text = node.firstChild?.firstChild, text.kind == .text, let kind = alertKind(text.literal) else {
            return block("<blockquote>\n")
        }
        guard alertKinds.contains(kind) else {
            log.report(
                .unknownAlert, at: places.start(of: node), "there is no alert '[!\(kind)]'",
                help: nearest(to: kind, in: alertKinds).map { "did you mean '[!\($0)]'?" }
                    ?? "known alerts: \(alertKinds.joined(separator: ", "))")
            return block("<blockquote>\n")
        }
        let name = kind.prefix(1) + kind.dropFirst().lowercased()
        block("<div class=\"alert alert-")
        html(kind.lowercased())
        html("\" role=\"note\">\n<p class=\"alert-title\">")
        alertTitle = node
        // Without a title of its own the alert is called by its kind.
        let rest = text.literal.dropFirst(kind.utf8.count + 3)
        let next = text.next?.kind
        if rest.allSatisfy(\.isASCIISpace), next == nil || next == .softBreak || next == .lineBreak {
            html(String(name))
        }
    }

    mutating func endQuote(_ node: MarkdownNode) {
        let isAlert = node.firstChild?.firstChild.flatMap { $0.kind == .text ? alertKind($0.literal) : nil }
        block(isAlert.map(alertKinds.contains) == true ? "</div>\n" : "</blockquote>\n")
    }

    /// How many bytes of a text node are the mark of the alert that it opens.
    func alertMarker(_ node: MarkdownNode) -> Int? {
        guard let quote = alertTitle, node.previous == nil, node.parent?.parent == quote, node.parent?.previous == nil,
            let kind = alertKind(node.literal)
        else { return nil }
        let text = node.literal.dropFirst(kind.utf8.count + 3)
        return kind.utf8.count + 3 + text.prefix { $0 == " " }.count
    }

    /// `NOTE` of a text that starts with `[!NOTE]`.
    private func alertKind(_ text: ArraySlice<UInt8>) -> String? {
        guard text.starts(with: "[!".utf8), let close = text.firstIndex(of: "]") else { return nil }
        let name = text[..<close].dropFirst(2)
        guard !name.isEmpty, name.allSatisfy(\.isASCIILetter) else { return nil }
        return String(decoding: name, as: UTF8.self).uppercased()
    }
}

// MARK: Tables

extension MarkdownWriter {
    mutating func startTable(_ node: MarkdownNode) {
        columns = Array(node.columnAlignments)
        isInTableBody = false
        tableCount += 1
        let place = page.outline.last.map { ": " + $0.text } ?? ""
        block(keepsWords(node) ? "<div class=\"table-scroll keeps-words\"" : "<div class=\"table-scroll\"")
        html(" role=\"region\" tabindex=\"0\"")
        attribute("aria-label", "Table \(tableCount)\(place)")
        html(">\n<table>\n")
    }

    /// Whether the table fits on an upright sheet with whole words.
    private func keepsWords(_ table: MarkdownNode) -> Bool {
        var width = TableWidth()
        var column = 0
        for event in MarkdownWalk(of: table) where event.isEntering {
            switch event.node.kind {
            case .tableRow: column = 0
            case .tableCell:
                width.add(event.node.plainText.utf8, toColumn: column)
                column += 1
            default: break
            }
        }
        return width.fits(characters: 100)
    }

    mutating func endTable() {
        if isInTableBody { block("</tbody>\n") }
        block("</table>\n</div>\n")
    }

    mutating func startRow(_ node: MarkdownNode) {
        startTextBlock(.row)
        column = 0
        isInHeaderRow = node.isHeaderRow
        if isInHeaderRow {
            block("<thead>\n<tr>")
        } else if isInTableBody {
            block("<tr>")
        } else {
            block("<tbody>\n<tr>")
            isInTableBody = true
        }
    }

    mutating func endRow() {
        block("</tr>\n")
        if isInHeaderRow { html("</thead>\n") }
        isInHeaderRow = false
    }

    mutating func startCell(_ node: MarkdownNode) {
        noteGap()
        // A corner that names nothing is no header: readers of a screen would hear an empty name for each cell.
        block(isHeader(node) ? "<th scope=\"col\"" : "<td")
        switch column < columns.count ? columns[column] : 0 {
        case "l": html(" class=\"align-left\"")
        case "c": html(" class=\"align-center\"")
        case "r": html(" class=\"align-right\"")
        default: break
        }
        html(">")
        column += 1
    }

    mutating func endCell(_ node: MarkdownNode) { html(isHeader(node) ? "</th>" : "</td>") }

    private func isHeader(_ cell: MarkdownNode) -> Bool { isInHeaderRow && cell.firstChild != nil }
}
