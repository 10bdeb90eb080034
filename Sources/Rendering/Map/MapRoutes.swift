// How the lines of a topic map run: along rows, through the gutters between columns and through the gaps between boxes,
// never across a name. Each has a track of its own wherever it runs beside others.

import Drawing
import Knowledge

/// An arrangement with everything measured: where columns, boxes and rows lie and which way each line takes.
struct MapPlan {
    let arrangement: MapArrangement
    let columnLefts: [Int]
    let columnWidths: [Int]
    /// The corners of each line of the subject, from its first row to its second.
    let routes: [[Point]]
    let width: Int
    let height: Int

    init(_ subject: MapSubject) {
        var arrangement = MapArrangement(subject)
        let passages = Rendering.passages(of: subject, in: &arrangement)
        self.arrangement = arrangement
        let ports = arrangement.ports
        let legs = subject.lines.indices.map { line in
            Rendering.legs(of: subject.lines[line], at: ports[line], through: passages.levels[line], in: arrangement)
        }
        let spacing = subject.sharesTracks ? MapGrid.track : MapGrid.wideTrack
        let columnCount = arrangement.columns.count
        var gutters: [[(line: Int, leg: Leg)]] = Array(repeating: [], count: columnCount + 1)
        for (line, legs) in legs.enumerated() { for leg in legs { gutters[leg.gutter].append((line, leg)) } }
        let tracks = gutters.map { gutter in trackOfEachLeg(gutter.map(\.leg), sharing: subject.sharesTracks) }

        let widths = arrangement.columns.map { boxes in boxes.map(arrangement.width(of:)).max() ?? 0 }
        var gutterLefts: [Int] = []
        var lefts: [Int] = []
        var x = 0
        for column in 0...columnCount {
            gutterLefts.append(x)
            x += gutterWidth(
                tracks: tracks[column].map { $0 + 1 }.max() ?? 0, spacing: spacing, isOuter: column % columnCount == 0)
            if column < columnCount {
                lefts.append(x)
                x += widths[column]
            }
        }
        columnLefts = lefts
        columnWidths = widths
        width = (x + 15) / 16 * 16

        var trackOfLeg: [[Int]] = legs.map { _ in [] }
        for (gutter, tracks) in zip(gutters, tracks) {
            for (entry, track) in zip(gutter, tracks) { trackOfLeg[entry.line].append(track) }
        }
        let height =
            arrangement.columns.indices.map { column in
                (arrangement.columns[column].last.map { arrangement.boxTops[$0] + arrangement.height(of: $0) } ?? 0)
            }.max() ?? 0
        self.height = (max(height, passages.lowest) + MapGrid.gapTrack + 15) / 16 * 16
        routes = subject.lines.indices.map { line in
            arrangement.route(
                subject.lines[line], at: ports[line], legs: legs[line], lefts: lefts, widths: widths,
                trackPlaces: zip(legs[line], trackOfLeg[line]).map { leg, track in
                    gutterLefts[leg.gutter] + gutterPadding + track * spacing
                })
        }
    }
}

private let gutterPadding = 14

private func gutterWidth(tracks: Int, spacing: Int, isOuter: Bool) -> Int {
    if tracks == 0 { return isOuter ? gutterPadding : 2 * gutterPadding }
    return 2 * gutterPadding + (tracks - 1) * spacing
}

extension MapArrangement {
    /// Wide enough for the title and all names.
    func width(of box: Int) -> Int {
        let names = rowsOfBox[box].map { nameInset(of: $0) + labels[$0].width }.max() ?? 0
        return max(names, titles[box].width + MapGrid.dotInset - 8) + 14
    }

    /// From the edge of the box to the middle of the dot.
    func dotInset(of row: Int) -> Int { MapGrid.dotInset + depths[row] * MapGrid.indent }

    /// From the edge of the box to the name.
    func nameInset(of row: Int) -> Int { dotInset(of: row) + MapGrid.labelInset }

    func column(of row: Int) -> Int { columnOfBox[subject.rows[row].box] }

    /// The corners of a line whose legs run at `trackPlaces`.
    fileprivate func route(
        _ line: MapSubject.Line, at ports: LinePorts, legs: [Leg], lefts: [Int], widths: [Int], trackPlaces: [Int]
    ) -> [Point] {
        let (one, other) = (column(of: line.from), column(of: line.to))
        let isReversed = one > other
        func place(atEnd isEnd: Bool, isOnLeft: Bool) -> Point {
            let row = isEnd ? line.to : line.from
            let inset =
                switch (subject.sharesTracks, isOnLeft) {
                case (true, true): dotInset(of: row) - 8
                case (true, false): nameInset(of: row) + labels[row].width + 5
                case (false, true): 0
                case (false, false): widths[column(of: row)]
                }
            return Point(x: lefts[column(of: row)] + inset, y: isEnd ? ports.to : ports.from)
        }
        var points = [place(atEnd: isReversed, isOnLeft: one == other)]
        for (leg, x) in zip(legs, trackPlaces) where leg.start.level != leg.end.level {
            points.append(Point(x: x, y: leg.start.level))
            points.append(Point(x: x, y: leg.end.level))
        }
        points.append(place(atEnd: !isReversed, isOnLeft: true))
        return isReversed ? points.reversed() : points
    }
}
