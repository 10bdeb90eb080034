// Tables: rows, cells and their alignment, and whether readers must scroll them.

import UTF8Text

struct Tables {
    private var count = 0
    /// How the columns of the current table are aligned: `l`, `c`, `r`, or 0.
    private var alignments: ArraySlice<UInt8> = []
    private var column = 0
    private var isInBody = false
    /// Whether the text that is written now names columns.
    private(set) var isInHeaderRow = false

    /// - Parameter section: the heading that the table stands under, if any.
    mutating func start(_ table: MarkdownNode, under section: Heading?, into draft: inout PageDraft) {
        alignments = table.columnAlignments
        isInBody = false
        count += 1
        let place = section.map { ": " + $0.text } ?? ""
        draft.html.writeLine(
            table.fitsOnPaper ? "<div class=\"table-scroll keeps-words\"" : "<div class=\"table-scroll\"")
        draft.html.write(" role=\"region\" tabindex=\"0\"")
        draft.html.writeAttribute("aria-label", "Table \(count)\(place)")
        draft.html.write(">\n<table>\n")
    }

    func end(into draft: inout PageDraft) {
        if isInBody { draft.html.writeLine("</tbody>\n") }
        draft.html.writeLine("</table>\n</div>\n")
    }

    mutating func startRow(_ row: MarkdownNode, into draft: inout PageDraft) {
        column = 0
        draft.reportCellsBeyondHead(row, columns: alignments.count)
        isInHeaderRow = row.isHeaderRow
        if isInHeaderRow {
            draft.html.writeLine("<thead>\n<tr>")
        } else if isInBody {
            draft.html.writeLine("<tr>")
        } else {
            draft.html.writeLine("<tbody>\n<tr>")
            isInBody = true
        }
    }

    mutating func endRow(into draft: inout PageDraft) {
        draft.html.writeLine("</tr>\n")
        if isInHeaderRow { draft.html.write("</thead>\n") }
        isInHeaderRow = false
    }

    mutating func startCell(_ cell: MarkdownNode, into draft: inout PageDraft) {
        draft.text.addGap()
        // A corner that names nothing is no header: readers of a screen would hear an empty name for each cell.
        draft.html.writeLine(isHeader(cell) ? "<th scope=\"col\"" : "<td")
        switch alignments.dropFirst(column).first {
        case "l": draft.html.write(" class=\"align-left\"")
        case "c": draft.html.write(" class=\"align-center\"")
        case "r": draft.html.write(" class=\"align-right\"")
        default: break
        }
        draft.html.write(">")
        column += 1
    }

    func endCell(_ cell: MarkdownNode, into draft: inout PageDraft) {
        draft.html.write(isHeader(cell) ? "</th>" : "</td>")
    }

    private func isHeader(_ cell: MarkdownNode) -> Bool { isInHeaderRow && cell.firstChild != nil }
}

extension MarkdownNode {
    /// Whether a table fits on an upright sheet with whole words.
    fileprivate var fitsOnPaper: Bool {
        var width = TableWidth()
        for row in children {
            var column = 0
            for cell in row.children {
                width.add(cell.plainBytes, toColumn: column)
                column += 1
            }
        }
        return width.fits(characters: 100)
    }
}
