// Comments in the text that tell Milepost something. Every other comment is the author's own and goes nowhere.

import UTF8Text

extension MarkdownWriter {
    mutating func noteComment(_ comment: ArraySlice<UInt8>, at place: SourcePosition) {
        let inside = String(decoding: comment.dropFirst(4), as: UTF8.self)
        let words = inside.prefix { $0 != "-" }.split(whereSeparator: \.isWhitespace)
        if words.first == "autolink" { switchAutolink(String(words.dropFirst().joined(separator: " ")), at: place) }
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
