// What a plan's files say about it that stands on its page and in its handbook, not in the plan itself.

package import UTF8Text

package struct PlanSubject: Sendable {
    package let slug: String
    package let title: String
    /// What makes the names of this handbook's events differ from those of all others: a host, or a slug of its title.
    package let site: String
    /// The public address of the page; `nil` for a handbook without one.
    package let address: String?
    /// When the page was last changed: what the files say about their own age, so that no build differs from another.
    package let updated: CalendarDate?
    /// Of the handbook, as a tag: how its readers' spreadsheets expect numbers.
    package let language: String
    /// The title of a role by its slug; what names no role is a person, and comes back as it was.
    package let roleName: @Sendable (String) -> String

    package init(
        slug: String, title: String, site: String, address: String?, updated: CalendarDate?,
        language: String = "en", roleName: @escaping @Sendable (String) -> String
    ) {
        self.slug = slug
        self.title = title
        self.site = site
        self.address = address
        self.updated = updated
        self.language = language
        self.roleName = roleName
    }
}
