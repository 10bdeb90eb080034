// The risks of a plan: where they lie before and after the response, and the register, the worst and soonest first.

import Content
import Plans
import UTF8Text

/// How bad a risk is by its score, probability times impact. No score is 13 or 14.
enum RiskBand: String, CaseIterable {
    case low, medium, high

    init(score: Int) { self = score >= 15 ? .high : score >= 5 ? .medium : .low }

    /// The first and the last score in it.
    var scores: (first: Int, last: Int) {
        switch self {
        case .low: (1, 4)
        case .medium: (5, 12)
        case .high: (15, 25)
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
            if hasOpportunities { cells.append(.text(words.values.riskType(risk.type))) }
            cells += [
                .score(risk.score), .text("\(risk.probability.value) × \(risk.impact.value)"),
                .score(risk.residual?.value.score),
            ]
            if hasProximity { cells.append(risk.proximity.map(cell) ?? .text("")) }
            cells += [
                .text(risk.cause ?? ""), .text(risk.effect ?? ""),
                .text(risk.response.map { words.values.riskResponse($0.value) } ?? ""), .text(risk.action ?? ""),
                risk.owner.cell,
                .text(words.values.riskStatus(risk.status.value)),
            ]
            return PlanRow(id: "risk:" + risk.id.value, cells: cells)
        }
        let columns = words.columns
        var heads = [columns.id, columns.risk]
        if hasOpportunities { heads.append(columns.type) }
        heads += [columns.score, columns.probabilityTimesImpact, columns.residualScore]
        if hasProximity { heads.append(columns.proximity) }
        heads += [columns.cause, columns.effect, columns.response, columns.action, columns.owner, columns.status]
        table(words.tables.risks, heads, rows)
    }

    private func cell(_ proximity: Proximity) -> PlanCell {
        switch proximity {
        case .date(let date): .date(date)
        case .weeks(let count): .text(words.values.inWeeks(count))
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
