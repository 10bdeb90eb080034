// The map of a very large handbook: its sections, how many topics each has, and what connects them.

import Knowledge

/// A handbook with more topics than this gets a map of its sections: at this size lines can still be followed.
let mostTopicsDrawn = 200
/// The sections that are drawn of a handbook with very many of them.
private let mostSectionsDrawn = 40
/// How many connections of each section are drawn, and those besides that another section has among its own.
private let connectionsPerSection = 3

/// How much connects the topics of two sections.
struct SectionConnection {
    let low: Int
    let high: Int
    /// Of two topics, one in each section, that are connected.
    let count: Int
}

extension TopicGraph {
    /// The sections with the most topics, in reading order.
    var largestSections: [Int] {
        let largest = sections.indices.sorted { left, right in
            let (a, b) = (sections[left].members.count, sections[right].members.count)
            return a == b ? left < right : a > b
        }
        return largest.prefix(mostSectionsDrawn).sorted()
    }

    /// The strongest connections between `drawn` sections, the strongest first.
    func strongestConnections(between drawn: [Int]) -> [SectionConnection] {
        struct Pair: Hashable {
            let low: Int
            let high: Int
        }
        let drawn = Set(drawn)
        var counts: [Pair: Int] = [:]
        for edge in edges {
            let (a, b) = (sectionOfTopic[edge.from], sectionOfTopic[edge.to])
            guard a != b, drawn.contains(a), drawn.contains(b) else { continue }
            counts[Pair(low: min(a, b), high: max(a, b)), default: 0] += 1
        }
        let inOrder = counts.sorted {
            $0.value == $1.value ? ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) : $0.value > $1.value
        }
        var taken: [Int: Int] = [:]
        return inOrder.compactMap { pair, count in
            let least = min(taken[pair.low, default: 0], taken[pair.high, default: 0])
            guard least < connectionsPerSection else { return nil }
            taken[pair.low, default: 0] += 1
            taken[pair.high, default: 0] += 1
            return SectionConnection(low: pair.low, high: pair.high, count: count)
        }
    }
}

extension MapSubject {
    /// Each of `drawn` a box with one row, which says how many topics it has; the more connections, the thicker a line.
    init(sections drawn: [Int], of graph: TopicGraph, connections: [SectionConnection], words: MapWords) {
        var boxes: [Int: Int] = [:]
        for (box, section) in drawn.enumerated() { boxes[section] = box }
        let most = connections.first?.count ?? 1
        let largest = drawn.map { graph.sections[$0].members.count }.max() ?? 1
        titles = drawn.map { graph.sections[$0].title }
        sections = drawn
        rows = drawn.enumerated().map { box, section in
            let count = graph.sections[section].members.count
            return Row(name: words.topics(count), box: box, whole: nil, degree: 20 * count / largest)
        }
        lines = connections.map { connection in
            Line(
                kind: .link, from: boxes[connection.low] ?? 0, to: boxes[connection.high] ?? 0,
                weight: 1 + min(2, 3 * (connection.count - 1) / most))
        }
        sharesTracks = false
    }
}
