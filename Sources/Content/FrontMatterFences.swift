// Finds the front matter of a file: by bytes, so that no Unicode rule can hide a fence.

import UTF8Text

struct FileParts {
    /// The YAML between the fences, or `nil` for a file without front matter.
    let frontMatter: Range<Int>?
    /// Where the Markdown starts.
    let bodyStart: Int
}

/// Splits a file at its `---` fences. An opening fence is the very first line; the closing one is `---` or `...`.
func splitFrontMatter(_ bytes: [UInt8], of lines: Lines, log: inout DiagnosticLog) -> FileParts {
    guard isFence(bytes[lines.range(ofLine: 1)], closing: false) else {
        return FileParts(frontMatter: nil, bodyStart: 0)
    }
    var number = 2
    while number <= lines.count {
        if isFence(bytes[lines.range(ofLine: number)], closing: true) {
            return FileParts(
                frontMatter: lines.offset(ofLine: 2)..<lines.offset(ofLine: number),
                bodyStart: lines.offset(ofLine: number + 1))
        }
        number += 1
    }
    log.report(
        .frontMatter, at: .start, "the front matter opened here is never closed",
        help: "put a line '---' after the last key; to draw a line across the page instead, write '***'")
    return FileParts(frontMatter: nil, bodyStart: bytes.count)
}

private func isFence(_ line: ArraySlice<UInt8>, closing: Bool) -> Bool {
    let end = line.lastIndex { $0 != " " && $0 != "\t" }.map { $0 + 1 } ?? line.startIndex
    let text = line[line.startIndex..<end]
    return text.elementsEqual("---".utf8) || closing && text.elementsEqual("...".utf8)
}
