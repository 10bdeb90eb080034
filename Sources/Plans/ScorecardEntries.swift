// A metric of the scorecard as keys and values, for programs that read them.

import Content
import UTF8Text

package enum ScorecardEntry: Sendable {
    case text(String)
    case integer(Int)
    /// In hundredths.
    case hundredths(Int)
    /// In tenths.
    case tenths(Int)
    case list([String])
}

extension ScheduledPlan {
    /// How many points are met and which are not; `nil` without a schedule.
    package var scorecardSummary: String? {
        guard !scorecard.isEmpty else { return nil }
        let failed = scorecard.filter { $0.state == .fail }.map { "\($0.metric.number) \($0.metric.name)" }
        let measured = scorecard.count { $0.state != .notApplicable }
        let list = failed.isEmpty ? "" : "; not met: \(failed.joined(separator: ", "))"
        return "Scorecard: \(measured - failed.count) of \(measured) points met\(list)"
    }
}

extension ScorecardItem {
    /// `no`, `name`, what was measured against which limit, `state`, and what is behind it.
    package var entries: [(key: String, value: ScorecardEntry)] {
        var entries: [(key: String, value: ScorecardEntry)] = [
            ("no", .text(metric.number)), ("name", .text(metric.name)),
        ]
        switch measure {
        case .share(let count, let all, let limit, let isLeast):
            entries += [
                ("count", .integer(count)), ("of", .integer(all)), ("percent", .tenths(Self.tenths(count, of: all))),
                ("limit", .text("\(isLeast ? ">=" : "<=") \(decimal(limit)) %")), ("items", .list(items)),
            ]
        case .index(let value, let limit, let parts):
            entries += parts.map { ($0.name, .integer($0.value)) }
            entries += [("value", .hundredths(value)), ("limit", .text(">= \(decimal(limit))"))]
        case .task(let id, let parts):
            entries.append(("task", .text(id)))
            entries += parts.map { ($0.name, .integer($0.value)) }
        case .fact: break
        case .none(let reason): entries.append(("why", .text(reason)))
        }
        if let because { entries.append(("because", .text(because))) }
        return entries + [("state", .text(state.rawValue))]
    }

    /// The figure and its limit for people: "3 of 36, 8.3 % (at most 5 %)".
    package var figure: String {
        switch measure {
        case .share(let count, let all, let limit, let isLeast):
            let tenths = Self.tenths(count, of: all)
            let percent = "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)")"
            let bound = !isLeast && limit == 0 ? "none allowed" : "at \(isLeast ? "least" : "most") \(decimal(limit)) %"
            return "\(count) of \(all), \(percent) % (\(bound))"
        case .index(let value, let limit, _): return "\(decimal(value)) (at least \(decimal(limit)))"
        case .task(let id, let parts):
            return id
                + parts.prefix(1).map { ", \($0.name.split(separator: "_").joined(separator: " ")) \($0.value)" }
                .joined()
        case .fact: return state == .pass ? "yes" : "no"
        case .none: return "–"
        }
    }

    /// Rounded half up to a tenth of a percent.
    private static func tenths(_ count: Int, of all: Int) -> Int { (count * 2000 + all) / (2 * all) }

    private func decimal(_ hundredths: Int) -> String {
        (hundredths < 0 ? "-" : "") + fullTime(abs(hundredths))
    }
}
