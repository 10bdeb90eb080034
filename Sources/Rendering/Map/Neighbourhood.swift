// What stands around a topic in the drawing on its page: what leads here on the left, what it leads on to on the right,
// what it is part of above and its parts below.

import Knowledge

struct Neighbourhood {
    struct Entry {
        let topic: Int
        let edge: TopicEdge
    }

    /// One side of the drawing: as many as can be told apart, the strongest first.
    struct Side {
        let entries: [Entry]
        /// How many more there are.
        let more: Int

        var isEmpty: Bool { entries.isEmpty }
    }

    let left: Side
    let right: Side
    let above: Side
    let below: Side

    init(of topic: Int, in graph: TopicGraph) {
        let entries = graph.edgesOfTopic[topic].map { place in
            let edge = graph.edges[place]
            return Entry(topic: edge.from == topic ? edge.to : edge.from, edge: edge)
        }
        var ties: [[Entry]] = TopicTie.allCases.map { _ in [] }
        for entry in entries { ties[TopicTie(entry.edge, from: topic).rawValue].append(entry) }
        func tied(_ tie: TopicTie) -> [Entry] {
            ties[tie.rawValue].enumerated().sorted { left, right in
                let (a, b) = (left.element.edge.linkCount, right.element.edge.linkCount)
                return a == b ? left.offset < right.offset : a > b
            }.map(\.element)
        }
        var left = tied(.after)
        var right = tied(.before)
        // What leads both ways may stand on either side.
        let oneWay = (left: tied(.ledToBy).count, right: tied(.leadsTo).count)
        for entry in tied(.related) + tied(.bothWays) {
            if left.count + oneWay.left < right.count + oneWay.right { left.append(entry) } else { right.append(entry) }
        }
        left += tied(.ledToBy)
        right += tied(.leadsTo)
        self.left = Side(left)
        self.right = Side(right)
        above = Side(tied(.partOf))
        below = Side(tied(.parts))
    }
}

extension Neighbourhood.Side {
    private static let most = 8

    fileprivate init(_ entries: [Neighbourhood.Entry]) {
        // "And 1 more" would take the place of that one.
        let shown = entries.count <= Self.most + 1 ? entries.count : Self.most
        self.entries = Array(entries.prefix(shown))
        more = entries.count - shown
    }
}
