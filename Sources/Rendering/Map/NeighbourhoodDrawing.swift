// The neighbourhood of a topic as SVG, in one column of links on each side of the topic.

import Drawing
import Knowledge
import UTF8Text

/// Distances in the drawing, in pixels.
private enum Span {
    static let edge = 12
    static let sideLabel = 148
    static let middle = 188
    /// Between the dots of a side and the topic.
    static let gutter = 44
    static let heading = 24
    static let gap = 28
    /// Between two lines where they meet the topic.
    static let port = 10
}

/// Rows one below the other, with a heading.
private struct Stack {
    let entries: [Neighbourhood.Entry]
    let labels: [Label]
    let more: Int

    init(_ side: Neighbourhood.Side, name: (Int) -> String, width: Int) {
        entries = side.entries
        labels = side.entries.map { Label.fitting(name($0.topic), within: width) }
        more = side.more
    }

    /// Of the longest name, or of the heading.
    var width: Int { labels.map(\.width).max().map { max($0, 80) } ?? 0 }

    /// The height of each row.
    var heights: [Int] { labels.map { MapGrid.row + ($0.lines.count - 1) * TypeSize.line } }

    var height: Int {
        entries.isEmpty ? 0 : Span.heading + heights.reduce(0, +) + (more > 0 ? MapGrid.row : 0)
    }

    /// The middle of each row when the heading begins at `top`.
    func middles(from top: Int) -> [Int] {
        var next = top + Span.heading
        return heights.map { height in
            defer { next += height }
            return next + height / 2
        }
    }
}

/// Draws what stands `around` a topic. `name` and `href` say how a topic is called and where it lies.
func neighbourhoodSVG(
    _ around: Neighbourhood, of topic: Int, name: (Int) -> String, href: (Int) -> String, words: Wording
) -> [UInt8] {
    var drawing = NeighbourhoodDrawing(around, topic: topic, name: name, words: words)
    drawing.drawSide(.left, name: name, href: href)
    drawing.drawSide(.right, name: name, href: href)
    drawing.drawAbove(name: name, href: href)
    drawing.drawBelow(name: name, href: href)
    drawing.drawTopic()
    drawing.svg.close()
    return drawing.svg.bytes
}

private struct NeighbourhoodDrawing {
    enum Side { case left, right }

    var svg: MapSVG
    private let words: Wording
    private let topic: Int
    private let title: Label
    private let left: Stack
    private let right: Stack
    private let above: Stack
    private let below: Stack
    /// The box of the topic.
    private let box: (x: Int, y: Int, height: Int)

    init(_ around: Neighbourhood, topic: Int, name: (Int) -> String, words: Wording) {
        self.words = words
        self.topic = topic
        title = Label.fitting(name(topic), within: Span.middle - 16, isTitle: true)
        left = Stack(around.left, name: name, width: Span.sideLabel)
        right = Stack(around.right, name: name, width: Span.sideLabel)
        // Without a right side there is room for longer names.
        let room = right.entries.isEmpty ? Span.sideLabel : 0
        above = Stack(around.above, name: name, width: Span.middle - 28 + room)
        below = Stack(around.below, name: name, width: Span.middle - 34 + room)

        let ports = max(left.entries.count, right.entries.count)
        let height = max(48, 24 + title.lines.count * TypeSize.line, (ports - 1) * Span.port + 24)
        let overMiddle = max((left.height + Span.heading) / 2, (right.height + Span.heading) / 2, height / 2)
        let overBox = above.height > 0 ? above.height + Span.gap : 0
        let middle = Span.edge + max(overMiddle, overBox + height / 2)
        let x = left.entries.isEmpty ? Span.edge : Span.edge + left.width + MapGrid.labelInset + Span.gutter
        box = (x, middle - height / 2, height)
        let underMiddle = max((left.height - Span.heading) / 2, (right.height - Span.heading) / 2)
        let underBox = height / 2 + (below.height > 0 ? below.height + Span.gap / 2 : 0)
        let bottom = middle + max(underMiddle, underBox) + Span.edge
        let beside = right.entries.isEmpty ? 0 : Span.gutter + MapGrid.labelInset + right.width
        let end = x + max(Span.middle + beside, above.width + 28, below.width + 42) + Span.edge
        svg = MapSVG(
            width: (end + 15) / 16 * 16, height: (bottom + 15) / 16 * 16)
    }

    mutating func drawSide(_ side: Side, name: (Int) -> String, href: (Int) -> String) {
        let stack = side == .left ? left : right
        guard !stack.entries.isEmpty else { return }
        let isLeft = side == .left
        let top = box.y + box.height / 2 - (stack.height + Span.heading) / 2
        let edge = isLeft ? box.x : box.x + Span.middle
        let out = isLeft ? -1 : 1
        let dot = edge + out * Span.gutter
        let label = dot + out * MapGrid.labelInset
        svg.caption(isLeft ? words.map.leadsHere : words.map.leadsOnTo, x: label, y: top + 14, isEnd: isLeft)
        let first = box.y + box.height / 2 - (stack.entries.count - 1) * Span.port / 2
        let middles = stack.middles(from: top)
        for (place, entry) in stack.entries.enumerated() {
            let far = Point(x: dot - out * 8, y: middles[place])
            let near = Point(x: edge, y: first + place * Span.port)
            let isHere = entry.edge.to == topic
            let (start, end) = isHere ? (far, near) : (near, far)
            var path = Path()
            path.swing(from: start, to: end)
            draw(entry.edge, path, to: end, from: start)
        }
        for (place, entry) in stack.entries.enumerated() {
            svg.topic(
                entry.topic, stack.labels[place], name: name(entry.topic), href: href(entry.topic),
                dot: Point(x: dot, y: middles[place]), radius: 35, isEnd: isLeft)
        }
        if stack.more > 0 {
            svg.caption(words.lists.more(stack.more), x: label, y: top + stack.height - 8, isEnd: isLeft)
        }
    }

    mutating func drawAbove(name: (Int) -> String, href: (Int) -> String) {
        let top = box.y - Span.gap - above.height
        let x = box.x + 16
        for (place, (entry, middle)) in zip(above.entries, above.middles(from: top)).enumerated() {
            if place == 0 { svg.caption(words.map.partOf, x: x + MapGrid.labelInset, y: top + 14, isEnd: false) }
            // Of several, each has a line of its own.
            let line = x - 6 * place
            let (start, end) = (Point(x: line, y: box.y), Point(x: line, y: middle + 7))
            draw(entry.edge, Path(through: [start, end]), to: end, from: start)
            svg.topic(
                entry.topic, above.labels[place], name: name(entry.topic), href: href(entry.topic),
                dot: Point(x: line, y: middle), radius: 35, isEnd: false)
        }
    }

    mutating func drawBelow(name: (Int) -> String, href: (Int) -> String) {
        guard !below.entries.isEmpty else { return }
        let top = box.y + box.height + Span.gap / 2
        let start = Point(x: box.x + 16, y: box.y + box.height)
        svg.caption(words.map.itsParts, x: start.x + 26, y: top + 14, isEnd: false)
        let middles = below.middles(from: top)
        for (entry, middle) in zip(below.entries, middles) {
            let end = Point(x: start.x + 8, y: middle)
            let corner = Point(x: start.x, y: middle)
            draw(entry.edge, Path(through: [end, corner, start]), to: start, from: corner)
        }
        for (place, entry) in below.entries.enumerated() {
            svg.topic(
                entry.topic, below.labels[place], name: name(entry.topic), href: href(entry.topic),
                dot: Point(x: start.x + 16, y: middles[place]), radius: 35, isEnd: false)
        }
        if below.more > 0 {
            svg.caption(words.lists.more(below.more), x: start.x + 26, y: top + below.height - 8, isEnd: false)
        }
    }

    private mutating func draw(_ edge: TopicEdge, _ path: Path, to end: Point, from before: Point) {
        svg.path("map-line \(edge.kind.lineClass)", path, ends: (edge.from, edge.to))
        svg.mark(edge.kind, at: end, from: before, ends: (edge.from, edge.to))
        if edge.kind == .link, !edge.isMutual {
            svg.path("map-line map-link", mapChevron(at: end, from: before), ends: (edge.from, edge.to))
        }
    }

    mutating func drawTopic() {
        svg.here(x: box.x, y: box.y, width: Span.middle, height: box.height, title: title)
    }
}
