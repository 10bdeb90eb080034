// A topic map as SVG: boxes, lines, and names that are links. Colours and strokes are up to the style sheet.

import Drawing
import Knowledge
import UTF8Text

extension MapPlan {
    /// The drawing. Row `n` leads to `hrefs[n]` and is called `names[n]` in full.
    func svg(names: [String], hrefs: [String]) -> [UInt8] {
        let subject = arrangement.subject
        var svg = MapSVG(width: width, height: height)
        for (column, boxes) in arrangement.columns.enumerated() {
            for box in boxes {
                svg.box(
                    x: columnLefts[column], y: arrangement.boxTops[box], width: columnWidths[column],
                    height: arrangement.height(of: box), title: arrangement.titles[box])
            }
        }
        for (row, entry) in subject.rows.enumerated() {
            guard let whole = entry.whole else { continue }
            let (start, end) = (dot(of: whole), dot(of: row))
            let corner = Point(x: start.x, y: end.y)
            svg.path(
                "map-line map-branch",
                Path(through: [Point(x: start.x, y: start.y + 7), corner, Point(x: end.x - 7, y: end.y)]),
                ends: (row, whole))
        }
        // What authors say about topics lies above what their texts do.
        for kind in TopicEdge.Kind.allCases.reversed() {
            for (place, line) in subject.lines.enumerated() where line.kind == kind {
                let route = routes[place]
                let weight = line.weight > 1 ? " map-weight-\(line.weight)" : ""
                svg.path("map-line " + kind.lineClass + weight, Path(through: route), ends: (line.from, line.to))
                if let end = route.last, let before = route.dropLast().last {
                    svg.mark(kind, at: end, from: before, ends: (line.from, line.to))
                }
            }
        }
        for boxes in arrangement.columns {
            for row in boxes.flatMap({ arrangement.rowsOfBox[$0] }) {
                svg.topic(
                    row, arrangement.labels[row], name: names[row], href: hrefs[row], dot: dot(of: row),
                    radius: dotRadius(degree: subject.rows[row].degree), isEnd: false)
            }
        }
        svg.close()
        return svg.bytes
    }

    private func dot(of row: Int) -> Point {
        Point(
            x: columnLefts[arrangement.column(of: row)] + arrangement.dotInset(of: row), y: arrangement.rowMiddles[row])
    }
}

/// In tenths of a pixel: the area grows with the number of connections.
private func dotRadius(degree: Int) -> Int {
    var root = 0
    while (root + 1) * (root + 1) <= degree * 100, root < 50 { root += 1 }
    return min(65, 10 + root * 12 / 10)
}
