// `milepost list`.

import ArgumentParser
import Knowledge
import UTF8Text

enum HandbookList: String, CaseIterable, ExpressibleByArgument {
    case terms, orphans, owners, overdue, links
}

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the terms, orphans, owners, overdue pages or links of a handbook.",
        discussion: """
            terms: what Milepost links by itself, in which forms, how often. orphans: pages that no other page leads to. \
            owners: every page by the role that keeps it, with the day of its next review. overdue: those past it, and plans whose status is stale. \
            links: every link, by hand and by Milepost.
            """)

    @Argument(help: "What to list: \(HandbookList.allCases.map(\.rawValue).joined(separator: ", ")).")
    var list: HandbookList

    @OptionGroup var inspection: InspectionArguments

    func run() throws {
        let handbook = try inspection.handbook()
        let table =
            switch list {
            case .terms: terms(of: handbook)
            case .orphans: orphans(of: handbook)
            case .owners: reviews(handbook.reviews, of: handbook)
            case .overdue: overdue(of: handbook)
            case .links: links(of: handbook)
            }
        print(table.bytes(as: inspection.format), to: .output)
    }

    private func terms(of handbook: Handbook) -> Table {
        var table = Table("term", "target", "policy", "links", "linking_pages", "mentioning_pages", "forms")
        for summary in handbook.termSummaries {
            let forms = summary.forms.map { form in
                form.text + (form.isGenerated ? " (generated)" : "")
                    + (form.policyName == summary.policy || summary.policy == "title" ? "" : " (\(form.policyName))")
            }
            table.add(
                .text(summary.term.name),
                .text(handbook.path(of: summary.term.target, fragment: summary.term.fragment)),
                .text(summary.policy), .number(summary.links), .number(summary.linkingPages),
                .number(summary.mentioningPages), .text(forms.joined(separator: ", ")))
        }
        return table
    }

    private func orphans(of handbook: Handbook) -> Table {
        var table = Table("page", "title")
        for id in handbook.orphans { table.add(.text(inspection.file(handbook[id].path)), .text(handbook[id].title)) }
        return table
    }

    private func reviews(_ reviews: [ReviewSummary], of handbook: Handbook) -> Table {
        var table = Table("owner", "next_review", "days_overdue", "page", "title")
        for review in reviews {
            let page = handbook[review.page]
            table.add(
                review.owner.map { .text($0) } ?? .none, review.due.map { .text($0.iso) } ?? .none,
                review.daysOverdue.map { .number($0) } ?? .none, .text(inspection.file(page.path)), .text(page.title))
        }
        return table
    }

    private func overdue(of handbook: Handbook) -> Table {
        var table = Table("owner", "next_review", "days_overdue", "page", "title", "what")
        for summary in handbook.reviews.filter({ $0.daysOverdue != nil }) + handbook.stalePlans {
            let page = handbook[summary.page]
            table.add(
                summary.owner.map { .text($0) } ?? .none, summary.due.map { .text($0.iso) } ?? .none,
                summary.daysOverdue.map { .number($0) } ?? .none, .text(inspection.file(page.path)), .text(page.title),
                .text(summary.isOfPlan ? "status of the plan" : "review"))
        }
        return table
    }

    private func links(of handbook: Handbook) -> Table {
        var table = Table("page", "line", "column", "made", "words", "target")
        for link in handbook.madeLinks {
            table.add(
                .text(inspection.file(handbook[link.page].path)), .number(link.position.line),
                .number(link.position.column), .text(link.outcome == .linked ? "by term" : "by hand"),
                .text(link.words), link.target.map { .text($0) } ?? .none)
        }
        return table
    }
}
