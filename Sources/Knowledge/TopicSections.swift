// The sections of the topic map: each topic stands in one of them.

import Content

package struct TopicSection: Sendable {
    package let title: String
    /// Places in `TopicGraph.topics`, in reading order.
    package let members: [Int]
}

/// What makes topics stand together, the first that applies: their group in the index of their folder; their folder;
/// where all lie in one folder without groups, the topic that they are part of in the end.
private enum SectionKey: Hashable {
    case group(folder: PageID, Int)
    case folder(PageID)
    case whole(PageID)
    /// Topics that nothing of this holds of.
    case others
}

/// The sections in reading order, and the section of each topic.
func topicSections(
    _ topics: [PageID], shelf: Shelf, tree: Tree, relations: Relations
) -> (sections: [TopicSection], ofTopic: [Int]) {
    let keys = sectionKeys(of: topics, shelf: shelf, tree: tree, relations: relations)
    var places: [PageID: Int] = [:]
    for (place, id) in topics.enumerated() { places[id] = place }
    var order: [SectionKey] = []
    var members: [SectionKey: [Int]] = [:]
    for case let place? in tree.readingOrder.map({ places[$0] }) {
        if members[keys[place], default: []].isEmpty { order.append(keys[place]) }
        members[keys[place], default: []].append(place)
    }
    // What is left over stands last.
    order = order.filter { $0 != .others } + order.filter { $0 == .others }
    var ofTopic = Array(repeating: 0, count: topics.count)
    for (section, key) in order.enumerated() {
        for place in members[key] ?? [] { ofTopic[place] = section }
    }
    let sections = order.map { key in
        TopicSection(title: title(of: key, shelf: shelf, tree: tree), members: members[key] ?? [])
    }
    return (sections, ofTopic)
}

private func sectionKeys(
    of topics: [PageID], shelf: Shelf, tree: Tree, relations: Relations
) -> [SectionKey] {
    var groups: [PageID: SectionKey] = [:]
    for page in shelf.pages {
        for (index, group) in tree.groups[page.id.index].enumerated() where group.title != nil {
            for member in group.members { groups[member] = .group(folder: page.id, index) }
        }
    }
    /// The index of the folder that a topic lies in, or is the index of.
    func folder(of topic: PageID) -> PageID {
        shelf.pages[topic.index].folderOpened != nil ? topic : tree.parents[topic.index] ?? topic
    }
    let grouped = Set(topics.filter { groups[$0] != nil }.map(folder(of:)))
    let isFlat = grouped.isEmpty && Set(topics.map(folder(of:))).count == 1
    let wholes = isFlat ? lastWholes(of: topics, relations: relations) : [:]
    return topics.map { topic in
        if let group = groups[topic] { return group }
        if !wholes.isEmpty { return wholes[topic].map { .whole($0) } ?? .others }
        // A folder whose other topics stand in groups has no better name to offer.
        return grouped.contains(folder(of: topic)) ? .others : .folder(folder(of: topic))
    }
}

/// The topic at the top that each one is part of, itself for one that has parts. Topics that are part of nothing and
/// have no parts are left out.
private func lastWholes(of topics: [PageID], relations: Relations) -> [PageID: PageID] {
    var wholes: [PageID: PageID] = [:]
    for topic in topics {
        var chain: [PageID] = []
        var seen: Set<PageID> = []
        var current = topic
        // A circle of parts has been reported; whoever is met twice stands for it.
        while wholes[current] == nil, seen.insert(current).inserted,
            let whole = relations.targets(of: .partOf, from: current).first
        {
            chain.append(current)
            current = whole
        }
        let top = wholes[current] ?? current
        for part in chain { wholes[part] = top }
        if !chain.isEmpty { wholes[top] = top }
    }
    return wholes
}

private func title(of key: SectionKey, shelf: Shelf, tree: Tree) -> String {
    switch key {
    case .group(let folder, let index): tree.groups[folder.index][index].title ?? ""
    case .folder(let page), .whole(let page): shelf.pages[page.index].label
    case .others: "Other topics"
    }
}
