// Which pages a reader can come to from the home page by links alone: without the search, and without what changed
// lately and which pages are alike, which say something else tomorrow.

import Content
import UTF8Text

/// Whether readers can reach each page, by page.
func reachablePages(of handbook: Handbook) -> [Bool] {
    let exits = exits(of: handbook)
    var isReached = Array(repeating: false, count: handbook.pages.count)
    // The header and the foot of every page lead to these.
    var waiting = [handbook.home, handbook.questionIndex, handbook.map, handbook.glossary, handbook.sourceList]
        .compactMap(\.self)
    while let page = waiting.popLast() {
        guard !isReached[page.index] else { continue }
        isReached[page.index] = true
        waiting += exits[page.index]
    }
    return isReached
}

/// The pages that each page leads to, in its text, its lists and its navigation.
private func exits(of handbook: Handbook) -> [[PageID]] {
    var exits: [[PageID]] = handbook.links.map { destinations in
        destinations.compactMap { if case .page(let target, _) = $0 { target } else { nil } }
    }
    for page in handbook.pages {
        for link in handbook.terms[page.id.index].links {
            exits[page.id.index].append(handbook.vocabulary.linkable[handbook.vocabulary.forms[link.form].term].target)
        }
        exits[page.id.index] += handbook.mentions[page.id.index].map(\.from)
        // The trail leads up; the page of a folder lists all that is in it, the home page what is not hidden.
        if let parent = handbook.tree.parents[page.id.index] { exits[page.id.index].append(parent) }
        exits[page.id.index] += handbook.tree.children(of: page.id).filter { child in
            page.kind != .home || !handbook[child].parsed.header.navigation.isHidden
        }
    }
    for relation in handbook.relations.all {
        let (from, to) = (handbook[relation.from], handbook[relation.to])
        if from.kind == .article, relation.kind.isShown(on: from) { exits[from.id.index].append(to.id) }
        if to.kind == .article, relation.kind.isShown(on: to, from: from) { exits[to.id.index].append(from.id) }
    }
    for (role, parts) in handbook.rolesInPlans {
        exits[role.index] += parts.map(\.plan)
        for part in parts { exits[part.plan.index].append(role) }
    }
    for (plan, destinations) in handbook.deliverables {
        exits[plan.index] += destinations.values.compactMap {
            if case .page(let target, _) = $0 { target } else { nil }
        }
    }
    if let map = handbook.map { exits[map.index] += handbook.topicGraph.topics }
    if let glossary = handbook.glossary {
        exits[glossary.index] += handbook.vocabulary.terms.compactMap(\.target)
    }
    if let sources = handbook.sourceList { exits[sources.index] += handbook.bibliography.citedBy.flatMap(\.self) }
    return exits
}

extension RelationKind {
    /// Whether a page shows the pages that it names in this relation.
    fileprivate func isShown(on page: Page) -> Bool { self != .audience }

    /// Whether a page shows the page that names it in this relation.
    fileprivate func isShown(on page: Page, from other: Page) -> Bool {
        switch self {
        case .topic: other.type.isShownByItsTopics
        case .supersedes: page.isRetired
        default: true
        }
    }
}

/// Pages that a reader comes to only by knowing their address. The pages below one share its fate and its remedy.
func checkReach(_ handbook: Handbook, isReached: [Bool], report: inout Report) {
    var countBelow = Array(repeating: 0, count: handbook.pages.count)
    for page in handbook.pages where !isReached[page.id.index] {
        for folder in handbook.tree.trail(of: page.id) where !isReached[folder.index] { countBelow[folder.index] += 1 }
    }
    for page in handbook.pages where !isReached[page.id.index] {
        if let parent = handbook.tree.parents[page.id.index], !isReached[parent.index] { continue }
        let count = countBelow[page.id.index]
        let others = count == 0 ? "" : count == 1 ? ", nor to the one below it" : ", nor to the \(count) below it"
        report.add(
            .unreachable, in: page.path, at: .start, "no way leads from the home page to this page" + others,
            help: "take 'hide' out of its 'nav', or link to it from a page that readers find")
    }
}
