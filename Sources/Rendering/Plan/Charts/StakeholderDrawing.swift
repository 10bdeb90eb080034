// The grid of power and interest as SVG, and the same in words.

import Content
import Plans
import UTF8Text

extension PlanWriter {
    mutating func writeStakeholderGrid() {
        let grid = StakeholderGrid(
            plan.stakeholders.map { ($0.name, $0.power.value, $0.interest) }, words: wording.lists)
        draw(grid)
        html.write("<dl class=\"quadrants\">\n")
        for quadrant in StakeholderQuadrant.allCases {
            let members = plan.stakeholders.enumerated().filter { _, stakeholder in
                StakeholderQuadrant(power: stakeholder.power.value, interest: stakeholder.interest) == quadrant
            }
            element("<div><dt>", words.charts.quadrant(quadrant), " ")
            element("<span class=\"quadrant-meaning\">", words.charts.meaning(quadrant), "</span></dt>\n")
            if members.isEmpty { element("<dd>", words.charts.nobody, "</dd>") }
            for (place, stakeholder) in members {
                element("<dd>", grid.isNumbered ? "\(place + 1) \(stakeholder.name)" : stakeholder.name, "</dd>")
            }
            html.write("</div>\n")
        }
        html.write("</dl>\n")
    }

    private mutating func draw(_ grid: StakeholderGrid) {
        let (left, width) = (StakeholderGrid.left, StakeholderGrid.cellWidth)
        let edges = grid.rowEdges
        openChart(
            words.charts.stakeholders, width: StakeholderGrid.width, height: grid.height, id: "plan:grid",
            about: words.charts.aboutStakeholders)
        let (middleX, middleY) = (left + 3 * width, edges[2])
        let right = left + 5 * width
        markup(
            "<rect class=\"grid-strong\" x=\"\(middleX)\" y=\"\(edges[0])\" width=\"\(2 * width)\" height=\"\(middleY - edges[0])\"/>\n"
        )
        var path = ""
        for edge in edges { path += "M\(left) \(edge)H\(right)" }
        for column in 0...5 { path += "M\(left + column * width) \(edges[0])V\(edges[5])" }
        markup("<path class=\"grid-line\" d=\"\(path)\"/>\n")
        markup("<path class=\"grid-edge\" d=\"M\(left) \(middleY)H\(right)M\(middleX) \(edges[0])V\(edges[5])\"/>\n")
        for (quadrant, x, y) in [
            (StakeholderQuadrant.keepSatisfied, left, edges[0]), (.manageClosely, middleX, edges[0]),
            (.monitor, left, middleY), (.keepInformed, middleX, middleY),
        ] {
            markup("<text class=\"grid-title\" x=\"\(x + StakeholderGrid.inset)\" y=\"\(y + 18)\">")
            element("", words.charts.quadrant(quadrant), "</text>\n")
        }
        for line in grid.lines {
            markup("<text x=\"\(line.x)\" y=\"\(line.baseline)\">")
            html.appendEscaped(line.text)
            html.write("</text>\n")
        }
        html.write("<g class=\"chart-axis\">\n")
        for (row, power) in (1...5).reversed().enumerated() {
            markup(
                "<text x=\"\(left - 10)\" y=\"\((edges[row] + edges[row + 1]) / 2 + 4)\" text-anchor=\"end\">\(power)</text>\n"
            )
        }
        for interest in 1...5 {
            markup(
                "<text x=\"\(left + interest * width - width / 2)\" y=\"\(edges[5] + 18)\" text-anchor=\"middle\">\(interest)</text>\n"
            )
        }
        markup("<text x=\"\(left)\" y=\"16\">")
        element("", words.charts.power, "</text>\n")
        markup("<text x=\"\(right)\" y=\"\(edges[5] + 36)\" text-anchor=\"end\">")
        element("", words.charts.interest, "</text>\n</g>\n")
        closeChart()
    }
}
