// A page that is beyond any measure, shown as it is written: no word of it is lost.

import UTF8Text

/// The Markdown of a page from byte `start` on, as one block of plain text. Its first heading is still its title.
func plainPage(_ bytes: [UInt8], of lines: Lines, from start: Int, titleIsDeclared: Bool) -> ParsedMarkdown {
    var html = HTMLDraft()
    var text = TextDraft()
    var page = ParsedMarkdown()
    html.write("<pre tabindex=\"0\"><code>")
    text.startBlock(.code, inSection: 0)
    var line = lines.position(at: start).line
    var rest = bytes[start...]
    while !rest.isEmpty {
        let words = bytes[rest.startIndex..<max(rest.startIndex, lines.offset(ofLine: line + 1))]
        if page.title == nil, !titleIsDeclared, words.starts(with: "# ".utf8) {
            let title = String(decoding: words.dropFirst(2), as: UTF8.self).trimmed
            if !title.isEmpty { page.title = Located(title, SourcePosition(line: line, column: 1)) }
        }
        text.add(words, as: .code, at: SourcePosition(line: line, column: 1), html: html.end)
        html.writeEscaped(words)
        rest = rest[max(words.endIndex, rest.startIndex)...]
        line += 1
        if words.isEmpty { break }
    }
    text.endBlock()
    html.write("</code></pre>\n")
    page.html = html.written
    page.text = text.collected
    return page
}
