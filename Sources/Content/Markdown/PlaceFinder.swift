// Finds where in the file something stands that the syntax tree has no reliable position for.
//
// The library knows the lines of blocks, but the columns of links, images and raw HTML only by luck. So their text is
// looked for in the lines of the block around them, each search going on where the last one found something: equal
// addresses in one block are told apart by their order.

import UTF8Text
import Words

struct PlaceFinder {
    private let lines: Lines
    /// Lines of the file before the Markdown: front matter.
    private let linesBefore: Int
    /// Where in the file the next search starts.
    private(set) var cursor = 0
    /// Where the block ends that is searched.
    private var end = 0
    /// The line of the last place: the next one is seldom far.
    private var line = 1
    /// How many bytes may still be searched. A page that is nothing but addresses would cost their number squared; beyond
    /// the budget, places are only as exact as the lines of their blocks.
    private var budget = 8 * 1024 * 1024

    /// Enough to tell places apart; comparing more takes its length squared where a text repeats itself.
    private static let longestNeedle = 64

    init(lines: Lines, linesBefore: Int) {
        self.lines = lines
        self.linesBefore = linesBefore
    }

    /// Notes that the text that follows stands in the lines of `node`.
    mutating func enter(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        guard kind.hasReliableLines, node.startLine > 0 else { return }
        line = node.startLine + linesBefore
        cursor = lines.offset(ofLine: line)
        end = lines.offset(ofLine: lastLine(of: node) + 1)
    }

    /// Reads once more from where the reading was.
    mutating func goBack(to cursor: Int) { self.cursor = cursor }

    /// Reads on from `cursor`, unless the reading is further already.
    mutating func goOn(from cursor: Int) { self.cursor = max(self.cursor, cursor) }

    // MARK: Lines

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

    // MARK: Text

    /// Where `text` stands in the current block, right behind `mark`; `nil` when it does not. Empty text is found by its
    /// mark alone.
    mutating func find(_ text: ArraySlice<UInt8>, behind mark: StaticString = "") -> SourcePosition? {
        let found: Int?
        if mark.utf8CodeUnitCount == 0 {
            found = offset(of: text, length: text.count)
        } else {
            var needle: [UInt8] = []
            needle.write(mark)
            needle.append(contentsOf: text.prefix(Self.longestNeedle))
            found = offset(of: needle[...], length: mark.utf8CodeUnitCount + text.count)
        }
        guard let found else { return nil }
        let start = found + mark.utf8CodeUnitCount
        cursor = start + text.count
        return position(at: start)
    }

    /// Where `text` stands, which is the next to be read in the current block; where the reading is when it is written
    /// there in another way.
    mutating func findText(_ text: ArraySlice<UInt8>) -> SourcePosition {
        let needle = text.prefix(Self.longestNeedle).prefix { $0 != "\n" }
        guard let offset = offset(of: needle, length: needle.count) else { return position(at: cursor) }
        cursor = offset + needle.count
        return position(at: offset)
    }

    /// Where a piece of raw HTML stands in the current block, of which the beginning is enough; the start of the line of
    /// its node when it is written in another way.
    mutating func place(ofRaw html: ArraySlice<UInt8>, in node: MarkdownNode) -> SourcePosition {
        find(html.prefix(40).prefix { $0 != "\n" }) ?? start(of: node)
    }

    /// Where the address of a link or an image stands in the current block, in whatever way it is written: the surest
    /// ways first.
    mutating func findAddress(of node: MarkdownNode) -> SourcePosition? {
        let address = node.address
        let label = node.plainBytes
        if node.isLabelledWithAddress { return find(address) ?? find(label) }
        return find(address, behind: "](") ?? find(address, behind: "](<") ?? find(address) ?? find(label, behind: "[")
    }

    /// Where `text` stands in the current block, exactly as on the page, without moving on; `nil` for what is escaped.
    mutating func peek(_ text: ArraySlice<UInt8>) -> SourcePosition? {
        let start = cursor
        defer { cursor = start }
        return find(text.prefix(Self.longestNeedle))
    }

    /// The bytes of a line of the file, without its end.
    func source(ofLine line: Int) -> ArraySlice<UInt8> { lines.text[lines.range(ofLine: line)] }

    /// Where a line of a block of code starts, of which only the text behind its indentation is known.
    func place(ofCode text: ArraySlice<UInt8>, inLine number: Int, of node: MarkdownNode) -> SourcePosition {
        let line = node.startLine + linesBefore + (node.isFenced ? 1 : 0) + number
        let start = lines.offset(ofLine: line)
        let needle = text.prefix(Self.longestNeedle).prefix { $0 != "\n" && $0 != "\r" }
        let found = lines.firstOffset(of: needle.span, in: start..<max(start, lines.offset(ofLine: line + 1)))
        return SourcePosition(line: line, column: (found ?? start) - start + 1)
    }

    /// Where `word` stands in the current block, without moving on.
    mutating func findWord(_ word: ArraySlice<UInt8>) -> SourcePosition? {
        let start = cursor
        defer { cursor = start }
        while let offset = offset(of: word, length: word.count) {
            cursor = offset + word.count
            if lines.text.span.isWholeWord(offset..<cursor) { return position(at: offset) }
        }
        return nil
    }

    /// The byte before a place, on any line.
    func byte(before place: SourcePosition) -> UInt8? {
        lines.byte(at: lines.offset(ofLine: place.line) + place.column - 2)
    }

    /// - Parameter length: of the whole text that `needle` may be the beginning of.
    private mutating func offset(of needle: ArraySlice<UInt8>, length: Int) -> Int? {
        guard budget > 0, length > 0 else { return nil }
        let beginning = needle.prefix(Self.longestNeedle)
        let found = lines.firstOffset(of: beginning.span, in: cursor..<max(cursor, end))
        budget -= (found ?? end) - cursor + length
        return found
    }

    private mutating func position(at offset: Int) -> SourcePosition {
        let position = lines.position(at: offset, near: line)
        line = position.line
        return position
    }
}

extension MarkdownNode {
    /// Whether the text of a link is its address, but for a scheme that authors leave out.
    var isLabelledWithAddress: Bool {
        let label = plainBytes
        let address = address
        if label == address { return true }
        return ["mailto:", "http://"].contains { scheme in
            address.count == scheme.utf8.count + label.count && address.starts(with: scheme.utf8)
                && address.suffix(label.count) == label
        }
    }
}

extension MarkdownNode.Kind {
    /// Whether the library's lines of such a node can be relied on, and the text in it be found there.
    fileprivate var hasReliableLines: Bool {
        switch self {
        case .paragraph, .heading, .tableRow, .table, .htmlBlock: true
        default: false
        }
    }
}
