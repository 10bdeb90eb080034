// Where the stakeholders of a plan stand by power and interest, and what that says about how to deal with them. Names
// stand in the cells of a grid that is as tall as they need, so no two of them overlap.

import Content
import Drawing

/// What to do about a stakeholder. High is 4 or 5.
enum StakeholderQuadrant: String, CaseIterable {
    case manageClosely, keepSatisfied, keepInformed, monitor

    init(power: Int, interest: Int) {
        self =
            power >= 4
            ? (interest >= 4 ? .manageClosely : .keepSatisfied) : (interest >= 4 ? .keepInformed : .monitor)
    }
}

/// The layout of the grid, in pixels.
struct StakeholderGrid {
    struct Line: Equatable {
        let text: String
        let x: Int
        let baseline: Int
    }

    /// Whether numbers stand for names, because too many meet at one point or in the whole.
    let isNumbered: Bool
    let lines: [Line]
    /// The upper edges of the rows for a power of 5 to 1, and the lower edge of the last.
    let rowEdges: [Int]

    static let cellWidth = 152
    static let left = 32
    static let top = 28
    static var width: Int { left + 5 * cellWidth + 1 }
    static let inset = 8
    /// For the name of a quadrant above the first of its rows.
    static let titleHeight = 24

    var height: Int { rowEdges[5] + 44 }

    private static let namesInCell = 4
    private static let namesInAll = 30
    private static let numberLines = 4
    private static let charactersInLine = 18

    /// - Parameter places: in the order of their numbers.
    init(_ places: [(name: String, power: Int, interest: Int)], words: ListWords) {
        // By power and interest; what is out of range was reported and must not be lost.
        var members = [[Int]](repeating: [], count: 25)
        for (number, place) in places.enumerated() {
            members[min(max(place.power, 1), 5) * 5 + min(max(place.interest, 1), 5) - 6].append(number)
        }
        let isNumbered = places.count > Self.namesInAll || members.contains { $0.count > Self.namesInCell }
        let texts = members.map { members in
            isNumbered
                ? Self.numbered(members, words)
                : members.map { Label.fitting(places[$0].name, within: Self.cellWidth - 2 * Self.inset).lines }
        }
        var lines: [Line] = []
        var edges = [Self.top]
        for power in (1...5).reversed() {
            var bottom = edges[edges.count - 1] + 44
            let top = edges[edges.count - 1] + (power == 5 || power == 3 ? Self.titleHeight : 4)
            for interest in 1...5 {
                var y = top
                for text in texts[power * 5 + interest - 6] {
                    for line in text {
                        y += TypeSize.line
                        lines.append(
                            Line(
                                text: line, x: Self.left + (interest - 1) * Self.cellWidth + Self.inset,
                                baseline: y))
                    }
                    y += 6
                }
                bottom = max(bottom, y + 6)
            }
            edges.append(bottom)
        }
        self.isNumbered = isNumbered
        self.lines = lines
        rowEdges = edges
    }

    /// Numbers from 1, as many as have room in a cell.
    private static func numbered(_ members: [Int], _ words: ListWords) -> [[String]] {
        var lines: [String] = []
        for (place, member) in members.enumerated() {
            let number = String(member + 1)
            if let last = lines.last, last.utf8.count + number.utf8.count + 2 <= charactersInLine {
                lines[lines.count - 1] = last + words.separator + number
            } else if lines.count < numberLines {
                lines.append(number)
            } else {
                lines.append(words.more(members.count - place))
                break
            }
        }
        return lines.isEmpty ? [] : [lines]
    }
}
