// Finds where in the file something stands that the syntax tree has no reliable position for.
//
// The library knows the lines of blocks, but the columns of links, images and raw HTML only by luck. So their text is
// looked for in the lines of the block around them, each search going on where the last one found something: equal
// addresses in one block are told apart by their order.

import UTF8Text

struct PlaceFinder {
    private let lines: Lines
    /// Lines of the file before the Markdown: front matter.
    private let linesBefore: Int
    /// Where in the file the next search starts.
    var cursor = 0
    /// Where the block ends that is searched.
    private var end = 0
    /// How many bytes may still be searched. A page that is nothing but addresses would cost their number squared; beyond
    /// the budget, places are only as exact as the lines of their blocks.
    private var budget = 8 * 1024 * 1024

    init(lines: Lines, linesBefore: Int) {
        self.lines = lines
        self.linesBefore = linesBefore
    }

    /// Notes that the text that follows stands in the lines of `node`.
    mutating func enter(_ node: MarkdownNode) {
        guard node.startLine > 0, node.hasReliableLines else { return }
        cursor = lines.offset(ofLine: node.startLine + linesBefore)
        end = lines.offset(ofLine: lastLine(of: node) + 1)
    }

    /// Whether the Markdown starts with the file.
    var isAtStartOfFile: Bool { linesBefore == 0 }

    /// The line where a block ends.
    func lastLine(of node: MarkdownNode) -> Int {
        let first = start(of: node).line
        guard node.kind == .htmlBlock else { return max(first, node.endLine + linesBefore) }
        // The library may let it end before it starts.
        return first + node.literal.dropLast().count { $0 == "\n" }
    }

    /// The start of the line where a node starts, or its nearest enclosing node of which the library knows it.
    func start(of node: MarkdownNode) -> SourcePosition {
        var candidate: MarkdownNode? = node
        while let current = candidate {
            if current.startLine > 0 { return SourcePosition(line: current.startLine + linesBefore, column: 1) }
            candidate = current.parent
        }
        return .start
    }

    /// Where the first of `spellings` that can be found stands in the current block; `nil` when none can.
    mutating func find(_ spellings: [Spelling]) -> SourcePosition? {
        for spelling in spellings {
            guard let offset = offset(of: Array((spelling.before + spelling.text).utf8)) else { continue }
            let start = offset + spelling.before.utf8.count
            cursor = start + spelling.text.utf8.count
            return lines.position(at: start)
        }
        return nil
    }

    /// Where `text` stands, which is the next to be read in the current block; where the reading is when it is written
    /// there in another way.
    mutating func findText(_ text: ArraySlice<UInt8>) -> SourcePosition {
        let needle = text.prefix { $0 != "\n" }.prefix(64)
        guard let offset = offset(of: Array(needle)) else { return lines.position(at: cursor) }
        cursor = offset + needle.count
        return lines.position(at: offset)
    }

    /// Where a line of a block of code starts, of which only the text behind its indentation is known.
    func place(ofCode text: ArraySlice<UInt8>, inLine number: Int, of node: MarkdownNode) -> SourcePosition {
        let line = node.startLine + linesBefore + (node.isFenced ? 1 : 0) + number
        let start = lines.offset(ofLine: line)
        let needle = Array(text.prefix { $0 != "\n" && $0 != "\r" }.prefix(64))
        let found = lines.firstOffset(of: needle, in: start..<max(start, lines.offset(ofLine: line + 1)))
        return SourcePosition(line: line, column: (found ?? start) - start + 1)
    }

    /// Where `text` stands in the current block, without moving on.
    mutating func findWord(_ word: [UInt8]) -> SourcePosition? {
        let start = cursor
        defer { cursor = start }
        while let offset = offset(of: word) {
            cursor = offset + word.count
            if !lines.isWordByte(at: offset - 1), !lines.isWordByte(at: cursor) { return lines.position(at: offset) }
        }
        return nil
    }

    /// The byte before a place, on any line.
    func byte(before place: SourcePosition) -> UInt8? {
        lines.byte(at: lines.offset(ofLine: place.line) + place.column - 2)
    }

    private mutating func offset(of needle: [UInt8]) -> Int? {
        guard budget > 0, !needle.isEmpty else { return nil }
        // Enough to tell places apart; comparing more takes its length squared where a text repeats itself.
        let found = lines.firstOffset(of: Array(needle.prefix(64)), in: cursor..<max(cursor, end))
        budget -= (found ?? end) - cursor + needle.count
        return found
    }
}

/// One way in which something may be written.
struct Spelling {
    /// What must stand before the text, though the place is the text's.
    var before = ""
    let text: String

    /// The ways in which the address of a link or an image may be written, the surest first.
    static func ofAddress(_ address: String, labelled label: String) -> [Spelling] {
        let short = ["mailto:", "http://"].first(where: address.hasPrefix).map { String(address.dropFirst($0.count)) }
        if label == address || label == short { return [Spelling(text: address), Spelling(text: label)] }
        return [
            Spelling(before: "](", text: address), Spelling(before: "](<", text: address), Spelling(text: address),
            Spelling(before: "[", text: label),
        ]
    }
}

extension Lines {
    fileprivate func isWordByte(at offset: Int) -> Bool { byte(at: offset).map(\.isWordByte) ?? false }
}

extension UInt8 {
    /// Whether the byte is part of a word: every letter beyond ASCII counts as one.
    var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 || self == "_" }
}

extension MarkdownNode {
    /// Whether the library's lines of the node can be relied on, and the text in it be found there.
    fileprivate var hasReliableLines: Bool {
        switch kind {
        case .paragraph, .heading, .tableRow, .table, .htmlBlock: true
        default: false
        }
    }
}
