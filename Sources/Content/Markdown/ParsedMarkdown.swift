// What the Markdown of one page says: HTML with holes, and what the other pages need to know about it.

package import UTF8Text

/// A place in the HTML that only all pages together can fill.
package struct Hole: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        /// The start tag of a link, its text when the author gave none (the title of the page), and its end tag.
        case linkStart, linkText, linkEnd
        /// The address and size of an image, inside its tag.
        case image
    }

    /// Where in the HTML.
    package let offset: Int
    package let kind: Kind
    /// The index of the reference that decides what goes here.
    package let reference: Int
}

/// HTML that is final but for its holes, which stand in the order of their offsets.
package struct HTMLWithHoles: Sendable, Equatable {
    package var bytes: [UInt8] = []
    package var holes: [Hole] = []

    package init() {}
}

/// Something that the page points to.
package struct Reference: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case link, image
        /// `[[Page]]`, `[[Page#Heading]]`, with or without a text of its own.
        case wiki
    }

    package let kind: Kind
    /// As the author wrote it, after Markdown's own escapes: percent-encoding still stands.
    package let target: String
    /// What a link says about its target besides its text; empty without. An image writes its own.
    package var title = ""
    package let position: SourcePosition
    /// Where its words start in the text of the page.
    package var textOffset = 0
    /// Of an image, as far as the author says.
    package var size = AuthorSize()
}

package struct Heading: Hashable, Sendable {
    package let level: Int
    package let id: String
    package let text: String
    package let position: SourcePosition
    /// The text of the first paragraph under it: on question pages only, elsewhere empty.
    package var lead = ""
    /// Where in the HTML of the page its start tag stands.
    package var htmlStart = 0
}

package struct CodeBlock: Hashable, Sendable {
    /// The first word of the info string.
    package let language: String
    package let text: String
    /// Where in the HTML of the page it stands, with its tags.
    package let start: Int
    package let end: Int
}

/// A word in capitals, and where the page uses it first.
package struct Acronym: Hashable, Sendable {
    package let text: String
    package let position: SourcePosition
}

/// The first paragraph of the page.
package struct Lead: Hashable, Sendable {
    package var text = ""
    package var position = SourcePosition.start
    /// Where in the HTML of the page it stands, with its tags; `nil` on a page without a paragraph.
    package var htmlRange: Range<Int>?

    package var wordCount: Int { text.split { $0.isWhitespace }.count }
}

package struct ParsedMarkdown: Sendable {
    package var html = HTMLWithHoles()
    /// The first level-1 heading, when it became the title.
    package var title: Located<String>?
    package var outline: [Heading] = []
    package var references: [Reference] = []
    /// Ids on the page that are not headings': of raw HTML and of footnotes.
    package var anchors: [String] = []
    package var lead = Lead()
    package var firstCodeBlock: CodeBlock?
    package var acronyms: [Acronym] = []
    package var text = PageText()
    /// Those that the text of the page says the words of.
    package var definedAcronyms: [String] = []

    package init() {}
}
