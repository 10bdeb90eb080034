// Code: blocks of it, and words of it in a line.

import UTF8Text

struct CodeBlocks {
    /// The first block of the page: what a page of a template offers.
    private(set) var first: CodeBlock?

    /// Writes a block as the text block that was just started.
    mutating func write(_ node: MarkdownNode, into draft: inout PageDraft) {
        let language = String(node.info.prefix { !$0.isWhitespace })
        let code = node.literal
        draft.html.startLine()
        let start = draft.html.count
        draft.html.write("<pre tabindex=\"0\"><code")
        if !language.isEmpty { draft.html.writeAttribute("class", "language-" + language) }
        draft.html.write(">")
        draft.noteLines(of: code, in: node)
        draft.html.writeEscaped(code)
        draft.html.write("</code></pre>\n")
        guard first == nil else { return }
        first = CodeBlock(
            language: language, text: String(decoding: code, as: UTF8.self), start: start,
            end: draft.html.count)
    }
}

extension PageDraft {
    mutating func writeCode(_ code: ArraySlice<UInt8>) {
        noteWords(code, as: .code, at: places.findText(code))
        html.write("<code>")
        html.writeEscaped(code)
        html.write("</code>")
    }

    fileprivate mutating func noteLines(of code: ArraySlice<UInt8>, in node: MarkdownNode) {
        var rest = code
        var number = 0
        while !rest.isEmpty {
            let line = rest.firstLine
            noteWords(line, as: .code, at: places.place(ofCode: line, inLine: number, of: node))
            rest = rest[line.endIndex...]
            number += 1
        }
    }
}
