// The risks of a plan: where they lie before and after the response, and the register, the worst and soonest first.

import Content
import Knowledge
import UTF8Text

/// How bad a risk is by its score, probability times impact. No score is 13 or 14.
enum RiskBand: String, CaseIterable {
    case low, medium, high

    init(score: Int) { self = score >= 15 ? .high : score >= 5 ? .medium : .low }

    /// The scores in it, in words.
    var scores: String {
        switch self {
        case .low: "1 to 4"
        case .medium: "5 to 12"
        case .high: "15 to 25"
        }
    }
}

extension PlanWriter {
    mutating func writeRisks() {
        let live = plan.risks.filter { $0.status.value != .closed }
        if !live.isEmpty { writeHeatMaps(of: live) }
        let hasOpportunities = plan.risks.contains { $0.type == .opportunity }
        let hasProximity = plan.risks.contains { $0.proximity != nil }
        let rows = risksInOrder(plan.risks, from: scheduled.statusDate ?? plan.start?.value).map { risk -> PlanRow in
            var cells: [PlanCell] = [.text(risk.id.value), .header(risk.title)]
            if hasOpportunities { cells.append(.text(risk.type.rawValue.capitalizedFirst)) }
            cells += [
                .score(risk.score), .text("\(risk.probability.value) × \(risk.impact.value)"),
                .score(risk.residual?.value.score),
            ]
            if hasProximity { cells.append(risk.proximity.map(cell) ?? .text("")) }
            cells += [
                .text(risk.cause ?? ""), .text(risk.effect ?? ""),
                .text(risk.response?.value.rawValue.capitalizedFirst ?? ""), .text(risk.action ?? ""), risk.owner.cell,
                .text(risk.status.value.rawValue.capitalizedFirst),
            ]
            return PlanRow(id: "risk:" + risk.id.value, cells: cells)
        }
        var heads = ["Id", "Risk"]
        if hasOpportunities { heads.append("Type") }
        heads += ["Score", "Probability × impact", "Residual score"]
        if hasProximity { heads.append("Proximity") }
        heads += ["Cause", "Effect", "Response", "Action", "Owner", "Status"]
        table("Risks", heads, rows)
    }

    private func cell(_ proximity: Proximity) -> PlanCell {
        switch proximity {
        case .date(let date): .date(date)
        case .weeks(let count): .text(count == 1 ? "In 1 week" : "In \(count) weeks")
        }
    }
}

/// Closed ones last; else by score, the highest first; then the soonest first, counted from `statusDate`, and those that
/// do not say when last; then as in the file.
func risksInOrder(_ risks: [Risk], from statusDate: CalendarDate?) -> [Risk] {
    func day(of risk: Risk) -> Int {
        switch risk.proximity {
        case nil: .max
        case .date(let date): date.daysSince1970
        // Without a day to count from, what is told in weeks is taken to be nearer than any day.
        case .weeks(let count): (statusDate?.daysSince1970 ?? -1_000_000) + 7 * count
        }
    }
    func key(_ place: Int) -> (Int, Int, Int, Int) {
        let risk = risks[place]
        return (risk.status.value == .closed ? 1 : 0, -risk.score, day(of: risk), place)
    }
    return risks.indices.sorted { key($0) < key($1) }.map { risks[$0] }
}
