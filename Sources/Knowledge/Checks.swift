// Checks that need the whole handbook.

import Content
import Plans
import UTF8Text
import Words

func check(_ handbook: Handbook, drafts: [ParsedPage], report: inout Report) {
    checkDates(handbook, report: &report)
    checkStatusOfPlans(handbook, report: &report)
    checkLinksToRetired(handbook, report: &report)
    let isReached = reachablePages(of: handbook)
    checkReach(handbook, isReached: isReached, report: &report)
    checkOrphans(handbook, besides: isReached, report: &report)
    checkSimilarQuestions(handbook, report: &report)
    checkAcronyms(handbook, drafts: drafts, report: &report)
    checkTerms(handbook, report: &report)
}

private func checkDates(_ handbook: Handbook, report: inout Report) {
    for page in handbook.pages {
        let header = page.parsed.header
        if let updated = header.updated, updated.value > handbook.today {
            report.add(
                .futureDate, in: page.path, at: updated.position,
                "the page was updated on \(updated.value.iso), which is after today, \(handbook.today.iso)",
                help: "correct the date, or set SOURCE_DATE_EPOCH to build for another day")
        }
        if handbook.isOverdue(page), let due = handbook.nextReview(of: page), let reviewed = header.reviewed {
            let owner = header.owner.map { " by \($0.value)" } ?? ""
            report.add(
                .overdueReview, in: page.path, at: reviewed.position,
                "the page should have been reviewed\(owner) by \(due.iso)",
                help: "read it, mend it, and set 'reviewed' to the day you did")
        }
    }
}

private func checkStatusOfPlans(_ handbook: Handbook, report: inout Report) {
    for page in handbook.pages {
        guard let days = handbook.daysSinceStatus(ofPlanOn: page), days > handbook.settings.plansStaleAfter,
            let plan = handbook.plans[page.id.index], let date = plan.statusDate
        else { continue }
        report.add(
            .stalePlan, in: page.parsed.fileOfPlan,
            at: plan.plan.statusDate?.position ?? plan.plan.start?.position ?? plan.plan.position,
            "the status of this plan, of \(date.iso), is \(days) days old",
            help: "report what happened since, and move 'status_date'")
    }
}

/// Pages that a reader can only find by going through a list. Plain pages may be just that. Those that cannot even be
/// found so are another rule's.
private func checkOrphans(_ handbook: Handbook, besides isReachable: [Bool], report: inout Report) {
    var isReached = handbook.pages.map { page in
        handbook.relations.leads(to: page.id) || !handbook.mentions[page.id.index].isEmpty
    }
    for entry in handbook.vocabulary.terms { if let target = entry.target { isReached[target.index] = true } }
    for page in handbook.pages
    where page.kind == .article && page.type != .page && !isReached[page.id.index] && isReachable[page.id.index] {
        report.add(
            .orphan, in: page.path, at: .start, "no other page leads to this one",
            help: "link to it where a reader would want it, or name pages like it in 'related'")
    }
}

/// Capitals that readers meet on three pages or more and can look up nowhere.
private func checkAcronyms(_ handbook: Handbook, drafts: [ParsedPage], report: inout Report) {
    guard !handbook.vocabulary.terms.isEmpty else { return }
    var uses: [String: (count: Int, path: String, position: SourcePosition)] = [:]
    for page in handbook.pages {
        for acronym in page.parsed.markdown.acronyms {
            uses[acronym.text, default: (0, page.path, acronym.position)].count += 1
        }
    }
    uses = uses.filter { $0.value.count >= 3 }
    guard !uses.isEmpty else { return }

    var known = Set(handbook.settings.knownAcronyms)
    for term in handbook.vocabulary.terms {
        for form in term.term.names { known.formUnion(form.value.wordStems) }
    }
    for page in handbook.pages {
        known.formUnion(page.parsed.markdown.definedAcronyms)
        known.formUnion(page.title.wordStems)
        for alias in page.parsed.header.aliases { known.formUnion(alias.value.wordStems) }
    }
    for source in handbook.bibliography.sources { known.insert(source.id.value) }

    for (acronym, use) in uses.sorted(by: { $0.key < $1.key }) where !known.contains(acronym) {
        report.add(
            .undefinedAcronym, in: use.path, at: use.position,
            "\(use.count) pages use '\(acronym)' and the handbook says nowhere what it stands for",
            help:
                "add it to glossary.yml, put it in brackets behind its words, or add it to 'known_acronyms' in handbook.yml"
        )
    }
}
