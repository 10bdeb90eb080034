// The path data of the lines of a drawing (SVG 2, 9.3): straight, with round corners.

import UTF8Text

struct MapPath {
    private(set) var data: [UInt8] = []

    /// Through `points`, each level with or straight above or below the one before.
    init(through points: [MapPoint], radius: Int = 6) {
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

    init() {}

    /// The closed outline of a shape.
    init(around corners: [MapPoint]) {
        guard let first = corners.first else { return }
        move(to: first)
        for corner in corners.dropFirst() { line(to: corner) }
        data.write("z")
    }

    mutating func move(to point: MapPoint) { write("M", point) }
    mutating func line(to point: MapPoint) { write("L", point) }

    mutating func curve(around corner: MapPoint, to point: MapPoint) {
        write("Q", corner)
        write(" ", point)
    }

    /// An S from one level to another.
    mutating func swing(from start: MapPoint, to end: MapPoint) {
        let middle = (start.x + end.x) / 2
        move(to: start)
        write("C", MapPoint(x: middle, y: start.y))
        write(" ", MapPoint(x: middle, y: end.y))
        write(" ", end)
    }

    private mutating func write(_ command: StaticString, _ point: MapPoint) {
        data.write(command)
        data.append(contentsOf: String(point.x).utf8)
        data.write(",")
        data.append(contentsOf: String(point.y).utf8)
    }
}

extension MapPoint {
    fileprivate func distance(to other: MapPoint) -> Int { abs(x - other.x) + abs(y - other.y) }

    /// The point so far away in the direction of another one that is level with it or straight above or below.
    func moved(_ distance: Int, towards other: MapPoint) -> MapPoint {
        MapPoint(x: x + distance * (other.x - x).signum(), y: y + distance * (other.y - y).signum())
    }
}

private func withoutDetours(_ points: [MapPoint]) -> [MapPoint] {
    var result: [MapPoint] = []
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
