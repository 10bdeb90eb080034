// The place of each page among the others: folders are pages too, by their index.

import Content
import UTF8Text

/// Pages of a folder under one heading; without a title for a folder that declares no groups.
package struct NavigationGroup: Sendable {
    package let title: String?
    /// The anchor of the group on the page of its folder.
    package let id: String?
    package let members: [PageID]
}

package struct Tree: Sendable {
    /// The page of the folder around each page; none for the home page.
    package let parents: [PageID?]
    /// For the page of a folder: its pages and folders, in reading order. Empty for other pages.
    package let groups: [[NavigationGroup]]
    /// The pages before and after each one in its folder.
    package let neighbours: [Neighbours]
    /// The place of each page in its group.
    package let places: [Int]
    /// All pages in the order of the whole handbook.
    package let readingOrder: [PageID]

    package struct Neighbours: Sendable {
        package let previous: PageID?
        package let next: PageID?
    }

    package func children(of id: PageID) -> [PageID] { groups[id.index].flatMap(\.members) }

    package func childCount(of id: PageID) -> Int { groups[id.index].reduce(0) { $0 + $1.members.count } }

    /// The pages above `id`, home first.
    package func trail(of id: PageID) -> [PageID] {
        var trail: [PageID] = []
        var current = parents[id.index]
        while let page = current {
            trail.append(page)
            current = parents[page.index]
        }
        return trail.reversed()
    }
}

func growTree(_ shelf: Shelf, addresses: [String], report: inout Report) -> Tree {
    var folderPages: [String: PageID] = [:]
    for page in shelf.pages { if let folder = page.folderOpened { folderPages[folder] = page.id } }

    var parents: [PageID?] = []
    var children: [[PageID]] = Array(repeating: [], count: shelf.pages.count)
    for page in shelf.pages {
        let parentFolder = page.folderOpened.map { $0.isEmpty ? nil : folder(of: $0) } ?? folder(of: page.path)
        let parent = parentFolder.flatMap { folderPages[$0] }
        parents.append(parent == page.id ? nil : parent)
        if let parent, parent != page.id { children[parent.index].append(page.id) }
    }

    var groups: [[NavigationGroup]] = []
    var neighbours = Array(repeating: Tree.Neighbours(previous: nil, next: nil), count: shelf.pages.count)
    var places = Array(repeating: 0, count: shelf.pages.count)
    for page in shelf.pages {
        let ordered = inReadingOrder(children[page.id.index], shelf: shelf, folder: page)
        let pageGroups = group(ordered, by: page.parsed.header.groups, on: page, shelf: shelf, report: &report)
        groups.append(pageGroups)
        for group in pageGroups { for (place, member) in group.members.enumerated() { places[member.index] = place } }
        let members = pageGroups.flatMap(\.members).filter { !shelf.pages[$0.index].parsed.header.navigation.isHidden }
        for (place, member) in members.enumerated() {
            neighbours[member.index] = Tree.Neighbours(
                previous: place > 0 ? members[place - 1] : nil,
                next: place + 1 < members.count ? members[place + 1] : nil)
        }
    }
    let order = readingOrder(from: folderPages[""], groups: groups)
    return Tree(parents: parents, groups: groups, neighbours: neighbours, places: places, readingOrder: order)
}

/// By `nav.order`, then the numbers of names, then title; the topic map, the glossary and the sources stand last at
/// the top.
private func inReadingOrder(_ pages: [PageID], shelf: Shelf, folder: Page) -> [PageID] {
    struct Key {
        let id: PageID
        let rank: Int
        let order: Int
        let numbers: [Int]
        let label: String
    }
    let keys = pages.map { id in
        let page = shelf.pages[id.index]
        let rank =
            switch page.kind {
            case .map: 2
            case .glossary: 3
            case .sources: 4
            case .section, .home: 0
            case .article: folder.kind == .home ? 1 : 0
            }
        return Key(
            id: id, rank: rank, order: page.parsed.header.navigation.order ?? Int.max,
            numbers: page.order, label: page.label)
    }
    let sorted = keys.sorted { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        if left.order != right.order { return left.order < right.order }
        if left.numbers != right.numbers {
            // Names without a number stand behind those that have one.
            if left.numbers.isEmpty || right.numbers.isEmpty { return right.numbers.isEmpty }
            return left.numbers.lexicographicallyPrecedes(right.numbers)
        }
        if left.label != right.label { return readsBefore(left.label, right.label) }
        return left.id < right.id
    }
    return sorted.map(\.id)
}

private func group(
    _ pages: [PageID], by declared: [PageGroup], on page: Page, shelf: Shelf, report: inout Report
) -> [NavigationGroup] {
    guard !pages.isEmpty else { return [] }
    guard !declared.isEmpty else { return [NavigationGroup(title: nil, id: nil, members: pages)] }
    var bySlug: [String: PageID] = [:]
    for id in pages { bySlug[shelf.pages[id.index].slug] = id }
    lazy var slugs = NameList(bySlug.keys)
    var rest = Set(pages)
    var usedIDs = Set(page.parsed.markdown.outline.map(\.id))
    var groups: [NavigationGroup] = []
    for group in declared {
        let members = group.pages.compactMap { name -> PageID? in
            guard let id = bySlug[name.value] else {
                if !shelf.hasDraft(inFile: name.value + ".md") {
                    report.add(
                        .relationTarget, in: page.path, at: name.position, "this folder has no page '\(name.value)'",
                        guess: Guess(name.value, in: slugs))
                }
                return nil
            }
            guard rest.remove(id) != nil else {
                report.add(
                    .nameTaken, in: page.path, at: name.position, "'\(name.value)' stands in two groups",
                    help: "keep it in one of them")
                return nil
            }
            return id
        }
        var id = headingID(group.title.value)
        while !usedIDs.insert(id).inserted { id += "-pages" }
        if !members.isEmpty { groups.append(NavigationGroup(title: group.title.value, id: id, members: members)) }
    }
    let ungrouped = pages.filter(rest.contains)
    if !ungrouped.isEmpty { groups.append(NavigationGroup(title: nil, id: nil, members: ungrouped)) }
    return groups
}

private func readingOrder(from home: PageID?, groups: [[NavigationGroup]]) -> [PageID] {
    var order: [PageID] = []
    var waiting = home.map { [$0] } ?? []
    while let id = waiting.popLast() {
        order.append(id)
        waiting.append(contentsOf: groups[id.index].flatMap(\.members).reversed())
    }
    return order
}
