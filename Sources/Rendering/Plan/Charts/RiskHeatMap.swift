// The risks of a plan on a grid of probability and impact: before any response, and what remains after it.

import Content
import Plans
import UTF8Text

/// The risks in each of the 25 cells, in the order of the file.
struct RiskHeatMap {
    private var cells = [[Risk]](repeating: [], count: 25)

    init(_ risks: [Risk], isResidual: Bool) {
        for risk in risks {
            // What has no response yet stays where it is.
            let residual = isResidual ? risk.residual?.value : nil
            let probability = residual?.probability ?? risk.probability.value
            let impact = residual?.impact ?? risk.impact.value
            cells[place(probability, impact)].append(risk)
        }
    }

    /// Both from 1 to 5.
    func risks(probability: Int, impact: Int) -> [Risk] { cells[place(probability, impact)] }

    private func place(_ probability: Int, _ impact: Int) -> Int {
        // A rating out of range was reported; it must not be lost.
        min(max(probability, 1), 5) * 5 + min(max(impact, 1), 5) - 6
    }
}

extension PlanWriter {
    /// - Parameter risks: those that are not closed.
    mutating func writeHeatMaps(of risks: [Risk]) {
        html.write("<div class=\"heat-maps\">\n")
        writeHeatMap(RiskHeatMap(risks, isResidual: false), caption: words.registers.inherentRisk)
        if risks.contains(where: { $0.residual != nil }) {
            writeHeatMap(RiskHeatMap(risks, isResidual: true), caption: words.registers.residualRisk)
        }
        html.write("</div>\n<p class=\"table-note heat-key\">")
        writeKey(of: risks)
        html.write("</p>\n")
    }

    private mutating func writeKey(of risks: [Risk]) {
        let words = words.registers
        html.appendEscaped(words.scoreIs.before)
        for (place, band) in RiskBand.allCases.enumerated() {
            if place > 0 { html.appendEscaped(wording.lists.separator) }
            html.append(contentsOf: "<span class=\"band band-\(band.rawValue)\">".utf8)
            element("", self.words.values.riskBand(band), "</span> ")
            html.appendEscaped(wording.numbers.range(band.scores.first, band.scores.last))
        }
        html.appendEscaped(words.scoreIs.after)
        var notes: [String] = []
        if risks.contains(where: { $0.type == .opportunity }) { notes.append(words.opportunitySign) }
        let hasResidual = risks.contains { $0.residual != nil }
        if hasResidual, risks.contains(where: { $0.residual == nil }) { notes.append(words.noResidualRating) }
        let closed = plan.risks.count - risks.count
        if closed > 0 { notes.append(words.closedRisks(closed)) }
        for note in notes { html.appendEscaped(" " + note) }
    }

    private mutating func writeHeatMap(_ map: RiskHeatMap, caption: String) {
        html.write("<table class=\"heat-map\">\n")
        element("<caption>", caption, "</caption>\n")
        html.write("<colgroup></colgroup><colgroup span=\"5\"></colgroup>\n")
        element("<thead>\n<tr><th scope=\"col\" rowspan=\"2\">", words.columns.probability, "</th>")
        element("<th scope=\"colgroup\" colspan=\"5\">", words.columns.impact, "</th></tr>\n<tr>")
        for impact in 1...5 { html.append(contentsOf: "<th scope=\"col\">\(impact)</th>".utf8) }
        html.write("</tr>\n</thead>\n<tbody>\n")
        for probability in (1...5).reversed() {
            html.append(contentsOf: "<tr><th scope=\"row\">\(probability)</th>".utf8)
            for impact in 1...5 {
                let band = RiskBand(score: probability * impact)
                html.append(contentsOf: "<td class=\"band-\(band.rawValue)\">".utf8)
                let risks = map.risks(probability: probability, impact: impact)
                if !risks.isEmpty {
                    let label = wording.lists.labelled(words.values.riskBand(band), "")
                    element("<span class=\"visually-hidden\">", label, "</span>")
                }
                for (place, risk) in risks.enumerated() {
                    if place > 0 { html.write(" ") }
                    writeRiskLink(risk)
                }
                html.write("</td>")
            }
            html.write("</tr>\n")
        }
        html.write("</tbody>\n</table>\n")
    }

    private mutating func writeRiskLink(_ risk: Risk) {
        html.write("<a href=\"#risk:")
        html.appendEscaped(risk.id.value)
        element("\">", risk.id.value, "")
        if risk.type == .opportunity {
            html.write("<span class=\"sign\" aria-hidden=\"true\">▲</span>")
            element("<span class=\"visually-hidden\"> ", words.registers.opportunity, "</span>")
        }
        html.write("</a>")
    }
}
