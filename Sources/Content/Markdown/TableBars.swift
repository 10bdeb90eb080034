// Bars that part the cells of a table, and those that do not: `[[page|text]]` and `![alt|300](x.png)` are one thing in a
// cell as everywhere else.

import UTF8Text

/// The bytes of a page with a backslash before each bar in a row that parts no cells; `nil` when there is none. A line stays
/// a line.
func withBarsOfLinksEscaped(_ bytes: [UInt8], of lines: Lines, firstLine: Int) -> [UInt8]? {
    var edits = TextEdits(of: bytes[...])
    var isInFence = false
    for line in stride(from: firstLine, through: lines.count, by: 1) {
        let range = lines.range(ofLine: line)
        var start = range.lowerBound
        while start < range.upperBound, bytes[start].isSpaceOrTab || bytes[start] == ">" { start += 1 }
        guard start < range.upperBound else { continue }
        if bytes[start..<range.upperBound].starts(with: "```".utf8) { isInFence.toggle() }
        guard bytes[start] == "|", !isInFence else { continue }
        for bar in barsInLinks(of: bytes[start..<range.upperBound]) { edits.replace(bar..<bar, with: "\\".utf8) }
    }
    return edits.result
}

/// How many cells a row has, as its author sees it.
func cellCount(ofRow row: ArraySlice<UInt8>) -> Int {
    var words = row.drop { $0.isSpaceOrTab || $0 == ">" }
    while words.last?.isASCIISpace == true { words.removeLast() }
    var bars = 0
    var previous: UInt8 = 0
    for byte in words {
        if byte == "|", previous != "\\" { bars += 1 }
        previous = byte
    }
    bars -= barsInLinks(of: words).count
    return bars + 1 - (words.first == "|" ? 1 : 0)
        - (words.count > 1 && words.last == "|" && words.dropLast().last != "\\" ? 1 : 0)
}

private func barsInLinks(of row: ArraySlice<UInt8>) -> [Int] {
    var bars: [Int] = []
    var place = row.startIndex
    while let open = row[place...].firstIndex(of: "[") {
        place = open + 1
        let isWiki = place < row.endIndex && row[place] == "["
        let isImage = open > row.startIndex && row[open - 1] == "!"
        guard isWiki || isImage else { continue }
        let inside = row[(isWiki ? open + 2 : open + 1)...].prefix(300)
        guard let close = inside.firstIndex(of: "]"), !inside[..<close].contains("["), close + 1 < row.endIndex,
            row[close + 1] == (isWiki ? "]" : "(")
        else { continue }
        let found = inside[..<close].indices.filter { row[$0] == "|" && row[$0 - 1] != "\\" }
        // More than one is no name and its text: they part cells.
        if found.count == 1 { bars += found }
        place = close + 1
    }
    return bars
}
