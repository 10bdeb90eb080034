// The metrics of the schedule scorecard, their usual limits, and the limits that a plan sets for itself.

import UTF8Text

/// In the order in which they are told: the DCMA 14 points, then practices of the GAO guide.
package enum ScorecardMetric: String, CaseIterable, Sendable {
    case missingLogic = "missing_logic"
    case leads, lags
    case finishToStart = "finish_to_start"
    case hardConstraints = "hard_constraints"
    case highFloat = "high_float"
    case negativeFloat = "negative_float"
    case highDuration = "high_duration"
    case invalidDates = "invalid_dates"
    case resources
    case missedTasks = "missed_tasks"
    case criticalPathTest = "critical_path_test"
    case criticalPathLengthIndex = "critical_path_length_index"
    case baselineExecutionIndex = "baseline_execution_index"
    case danglingEnds = "dangling_ends"
    case fixedStarts = "fixed_starts"
    case criticalPathBegin = "critical_path_begin"
    case statusDate = "status_date"
    case outOfSequence = "out_of_sequence"
    case assumedFacts = "assumed_facts"
    case baseline

    /// As DCMA counts its points; the GAO's practices with a G.
    package var number: String {
        let places = ["G2a", "G2b", "G6", "G9a", "G9b", "G9c", "G10"]
        let place = Self.allCases.firstIndex(of: self) ?? 0
        return place < 14 ? String(place + 1) : places[place - 14]
    }

    package var name: String {
        switch self {
        case .finishToStart: "finish-to-start links"
        case .fixedStarts: "start dates fixed by hand"
        case .criticalPathBegin: "critical path begins now"
        case .assumedFacts: "progress without dates"
        default: rawValue.split(separator: "_").joined(separator: " ")
        }
    }

    /// In hundredths of a percent, of an index in hundredths; `nil` where there is nothing to set.
    package var usualLimit: Int? {
        switch self {
        case .leads, .negativeFloat, .invalidDates, .danglingEnds, .outOfSequence, .assumedFacts: 0
        case .missingLogic, .lags, .hardConstraints, .highFloat, .highDuration, .resources, .missedTasks, .fixedStarts:
            500
        case .finishToStart: 9000
        case .criticalPathLengthIndex, .baselineExecutionIndex: 95
        case .criticalPathTest, .criticalPathBegin, .statusDate, .baseline: nil
        }
    }

    package var isIndex: Bool { self == .criticalPathLengthIndex || self == .baselineExecutionIndex }
    package var isOfLinks: Bool { [.leads, .lags, .finishToStart].contains(self) }

    /// What is said of tasks or links that it finds.
    package func predicate(isOne: Bool) -> String {
        let (are, have, s) = isOne ? ("is", "has", "s") : ("are", "have", "")
        return switch self {
        case .missingLogic: "\(are) not tied in: delays do not travel through \(isOne ? "it" : "them")."
        case .leads: "start\(s) before what \(isOne ? "it waits" : "they wait") for is done."
        case .lags: "wait\(s) for time to pass; make the wait a task that says for what."
        case .hardConstraints: "\(are) held to a date that links may break."
        case .highFloat: "could slip two months unnoticed: a link is probably missing."
        case .negativeFloat: "cannot meet a deadline as planned."
        case .highDuration: "\(are) too long to see slips in time."
        case .invalidDates: "\(have) dates that cannot be true on the status date."
        case .resources: "\(have) nobody to do \(isOne ? "it" : "them")."
        case .missedTasks: "that \(isOne ? "was" : "were") due \(are) late or \(isOne ? "was" : "were") finished late."
        case .danglingEnds: "begin\(s) or end\(s) tied to nothing: a longer duration there moves nothing."
        case .fixedStarts: "start\(s) on a date and not behind work."
        case .outOfSequence: "went against \(isOne ? "its" : "their") links."
        case .assumedFacts: "\(have) guessed dates."
        default: ""
        }
    }

    package func sentence(isGood: Bool) -> String {
        switch self {
        case .statusDate: isGood ? "The status date is given." : "Progress has no date: add 'status_date'."
        case .baseline:
            isGood ? "The approved dates are kept." : "Keep the approved dates: milepost plan baseline."
        default: ""
        }
    }
}

/// A limit that a plan sets for itself, and why.
package struct ScorecardLimit: Sendable {
    package let metric: ScorecardMetric
    /// As `ScorecardMetric.usualLimit` counts.
    package let limit: Int
    package let because: String
}

func readScorecardLimits(_ node: YAMLNode?, log: inout DiagnosticLog) -> [ScorecardLimit] {
    guard let node, !node.isNothing else { return [] }
    var reader = MappingReader(planPart: node, subject: "'scorecard'", log: &log)
    let limits = ScorecardMetric.allCases.filter { $0.usualLimit != nil }.compactMap { metric in
        reader.node(metric.rawValue).flatMap { readScorecardLimit($0, metric, log: &log) }
    }
    reader.reportUnknownKeys(log: &log)
    return limits
}

private func readScorecardLimit(
    _ node: YAMLNode, _ metric: ScorecardMetric, log: inout DiagnosticLog
) -> ScorecardLimit? {
    var reader = MappingReader(planPart: node, subject: "a limit", log: &log)
    let text = reader.text("limit", log: &log)
    let because = reader.text("because", log: &log)
    let example = metric.isIndex ? "0.9" : "10%"
    reader.require("limit", log: &log, help: "for example \(example)")
    reader.require("because", log: &log, help: "say why this plan may differ, so that a reader can judge it")
    reader.reportUnknownKeys(log: &log)
    guard let text, let because else { return nil }
    let number = metric.isIndex ? text.value : text.value.hasSuffix("%") ? String(text.value.dropLast()) : ""
    guard let value = decimalNumber(number, digits: 2), value <= (metric.isIndex ? 1000 : 10_000) else {
        log.report(
            .planValue, at: text.position, "'\(text.value)' is not a limit for \(metric.rawValue)",
            help: "write \(example)")
        return nil
    }
    return ScorecardLimit(metric: metric, limit: value, because: because.value)
}
