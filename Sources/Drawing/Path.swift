// The path data of the lines of a drawing (SVG 2, 9.3): straight, with round corners.

import UTF8Text

/// A place in a drawing, in pixels.
package struct Point: Equatable, Sendable {
    package var x: Int
    package var y: Int

    package init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

package struct Path: Sendable {
    package private(set) var data: [UInt8] = []

    /// Through `points`, each level with or straight above or below the one before.
    package init(through points: [Point], radius: Int = 6) {
        let corners = withoutDetours(points)
        guard let first = corners.first, let last = corners.last else { return }
        move(to: first)
        for (before, (corner, after)) in zip(corners, zip(corners.dropFirst(), corners.dropFirst(2))) {
            let room = min(corner.distance(to: before), corner.distance(to: after)) / 2
            let radius = min(radius, room)
            line(to: corner.moved(radius, towards: before))
            curve(around: corner, to: corner.moved(radius, towards: after))
        }
        line(to: last)
    }

    package init() {}

    /// The closed outline of a shape.
    package init(around corners: [Point]) {
        guard let first = corners.first else { return }
        move(to: first)
        for corner in corners.dropFirst() { line(to: corner) }
        data.write("z")
    }

    package mutating func move(to point: Point) { write("M", point) }
    package mutating func line(to point: Point) { write("L", point) }

    package mutating func curve(around corner: Point, to point: Point) {
        write("Q", corner)
        write(" ", point)
    }

    /// An S from one level to another.
    package mutating func swing(from start: Point, to end: Point) {
        let middle = (start.x + end.x) / 2
        move(to: start)
        write("C", Point(x: middle, y: start.y))
        write(" ", Point(x: middle, y: end.y))
        write(" ", end)
    }

    private mutating func write(_ command: StaticString, _ point: Point) {
        data.write(command)
        data.append(contentsOf: String(point.x).utf8)
        data.write(",")
        data.append(contentsOf: String(point.y).utf8)
    }
}

extension Point {
    fileprivate func distance(to other: Point) -> Int { abs(x - other.x) + abs(y - other.y) }

    /// The point so far away in the direction of another one that is level with it or straight above or below.
    package func moved(_ distance: Int, towards other: Point) -> Point {
        Point(x: x + distance * (other.x - x).signum(), y: y + distance * (other.y - y).signum())
    }
}

private func withoutDetours(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    for point in points where point != result.last {
        if let last = result.last, let before = result.dropLast().last,
            last.x == before.x && last.x == point.x || last.y == before.y && last.y == point.y
        {
            result.removeLast()
        }
        result.append(point)
    }
    return result
}
