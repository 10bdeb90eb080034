// At which level each line of a topic map meets its rows.

import Knowledge

/// The levels of the two ends of a line.
struct LinePorts {
    var from: Int
    var to: Int
}

extension MapArrangement {
    /// The ends of each line.
    var ports: [LinePorts] { subject.sharesTracks ? portsByKind : spreadPorts }

    /// What leads to a row, and has a mark there, meets it above the middle, what leads on below, and what has no
    /// direction in the middle: so no two of these look like one line.
    private var portsByKind: [LinePorts] {
        subject.lines.map { line in
            let (from, to) = (rowMiddles[line.from], rowMiddles[line.to])
            switch line.kind {
            case .partOf, .precedes: return LinePorts(from: from + 5, to: to - 5)
            case .related, .link: return LinePorts(from: from, to: to)
            }
        }
    }

    /// Every line at a level of its own, in the order of where they lead; for boxes of one row.
    private var spreadPorts: [LinePorts] {
        var ports = subject.lines.map { LinePorts(from: rowMiddles[$0.from], to: rowMiddles[$0.to]) }
        for row in subject.rows.indices {
            for isOnLeft in [true, false] {
                let lines = subject.lines.indices.filter { place in
                    let line = subject.lines[place]
                    guard line.from == row || line.to == row else { return false }
                    return (column(of: line.from == row ? line.to : line.from) > column(of: row)) != isOnLeft
                }
                let inOrder = lines.sorted { left, right in
                    let (a, b) = (far(left, from: row), far(right, from: row))
                    return a == b ? left < right : a < b
                }
                let height = height(of: subject.rows[row].box)
                let middle = boxTops[subject.rows[row].box] + height / 2
                let step = min(MapGrid.wideTrack, (height - 12) / max(1, lines.count - 1))
                for (place, line) in inOrder.enumerated() {
                    let level = middle + (2 * place - (lines.count - 1)) * step / 2
                    if subject.lines[line].from == row { ports[line].from = level } else { ports[line].to = level }
                }
            }
        }
        return ports
    }

    private func far(_ line: Int, from row: Int) -> Int {
        let line = subject.lines[line]
        return rowMiddles[line.from == row ? line.to : line.from]
    }
}
