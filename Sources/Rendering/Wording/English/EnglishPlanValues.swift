// English: the values that a plan chooses from fixed lists, and what its page says about them.

import Content
import Plans

extension PlanValueWords {
    static let english = PlanValueWords(
        kind: { kind in
            switch kind {
            case .implementation: "Implementation"
            case .action: "Action"
            case .rollout: "Rollout"
            case .project: "Project"
            }
        },
        budgetCategory: { category in
            switch category {
            case .staff: "Staff"
            case .software: "Software"
            case .services: "Services"
            case .training: "Training"
            case .travel: "Travel"
            case .equipment: "Equipment"
            case .contingency: "Contingency"
            case .other: "Other"
            }
        },
        stance: { stance in
            switch stance {
            case .supporter: "Supporter"
            case .neutral: "Neutral"
            case .mixed: "Mixed"
            case .sceptic: "Sceptic"
            case .opponent: "Opponent"
            }
        },
        riskType: { type in
            switch type {
            case .threat: "Threat"
            case .opportunity: "Opportunity"
            }
        },
        riskResponse: { response in
            switch response {
            case .avoid: "Avoid"
            case .reduce: "Reduce"
            case .transfer: "Transfer"
            case .accept: "Accept"
            case .exploit: "Exploit"
            case .enhance: "Enhance"
            case .share: "Share"
            }
        },
        riskStatus: { status in
            switch status {
            case .open: "Open"
            case .closed: "Closed"
            case .occurred: "Occurred"
            }
        },
        riskBand: { band in
            switch band {
            case .low: "low"
            case .medium: "medium"
            case .high: "high"
            }
        },
        riskScore: { "\($0) \($1)" },
        inWeeks: { "In \(counted($0, "week"))" },
        qualityResult: { result in
            switch result {
            case nil: "Not checked yet"
            case .pass?: "Passed"
            case .fail?: "Failed"
            }
        },
        logEntryType: { type in
            switch type {
            case .assumption: "Assumption"
            case .issue: "Issue"
            case .dependency: "Dependency"
            case .decision: "Decision"
            }
        },
        frequency: { frequency in
            switch frequency.text {
            case "1d": "Daily"
            case "1w": "Weekly"
            case "2w": "Every two weeks"
            case "1mo": "Monthly"
            case "once": "Once"
            case "milestone": "At each milestone"
            default: "Every " + frequency.text
            }
        })
}

extension RegisterWords {
    static let english = RegisterWords(
        inherentRisk: "Inherent risk, before any response",
        residualRisk: "Residual risk, after the response",
        scoreIs: Phrase("Score is probability times impact: ", "."),
        opportunitySign: "▲ marks an opportunity; all others are threats.",
        opportunity: "(opportunity)",
        noResidualRating: "What has no residual rating stands where it was.",
        closedRisks: { $0 == 1 ? "1 closed risk is left out." : "\($0) closed risks are left out." },
        raci:
            "R is responsible and does the work, A is accountable and answers for it, S supports, C is consulted before, I is informed after.",
        noMessageFor: { "No message is planned for \($0)." },
        noCriteria: "None",
        pointsMet: { failed, measured in
            failed == 0
                ? "All \(measured) points that can be measured are met."
                : "\(failed) of \(measured) points that can be measured \(failed == 1 ? "is" : "are") not met."
        },
        aboutScorecard:
            "The points of the DCMA 14-Point Assessment, and with a G the practices of the GAO Schedule Assessment Guide that can be computed. No sum is made of them: in a small plan one exception is much.",
        met: "Met",
        notMet: "Not met",
        notMeasured: "Not measured",
        otherLimit: { "Here the limit is another: \($0)" },
        must: "Must",
        should: "Should",
        may: "May",
        present: "Present",
        missing: "Missing",
        element: { title(of: $0) },
        nothingMissing: { "Nothing is missing that \(plan(of: $0)) must have." },
        elementsMissing: { kind, elements in
            let titles = elements.map { title(of: $0).lowercased() }.joined(separator: "; ")
            return "Missing of what \(plan(of: kind)) must or should have: \(titles)."
        })
}

@Sendable private func title(of element: PlanElement) -> String {
    switch element {
    case .goals: "Goals with objectives, each served by a task"
    case .workPlan: "Work plan"
    case .resources: "Resources and budget"
    case .stakeholders: "Stakeholders and responsibilities"
    case .risks: "Risk assessment"
    case .quality: "Quality control"
    case .measures: "A measure for each objective"
    case .owners: "An owner for each task and objective"
    }
}

@Sendable private func plan(of kind: PlanKind) -> String {
    switch kind {
    case .implementation: "an implementation plan"
    case .action: "an action plan"
    case .rollout: "a rollout plan"
    case .project: "a project plan"
    }
}
