// The topics of a handbook and what holds them together: the graph that the topic map draws.

import Content
import UTF8Text

/// Two topics that belong together, and how.
package struct TopicEdge: Sendable {
    /// The strongest first.
    package enum Kind: Int, CaseIterable, Sendable {
        /// `from` is part of `to`.
        case partOf
        /// `from` comes before `to`.
        case precedes
        /// Authors say that the two are worth reading together.
        case related
        /// The text of `from` leads to `to`, and nothing above says why.
        case link
    }

    package let kind: Kind
    /// Places in `TopicGraph.topics`. Where the edge has no direction, `from` is the lower one.
    package let from: Int
    package let to: Int
    /// Whether the texts of both lead to the other.
    package let isMutual: Bool
    /// How often the texts lead from one to the other; 0 for what the front matter says.
    package let linkCount: Int
}

package struct TopicGraph: Sendable {
    /// The published pages of this type, in the order of their paths, without those that are retired.
    package let topics: [PageID]
    package let sections: [TopicSection]
    /// At most one of each kind for a pair, in the order of `from`, `to` and kind.
    package let edges: [TopicEdge]
    /// The section of each topic.
    package let sectionOfTopic: [Int]
    /// The places of each topic's edges in `edges`.
    package let edgesOfTopic: [[Int]]
    private let places: [PageID: Int]

    /// The place of a page in `topics`.
    package func place(of page: PageID) -> Int? { places[page] }

    /// Whether there is anything to draw.
    package var isEmpty: Bool { edges.isEmpty }

    /// All relations, and of the links in the text those that are among the `count` strongest of one of their topics:
    /// links both ways before one way, then the most links. Texts lead to so many topics that all of them would hide
    /// what matters. In the order of `edges`.
    package func strongestEdges(linksPerTopic count: Int) -> [TopicEdge] {
        var isKept = edges.map { $0.kind != .link }
        for places in edgesOfTopic {
            let links = places.filter { edges[$0].kind == .link }
            for place in links.sorted(by: isStronger).prefix(count) { isKept[place] = true }
        }
        return edges.indices.filter { isKept[$0] }.map { edges[$0] }
    }

    private func isStronger(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (edges[left], edges[right])
        if a.isMutual != b.isMutual { return a.isMutual }
        if a.linkCount != b.linkCount { return a.linkCount > b.linkCount }
        return left < right
    }

    init(_ shelf: Shelf, tree: Tree, texts: TextLinks, relations: Relations) {
        topics = shelf.pages.filter { $0.type == .topic && !$0.isRetired }.map(\.id)
        var places: [PageID: Int] = [:]
        for (place, id) in topics.enumerated() { places[id] = place }
        self.places = places
        let related = relationEdges(topics, places: places, relations: relations)
        let targets = topics.map { topic in texts.targets(of: topic).compactMap { places[$0] } }
        edges = (related + linkEdges(targets, besides: related)).sorted {
            ($0.from, $0.to, $0.kind.rawValue) < ($1.from, $1.to, $1.kind.rawValue)
        }
        var edgesOfTopic: [[Int]] = Array(repeating: [], count: topics.count)
        for (place, edge) in edges.enumerated() {
            edgesOfTopic[edge.from].append(place)
            edgesOfTopic[edge.to].append(place)
        }
        self.edgesOfTopic = edgesOfTopic
        (sections, sectionOfTopic) = topicSections(topics, shelf: shelf, tree: tree, relations: relations)
    }
}

/// Where the texts of all pages lead.
struct TextLinks {
    let byHand: [[Destination]]
    let terms: [PageTerms]
    let vocabulary: Vocabulary

    /// The pages that the text of a page leads to, each as often as it does.
    func targets(of page: PageID) -> [PageID] {
        let byHand = byHand[page.index].compactMap { destination -> PageID? in
            if case .page(let target, _) = destination { target } else { nil }
        }
        return byHand + terms[page.index].links.map { vocabulary.linkable[vocabulary.forms[$0.form].term].target }
    }
}

private func relationEdges(_ topics: [PageID], places: [PageID: Int], relations: Relations) -> [TopicEdge] {
    let kinds: [(RelationKind, TopicEdge.Kind)] = [(.partOf, .partOf), (.precedes, .precedes), (.related, .related)]
    var edges: [TopicEdge] = []
    for (from, topic) in topics.enumerated() {
        for (relation, kind) in kinds {
            for case let to? in relations.targets(of: relation, from: topic).map({ places[$0] }) where to != from {
                // A symmetric relation is known from both sides.
                if kind == .related, to < from { continue }
                edges.append(TopicEdge(kind: kind, from: from, to: to, isMutual: kind == .related, linkCount: 0))
            }
        }
    }
    return edges
}

private struct TopicPair: Hashable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }
}

/// The links between topics that have no relation. `targets` are the topics that each topic's text leads to.
private func linkEdges(_ targets: [[Int]], besides relations: [TopicEdge]) -> [TopicEdge] {
    let related = Set(relations.map { TopicPair($0.from, $0.to) })
    var counts: [TopicPair: (up: Int, down: Int)] = [:]
    for (from, targets) in targets.enumerated() {
        for to in targets where to != from {
            let pair = TopicPair(from, to)
            guard !related.contains(pair) else { continue }
            if from < to { counts[pair, default: (0, 0)].up += 1 } else { counts[pair, default: (0, 0)].down += 1 }
        }
    }
    return counts.map { pair, count in
        let leadsUp = count.up > 0
        return TopicEdge(
            kind: .link, from: leadsUp ? pair.low : pair.high, to: leadsUp ? pair.high : pair.low,
            isMutual: leadsUp && count.down > 0, linkCount: count.up + count.down)
    }
}
