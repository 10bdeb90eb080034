// What the lines of a drawing mean: a sample of each with its words.

import Drawing
import Knowledge
import UTF8Text

/// What there is to explain about a drawing.
enum MapKey: CaseIterable {
    case branch, partOf, precedes, related, link, oneWay, bothWays, dots, sections
}

extension MapSubject {
    var keys: [MapKey] {
        let kinds = Set(lines.map(\.kind))
        return MapKey.allCases.filter { key in
            switch key {
            case .branch: rows.contains { $0.whole != nil }
            case .partOf: kinds.contains(.partOf)
            case .precedes: kinds.contains(.precedes)
            case .related: kinds.contains(.related)
            case .link: kinds.contains(.link)
            case .dots: true
            case .oneWay, .bothWays, .sections: false
            }
        }
    }
}

extension Neighbourhood {
    func keys(of topic: Int) -> [MapKey] {
        let ties = Set([left, right, above, below].flatMap(\.entries).map { TopicTie($0.edge, from: topic) })
        return MapKey.allCases.filter { key in
            switch key {
            case .partOf: ties.contains(.partOf) || ties.contains(.parts)
            case .precedes: ties.contains(.before) || ties.contains(.after)
            case .related: ties.contains(.related)
            case .oneWay: ties.contains(.leadsTo) || ties.contains(.ledToBy)
            case .bothWays: ties.contains(.bothWays)
            case .branch, .link, .dots, .sections: false
            }
        }
    }
}

extension [UInt8] {
    /// A drawing in a frame that scrolls, with the meaning of its lines below.
    mutating func appendMapFigure(_ name: String, _ svg: [UInt8], keys: [MapKey], words: MapWords) {
        write("<figure class=\"map-figure\" aria-label=\"")
        appendEscaped(name)
        write("\" aria-describedby=\"page:map-key\">\n<div class=\"map-scroll\">\n")
        append(contentsOf: svg)
        write("</div>\n<figcaption id=\"page:map-key\" class=\"map-key\">\n")
        for key in keys {
            write("<span class=\"map-sample\">")
            appendSample(of: key)
            appendEscaped(words.key(key))
            write("</span>\n")
        }
        write("</figcaption>\n</figure>\n")
    }

    private mutating func appendSample(of key: MapKey) {
        let (start, end) = (Point(x: 2, y: 8), Point(x: 34, y: 8))
        write("<svg class=\"map-sign\" width=\"36\" height=\"16\" aria-hidden=\"true\">")
        func add(_ name: String, _ path: Path) {
            append(contentsOf: "<path class=\"\(name)\" d=\"".utf8)
            append(contentsOf: path.data)
            write("\"/>")
        }
        func addLine(_ kind: TopicEdge.Kind) {
            add("map-line " + kind.lineClass, Path(through: [start, end]))
            let mark = mapMark(kind, at: end, from: start)
            if !mark.data.isEmpty { add("map-mark " + kind.lineClass, mark) }
        }
        switch key {
        case .branch:
            add(
                "map-line map-branch",
                Path(through: [Point(x: 8, y: 1), Point(x: 8, y: 10), Point(x: 26, y: 10)]))
            write("<circle cx=\"30\" cy=\"10\" r=\"3\"/>")
        case .partOf: addLine(.partOf)
        case .precedes: addLine(.precedes)
        case .related: addLine(.related)
        case .link, .bothWays: addLine(.link)
        case .oneWay:
            addLine(.link)
            add("map-line map-link", mapChevron(at: end, from: start))
        case .dots: write("<circle cx=\"8\" cy=\"8\" r=\"2.5\"/><circle cx=\"25\" cy=\"8\" r=\"5.5\"/>")
        case .sections:
            add("map-line map-link", Path(through: [Point(x: 2, y: 4), Point(x: 34, y: 4)]))
            add("map-line map-link map-weight-3", Path(through: [Point(x: 2, y: 11), Point(x: 34, y: 11)]))
        }
        write("</svg>")
    }
}
