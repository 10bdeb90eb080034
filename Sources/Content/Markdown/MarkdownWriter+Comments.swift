// Comments in the text that tell Milepost something. Every other comment is the author's own and goes nowhere.

import UTF8Text

extension MarkdownWriter {
    /// Takes note of a comment, without its marks, in the raw HTML of `node`.
    mutating func noteComment(_ comment: ArraySlice<UInt8>, at place: SourcePosition, in node: MarkdownNode) {
        let text = String(decoding: comment, as: UTF8.self)
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        if words.first == "autolink" {
            switchAutolink(words.dropFirst().joined().trimmed, at: place)
        } else {
            noteSuppression(text, at: place, in: node)
        }
    }

    /// Takes note of the comments in the title, which is no part of the text.
    mutating func noteComments(inTitle title: MarkdownNode) {
        places.enter(title)
        for event in MarkdownWalk(of: title) where event.node.kind == .htmlInline {
            let bytes = Array(event.node.literal)
            guard case .comment(let text) = HTMLTokenizer(bytes).first(where: { _ in true }) else { continue }
            noteComment(text, at: place(of: bytes[...], at: event.node), in: event.node)
        }
    }

    /// `<!-- autolink off -->`: no term of the text that follows is linked, until the comment that says `on`.
    private mutating func switchAutolink(_ word: String, at place: SourcePosition) {
        switch (word, collection.isSwitchedOff) {
        case ("off", false): collection.isSwitchedOff = true
        case ("on", true): collection.isSwitchedOff = false
        case ("off", true), ("on", false):
            log.report(
                .autolinkComment, at: place, "automatic links are \(word) here already", help: "remove this comment")
        default:
            log.report(
                .autolinkComment, at: place, "'autolink \(word)' is neither 'autolink off' nor 'autolink on'",
                help: "write <!-- autolink off --> before the passage and <!-- autolink on --> behind it")
        }
    }
}
