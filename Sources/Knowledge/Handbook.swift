// The linked handbook: flat arrays, indexed by page.

package import Content
package import Plans
package import UTF8Text

package struct Handbook: Sendable {
    package let settings: Settings
    package let today: CalendarDate
    /// All published pages, in the byte order of their paths.
    package let pages: [Page]
    /// The path of each page's file in the site.
    package let addresses: [String]
    package let tree: Tree
    /// The destination of each reference of each page.
    package let links: [[Destination]]
    /// The automatic links of each page, and the terms that it mentions.
    package let terms: [PageTerms]
    package let relations: Relations
    package let topicGraph: TopicGraph
    package let vocabulary: Vocabulary
    package let bibliography: Bibliography
    package let redirects: Redirects
    package let assets: [Asset]
    /// The file that a template page offers, by its place in `assets`.
    package let offeredFiles: [PageID: Int]
    /// The plan of each page that has one.
    package let plans: [ScheduledPlan?]
    /// What the `link` of each deliverable leads to, as it is written, by the page of its plan.
    package let deliverables: [PageID: [String: Destination]]
    /// The plans that each role page has a part in.
    package let rolesInPlans: [PageID: [RoleInPlan]]
    /// The pages whose text leads to each page.
    package let mentions: [[Mention]]

    /// The pages that there is one of at most.
    package let home: PageID?
    package let map: PageID?
    package let glossary: PageID?
    package let sourceList: PageID?
    /// The index of the folder of questions.
    package let questionIndex: PageID?
    private let roles: [String: PageID]
    private let byAddress: [String: PageID]

    init(
        settings: Settings, today: CalendarDate, connected: ConnectedPages, bibliography: Bibliography, assets: [Asset],
        offeredFiles: [PageID: Int], plans: [ScheduledPlan?], deliverables: [PageID: [String: Destination]]
    ) {
        let pages = connected.shelf.pages
        self.settings = settings
        self.today = today
        self.pages = pages
        self.bibliography = bibliography
        self.assets = assets
        self.offeredFiles = offeredFiles
        self.plans = plans
        self.deliverables = deliverables
        addresses = connected.addresses
        tree = connected.tree
        links = connected.links
        terms = connected.terms
        relations = connected.relations
        topicGraph = connected.topicGraph
        vocabulary = connected.vocabulary
        redirects = connected.redirects
        mentions = collectMentions(pages, links: links, terms: terms, vocabulary: vocabulary)
        home = pages.first { $0.kind == .home }?.id
        map = connected.shelf.map
        glossary = connected.shelf.glossary
        sourceList = pages.first { $0.kind == .sources }?.id
        questionIndex = pages.first { $0.kind == .section && $0.folderOpened == PageType.question.folder }?.id
        byAddress = Dictionary(
            addresses.enumerated().map { ($1, PageID($0)) }, uniquingKeysWith: { first, _ in first })
        roles = Dictionary(
            pages.filter { $0.type == .role }.map { ($0.slug, $0.id) }, uniquingKeysWith: { first, _ in first })
        rolesInPlans = collectRoles(of: plans, bySlug: roles)
    }

    package subscript(id: PageID) -> Page { _read { yield pages[id.index] } }

    /// The page of the role with this slug.
    package func role(_ slug: String) -> PageID? { roles[slug] }

    package func address(of id: PageID) -> String { addresses[id.index] }

    /// The page whose file in the site is `address`.
    package func page(atAddress address: String) -> PageID? { byAddress[address] }

    /// The day by which the page should be reviewed again.
    package func nextReview(of page: Page) -> CalendarDate? {
        page.parsed.header.nextReview
    }

    /// How many days ago the status of a plan was true that has begun and is not finished; `nil` for any other page.
    package func daysSinceStatus(ofPlanOn page: Page) -> Int? {
        guard page.parsed.header.status.value != .retired, let plan = plans[page.id.index], plan.status.hasBegun,
            let date = plan.statusDate, plan.schedule?.leaves.contains(where: \.isUnfinished) == true
        else { return nil }
        return today.daysSince1970 - date.daysSince1970
    }

    /// Whether that day is past. A retired page is never due.
    package func isOverdue(_ page: Page) -> Bool {
        guard page.parsed.header.status.value != .retired, let due = nextReview(of: page) else { return false }
        return due < today
    }
}

extension PageHeader {
    /// Twelve months after the last review unless the page says otherwise.
    package var nextReview: CalendarDate? { reviewed?.value.adding(reviewIn ?? .months(12)) }
}

extension Handbook {
    /// What the file of the plan on a page says; `nil` for a page without one.
    package func plan(on id: PageID) -> Plan? { plans[id.index]?.plan }
}
