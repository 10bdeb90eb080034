// Comments in the text that tell Milepost something. Every other comment is the author's own and goes nowhere.

import UTF8Text

struct Comments {
    private var suppressions = Suppressions()
    private var autolinks = AutolinkSwitch()

    /// Whether terms of the text that is written now stay without links.
    var areAutolinksOff: Bool { autolinks.isOff }

    /// Takes note of a comment, without its marks, in the raw HTML of `node`.
    mutating func note(
        _ comment: ArraySlice<UInt8>, at place: SourcePosition, in node: MarkdownNode, of draft: inout PageDraft
    ) {
        let text = String(decoding: comment, as: UTF8.self)
        let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
        if words.first == "autolink" {
            autolinks.turn(words.dropFirst().joined().trimmed, at: place, log: &draft.log)
        } else {
            suppressions.note(text, at: place, in: node, of: &draft)
        }
    }

    /// Takes note of the comments in the title, which is no part of the text.
    mutating func note(inTitle title: MarkdownNode, of draft: inout PageDraft) {
        draft.places.enter(title, .heading)
        for event in MarkdownWalk(of: title) where event.kind == .htmlInline {
            var tokens = HTMLTokenizer(event.node.literal)
            guard case .comment(let text) = tokens.next() else { continue }
            note(text, at: draft.places.place(ofRaw: event.node.literal, in: event.node), in: event.node, of: &draft)
        }
    }

    /// Takes note that a node ends.
    mutating func noteEnd(of node: MarkdownNode, in draft: inout PageDraft) {
        suppressions.settle(in: node, of: &draft)
    }
}

/// `<!-- autolink off -->`: no term of the text that follows is linked, until the comment that says `on`.
private struct AutolinkSwitch {
    private(set) var isOff = false

    mutating func turn(_ word: String, at place: SourcePosition, log: inout DiagnosticLog) {
        switch (word, isOff) {
        case ("off", false): isOff = true
        case ("on", true): isOff = false
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
