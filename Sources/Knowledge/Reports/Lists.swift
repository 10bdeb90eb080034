// The handbook in tables, for those who keep it: its vocabulary, its orphans, who owns what, what is overdue, what leads
// where.

import Content
import Plans
package import UTF8Text

/// A term and what came of it.
package struct TermSummary: Sendable {
    package let term: LinkableTerm
    /// The policy of the glossary, or `title` for the name of a page that the glossary does not know.
    package let policy: String
    package let forms: [TermForm]
    /// How many automatic links there are to it, and on how many pages.
    package let links: Int
    package let linkingPages: Int
    /// How many pages mention it, linked or not.
    package let mentioningPages: Int
}

/// A page and the day by which it must be reviewed.
package struct ReviewSummary: Sendable {
    package let page: PageID
    package let owner: String?
    package let due: CalendarDate?
    /// How long ago that day was, in days; `nil` for a page that is not overdue.
    package let daysOverdue: Int?
    /// Whether it is the status of a plan that is due, and not a review.
    package var isOfPlan = false
}

extension Handbook {
    /// Every term of the glossary and every page that text can mention by its name, in alphabetical order.
    package var termSummaries: [TermSummary] {
        var links = Array(repeating: 0, count: vocabulary.linkable.count)
        var linking = links
        var mentioning = links
        for page in terms {
            let linked = page.links.map { vocabulary.forms[$0.form].term }
            for term in linked { links[term] += 1 }
            for term in Set(linked) { linking[term] += 1 }
            for term in page.mentioned { mentioning[term] += 1 }
        }
        var forms: [[TermForm]] = Array(repeating: [], count: links.count)
        for form in vocabulary.forms { forms[form.term].append(form) }
        // A page whose every name is a term of the glossary is there already.
        let named = links.indices.filter { vocabulary.linkable[$0].entry != nil || !forms[$0].isEmpty }
        return named.map { index in
            let term = vocabulary.linkable[index]
            return TermSummary(
                term: term, policy: term.entry.map { vocabulary.terms[$0].term.link.rawValue } ?? "title",
                forms: forms[index],
                links: links[index], linkingPages: linking[index], mentioningPages: mentioning[index])
        }.sorted { left, right in
            left.term.name == right.term.name
                ? left.term.target < right.term.target : readsBefore(left.term.name, right.term.name)
        }
    }

    /// Pages that no other page leads to, in the order of their paths: plain pages too, which need no link from others.
    package var orphans: [PageID] {
        let explaining = Set(vocabulary.terms.compactMap(\.target))
        return pages.filter { $0.kind == .article && mentions[$0.id.index].isEmpty && !relations.leads(to: $0.id) }.map(
            \.id
        )
        .filter { !explaining.contains($0) }
    }

    /// Plans whose status is stale, by owner.
    package var stalePlans: [ReviewSummary] {
        let allowed = settings.plansStaleAfter
        return pages.compactMap { page -> ReviewSummary? in
            guard let days = daysSinceStatus(ofPlanOn: page), days > allowed, let plan = plans[page.id.index] else {
                return nil
            }
            return ReviewSummary(
                page: page.id, owner: page.parsed.header.owner?.value ?? plan.plan.manager?.value,
                due: plan.statusDate?.adding(.days(allowed)), daysOverdue: days - allowed, isOfPlan: true)
        }.sorted { ($0.owner ?? "\u{10FFFF}", $0.page) < ($1.owner ?? "\u{10FFFF}", $1.page) }
    }

    /// Every page that should be reviewed at times, by owner and then by the day that it is due.
    package var reviews: [ReviewSummary] {
        pages.filter { $0.kind == .article && $0.parsed.header.status.value != .retired }.map { page in
            let due = nextReview(of: page)
            return ReviewSummary(
                page: page.id, owner: page.parsed.header.owner?.value, due: due,
                daysOverdue: due.flatMap { $0 < today ? today.daysSince1970 - $0.daysSince1970 : nil })
        }.sorted { left, right in
            if left.owner != right.owner { return (left.owner ?? "\u{10FFFF}") < (right.owner ?? "\u{10FFFF}") }
            if left.due != right.due { return (left.due?.daysSince1970 ?? .max) < (right.due?.daysSince1970 ?? .max) }
            return left.page < right.page
        }
    }

    /// Every link that was made, page by page, by hand and by Milepost.
    package var madeLinks: [LinkExplanation] {
        pages.flatMap { explainLinks(on: $0.id) }.filter { $0.outcome == .linked || $0.outcome == .byHand }
    }
}
