// How the lines of a topic map pass the columns between their ends: through the gaps between boxes.

import Knowledge

/// The levels at which each line passes the columns between its ends, from left to right, and the lowest of them all.
/// Makes room for them in the gaps of the arrangement.
func passages(of subject: MapSubject, in arrangement: inout MapArrangement) -> (levels: [[Int]], lowest: Int) {
    var levels: [[Int]] = subject.lines.map { _ in [] }
    var passages: [[Passage]] = arrangement.columns.map { _ in [] }
    for (place, line) in subject.lines.enumerated() {
        let ends = [line.from, line.to].sorted { arrangement.column(of: $0) < arrangement.column(of: $1) }
        let columns = ends.map(arrangement.column(of:))
        guard columns[1] - columns[0] > 1 else { continue }
        for column in columns[0] + 1..<columns[1] {
            let level = levels[place].last ?? arrangement.rowMiddles[ends[0]]
            let gap = arrangement.nearestGap(in: column, from: level, to: arrangement.rowMiddles[ends[1]])
            passages[column].append(
                Passage(
                    line: place, kind: line.kind, first: ends[0], last: ends[1], hop: levels[place].count,
                    gap: gap.place))
            levels[place].append(gap.level)
        }
    }
    let bundles = arrangement.columns.indices.map { column in
        (0...arrangement.columns[column].count).map { gap in
            let passages = passages[column].filter { $0.gap == gap }
            return subject.sharesTracks ? bundled(passages) : passages.map { [$0] }
        }
    }
    arrangement.passing = bundles.map { gaps in gaps.map(\.count) }
    var lowest = 0
    for (column, gaps) in bundles.enumerated() {
        for (gap, bundles) in gaps.enumerated() {
            var next = arrangement.firstLevel(ofGap: gap, in: column)
            // Lines between rows further up stand above the others.
            let keyed = bundles.map { bundle in
                (bundle: bundle, middle: bundle.reduce(0) { $0 + arrangement.middle(of: $1) } / bundle.count)
            }
            for (bundle, _) in keyed.sorted(by: { ($0.middle, $0.bundle[0].line) < ($1.middle, $1.bundle[0].line) }) {
                if gap == arrangement.columns[column].count {
                    // Below the last box there is room to run straight on.
                    next = max(next, (levels[bundle[0].line][bundle[0].hop] + 7) / 8 * 8)
                }
                for passage in bundle { levels[passage.line][passage.hop] = next }
                lowest = max(lowest, next)
                next += MapGrid.gapTrack
            }
        }
    }
    return (levels, lowest)
}

/// That a line passes a column.
private struct Passage {
    let line: Int
    let kind: TopicEdge.Kind
    /// The rows at its ends, from left to right.
    let first: Int
    let last: Int
    /// Which of the columns between them this is.
    let hop: Int
    /// The box that it passes above, or the number of boxes.
    let gap: Int
}

/// Lines of one kind that come from the same row pass together, and so do those of the rest that lead to the same one.
private func bundled(_ passages: [Passage]) -> [[Passage]] {
    struct Stem: Hashable {
        let kind: TopicEdge.Kind
        let row: Int
    }
    var bundles: [[Passage]] = []
    var places: [Stem: Int] = [:]
    func add(_ passage: Passage, at stem: Stem) {
        if let place = places[stem] { return bundles[place].append(passage) }
        places[stem] = bundles.count
        bundles.append([passage])
    }
    var counts: [Stem: Int] = [:]
    for passage in passages { counts[Stem(kind: passage.kind, row: passage.first), default: 0] += 1 }
    for passage in passages {
        let stem = Stem(kind: passage.kind, row: passage.first)
        let isShared = counts[stem, default: 0] > 1
        add(passage, at: isShared ? stem : Stem(kind: passage.kind, row: passage.last))
    }
    return bundles
}

extension MapArrangement {
    fileprivate func middle(of passage: Passage) -> Int { (rowMiddles[passage.first] + rowMiddles[passage.last]) / 2 }

    /// The gap of a column through which a line makes the smallest detour, and a level in it.
    fileprivate func nearestGap(in column: Int, from start: Int, to end: Int) -> (place: Int, level: Int) {
        var best: (place: Int, level: Int, detour: Int)?
        for gap in 0...columns[column].count {
            let first = firstLevel(ofGap: gap, in: column)
            let level = gap == columns[column].count ? max(first, end) : first
            let detour = abs(level - start) + abs(level - end)
            if best.map({ detour < $0.detour }) ?? true { best = (gap, level, detour) }
        }
        return best.map { ($0.place, $0.level) } ?? (0, 0)
    }

    /// The level of the first line in a gap.
    fileprivate func firstLevel(ofGap gap: Int, in column: Int) -> Int {
        guard gap > 0 else { return MapGrid.gapTrack }
        let box = columns[column][gap - 1]
        return boxTops[box] + height(of: box) + 2 * MapGrid.gapTrack
    }
}
