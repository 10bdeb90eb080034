// The linked handbook: flat arrays, indexed by page.

package import Content
package import Plans
package import UTF8Text

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

    package var title: String { parsed.header.title.value }
    package var type: PageType { parsed.header.type }
    package var path: String { parsed.path }
    /// How it is called in navigation.
    package var label: String { parsed.header.navigation.label ?? title }
}

/// Where a reference leads.
package enum Destination: Hashable, Sendable {
    /// A page, and a heading or other anchor on it.
    case page(PageID, fragment: String?)
    /// A published file, by its place in `Handbook.assets`.
    case asset(Int)
    /// Another host, or a mail or telephone address, as the author wrote it.
    case external(String)
    /// Nowhere: a diagnostic says why.
    case nowhere
}

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
    package let templateFiles: [PageID: Int]
    /// The plan of each page that has one.
    package let plans: [ScheduledPlan?]
    /// What the `link` of each deliverable leads to, as it is written, by the page of its plan.
    package let deliverables: [PageID: [String: Destination]]
    /// The plans that each role page has a part in.
    package let rolesInPlans: [PageID: [RoleInPlan]]
    /// The pages whose text leads to each page.
    package let mentions: [[Mention]]
    /// For each page, pages about the same things that nothing connects it with.
    package private(set) var similarPages: [[SimilarPage]] = []
    package private(set) var diagnostics: [Diagnostic] = []

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
        settings: Settings, today: CalendarDate, pages: [Page], addresses: [String], tree: Tree, links: [[Destination]],
        terms: [PageTerms], relations: Relations, topicGraph: TopicGraph, vocabulary: Vocabulary,
        bibliography: Bibliography, redirects: Redirects, assets: [Asset],
        templateFiles: [PageID: Int], plans: [ScheduledPlan?], deliverables: [PageID: [String: Destination]]
    ) {
        self.settings = settings
        self.today = today
        self.pages = pages
        self.addresses = addresses
        self.tree = tree
        self.links = links
        self.terms = terms
        self.relations = relations
        self.topicGraph = topicGraph
        self.vocabulary = vocabulary
        self.bibliography = bibliography
        self.redirects = redirects
        self.assets = assets
        self.templateFiles = templateFiles
        self.plans = plans
        self.deliverables = deliverables
        mentions = collectMentions(pages, links: links, terms: terms, vocabulary: vocabulary)
        home = pages.first { $0.kind == .home }?.id
        map = pages.first { $0.kind == .map }?.id
        glossary = pages.first { $0.kind == .glossary }?.id
        sourceList = pages.first { $0.kind == .sources }?.id
        questionIndex = pages.first { $0.kind == .section && folder(of: $0.path) == PageType.question.folder }?.id
        byAddress = Dictionary(
            addresses.enumerated().map { ($1, PageID($0)) }, uniquingKeysWith: { first, _ in first })
        roles = Dictionary(
            pages.filter { $0.type == .role }.map { ($0.slug, $0.id) }, uniquingKeysWith: { first, _ in first })
        rolesInPlans = collectRoles(of: plans, bySlug: roles)
    }

    func completed(similarPages: [[SimilarPage]], diagnostics: [Diagnostic]) -> Handbook {
        var handbook = self
        handbook.similarPages = similarPages
        handbook.diagnostics = diagnostics
        return handbook
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
