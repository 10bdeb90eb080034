// What other tools write that CommonMark does not know, in our own spelling, before the Markdown is parsed.
//
// Admonitions become alerts, remarks go, marked words become `<mark>`; what means something only to its own tool stays as it
// stands, with a finding. A line stays a line and its words keep their order, so that every place in the file is found as
// if nothing had been rewritten. Code is never touched. One pass over the lines, in a time that grows with the text alone.

import UTF8Text

/// The bytes of a page without the markup of other tools in its Markdown: `nil` when there is none.
/// - Parameters:
///   - start: where the Markdown starts.
///   - firstLine: the line of the file that it starts in, from 1.
func inOwnSpelling(_ bytes: [UInt8], from start: Int, firstLine: Int, log: inout DiagnosticLog) -> [UInt8]? {
    var markup = ForeignMarkup(of: bytes[start...], firstLine: firstLine)
    markup.readLines()
    markup.remains.report(into: &log)
    return markup.edits.result.map { bytes[..<start] + $0 }
}

struct ForeignMarkup {
    let text: ArraySlice<UInt8>
    var edits: TextEdits
    var remains = ForeignRemains()
    /// The number of the line that is read, in the file.
    private var line: Int
    private var lineStart: Int
    /// Where the line before ends, if a heading stands in it.
    private var endOfHeading: Int?
    /// Behind a template in the address of a link.
    var endOfDestination: Int?
    var isInFormula = false
    private var nextWords = (offset: 0, indent: 0)

    /// What encloses the line that is read, from the outside in.
    private var containers: [ForeignContainer] = []
    private lazy var pairs = ForeignPairs(in: text)
    private var fence: CodeFence?
    private var code = IndentedCode()
    /// What ends the comment or the element that the line starts in.
    var region: ForeignRegion?
    /// What was looked for up to the end of the text and is not there.
    var missingEnds: Set<ForeignRegion> = []

    init(of text: ArraySlice<UInt8>, firstLine: Int) {
        self.text = text
        line = firstLine
        lineStart = text.startIndex
        edits = TextEdits(of: text)
    }

    mutating func readLines() {
        var start = text.startIndex
        while start < text.endIndex {
            let next = text[start...].firstIndex(of: "\n") ?? text.endIndex
            let end = next > start && text[next - 1] == "\r" ? next - 1 : next
            lineStart = start
            readLine(start..<end)
            start = next + 1
            line += 1
        }
    }

    private mutating func readLine(_ range: Range<Int>) {
        let content = enterContainers(of: range)
        defer {
            code.note(text[content])
            endOfHeading = region == nil && fence == nil && text[content].first == "#" ? content.upperBound : nil
        }
        if let region {
            finish(region, in: content)
            return
        }
        if let open = fence {
            if open.isClosed(by: text[content]) { fence = nil }
            return
        }
        // Nearly every line is plain: it starts with a letter and has nothing in it that is looked for.
        guard let first = text[content].first(where: { !$0.isSpaceOrTab }) else { return }
        if code.holds(text[content]) { return }
        if !first.isASCIILetter || first == "i" || first == "e", readBlockMark(in: content, of: range) { return }
        readWords(in: content)
    }

    // MARK: Containers

    /// Puts what encloses a line in front of it, in our spelling.
    /// - Returns: the line without what encloses it.
    private mutating func enterContainers(of range: Range<Int>) -> Range<Int> {
        guard !containers.isEmpty else { return range }
        if text[range].allSatisfy(\.isSpaceOrTab) {
            let indent = indentOfNextWords(behind: range.upperBound)
            while let last = containers.last, last.isLeft(atIndent: indent) { leaveContainer() }
            if containers.contains(where: \.isQuote) { edits.replace(range, with: prefix) }
            return range.upperBound..<range.upperBound
        }
        var place = range.lowerBound
        for (depth, container) in containers.enumerated() {
            let indent = text.indent(at: place..<range.upperBound)
            guard !container.isLeft(atIndent: indent) else {
                while containers.count > depth { leaveContainer() }
                break
            }
            place = text.skipIndent(container.contentIndent, at: place..<range.upperBound)
        }
        if place > range.lowerBound || containers.contains(where: \.isQuote) {
            edits.replace(range.lowerBound..<place, with: prefix)
        }
        return place..<range.upperBound
    }

    private var prefix: [UInt8] { containers.flatMap(\.prefix) }

    private mutating func leaveContainer() {
        containers.removeLast()
        if let fence, fence.depth > containers.count { self.fence = nil }
    }

    // MARK: Marks that take a line

    /// Reads a mark that a line is, if it is one.
    /// - Returns: whether nothing is left to be read of the line.
    private mutating func readBlockMark(in content: Range<Int>, of line: Range<Int>) -> Bool {
        let indent = text.indent(at: content)
        let words = text[content].drop(while: \.isSpaceOrTab).trimmedAtEnd
        if let mark = IndentedMark(words), mark.isCertain || indentOfNextWords(behind: line.upperBound) > indent {
            edits.replace(words.startIndex..<content.upperBound, with: mark.replacement)
            containers.append(ForeignContainer(indent: indent, opening: nil, isQuote: mark.isAlert))
            return true
        }
        if PairedMark.mayStart(with: words) {
            if let mark = pairs.opening(at: words.startIndex) {
                if !mark.isKnown { remains.note(.containers, at: place(of: words.startIndex)) }
                edits.replace(words.startIndex..<content.upperBound, with: mark.replacement)
                containers.append(ForeignContainer(indent: indent, opening: words.startIndex, isQuote: mark.isQuote))
                return true
            }
            if let opening = pairs.opening(closedAt: words.startIndex) {
                // What was indented inside is left on the way.
                if let depth = containers.firstIndex(where: { $0.opening == opening }) {
                    while containers.count > depth { leaveContainer() }
                }
                edits.replace(words.startIndex..<content.upperBound, with: [])
                return true
            }
        }
        if let replacement = replacementOfLine(words, before: line.upperBound) {
            edits.replace(words.startIndex..<content.upperBound, with: replacement)
            return true
        }
        fence = CodeFence(opening: words, depth: containers.count)
        return fence != nil
    }

    /// Whether the line before is a heading.
    var isBehindHeading: Bool { endOfHeading != nil }

    /// Adds what is said of a heading in the line behind it.
    mutating func insertBehindHeading(_ mark: String) {
        if let endOfHeading { edits.replace(endOfHeading..<endOfHeading, with: mark.utf8) }
    }

    /// Where a byte of the line that is read stands in the file.
    func place(of offset: Int) -> SourcePosition {
        SourcePosition(line: line, column: offset - lineStart + 1)
    }

    /// The indentation of the first line behind `end`, the end of a line, that is not blank; 0 at the end of the text.
    private mutating func indentOfNextWords(behind end: Int) -> Int {
        // Blank lines in a row ask for the same line.
        if nextWords.offset <= end { nextWords = text.nextWords(behind: end) }
        return nextWords.indent
    }
}

/// The fence that code stands behind.
struct CodeFence {
    private let byte: UInt8
    private let count: Int
    /// How many containers enclose it.
    let depth: Int

    /// - Parameter line: behind its indentation.
    init?(opening line: ArraySlice<UInt8>, depth: Int) {
        guard let first = line.first, first == "`" || first == "~" else { return nil }
        count = line.prefix { $0 == first }.count
        guard count >= 3, first == "~" || !line.dropFirst(count).contains("`") else { return nil }
        byte = first
        self.depth = depth
    }

    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let words = line.drop(while: \.isSpaceOrTab)
        let count = words.prefix { $0 == byte }.count
        return count >= self.count && words.dropFirst(count).allSatisfy(\.isASCIISpace)
    }
}

/// Tells lines of code by their indentation. In a list such lines may be text, and are taken for it.
private struct IndentedCode {
    private var isBehindBlankLine = true
    private var isCode = false
    private var isInList = false

    func holds(_ line: ArraySlice<UInt8>) -> Bool {
        !isInList && (isBehindBlankLine || isCode) && line.indent(at: line.indices) >= 4
    }

    mutating func note(_ line: ArraySlice<UInt8>) {
        guard let first = line.first(where: { !$0.isSpaceOrTab }) else {
            isBehindBlankLine = true
            return
        }
        isCode = holds(line)
        if line.startsListItem {
            isInList = true
        } else if isBehindBlankLine, line.first == first {
            isInList = false
        }
        isBehindBlankLine = false
    }
}
