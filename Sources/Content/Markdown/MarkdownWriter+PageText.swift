// Collects the words of the page while they are written as HTML.

import UTF8Text

/// How far the text of the page has been collected.
struct TextCollection {
    /// The HTML and the number of holes behind the last run: another run that starts there is attached to it.
    var end = (html: 0, holes: 0)
    var isInHeading = false
    var isInFootnote = false
    /// Between `<!-- autolink off -->` and `<!-- autolink on -->`.
    var isSwitchedOff = false
}

extension MarkdownWriter {
    mutating func startTextBlock(_ kind: TextBlock.Kind) {
        endTextBlocks()
        let text = page.text
        page.text.blocks.append(
            TextBlock(
                kind: kind, section: page.outline.count, start: text.bytes.count, firstRun: text.runs.count))
        collection.end = (-1, 0)
    }

    /// A block without words is none.
    mutating func endTextBlocks() {
        if let last = page.text.blocks.last, last.start == page.text.bytes.count { page.text.blocks.removeLast() }
    }

    /// What text that is written now is part of.
    var place: TextPlace {
        if collection.isInHeading { return .heading }
        if isInsideLink { return .link }
        if isInHeaderRow { return .tableHeader }
        if alertTitle != nil { return .alertTitle }
        if collection.isInFootnote { return .footnote }
        if openElements.contains(where: \.isNoPlaceForLinks) { return .element }
        return collection.isSwitchedOff ? .switchedOff : .prose
    }

    /// Writes text of the page's author: as HTML, and into the words of the page.
    mutating func writeWords(_ text: ArraySlice<UInt8>, as place: TextPlace) {
        var rest = text
        while !rest.isEmpty {
            let line = rest.firstLine
            writeLine(line, as: place)
            rest = rest[line.endIndex...]
        }
    }

    private mutating func writeLine(_ text: ArraySlice<UInt8>, as place: TextPlace) {
        let position = places.findText(text)
        var start = text.startIndex
        while start < text.endIndex {
            let isEscaped = text[start].needsHTMLEscape
            let end =
                isEscaped ? start + 1 : text[start...].firstIndex(where: \.needsHTMLEscape) ?? text.endIndex
            addRun(
                place,
                at: SourcePosition(line: position.line, column: position.column + start - text.startIndex))
            page.text.bytes.append(contentsOf: text[start..<end])
            escaped(text[start..<end])
            collection.end = (page.html.bytes.count, page.html.holes.count)
            start = end
        }
    }

    /// The end of a line in a paragraph is a space between words; in HTML too, unless the line must end.
    mutating func writeSoftBreak() {
        if collection.end.html == page.html.bytes.count { collection.end.html += 1 }
        html("\n")
        guard let block = page.text.blocks.last, page.text.bytes.count > block.start, page.text.bytes.last != " " else {
            return
        }
        page.text.bytes.append(" ")
    }

    /// Notes words that stand in the HTML in some other way, if at all: no link can be put around them.
    mutating func noteWords(_ text: ArraySlice<UInt8>, as place: TextPlace, at position: SourcePosition) {
        guard !text.isEmpty else { return }
        addRun(place, at: position)
        page.text.bytes.append(contentsOf: text)
        collection.end = (-1, 0)
    }

    /// Notes the text of a block of code, line by line.
    mutating func noteCode(_ text: ArraySlice<UInt8>, in node: MarkdownNode) {
        var rest = text
        var number = 0
        while !rest.isEmpty {
            let line = rest.firstLine
            noteWords(line, as: .code, at: places.place(ofCode: line, inLine: number, of: node))
            rest = rest[line.endIndex...]
            number += 1
        }
    }

    /// Parts words that no space parts: cells of a row, lines that must end.
    mutating func noteGap() {
        guard let block = page.text.blocks.last, page.text.bytes.count > block.start else { return }
        page.text.bytes.append("\t")
        collection.end = (-1, 0)
    }

    private mutating func addRun(_ place: TextPlace, at position: SourcePosition) {
        page.text.runs.append(
            TextRun(
                start: page.text.bytes.count, html: page.html.bytes.count, position: position, place: place,
                isAttached: collection.end == (page.html.bytes.count, page.html.holes.count)))
    }
}

extension ArraySlice<UInt8> {
    /// Up to and with the first end of a line.
    fileprivate var firstLine: ArraySlice<UInt8> { self[..<(firstIndex(of: "\n").map { $0 + 1 } ?? endIndex)] }
}
