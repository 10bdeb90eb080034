// The keys that pages of every type have: a field, and below it the line that says how it is read. Slugs and names are
// still text: only all pages together can say what they mean.

package import UTF8Text

package struct PageHeader: Sendable {
    /// From the key, or else from the text of the page: see `DeclaredHeader`.
    package private(set) var title: Located<String>
    package let slug: Located<String>?
    package let summary: String?
    package let owner: Located<String>?
    package let status: Located<PageStatus>
    /// Whether and when readers may see the page, besides its status.
    package let release: Release
    package let version: String?
    package let updated: Located<CalendarDate>?
    package let reviewed: Located<CalendarDate>?
    package let reviewIn: Period?
    package let topics: [Located<String>]
    package let related: [Located<String>]
    package let aliases: [Located<String>]
    package let keywords: [String]
    package let audience: [Located<String>]
    package let citations: [Citation]
    package let supersedes: Located<String>?
    package let redirects: [DeclaredRedirect]
    package let autolink: Autolink
    package let navigation: NavigationPlace
    /// Whether readers find the page by searching.
    package let isSearchable: Bool
    /// On the index of a folder: how its pages are grouped.
    package let groups: [PageGroup]
    package let details: TypeDetails
}

extension PageHeader: HeaderKeys {
    package init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == PageHeader {
        title = try way.key(\.title) { $0.readTitle() }
        slug = try way.key(\.slug) { $0.readSlug() }
        summary = try way.key(\.summary) { $0.readSummary() }
        owner = try way.key(\.owner) { $0.text("owner") }
        status = try way.key(\.status) { $0.readStatus() }
        release = try way.key(\.release) { $0.readRelease() }
        version = try way.key(\.version) { $0.readVersion() }
        var own: Located<CalendarDate>?
        updated = try way.key(\.updated) {
            own = $0.date("updated")
            return $0.readUpdated(own)
        }
        // A date of another program says nothing about a review.
        reviewed = try way.key(\.reviewed) { $0.date("reviewed") ?? own }
        reviewIn = try way.key(\.reviewIn) { $0.readPeriod("review_in") }
        topics = try way.key(\.topics) { $0.texts("topics") }
        related = try way.key(\.related) { $0.texts("related") }
        aliases = try way.key(\.aliases) { $0.readAliases() }
        keywords = try way.key(\.keywords) { $0.readKeywords() }
        audience = try way.key(\.audience) { $0.texts("audience") }
        citations = try way.key(\.citations) { $0.readCitations() }
        supersedes = try way.key(\.supersedes) { $0.text("supersedes") }
        redirects = try way.key(\.redirects) { $0.readAllRedirects() }
        autolink = try way.key(\.autolink) { $0.readAutolink() }
        navigation = try way.key(\.navigation) { $0.readPlace() }
        isSearchable = try way.key(\.isSearchable) { $0.flag("search") ?? true }
        groups = try way.key(\.groups) { isFolderIndex($0.path) ? $0.readGroups() : [] }
        details = try way.key(\.details) { TypeDetails(of: $0.type, reading: &$0) }
    }

    func titled(_ title: Located<String>) -> PageHeader {
        var header = self
        header.title = title
        return header
    }
}

extension PageHeader {
    package var type: PageType { details.type }

    /// Other pages that this one answers the question of.
    package var answers: [Located<String>] { details.answers }

    package var isQuestionCollection: Bool { details.isQuestionCollection }
}
