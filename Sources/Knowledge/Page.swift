// A page among the others: its number, what it is to its readers, and what its file says.

package import Content
import UTF8Text

/// A page by its number: its place in `Handbook.pages`.
package struct PageID: Hashable, Comparable, Sendable {
    package let index: Int

    package init(_ index: Int) { self.index = index }

    package static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}

/// What a page is to its readers, which decides its layout.
package enum PageKind: Sendable {
    case article, home, section, map, glossary, sources
}

package struct Page: Sendable {
    package let id: PageID
    package let kind: PageKind
    /// What its file says. A page that Milepost makes by itself has an empty body.
    package let parsed: ParsedPage
    /// Its name in addresses and in `[[…]]`.
    package let slug: String
    /// The folder that it is the page of; empty for the home page, `nil` for a page that opens none.
    package let folderOpened: String?
    /// The numbers at the start of its name, by which it stands among its siblings.
    let order: [Int]
    /// Whether no file holds it: the list of a folder without a page of its own, the topic map.
    package let isMadeUp: Bool

    package var title: String { parsed.header.title.value }
    package var type: PageType { parsed.header.type }
    package var path: String { parsed.path }
    /// How findings name it: its file, or what it shows when it has none.
    var nameInFindings: String {
        guard isMadeUp else { return "'\(path)'" }
        return kind == .section ? "the list of the folder '\(folderOpened ?? "")'" : "the page '\(title)'"
    }
    /// How it is called in navigation.
    package var label: String { parsed.header.navigation.label ?? title }
}
