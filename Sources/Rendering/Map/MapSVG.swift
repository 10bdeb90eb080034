// The parts that drawings of topics consist of, as SVG (SVG 2). Names of classes are those of the style sheet.

import Drawing
import Knowledge
import UTF8Text

struct MapSVG {
    private var svg = SVGText()
    var bytes: [UInt8] { svg.bytes }

    /// Measured in `em`, so that a drawing grows with the reader's type; `width` and `height` are multiples of 16
    /// pixels. Moved by half a pixel, so that thin lines are sharp. The figure around it has the name.
    init(width: Int, height: Int) {
        // Paper lies across under a wide one.
        let name = width > 640 && 4 * height <= 3 * width ? "map map-wide" : "map"
        svg.markup("<svg class=\"\(name)\" width=\"\(width / 16)em\" height=\"\(height / 16)em\" ")
        svg.markup("viewBox=\"-0.5 -0.5 \(width) \(height)\">\n")
    }

    mutating func close() { svg.markup("</svg>\n") }

    // MARK: Boxes and words

    mutating func box(x: Int, y: Int, width: Int, height: Int, title: Label) {
        svg.markup("<rect class=\"map-box\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"4\"/>\n")
        text(
            title, x: x + 12, middle: y + 18 + (title.lines.count - 1) * TypeSize.line / 2,
            attributes: " class=\"map-title\"")
        svg.markup("\n")
    }

    /// The topic that readers are on.
    mutating func here(x: Int, y: Int, width: Int, height: Int, title: Label) {
        svg.markup(
            "<rect class=\"map-box map-here\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"4\"/>\n"
        )
        text(
            title, x: x + width / 2, middle: y + height / 2, attributes: " class=\"map-title\" text-anchor=\"middle\"")
        svg.markup("\n")
    }

    /// Words about a part of the drawing; ending at `x` or starting there.
    mutating func caption(_ words: String, x: Int, y: Int, isEnd: Bool) {
        svg.markup("<text class=\"map-caption\" x=\"\(x)\" y=\"\(y)\"\(isEnd ? " text-anchor=\"end\"" : "")>")
        svg.words(words)
        svg.markup("</text>\n")
    }

    // MARK: Lines

    /// `ends` are the numbers of the two topics, for scripts.
    mutating func path(_ name: String, _ path: Path, ends: (Int, Int)) {
        svg.markup("<path class=\"\(name)\" data-ends=\"\(ends.0) \(ends.1)\" d=\"")
        svg.append(path.data)
        svg.markup("\"/>\n")
    }

    /// What a line means at its end.
    mutating func mark(_ kind: TopicEdge.Kind, at end: Point, from before: Point, ends: (Int, Int)) {
        let mark = mapMark(kind, at: end, from: before)
        if !mark.data.isEmpty { path("map-mark \(kind.lineClass)", mark, ends: ends) }
    }

    // MARK: Topics

    /// A dot of a size that grows with its connections, and its name behind it or before it, both one link.
    mutating func topic(
        _ number: Int, _ label: Label, name: String, href: String, dot: Point, radius tenths: Int, isEnd: Bool
    ) {
        svg.markup("<a class=\"map-topic\" data-topic=\"\(number)\" href=\"")
        svg.words(href)
        svg.markup("\">")
        if name != label.lines.joined(separator: " ") {
            // Browsers show the whole name when the pointer rests on it, and read it out.
            svg.markup("<title>")
            svg.words(name)
            svg.markup("</title>")
        }
        let height = MapGrid.row + (label.lines.count - 1) * TypeSize.line
        let width = label.width + MapGrid.labelInset + 12
        svg.markup(
            "<rect class=\"map-hit\" x=\"\(isEnd ? dot.x + 8 - width : dot.x - 8)\" y=\"\(dot.y - height / 2)\" ")
        svg.markup("width=\"\(width)\" height=\"\(height)\" rx=\"3\"/>")
        svg.markup("<circle cx=\"\(dot.x)\" cy=\"\(dot.y)\" r=\"\(tenths / 10).\(tenths % 10)\"/>")
        let inset = isEnd ? -MapGrid.labelInset : MapGrid.labelInset
        text(label, x: dot.x + inset, middle: dot.y, attributes: isEnd ? " text-anchor=\"end\"" : "")
        svg.markup("</a>\n")
    }

    private mutating func text(_ label: Label, x: Int, middle: Int, attributes: String) {
        let first = middle + 4 - (label.lines.count - 1) * TypeSize.line / 2
        svg.markup("<text x=\"\(x)\" y=\"\(first)\"\(attributes)>")
        svg.words(label.lines.first ?? "")
        // A space keeps the lines apart for those who hear them; it must not move the end that stands at `x`.
        let isEnd = attributes.contains("end")
        for line in label.lines.dropFirst() {
            svg.markup("\(isEnd ? "" : " ")<tspan x=\"\(x)\" dy=\"\(TypeSize.line)\">\(isEnd ? " " : "")")
            svg.words(line)
            svg.markup("</tspan>")
        }
        svg.markup("</text>")
    }
}

extension TopicEdge.Kind {
    var lineClass: String {
        switch self {
        case .partOf: "map-part"
        case .precedes: "map-before"
        case .related: "map-related"
        case .link: "map-link"
        }
    }
}

/// An arrow head at what comes later, a diamond at the whole; nothing at the ends of other lines.
func mapMark(_ kind: TopicEdge.Kind, at end: Point, from before: Point) -> Path {
    let back = Point(x: (before.x - end.x).signum(), y: before.x == end.x ? (before.y - end.y).signum() : 0)
    func place(_ along: Int, _ across: Int) -> Point {
        Point(x: end.x + back.x * along + back.y * across, y: end.y + back.y * along + back.x * across)
    }
    switch kind {
    case .precedes: return Path(around: [place(0, 0), place(8, 4), place(8, -4)])
    case .partOf: return Path(around: [place(0, 0), place(5, 4), place(10, 0), place(5, -4)])
    case .related, .link: return Path()
    }
}

/// An open arrow head: the text leads to the topic there.
func mapChevron(at end: Point, from before: Point) -> Path {
    let back = (before.x - end.x).signum()
    var path = Path()
    path.move(to: Point(x: end.x + 5 * back, y: end.y - 4))
    path.line(to: end)
    path.line(to: Point(x: end.x + 5 * back, y: end.y + 4))
    return path
}
