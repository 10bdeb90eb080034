// What a block of Markdown costs the library beyond its length.
//
// Measured with cmark-gfm 0.29.0.gfm.6 over growing texts, in processor time, a unit being about 4 nanoseconds: openers of
// tags and images that lead nowhere, and addresses without a space before them, each look through the rest of their
// paragraph; each link looks through the emphasis before it; a line that might part the head of a table from its rows
// reads its paragraph again; a row takes the square of its bars; and cells that a row lacks are made, in all columns.
// Everything else grows with the text alone.

import UTF8Text

struct BlockEffort {
    private(set) var units = 0
    private(set) var reason = "so much markup in one paragraph"
    private(set) var atSigns = 0
    /// The label of a link definition that goes on for longer than usual.
    private(set) var longDefinition: [UInt8]?

    private var largest = 0
    private var paragraphBytes = 0
    private var openers = 0
    private var links = 0
    private var emphasis = 0
    /// How many columns the table has that the lines belong to; 0 outside of tables.
    private var columns = 0
    private var barsBefore = 0
    private var definition: (label: [UInt8], bytes: Int)?
    private var isHTML: Bool?

    mutating func read(_ line: ArraySlice<UInt8>) {
        let text = line.drop { $0.isSpaceOrTab || $0 == ">" }
        if isHTML == nil { isHTML = text.startsBlockOfHTML }
        guard isHTML == false else { return }
        readDefinition(text)
        let shape = LineShape(of: text)
        atSigns = max(atSigns, shape.atSigns)
        if shape.bars > 64 { add(shape.bars * shape.bars, "a line of \(shape.bars) vertical bars") }
        if text.isEmpty || startsBlock(text) { endParagraph() }
        if columns > 0 {
            let missing = columns - max(1, shape.cells)
            if missing > 0 { add(missing * 1000, "a table of rows with much fewer cells than its head") }
            endParagraph()
        } else if shape.mayPartTable {
            if shape.cells == barsBefore { columns = shape.cells }
            add(paragraphBytes * 11, "so many lines of '-' and '|' in one paragraph")
        }
        barsBefore = shape.cells
        paragraphBytes += text.count
        if shape.mayHoldOpeners || shape.mayHoldAddresses { openers += text.openersWithoutEnd }
        // Addresses are looked for in each line of its own.
        if shape.mayHoldAddresses { add(text.gluedAddresses * text.count, "so many addresses in one line") }
        links += shape.linkEnds
        emphasis += shape.emphasis
    }

    mutating func finish() {
        endParagraph()
        endDefinition()
    }

    private mutating func endParagraph() {
        add(openers * paragraphBytes, "so many '<' and '![' in one paragraph")
        add(2 * links * emphasis, "so many links and so much emphasis in one paragraph")
        (paragraphBytes, openers, links, emphasis) = (0, 0, 0, 0)
    }

    private mutating func add(_ cost: Int, _ reason: String) {
        units += cost
        guard cost > largest else { return }
        largest = cost
        self.reason = reason
    }

    /// Whether a line, behind its indentation, ends the paragraph before it: a heading or an item.
    private func startsBlock(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        switch first {
        case "-", "*", "+": return text.dropFirst().first == " "
        case "#": return text.drop { $0 == "#" }.first == " "
        case "0"..."9": return text.drop(while: \.isASCIIDigit).dropFirst().first == " "
        default: return false
        }
    }

    // MARK: Definitions

    private mutating func readDefinition(_ text: ArraySlice<UInt8>) {
        if text.first == "[", let close = text.prefix(1000).firstIndex(of: "]"), close + 1 < text.endIndex,
            text[close + 1] == ":", text.dropFirst().first != "^"
        {
            endDefinition()
            definition = (Array(text[..<close].dropFirst()), text.count)
        } else {
            definition?.bytes += text.count
        }
    }

    private mutating func endDefinition() {
        if let definition, definition.bytes > MarkdownLimit.definitionBytes { longDefinition = definition.label }
        definition = nil
    }
}

/// What the effort of a line depends on, from one scan of its bytes.
private struct LineShape {
    let bars: Int
    let atSigns: Int
    let emphasis: Int
    let linkEnds: Int
    let mayHoldOpeners: Bool
    let mayHoldAddresses: Bool
    /// Whether nothing stands in it that may not stand in the line below the head of a table, and a `-` does.
    let mayPartTable: Bool
    /// As many as its bars part, those at its ends not counted.
    let cells: Int

    init(of line: ArraySlice<UInt8>) {
        var counts = (bars: 0, atSigns: 0, emphasis: 0, links: 0, lessThans: 0, images: 0, dashes: 0, other: 0)
        let bytes = line.span
        var previous: UInt8 = 0
        for index in 0..<bytes.count {
            let byte = bytes[index]
            switch byte {
            case "|": if previous != "\\" { counts.bars += 1 }
            case "@": counts.atSigns += 1
            case "*", "_": counts.emphasis += 1
            case "<": counts.lessThans += 1
            case "(": if previous == "]" { counts.links += 1 }
            case "[": if previous == "!" { counts.images += 1 }
            case "-": counts.dashes += 1
            case ":", " ", "\t", ">": break
            default: counts.other += 1
            }
            previous = byte
        }
        bars = counts.bars
        atSigns = counts.atSigns
        emphasis = counts.emphasis
        linkEnds = counts.links
        mayHoldOpeners = counts.lessThans + counts.images > 0
        mayHoldAddresses = counts.other > 3
        let isOnlyMarks =
            counts.other + counts.atSigns + counts.emphasis + counts.lessThans + counts.links + counts.images == 0
        mayPartTable = isOnlyMarks && counts.dashes > 0
        let words = line.trimmed
        cells = bars + 1 - (words.first == "|" ? 1 : 0) - (words.count > 1 && words.last == "|" ? 1 : 0)
    }
}

extension ArraySlice<UInt8> {
    /// Starts of tags, declarations and images that may find no end.
    fileprivate var openersWithoutEnd: Int {
        var count = 0
        var place = startIndex
        while let mark = self[place...].firstIndex(where: { $0 == "<" || $0 == "!" }) {
            let next = mark + 1 < endIndex ? self[mark + 1] : 0
            if self[mark] == "!" {
                if next == "[" { count += 1 }
            } else if next == "?" || next == "!" || self[(mark + 1)...].starts(with: "http".utf8) {
                count += 1
            }
            place = mark + 1
        }
        return count
    }

    /// `www.` right behind something else.
    fileprivate var gluedAddresses: Int {
        var count = 0
        var place = startIndex
        while let mark = self[place...].firstIndex(of: "w") {
            if self[mark...].starts(with: "www.".utf8), mark > startIndex, !self[mark - 1].isASCIISpace { count += 1 }
            place = mark + 1
        }
        return count
    }

    /// Whether a line opens a block of HTML, in which the library reads nothing.
    fileprivate var startsBlockOfHTML: Bool {
        guard first == "<" else { return false }
        let name = dropFirst().drop { $0 == "/" }.prefix { $0.isASCIILetter || $0.isASCIIDigit }
        return blockElements.contains(String(decoding: name, as: UTF8.self).lowercased())
    }
}

private let blockElements: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html",
    "iframe",
    "legend", "li", "main", "nav", "ol", "optgroup", "option", "p", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "video",
]
