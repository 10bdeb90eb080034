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
    let leadAnswer: String?
    let summary: String?
    let facts: ArticleFacts
    let banner: BannerModel?
    /// In one line.
    let otherNames: String?
    let strip: StripModel?
    let steps: StepsModel?
    let plan: [UInt8]?
    let neighbourhood: [UInt8]?
    let relations: [RelationModel]
    let mentions: [UInt8]?
    let citations: [CitationModel]
    let neighbours: NeighboursModel

    static let slots: [Slot<ArticleModel>] = [
        .text("type", \.type.rawValue), .flag("is_question") { $0.type == .question },
        .flag("is_topic") { $0.type == .topic }, .flag("is_role") { $0.type == .role },
        .flag("is_template") { $0.type == .template }, .flag("is_plan") { $0.type == .plan },
        .flag("is_page") { $0.type == .page }, .text("kind_label", \.kindLabel),
        .list("breadcrumbs", \.breadcrumbs), .html("contents", \.contents), .html("body", \.body.html),
        .html("body_after", \.body.htmlAfter), .object("sheet", \.body.sheet), .text("lead_answer", \.leadAnswer),
        .text("summary", \.summary), .object("owner", \.facts.owner), .object("updated", \.facts.updated),
        .object("reviewed", \.facts.reviewed), .object("next_review", \.facts.nextReview),
        .text("version", \.facts.version), .text("status", \.facts.status.rawValue),
        .text("status_label", \.facts.statusLabel), .object("banner", \.banner), .text("other_names", \.otherNames),
        .object("strip", \.strip), .object("steps", \.steps), .html("plan", \.plan),
        .html("neighbourhood", \.neighbourhood), .list("relations", \.relations),
        .flag("has_relations") { !$0.relations.isEmpty }, .html("mentions", \.mentions),
        .list("citations", \.citations), .flag("has_citations") { !$0.citations.isEmpty },
        .object("previous", \.neighbours.previous), .object("next", \.neighbours.next),
    ]

    init(of page: Page, on site: Site) {
        let header = page.parsed.header
        type = page.type
        kindLabel = page.kindLabel
        breadcrumbs = site.breadcrumbs(of: page)
        contents = contentsHTML(site.planContents(of: page) + ContentsEntry.headings(of: page))
        body = ArticleBody(of: page, on: site)
        summary = header.summary
        facts = ArticleFacts(of: page, on: site)
        banner = BannerModel(of: page, on: site)
        otherNames = page.otherNames
        (leadAnswer, strip, steps, neighbourhood) =
            switch header.details {
            case .question(let question): (question.shortAnswer?.value, nil, nil, nil)
            case .topic(let topic):
                (
                    nil, StripModel(of: page, on: site), StepsModel(topic.steps, of: page, on: site),
                    site.neighbourhoodHTML(of: page)
                )
            case .page, .role, .template, .plan: (nil, nil, nil, nil)
            }
        plan = site.planHTML(of: page)
        relations = site.relations(of: page)
        mentions = site.mentionsHTML(of: page)
        citations = site.citations(of: page)
        neighbours = NeighboursModel(of: page, on: site)
    }
}

extension Page {
    fileprivate var kindLabel: String? {
        switch parsed.header.details {
        case .page: nil
        case .topic(let topic): topic.kind == .concept ? "Topic" : "Topic: \(topic.kind.rawValue)"
        default: type.rawValue.prefix(1).uppercased() + type.rawValue.dropFirst()
        }
    }

    fileprivate var otherNames: String? {
        var names = parsed.header.aliases.map(\.value)
        if case .role(let role) = parsed.header.details { names += role.alsoCalled.map(\.value) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}

extension Site {
    func inReadingOrder(_ pages: [PageID]) -> [PageID] {
        pages.sorted { readingRanks[$0.index] < readingRanks[$1.index] }
    }
}

// MARK: Who keeps it, and how new it is

struct ArticleFacts: Sendable {
    let owner: LinkModel?
    let updated, reviewed, nextReview: DateModel?
    let version: String?
    let status: PageStatus

    init(of page: Page, on site: Site) {
        let header = page.parsed.header
        owner = site.owner(of: page)
        updated = header.updated.map { site.date($0.value) }
        reviewed = header.reviewed.map { site.date($0.value) }
        version = header.version
        status = header.status.value
        nextReview = status == .retired ? nil : site.handbook.nextReview(of: page).map { site.date($0) }
    }

    /// The status for readers, unless it is what they expect.
    var statusLabel: String? {
        switch status {
        case .approved: nil
        case .draft: "Draft"
        case .review: "In review"
        case .retired: "Retired"
        }
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
    let text: String
    /// Follows the text.
    let link: LinkModel?

    enum Kind: String { case info, warn }

    static let slots: [Slot<BannerModel>] = [
        .text("kind", \.kind.rawValue), .text("text", \.text), .text("href", \.link?.href),
        .text("link_title", \.link?.title),
    ]

    /// `nil` for a page that is approved and not overdue for review.
    init?(of page: Page, on site: Site) {
        switch page.parsed.header.status.value {
        case .retired:
            kind = .warn
            link = site.handbook.relations.origins(of: .supersedes, to: page.id).first.map {
                site.link(to: $0, from: page.id)
            }
            text =
                link == nil
                ? "This page is retired. It is kept for reference only." : "This page is retired. It was replaced by"
        case .draft:
            (kind, text, link) = (.info, "This page is a draft. It is not approved yet.", nil)
        case .review:
            (kind, text, link) = (.info, "This page is in review. It is not approved yet.", nil)
        case .approved:
            guard site.handbook.isOverdue(page), let due = site.handbook.nextReview(of: page) else { return nil }
            kind = .warn
            link = site.owner(of: page)
            text = "This page is overdue for review (since \(site.date(due).date))." + (link == nil ? "" : " Owner:")
        }
    }
}
