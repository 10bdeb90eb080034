// What a topic map is a map of: rows that stand in boxes, and what connects them.

import Knowledge

/// Rows in boxes with lines between them; nothing says yet where they lie.
struct MapSubject {
    struct Row {
        let name: String
        let box: Int
        /// The row that this one is part of, in the same box.
        let whole: Int?
        /// How many connections it has, drawn or not.
        let degree: Int
    }

    struct Line {
        let kind: TopicEdge.Kind
        let from: Int
        let to: Int
        /// 1 to 3: how thick it is drawn.
        let weight: Int

        /// How strongly it draws its ends together. What authors say binds more than what their texts do.
        var pull: Int { kind == .link ? weight : 3 }
    }

    let titles: [String]
    /// The section of each box. A long section is divided into several boxes.
    let sections: [Int]
    let rows: [Row]
    /// Without those from a row to the one it is part of in the same box, which show by their place.
    let lines: [Line]
    /// Whether lines that begin or end at the same row may run as one until they part.
    let sharesTracks: Bool
}

/// A box with more rows than this is divided: it would be much longer than all others.
private let mostRowsInABox = 28

extension MapSubject {
    /// All topics in the boxes of their sections.
    init(topicsOf graph: TopicGraph, edges: [TopicEdge], names: [String], words: MapWords) {
        var titles: [String] = []
        var sections: [Int] = []
        var boxes = Array(repeating: 0, count: graph.topics.count)
        for (place, section) in graph.sections.enumerated() {
            let parts = (section.members.count + mostRowsInABox - 1) / mostRowsInABox
            let size = (section.members.count + parts - 1) / parts
            for (place, member) in section.members.enumerated() { boxes[member] = titles.count + place / size }
            for part in 0..<parts {
                sections.append(place)
                titles.append(parts == 1 ? section.title : words.partOfSection(section.title, part + 1, parts))
            }
        }
        var wholes: [Int?] = Array(repeating: nil, count: graph.topics.count)
        for edge in edges where edge.kind == .partOf && boxes[edge.from] == boxes[edge.to] {
            wholes[edge.from] = wholes[edge.from] ?? edge.to
        }
        cutCircles(in: &wholes)
        self.titles = titles
        self.sections = sections
        rows = graph.topics.indices.map { topic in
            Row(
                name: names[topic], box: boxes[topic], whole: wholes[topic], degree: graph.edgesOfTopic[topic].count)
        }
        sharesTracks = true
        lines = edges.filter { $0.kind != .partOf || wholes[$0.from] != $0.to }
            .map { Line(kind: $0.kind, from: $0.from, to: $0.to, weight: 1) }
    }
}

extension MapSubject {
    /// The rows above the ends of a line, or the ends themselves, that are part of the same one in the same box.
    func siblings(around line: Line) -> (first: Int, second: Int)? {
        guard rows[line.from].box == rows[line.to].box else { return nil }
        var childOf: [Int?: Int] = [:]
        for child in sequence(first: line.from, next: { rows[$0].whole }) { childOf[rows[child].whole] = child }
        for child in sequence(first: line.to, next: { rows[$0].whole }) {
            if let sibling = childOf[rows[child].whole] { return sibling == child ? nil : (sibling, child) }
        }
        return nil
    }
}

/// A circle of parts has been reported; one of them then stands as a whole.
private func cutCircles(in wholes: inout [Int?]) {
    var isChecked = Array(repeating: false, count: wholes.count)
    for start in wholes.indices {
        var onPath: Set<Int> = []
        var current = start
        while !isChecked[current] {
            isChecked[current] = true
            onPath.insert(current)
            guard let whole = wholes[current] else { break }
            if onPath.contains(whole) { wholes[current] = nil }
            current = whole
        }
    }
}
