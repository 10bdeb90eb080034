// Questions, topics, roles, templates, plans and plain pages.

import Content
import Knowledge
import Templates
import UTF8Text

struct ArticleModel: TemplateModel {
    let type: PageType
    /// The type for readers.
    let kindLabel: String?
    let breadcrumbs: [LinkModel]
    let contents: [UInt8]?
    let body: ArticleBody
    let parts: TypeParts
    let summary: String?
    let facts: ArticleFacts
    let banner: BannerModel?
    /// In one line.
    let otherNames: String?
    /// The same in a sentence.
    let alsoKnownAs: String?
    let plan: [UInt8]?
    let relations: [RelationModel]
    let mentions: [UInt8]?
    let citations: [CitationModel]
    let neighbours: NeighboursModel

    static let slots: [Slot<ArticleModel>] =
        [
            .text("type", \.type.rawValue), .text("kind_label", \.kindLabel),
            .list("breadcrumbs", \.breadcrumbs), .html("contents", \.contents), .html("body", \.body.html),
            .html("body_after", \.body.htmlAfter), .object("sheet", \.body.sheet),
            .text("lead_answer", \.parts.leadAnswer),
            .text("summary", \.summary), .object("owner", \.facts.owner), .object("updated", \.facts.updated),
            .object("reviewed", \.facts.reviewed), .object("next_review", \.facts.nextReview),
            .text("version", \.facts.version), .text("version_label", \.facts.versionLabel),
            .text("status", \.facts.status.rawValue),
            .text("status_label", \.facts.statusLabel), .object("banner", \.banner), .text("other_names", \.otherNames),
            .text("also_known_as", \.alsoKnownAs),
            .object("strip", \.parts.strip), .object("steps", \.parts.steps), .html("plan", \.plan),
            .html("neighbourhood", \.parts.neighbourhood), .list("relations", \.relations),
            .flag("has_relations") { !$0.relations.isEmpty }, .html("mentions", \.mentions),
            .list("citations", \.citations), .flag("has_citations") { !$0.citations.isEmpty },
            .object("previous", \.neighbours.previous), .object("next", \.neighbours.next),
        ] + PageType.allCases.map { type in .flag("is_" + type.rawValue) { $0.type == type } }

    init(of page: Page, on site: Site) {
        let header = page.parsed.header
        type = page.type
        kindLabel = site.wording.pages.kind(page.type, page.parsed.header.details.topicKind)
        breadcrumbs = site.breadcrumbs(of: page)
        contents = contentsHTML(site.planContents(of: page) + ContentsEntry.headings(of: page))
        body = ArticleBody(of: page, on: site)
        summary = header.summary
        facts = ArticleFacts(of: page, on: site)
        banner = BannerModel(of: page, on: site)
        otherNames = site.otherNames(of: page)
        alsoKnownAs = otherNames.map(site.wording.pages.alsoKnownAs)
        parts = TypeParts(of: page, on: site)
        plan = site.planHTML(of: page)
        relations = site.relations(of: page)
        mentions = site.mentionsHTML(of: page)
        citations = site.citations(of: page)
        neighbours = NeighboursModel(of: page, on: site)
    }
}

extension Site {
    fileprivate func otherNames(of page: Page) -> String? {
        let header = page.parsed.header
        let names = (header.aliases + header.details.otherNamesOfThing).map(\.value)
        return names.isEmpty ? nil : names.joined(separator: wording.lists.separator)
    }
}

extension Site {
    func inReadingOrder(_ pages: [PageID]) -> [PageID] {
        pages.sorted { readingRanks[$0.index] < readingRanks[$1.index] }
    }
}

// MARK: Who keeps it, and how new it is

/// What stands about a page below its title in words of its own.
enum PageFact {
    case version(String)
}

struct ArticleFacts: Sendable {
    let owner: LinkModel?
    let updated, reviewed, nextReview: DateModel?
    let version, versionLabel: String?
    let status: PageStatus
    /// The status for readers, unless it is what they expect.
    let statusLabel: String?

    init(of page: Page, on site: Site) {
        let header = page.parsed.header
        owner = site.owner(of: page)
        updated = header.updated.map { site.date($0.value) }
        reviewed = header.reviewed.map { site.date($0.value) }
        version = header.version
        versionLabel = version.map { site.wording.pages.fact(.version($0)) }
        status = header.status.value
        statusLabel = site.wording.pages.status(status)
        nextReview = status == .retired ? nil : site.handbook.nextReview(of: page).map { site.date($0) }
    }
}

extension Site {
    fileprivate func owner(of page: Page) -> LinkModel? {
        handbook.relations.targets(of: .owner, from: page.id).first.map { link(to: $0, from: page.id) }
    }
}

/// What readers should know before they rely on the page.
struct BannerModel: TemplateModel {
    let kind: Kind
    /// Around the link, if there is one.
    let text: Phrase
    let link: LinkModel?

    enum Kind: String { case info, warn }

    static let slots: [Slot<BannerModel>] = [
        .text("kind", \.kind.rawValue), .text("text", \.text.before), .text("href", \.link?.href),
        .text("link_title", \.link?.title), .text("text_after", \.text.after),
    ]

    /// `nil` for a page that is approved and not overdue for review.
    init?(of page: Page, on site: Site) {
        let words = site.wording.pages
        switch page.parsed.header.status.value {
        case .retired:
            kind = .warn
            link = site.handbook.relations.origins(of: .supersedes, to: page.id).first.map {
                site.link(to: $0, from: page.id)
            }
            text = link == nil ? Phrase(words.isRetired) : words.isReplacedBy
        case .draft:
            (kind, text, link) = (.info, Phrase(words.isDraft), nil)
        case .review:
            (kind, text, link) = (.info, Phrase(words.isInReview), nil)
        case .approved:
            guard site.handbook.isOverdue(page), let due = site.handbook.nextReview(of: page) else { return nil }
            kind = .warn
            link = site.owner(of: page)
            let since = site.wording.dates.date(due)
            text = link == nil ? Phrase(words.isOverdue(since)) : words.isOverdueAtOwner(since)
        }
    }
}
