// What a handbook is linked from.

package import Content
package import UTF8Text

/// Everything that was read from the content folder.
package struct HandbookSource: Sendable {
    /// In the byte order of their paths.
    package let pages: [ParsedPage]
    /// Files that are not Markdown, in the byte order of their paths.
    package let assets: [Asset]
    package let settings: Settings
    package let terms: [Term]
    package let sources: [Source]
    /// The plans in the files that pages name under `data`, by path from the content folder; without those that are
    /// missing, or in which nothing could be read.
    package let planFiles: [String: YAMLNode]
    /// The day that "overdue" is judged by.
    package let today: CalendarDate
    /// Whether pages that are not approved yet are published too.
    package let includesDrafts: Bool

    package init(
        pages: [ParsedPage], assets: [Asset], settings: Settings, terms: [Term], sources: [Source],
        planFiles: [String: YAMLNode] = [:], today: CalendarDate, includesDrafts: Bool
    ) {
        self.pages = pages
        self.assets = assets
        self.settings = settings
        self.terms = terms
        self.sources = sources
        self.planFiles = planFiles
        self.today = today
        self.includesDrafts = includesDrafts
    }
}

/// A file that is published as it is.
package struct Asset: Sendable {
    /// Relative to the content folder, and to the site.
    package let path: String
    /// In pixels, for images whose size could be read.
    package let size: ImageSize?

    package init(path: String, size: ImageSize?) {
        self.path = path
        self.size = size
    }
}
