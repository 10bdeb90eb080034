// A file of the content folder before it is parsed, and what its path says about it.

import UTF8Text

/// A file of the content folder as read from disk.
package struct SourceFile: Sendable {
    /// Relative to the content folder, `/` between components.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files with a meaning of their own, at the top of the content folder.
package enum SpecialFile: String, CaseIterable, Sendable {
    case settings = "handbook.yml"
    case glossary = "glossary.yml"
    case sources = "sources.yml"
}

/// Whether the file at `path` is the page of its folder.
package func isFolderIndex(_ path: String) -> Bool {
    isMarkdown(path) && ["index", "readme", "_index"].contains(nameOfPage(at: path).lowercased())
}

/// What the file of a page is called without its ending. Middleman gives pages two: `team.html.md` is `team`.
package func nameOfPage(at path: String) -> String {
    let name = splitExtension(of: fileName(of: path)).stem
    return name.utf8.count > 5 && name.hasSuffix(".html") ? String(name.dropLast(5)) : name
}

/// Whether the file at `path` is a page at all. Of MDX, the Markdown is read; what is not is said.
package func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown", "mdx", "mdown", "mkd"].contains(splitExtension(of: fileName(of: path)).extension)
}
