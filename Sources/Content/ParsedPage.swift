// One page as one file says it: flat values, cheap to keep, to hash and to send between processes.

import UTF8Text
package import Words

/// Never changes; a reference, because every later stage hands it on and its fields are many.
package final class ParsedPage: Sendable {
    /// Relative to the content folder.
    package let path: String
    package let header: PageHeader
    package let markdown: ParsedMarkdown
    /// The words of its text, block by block.
    package let words: TextWords
    package let profile: PageProfile

    init(path: String, header: PageHeader, markdown: ParsedMarkdown, words: TextWords, profile: PageProfile) {
        self.path = path
        self.header = header
        self.markdown = markdown
        self.words = words
        self.profile = profile
    }

    convenience init(path: String, header: PageHeader, markdown: ParsedMarkdown) {
        let text = markdown.text
        let words = TextWords(of: text.bytes, passages: text.blocks.indices.lazy.map { text.range(ofBlock: $0) })
        self.init(
            path: path, header: header, markdown: markdown, words: words,
            profile: PageProfile(title: header.title.value, text: text, words: words))
    }

    /// A page of which only the path is known: its file could not be parsed.
    convenience init(unreadablePath path: String) {
        var log = DiagnosticLog(path: path)
        let title = Located(UTF8Text.title(ofFileName: nameOfPage(at: path)), .start)
        self.init(
            path: path, header: readPageHeader(nil, path: path, log: &log).titled(title), markdown: ParsedMarkdown())
    }
}

extension ParsedPage {
    /// Whether it has no title of its own, so that it goes by the name of its file or folder.
    package var isTitledByName: Bool { markdown.title == nil && header.title.position == .start }

    /// The page with another title than the name of its file gave it.
    package func titled(byName title: String) -> ParsedPage {
        ParsedPage(path: path, header: header.titled(Located(title, .start)), markdown: markdown)
    }

    /// A page that no file holds, such as the index of a folder without one.
    package convenience init(generatedAt path: String, title: String) {
        var log = DiagnosticLog(path: path)
        let header = readPageHeader(nil, path: path, log: &log).titled(Located(title, .start))
        self.init(path: path, header: header, markdown: ParsedMarkdown())
    }
}
