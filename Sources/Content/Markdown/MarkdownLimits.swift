// What the Markdown library may be asked to parse.
//
// No page is refused: a block that is known to take cmark-gfm 0.29 minutes or gigabytes is shown as it is written, with a
// warning, and so is a page that is beyond any measure. This is the courteous layer, not the safe one: what slips through
// meets the time and memory limits of the worker process.

import UTF8Text

enum MarkdownLimit {
    static let pageBytes = 8 * 1024 * 1024
    /// What the slow blocks of a page may cost together, each unit about 4 nanoseconds: see `BlockEffort`.
    static let effort = 250_000_000
    static let containerMarkers = 100
    static let atSignsPerLine = 50_000
    static let nesting = 128
    static let outputBytes = 64 * 1024 * 1024
    /// A link definition that is longer than that is counted as often as it is used.
    static let definitionBytes = 2048
    static let definedBytes = 16 * 1024 * 1024
}

/// A text as it may be parsed.
struct ParsableText {
    let bytes: ArraySlice<UInt8>
    /// How many lines were put before it.
    let addedLines: Int
}

/// The text with its slow blocks in fences, each of which is reported. Fences stand in blank lines, so that a line stays
/// a line; only a slow block at the very start gets a line more.
/// - Parameter lines: those of the file, up to the end of the text.
func withoutSlowBlocks(
    _ text: ArraySlice<UInt8>, of lines: Lines, firstLine: Int, log: inout DiagnosticLog
) -> ParsableText {
    let blocks = slowBlocks(of: lines, firstLine: firstLine)
    guard !blocks.isEmpty else { return ParsableText(bytes: text, addedLines: 0) }
    var edits = TextEdits(of: text)
    var addedLines = 0
    var openFence: (line: Int, bytes: [UInt8])?
    func closeFence(_ edits: inout TextEdits) {
        guard let open = openFence, open.line <= lines.count else { return }
        edits.replace(lines.range(ofLine: open.line), with: open.bytes)
    }
    // One fence is enough for all: the longest that any of them needs.
    let longest = blocks.reduce(0) { max($0, longestRun(of: "~", in: source(of: $1, lines))) }
    let fence = [UInt8](repeating: "~", count: longest + 3)
    for block in blocks {
        log.report(
            .pageLimit, at: SourcePosition(line: block.lines.lowerBound, column: 1),
            "\(block.reason) would take the Markdown parser too long; the block is shown as it is written",
            help: "part it with blank lines, or put it into a fenced code block")
        if openFence?.line == block.lines.lowerBound - 1 {
            openFence?.line = block.lines.upperBound + 1
            continue
        }
        closeFence(&edits)
        if block.lines.lowerBound > firstLine {
            edits.replace(lines.range(ofLine: block.lines.lowerBound - 1), with: fence)
        } else {
            edits.replace(text.startIndex..<text.startIndex, with: fence + [UInt8]("\n".utf8))
            addedLines = 1
        }
        openFence = (block.lines.upperBound + 1, fence)
    }
    closeFence(&edits)
    return ParsableText(bytes: edits.result.map { $0[...] } ?? text, addedLines: addedLines)
}

private func source(of block: SlowBlock, _ lines: Lines) -> ArraySlice<UInt8> {
    lines.text[lines.offset(ofLine: block.lines.lowerBound)..<lines.offset(ofLine: block.lines.upperBound + 1)]
}

private func longestRun(of byte: UInt8, in text: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var count = 0
    for other in text {
        count = other == byte ? count + 1 : 0
        longest = max(longest, count)
    }
    return longest
}
