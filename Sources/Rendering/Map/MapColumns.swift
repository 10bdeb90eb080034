// Which column of a topic map each box stands in.

import Knowledge

private let mostColumns = 4
/// What it costs that two connected boxes stand so many columns apart: next to each other is best, and every column that
/// a line must pass costs more.
private let distanceCosts = [2, 2, 7, 12]

/// The boxes of each column, from above.
func boxColumns(_ subject: MapSubject, heights: [Int]) -> [[Int]] {
    let boxes = Array(subject.titles.indices)
    let count = max(1, min(mostColumns, boxes.count, max((subject.rows.count + 7) / 8, (boxes.count + 2) / 3)))
    let lines = subject.lines.map { line in
        (from: subject.rows[line.from].box, to: subject.rows[line.to].box, weight: line.pull)
    }.filter { $0.from != $0.to }
    let weights = lines.reduce(0) { $0 + $1.weight }
    guard count > 1 else { return [boxes] }

    func cost(of order: [Int]) -> Int {
        let columns = divided(order, heights: heights, into: count)
        var column = Array(repeating: 0, count: order.count)
        var tallest = 0
        for (place, boxes) in columns.enumerated() {
            for box in boxes { column[box] = place }
            tallest = max(tallest, boxes.reduce(0) { $0 + heights[$1] + MapGrid.boxGap })
        }
        let distances = lines.reduce(0) { sum, line in
            sum + line.weight * distanceCosts[abs(column[line.from] - column[line.to])]
        }
        return 100 * distances + tallest * (weights + 1) / 8
    }

    // Few boxes try every exchange of two of them, many only those of neighbours: the work stays small.
    let reach = boxes.count <= 16 ? boxes.count : 1
    var order = boxes
    var least = cost(of: order)
    for _ in 0..<8 {
        var isBetter = false
        for first in order.indices {
            for second in order.indices.dropFirst(first + 1).prefix(reach) {
                order.swapAt(first, second)
                let now = cost(of: order)
                if now < least { (least, isBetter) = (now, true) } else { order.swapAt(first, second) }
            }
        }
        if !isBetter { break }
    }
    return inSectionOrder(facingForward(divided(order, heights: heights, into: count), subject), subject)
}

/// The parts of a long section in their order, in the places that they have together.
private func inSectionOrder(_ columns: [[Int]], _ subject: MapSubject) -> [[Int]] {
    var waiting: [Int: [Int]] = [:]
    for box in subject.titles.indices.reversed() { waiting[subject.sections[box], default: []].append(box) }
    return columns.map { $0.map { box in waiting[subject.sections[box]]?.popLast() ?? box } }
}

/// The order in at most `count` columns, of which the tallest is as low as can be.
private func divided(_ order: [Int], heights: [Int], into count: Int) -> [[Int]] {
    func columns(within limit: Int) -> [[Int]] {
        var columns: [[Int]] = [[]]
        var height = 0
        for box in order {
            let added = heights[box] + MapGrid.boxGap
            if height + added > limit, height > 0 {
                columns.append([])
                height = 0
            }
            columns[columns.count - 1].append(box)
            height += added
        }
        return columns
    }
    var low = order.map { heights[$0] + MapGrid.boxGap }.max() ?? 0
    var high = order.reduce(0) { $0 + heights[$1] + MapGrid.boxGap }
    while low < high {
        let middle = (low + high) / 2
        if columns(within: middle).count <= count { high = middle } else { low = middle + 1 }
    }
    return columns(within: low)
}

/// The columns from left to right or from right to left: so that what comes before stands on the left more often, else
/// so that the section that readers meet first does.
private func facingForward(_ columns: [[Int]], _ subject: MapSubject) -> [[Int]] {
    var column = Array(repeating: 0, count: subject.titles.count)
    for (place, boxes) in columns.enumerated() { for box in boxes { column[box] = place } }
    let forward = subject.lines.filter { $0.kind == .precedes }.reduce(0) { sum, line in
        sum + (column[subject.rows[line.to].box] - column[subject.rows[line.from].box]).signum()
    }
    let isBackward = forward < 0 || forward == 0 && 2 * column[0] > columns.count - 1
    return isBackward ? columns.reversed() : columns
}
