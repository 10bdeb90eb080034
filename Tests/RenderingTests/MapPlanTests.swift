// The layout of the topic map: nothing lies on top of anything else, whatever the topics.

import Drawing
import Knowledge
import TestSupport
import Testing

@testable import Rendering

@Suite struct MapPlanTests {
    /// Topics in boxes, with parts and lines, all decided by `seed`.
    private func subject(topics: Int, boxes: Int, lines: Int, seed: UInt64) -> MapSubject {
        var chance = Chance(seed: seed)
        var rows: [MapSubject.Row] = []
        var last: [Int: Int] = [:]
        for place in 0..<topics {
            let box = place < boxes ? place : chance.below(boxes)
            let name = ["Risk", "Budget and cost control", "Method, standards and tailoring", "Stage gates"][
                chance.below(4)]
            rows.append(
                MapSubject.Row(
                    name: name, box: box, whole: chance.below(3) == 0 ? last[box] : nil, degree: chance.below(12)))
            last[box] = place
        }
        let kinds: [TopicEdge.Kind] = [.link, .link, .link, .partOf, .precedes, .related]
        let all = (0..<lines).map { _ in
            MapSubject.Line(
                kind: kinds[chance.below(6)], from: chance.below(topics), to: chance.below(topics), weight: 1)
        }
        return MapSubject(
            titles: (0..<boxes).map { "Section \($0)" }, sections: Array(0..<boxes), rows: rows,
            lines: all.filter { $0.from != $0.to }, sharesTracks: true)
    }

    private struct Area {
        let left: Int
        let right: Int
        let top: Int
        let bottom: Int

        func meets(_ other: Area) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private func names(of plan: MapPlan) -> [Area] {
        let arrangement = plan.arrangement
        return arrangement.subject.rows.indices.map { row in
            let left = plan.columnLefts[arrangement.column(of: row)] + arrangement.nameInset(of: row)
            let height = arrangement.labels[row].lines.count * TypeSize.line
            let middle = arrangement.rowMiddles[row]
            return Area(
                left: left, right: left + arrangement.labels[row].width, top: middle - height / 2,
                bottom: middle + height / 2)
        }
    }

    private func boxes(of plan: MapPlan) -> [Area] {
        let arrangement = plan.arrangement
        return arrangement.subject.titles.indices.map { box in
            let left = plan.columnLefts[arrangement.columnOfBox[box]]
            return Area(
                left: left, right: left + arrangement.width(of: box), top: arrangement.boxTops[box],
                bottom: arrangement.boxTops[box] + arrangement.height(of: box))
        }
    }

    static let sizes = [
        (2, 1, 1), (12, 3, 10), (53, 4, 90), (120, 10, 200), (120, 14, 160), (200, 40, 300), (30, 30, 60),
    ]

    @Test(arguments: sizes, [1, 2, 3] as [UInt64])
    func namesAndBoxesNeverOverlap(size: (topics: Int, boxes: Int, lines: Int), seed: UInt64) {
        let plan = MapPlan(subject(topics: size.topics, boxes: size.boxes, lines: size.lines, seed: seed))
        for areas in [names(of: plan), boxes(of: plan)] {
            for (place, area) in areas.enumerated() {
                #expect(!areas[..<place].contains { $0.meets(area) })
                #expect(area.left >= 0 && area.top >= 0 && area.right <= plan.width && area.bottom <= plan.height)
            }
        }
    }

    @Test(arguments: sizes, [1, 2, 3] as [UInt64])
    func linesNeverCrossNames(size: (topics: Int, boxes: Int, lines: Int), seed: UInt64) {
        let plan = MapPlan(subject(topics: size.topics, boxes: size.boxes, lines: size.lines, seed: seed))
        let names = names(of: plan)
        for route in plan.routes {
            for (start, end) in zip(route, route.dropFirst()) {
                #expect(start.x == end.x || start.y == end.y)
                let area = Area(
                    left: min(start.x, end.x), right: max(start.x, end.x) + 1, top: min(start.y, end.y),
                    bottom: max(start.y, end.y) + 1)
                #expect(!names.contains { $0.meets(area) })
                #expect(area.left >= 0 && area.top >= 0 && area.right <= plan.width && area.bottom <= plan.height)
            }
        }
    }

    @Test(arguments: sizes)
    func linesRunTogetherOnlyFromTheSameTopic(size: (topics: Int, boxes: Int, lines: Int)) {
        let plan = MapPlan(subject(topics: size.topics, boxes: size.boxes, lines: size.lines, seed: 7))
        let lines = plan.arrangement.subject.lines
        struct Piece {
            let line: Int
            let x: Int
            let top: Int
            let bottom: Int
        }
        let pieces = plan.routes.enumerated().flatMap { line, route in
            zip(route, route.dropFirst()).filter { $0.x == $1.x && $0.y != $1.y }.map {
                Piece(line: line, x: $0.x, top: min($0.y, $1.y), bottom: max($0.y, $1.y))
            }
        }
        for (place, piece) in pieces.enumerated() {
            for other in pieces[..<place] where other.x == piece.x && other.line != piece.line {
                guard other.top < piece.bottom, piece.top < other.bottom else { continue }
                let (a, b) = (lines[other.line], lines[piece.line])
                #expect(!Set([a.from, a.to]).isDisjoint(with: [b.from, b.to]))
                #expect(a.kind == b.kind)
            }
        }
    }

    @Test func theSameTopicsGiveTheSameDrawing() {
        let first = MapPlan(subject(topics: 90, boxes: 8, lines: 150, seed: 5))
        let second = MapPlan(subject(topics: 90, boxes: 8, lines: 150, seed: 5))
        #expect(first.routes == second.routes)
        #expect(first.arrangement.rowMiddles == second.arrangement.rowMiddles)
    }

    @Test func whatComesBeforeStandsAbove() {
        let rows = (0..<4).map { MapSubject.Row(name: "\($0)", box: 0, whole: nil, degree: 1) }
        let lines = [(3, 1), (1, 0)].map { MapSubject.Line(kind: .precedes, from: $0.0, to: $0.1, weight: 1) }
        let plan = MapPlan(MapSubject(titles: ["One"], sections: [0], rows: rows, lines: lines, sharesTracks: true))
        let middles = plan.arrangement.rowMiddles
        #expect(middles[3] < middles[1])
        #expect(middles[1] < middles[0])
    }

    @Test func connectedSectionsStandSideBySide() {
        // Sections 0 and 3 share ten lines, the others none.
        let rows = (0..<40).map { MapSubject.Row(name: "Topic", box: $0 / 10, whole: nil, degree: 1) }
        let lines = (0..<10).map { MapSubject.Line(kind: .link, from: $0, to: 30 + $0, weight: 1) }
        let plan = MapPlan(
            MapSubject(
                titles: ["a", "b", "c", "d"], sections: [0, 1, 2, 3], rows: rows, lines: lines, sharesTracks: true))
        let columns = plan.arrangement.columnOfBox
        #expect(abs(columns[0] - columns[3]) == 1)
    }
}
