// `<div markdown="1">`: kramdown reads Markdown inside such an element without a blank line behind its tag.

import UTF8Text

/// The bytes of a page with each such tag moved into the blank line before it, so that Markdown starts behind it; `nil` when
/// there is none. A line stays a line.
func withMarkdownTagsApart(_ bytes: [UInt8], of lines: Lines, firstLine: Int) -> [UInt8]? {
    guard firstLine <= lines.count,
        lines.firstOffset(of: Array("markdown=".utf8), in: lines.offset(ofLine: firstLine)..<bytes.count) != nil
    else { return nil }
    var edits = TextEdits(of: bytes[...])
    for line in stride(from: firstLine + 1, through: lines.count, by: 1) {
        let range = lines.range(ofLine: line)
        let tag = bytes[range]
        let before = lines.range(ofLine: line - 1)
        guard tag.first == "<", bytes[before].allSatisfy(\.isASCIISpace) else { continue }
        var tokens = HTMLTokenizer(tag)
        guard case .start(let start) = tokens.next(), let value = start.value(of: "markdown"),
            ["1", "block", "span", ""].contains(value), tokens.last.count == tag.count
        else { continue }
        edits.replace(before, with: tag)
        edits.replace(range, with: [])
    }
    return edits.result
}
