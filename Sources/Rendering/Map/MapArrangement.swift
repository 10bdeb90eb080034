// Where the boxes and rows of a topic map lie: which column, and in what order from above.
//
// Boxes that are strongly connected go into the same column or into neighbouring ones; rows move towards what they are
// connected with, level by level, for a fixed number of rounds. All in whole pixels, ties by reading order, so that the
// same handbook gives the same drawing everywhere.

import Drawing
import Knowledge

/// Distances in a map, in pixels. Rows and boxes stand on a grid of 8, so that lines between the boxes never lie on the
/// level of a row.
enum MapGrid {
    static let row = 24
    static let indent = 14
    static let labelWidth = 164
    static let titleHeight = 32
    static let boxFoot = 8
    static let boxGap = 24
    /// Between lines that run side by side, in gutters and in the gaps between boxes.
    static let track = 6
    static let gapTrack = 8
    /// Between lines that may be thick.
    static let wideTrack = 10
    /// From the edge of a box to its first dot.
    static let dotInset = 18
    static let labelInset = 10
}

struct MapArrangement {
    let subject: MapSubject
    /// The boxes of each column, from above.
    var columns: [[Int]]
    /// The rows of each box, from above: behind each one its parts.
    private(set) var rowsOfBox: [[Int]]
    let labels: [Label]
    let titles: [Label]
    /// 0 for rows that are part of none in their box.
    let depths: [Int]
    /// How many lines pass above each box of a column, and below its last one.
    var passing: [[Int]] { didSet { stack() } }

    /// The upper edge of each box and the middle of each row.
    private(set) var boxTops: [Int] = []
    private(set) var rowMiddles: [Int] = []
    private(set) var columnOfBox: [Int] = []
    private let partsOfRow: [[Int]]
    private let rootsOfBox: [[Int]]
    /// What each row is pulled towards.
    private let neighbours: [[Int]]
    /// The rows that each one must stand above, among those that are part of the same one.
    private let followers: [[Int]]

    init(_ subject: MapSubject) {
        self.subject = subject
        var parts: [[Int]] = Array(repeating: [], count: subject.rows.count)
        var roots: [[Int]] = Array(repeating: [], count: subject.titles.count)
        for (place, row) in subject.rows.enumerated() {
            if let whole = row.whole { parts[whole].append(place) } else { roots[row.box].append(place) }
        }
        partsOfRow = parts
        rootsOfBox = roots
        var depths = Array(repeating: 0, count: subject.rows.count)
        var waiting = roots.flatMap(\.self)
        while let row = waiting.popLast() {
            for part in parts[row] { depths[part] = min(2, depths[row] + 1) }
            waiting += parts[row]
        }
        self.depths = depths
        labels = subject.rows.indices.map { row in
            Label.fitting(subject.rows[row].name, within: MapGrid.labelWidth - depths[row] * MapGrid.indent)
        }
        titles = subject.titles.map { Label.fitting($0, within: MapGrid.labelWidth + 14, isTitle: true) }
        var neighbours: [[Int]] = Array(repeating: [], count: subject.rows.count)
        var followers = neighbours
        for line in subject.lines {
            for _ in 0..<line.pull {
                neighbours[line.from].append(line.to)
                neighbours[line.to].append(line.from)
            }
            guard line.kind == .precedes, let pair = subject.siblings(around: line) else { continue }
            followers[pair.first].append(pair.second)
        }
        self.neighbours = neighbours
        self.followers = followers
        rowsOfBox = []
        columns = []
        passing = []

        rowsOfBox = subject.titles.indices.map { box in flattened(roots[box]) }
        let heights = subject.titles.indices.map(height(of:))
        columns = boxColumns(subject, heights: heights)
        passing = columns.map { Array(repeating: 0, count: $0.count + 1) }
        stack()
        orderRows()
    }

    func height(of box: Int) -> Int {
        MapGrid.titleHeight + (titles[box].lines.count - 1) * TypeSize.line + MapGrid.boxFoot
            + rowsOfBox[box].reduce(0) { $0 + height(ofRow: $1) }
    }

    func height(ofRow row: Int) -> Int { MapGrid.row + (labels[row].lines.count - 1) * TypeSize.line }

    /// The height of the gap above a box, or below the last one, with so many lines in it.
    static func gap(lines: Int) -> Int { MapGrid.boxGap + MapGrid.gapTrack * lines }

    // MARK: Places

    private mutating func stack() {
        boxTops = Array(repeating: 0, count: subject.titles.count)
        rowMiddles = Array(repeating: 0, count: subject.rows.count)
        columnOfBox = boxTops
        // The first boxes of all columns stand on one line.
        let first = passing.map { $0[0] }.max() ?? 0
        for (column, boxes) in columns.enumerated() {
            var top = first == 0 ? MapGrid.gapTrack : Self.gap(lines: first) - MapGrid.gapTrack
            for (place, box) in boxes.enumerated() {
                if place > 0 { top += Self.gap(lines: passing[column][place]) }
                columnOfBox[box] = column
                boxTops[box] = top
                stackRows(of: box)
                top += height(of: box)
            }
        }
    }

    private mutating func stackRows(of box: Int) {
        var top = boxTops[box] + MapGrid.titleHeight + (titles[box].lines.count - 1) * TypeSize.line
        for row in rowsOfBox[box] {
            rowMiddles[row] = top + height(ofRow: row) / 2
            top += height(ofRow: row)
        }
    }

    // MARK: Order

    /// Moves rows and boxes towards what they are connected with, and keeps the order with the shortest lines.
    private mutating func orderRows() {
        var best = (rows: rowsOfBox, columns: columns, length: totalLength)
        for round in 0..<12 {
            let order = Array(columns.indices)
            for column in round.isMultiple(of: 2) ? order : order.reversed() {
                for box in columns[column] {
                    rowsOfBox[box] = flattened(sorted(rootsOfBox[box]))
                    stackRows(of: box)
                }
                if round > 1 { swapBoxes(in: column) }
            }
            if totalLength < best.length { best = (rowsOfBox, columns, totalLength) }
        }
        (rowsOfBox, columns) = (best.rows, best.columns)
        stack()
    }

    /// How far apart the ends of all lines are, from above to below.
    private var totalLength: Int {
        subject.lines.reduce(0) { $0 + $1.pull * abs(rowMiddles[$1.from] - rowMiddles[$1.to]) }
    }

    private mutating func swapBoxes(in column: Int) {
        for place in columns[column].indices.dropFirst() {
            // The parts of a long section stay in their order.
            guard subject.sections[columns[column][place - 1]] != subject.sections[columns[column][place]] else {
                continue
            }
            let before = (columns: columns, length: totalLength)
            columns[column].swapAt(place - 1, place)
            stack()
            guard totalLength >= before.length else { continue }
            columns = before.columns
            stack()
        }
    }

    private func flattened(_ rows: [Int]) -> [Int] {
        var result: [Int] = []
        var waiting = Array(rows.reversed())
        while let row = waiting.popLast() {
            result.append(row)
            waiting += sorted(partsOfRow[row]).reversed()
        }
        return result
    }

    /// By the middle of what each row and its parts are connected with; but what comes before something stands above it.
    private func sorted(_ rows: [Int]) -> [Int] {
        guard !rowMiddles.isEmpty, rows.count > 1 else { return chained(rows) }
        let keyed = rows.enumerated().map { place, row in (row: row, key: pull(on: row), place: place) }
        return chained(keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.row))
    }

    /// In sixteenths of a pixel.
    private func pull(on row: Int) -> Int {
        var (sum, count) = (0, 0)
        var waiting = [row]
        while let row = waiting.popLast() {
            sum += neighbours[row].reduce(0) { $0 + rowMiddles[$1] }
            count += neighbours[row].count
            waiting += partsOfRow[row]
        }
        return 16 * (count == 0 ? rowMiddles[row] : sum / count)
    }

    /// The rows in their order, but each behind those that come before it and as near to them as can be.
    private func chained(_ rows: [Int]) -> [Int] {
        let members = Set(rows)
        var waitingFor: [Int: Int] = [:]
        for row in rows {
            for next in followers[row] where members.contains(next) { waitingFor[next, default: 0] += 1 }
        }
        guard !waitingFor.isEmpty else { return rows }
        var result: [Int] = []
        var placed: Set<Int> = []
        func place(_ row: Int) {
            guard placed.insert(row).inserted else { return }
            result.append(row)
            for next in followers[row] where members.contains(next) {
                waitingFor[next, default: 0] -= 1
                if waitingFor[next] == 0 { place(next) }
            }
        }
        for row in rows where waitingFor[row, default: 0] == 0 { place(row) }
        // What is left goes round in a circle, which has been reported.
        for row in rows { place(row) }
        return result
    }
}
