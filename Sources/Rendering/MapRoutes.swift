// How the lines of a topic map run: along rows, through the gutters between columns and through the gaps between boxes,
// never across a name. Each has a track of its own wherever it runs beside others.

import Knowledge

/// A place in a drawing, in pixels.
struct MapPoint: Equatable {
    var x: Int
    var y: Int
}

/// An arrangement with everything measured: where columns, boxes and rows lie and which way each line takes.
struct MapPlan {
    let arrangement: MapArrangement
    let columnLefts: [Int]
    let columnWidths: [Int]
    /// The corners of each line of the subject, from its first row to its second.
    let routes: [[MapPoint]]
    let width: Int
    let height: Int

    init(_ subject: MapSubject) {
        var arrangement = MapArrangement(subject)
        let passages = Rendering.passages(of: subject, in: &arrangement)
        self.arrangement = arrangement
        let legs = subject.lines.indices.map { line in
            Rendering.legs(of: subject.lines[line], through: passages.levels[line], in: arrangement)
        }
        let columnCount = arrangement.columns.count
        var gutters: [[(line: Int, leg: Leg)]] = Array(repeating: [], count: columnCount + 1)
        for (line, legs) in legs.enumerated() { for leg in legs { gutters[leg.gutter].append((line, leg)) } }
        let tracks = gutters.map { gutter in trackOfEachLeg(gutter.map(\.leg), sharing: subject.sharesTracks) }

        columnWidths = arrangement.columns.map { boxes in boxes.map(arrangement.width(of:)).max() ?? 0 }
        var gutterLefts: [Int] = []
        var lefts: [Int] = []
        var x = 0
        for column in 0...columnCount {
            gutterLefts.append(x)
            x += gutterWidth(tracks: tracks[column].map { $0 + 1 }.max() ?? 0, isOuter: column % columnCount == 0)
            if column < columnCount {
                lefts.append(x)
                x += columnWidths[column]
            }
        }
        columnLefts = lefts
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
                subject.lines[line], legs: legs[line], columnLefts: lefts,
                trackPlaces: zip(legs[line], trackOfLeg[line]).map { leg, track in
                    gutterLefts[leg.gutter] + gutterPadding + track * MapGrid.track
                })
        }
    }
}

private let gutterPadding = 14

private func gutterWidth(tracks: Int, isOuter: Bool) -> Int {
    if tracks == 0 { return isOuter ? gutterPadding : 2 * gutterPadding }
    return 2 * gutterPadding + (tracks - 1) * MapGrid.track
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

    /// Where a line meets its rows. What leads to a row, and has a mark there, meets it above the middle, what leads on
    /// below, and what has no direction in the middle: so no two of these look like one line.
    func level(of line: MapSubject.Line, atEnd isEnd: Bool) -> Int {
        let middle = rowMiddles[isEnd ? line.to : line.from]
        switch line.kind {
        case .partOf, .precedes: return middle + (isEnd ? -5 : 5)
        case .related, .link: return middle
        }
    }

    /// The corners of a line whose legs run at `trackPlaces`.
    fileprivate func route(
        _ line: MapSubject.Line, legs: [Leg], columnLefts: [Int], trackPlaces: [Int]
    ) -> [MapPoint] {
        let isReversed = column(of: line.from) > column(of: line.to)
        func place(atEnd isEnd: Bool, isBesideDot: Bool) -> MapPoint {
            let row = isEnd ? line.to : line.from
            let inset = isBesideDot ? dotInset(of: row) - 8 : nameInset(of: row) + labels[row].width + 5
            return MapPoint(x: columnLefts[column(of: row)] + inset, y: level(of: line, atEnd: isEnd))
        }
        let isReturning = column(of: line.from) == column(of: line.to)
        var points = [place(atEnd: isReversed, isBesideDot: isReturning)]
        for (leg, x) in zip(legs, trackPlaces) where leg.start.level != leg.end.level {
            points.append(MapPoint(x: x, y: leg.start.level))
            points.append(MapPoint(x: x, y: leg.end.level))
        }
        points.append(place(atEnd: !isReversed, isBesideDot: true))
        return isReversed ? points.reversed() : points
    }
}
