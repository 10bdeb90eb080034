// The lines that share a gutter of a topic map, side by side and with few crossings.

import Knowledge

/// The part of a line inside of one gutter: in from one side at one level, up or down, and out at another.
struct Leg {
    enum Side: Int { case left, right }

    struct End: Hashable {
        let side: Side
        let level: Int
    }

    let kind: TopicEdge.Kind
    let gutter: Int
    let start: End
    let end: End

    var lowest: Int { max(start.level, end.level) }
    var highest: Int { min(start.level, end.level) }
}

/// The legs of a line in the order of its gutters, from left to right. Both ends in one column: out and back on the left.
func legs(
    of line: MapSubject.Line, at ports: LinePorts, through levels: [Int], in arrangement: MapArrangement
) -> [Leg] {
    let (one, other) = (arrangement.column(of: line.from), arrangement.column(of: line.to))
    let (from, to) = (ports.from, ports.to)
    if one == other {
        return [
            Leg(
                kind: line.kind, gutter: one, start: .init(side: .right, level: from),
                end: .init(side: .right, level: to))
        ]
    }
    let stops = [one < other ? from : to] + levels + [one < other ? to : from]
    return zip(stops, stops.dropFirst()).enumerated().map { place, levels in
        Leg(
            kind: line.kind, gutter: min(one, other) + 1 + place, start: .init(side: .left, level: levels.0),
            end: .init(side: .right, level: levels.1))
    }
}

/// The track of each leg, 0 being the leftmost. If they may share, legs of one kind that begin or end at the same place
/// have one trunk, from which they branch off; trunks that would touch have different tracks.
func trackOfEachLeg(_ legs: [Leg], sharing: Bool) -> [Int] {
    let (trunks, trunkOfLeg) =
        sharing ? sharedTrunks(of: legs) : (legs.map { Trunk(legs: [$0]) }, Array(legs.indices))
    // From here, neighbours change places wherever that saves crossings.
    var order = trunks.indices.sorted { left, right in
        let (a, b) = (trunks[left].firstGuess, trunks[right].firstGuess)
        return a == b ? left < right : a < b
    }
    for _ in 0..<max(4, min(trunks.count, 40)) {
        var isBetter = false
        for place in order.indices.dropFirst() {
            let (one, other) = (trunks[order[place - 1]], trunks[order[place]])
            guard crossings(left: other, right: one) < crossings(left: one, right: other) else { continue }
            order.swapAt(place - 1, place)
            isBetter = true
        }
        if !isBetter { break }
    }
    var tracks = Array(repeating: 0, count: trunks.count)
    for (place, trunk) in order.enumerated() {
        for before in order[..<place] where trunks[before].isBeside(trunks[trunk]) {
            tracks[trunk] = max(tracks[trunk], tracks[before] + 1)
        }
    }
    return trunkOfLeg.map { tracks[$0] }
}

/// Legs that run on one track.
private struct Trunk {
    private(set) var arms: Set<Leg.End> = []
    private(set) var highest = Int.max
    private(set) var lowest = Int.min

    init(legs: [Leg]) {
        for leg in legs {
            arms.formUnion([leg.start, leg.end])
            (highest, lowest) = (min(highest, leg.highest), max(lowest, leg.lowest))
        }
    }

    var isLevel: Bool { highest == lowest }

    private static let clearance = 8

    func isBeside(_ other: Trunk) -> Bool {
        !isLevel && !other.isLevel && highest < other.lowest + Self.clearance
            && other.highest < lowest + Self.clearance
    }

    /// Lines that go down stand the further right the higher they start, those that go up the other way round; lines
    /// that return to their column stand next to it, the shortest nearest.
    var firstGuess: Int {
        let left = arms.filter { $0.side == .left }.map(\.level)
        let right = arms.filter { $0.side == .right }.map(\.level)
        guard !left.isEmpty, !right.isEmpty else { return 1_000_000 - (lowest - highest) }
        let goesDown = left.reduce(0, +) / left.count <= right.reduce(0, +) / right.count
        return goesDown ? -highest : lowest
    }
}

/// Whoever has the most legs at one place gets them all, then the next.
private func sharedTrunks(of legs: [Leg]) -> (trunks: [Trunk], trunkOfLeg: [Int]) {
    struct Stem: Hashable, Comparable {
        let kind: TopicEdge.Kind
        let end: Leg.End

        static func < (left: Self, right: Self) -> Bool {
            (left.kind.rawValue, left.end.side.rawValue, left.end.level)
                < (right.kind.rawValue, right.end.side.rawValue, right.end.level)
        }
    }
    var legsOfStem: [Stem: [Int]] = [:]
    for (place, leg) in legs.enumerated() {
        for end in [leg.start, leg.end] { legsOfStem[Stem(kind: leg.kind, end: end), default: []].append(place) }
    }
    let stems = legsOfStem.sorted {
        $0.value.count == $1.value.count ? $0.key < $1.key : $0.value.count > $1.value.count
    }
    var trunks: [Trunk] = []
    var trunkOfLeg = Array(repeating: -1, count: legs.count)
    for (_, places) in stems {
        let free = places.filter { trunkOfLeg[$0] < 0 }
        guard !free.isEmpty else { continue }
        for place in free { trunkOfLeg[place] = trunks.count }
        trunks.append(Trunk(legs: free.map { legs[$0] }))
    }
    return (trunks, trunkOfLeg)
}

/// How often two trunks cross, or worse, run on top of each other, when the one is left of the other.
private func crossings(left: Trunk, right: Trunk) -> Int {
    var count = 0
    for arm in left.arms where arm.side == .right {
        if right.highest < arm.level, arm.level < right.lowest { count += 1 }
        for other in right.arms where other.side == .left && abs(other.level - arm.level) < 4 { count += 20 }
    }
    for arm in right.arms where arm.side == .left {
        if left.highest < arm.level, arm.level < left.lowest { count += 1 }
    }
    return count
}
