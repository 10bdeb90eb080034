// Plans in progress, milestones as instants and the scorecard against values that other programs and a reference from
// the text of the specification have computed.

import Content
import Foundation
import Plans
import Scheduling
import TestSupport
import Testing
import UTF8Text

/// A value of JSON, as far as the oracles need it.
struct Oracle: Sendable, CustomTestStringConvertible {
    let id: String
    private let json: Data

    init(_ value: Any) throws {
        json = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys])
        id = (value as? [String: Any])?["id"] as? String ?? ""
    }

    var testDescription: String { id }

    var value: [String: Any] { (try? JSONSerialization.jsonObject(with: json) as? [String: Any]) ?? [:] }
    var expected: [String: Any] { value["expect"] as? [String: Any] ?? [:] }

    /// JSON is YAML.
    func plan() throws -> ReadPlan {
        let plan = try JSONSerialization.data(withJSONObject: value["plan"] ?? [:], options: [.sortedKeys])
        return try read(plan: String(decoding: plan, as: UTF8.self))
    }

    static func all(_ file: String, _ keys: String...) -> [Oracle] {
        guard let data = try? TestSupport.oracle(file),
            let oracle = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return [] }
        return keys.flatMap { (oracle[$0] as? [Any] ?? []).compactMap { try? Oracle($0) } }
    }
}

private func text(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: "-"
    case let list as [Any]: list.map { text($0) }.joined(separator: ",")
    case let number as NSNumber: number.stringValue
    case let value?: "\(value)"
    }
}

private func text(_ value: Bool) -> String { value ? "1" : "0" }
private func text(_ value: Int?) -> String { value.map { String($0) } ?? "-" }

@Suite struct ProgressOracleTests {
    @Test func theOraclesAreThere() {
        #expect(Oracle.all("progress-schedules", "worked", "cases").count == 87)
        #expect(Oracle.all("milestone-dates", "cases").count == 75)
        #expect(Oracle.all("scorecard", "plans").count == 13)
    }

    @Test(arguments: Oracle.all("progress-schedules", "worked", "cases"))
    func everyValueOfAPlanInProgressComesOut(_ oracle: Oracle) throws {
        let read = try oracle.plan()
        let schedule = try #require(read.plan.schedule)
        let expected = oracle.expected
        let leaves = Array(schedule.leaves)
        var found: [String: String] = [
            "status_date": read.plan.status.date?.iso ?? "-", "status_assumed": text(read.plan.status.isAssumed),
            "first_open_day": text(read.plan.status.firstOpenDay), "finish": schedule.finish.iso,
            "duration_days": text(schedule.duration),
            "chain": schedule.criticalPath.map { schedule.tasks[$0].id }.joined(separator: ","),
            "late": leaves.filter(\.isLate).map(\.id).joined(separator: ","),
            "late_starts": leaves.filter(\.isLateStart).map(\.id).joined(separator: ","),
            "summary": read.plan.summary { $0.iso }.joined(separator: ","),
            "is_late": text(schedule.isLate), "deadline_margin_days": text(schedule.margin),
        ]
        for (key, value) in found where expected[key] != nil {
            #expect(value == text(expected[key]), "\(oracle.id) \(key)")
        }
        let tasks = expected["tasks"] as? [String: [String: Any]] ?? [:]
        #expect(Set(tasks.keys) == Set(leaves.map(\.id)))
        for task in leaves {
            let times = try #require(task.times)
            var assumed: [String] = []
            if times.assumed.contains(.start) { assumed.append("actual_start") }
            if times.assumed.contains(.finish) { assumed.append("actual_finish") }
            found = [
                "state": task.state.rawValue, "start": text(task.start?.iso), "finish": text(task.finish?.iso),
                "remaining": text(task.remaining), "remaining_start": text(task.remainingStart?.iso),
                "ES": text(times.earlyStart), "EF": text(times.earlyFinish), "LS": text(times.lateStart),
                "LF": text(times.lateFinish), "total_float": text(times.totalFloat),
                "free_float": text(times.freeFloat), "critical": text(times.isCritical),
                "side": times.side == .start ? "start" : "end", "assumed": assumed.joined(separator: ","),
            ]
            let wanted = tasks[task.id] ?? [:]
            for (key, value) in wanted {
                #expect(found[key] == text(value), "\(oracle.id) \(task.id) \(key)")
            }
        }
    }

    @Test(arguments: Oracle.all("progress-schedules", "worked", "cases"))
    func everyFindingAboutReportsComesOut(_ oracle: Oracle) throws {
        let rules: Set = [
            "status-date", "actual-in-future", "no-working-day", "plan-progress", "out-of-sequence", "dropped-task",
            "late-task", "late-finish",
        ]
        let found = try oracle.plan().diagnostics.filter { rules.contains("\($0.rule)") }
        let wanted = oracle.expected["findings"] as? [[String: Any]] ?? []
        #expect(
            found.map { "\($0.rule) \($0.severity)" }.sorted()
                == wanted.map { "\(text($0["rule"])) \(text($0["level"]))" }.sorted())
        for finding in wanted {
            guard let task = finding["task"] as? String else { continue }
            #expect(
                found.contains { "\($0.rule)" == text(finding["rule"]) && $0.message.contains("'\(task)'") },
                "\(finding)")
        }
    }

    @Test(arguments: Oracle.all("milestone-dates", "cases"))
    func everyMilestoneLiesOnTheSideThatSetsIt(_ oracle: Oracle) throws {
        let schedule = try #require(try oracle.plan().plan.schedule)
        for (id, wanted) in oracle.expected {
            let wanted = wanted as? [String: Any] ?? [:]
            let task = try #require(schedule.place(ofTask: id).map { schedule.tasks[$0] })
            #expect(task.start?.iso == text(wanted["date"]) && task.finish == task.start, "\(oracle.id) \(id)")
            #expect((task.times?.side == .start ? "start" : "end") == text(wanted["side"]), "\(oracle.id) \(id)")
            #expect(text(task.times?.earlyFinish) == text(wanted["index"]), "\(oracle.id) \(id)")
            if let float = wanted["total_float"] { #expect(text(task.times?.totalFloat) == text(float), "\(id)") }
        }
        #expect(schedule.finish.iso == text(oracle.value["finish"]))
        if let margin = oracle.value["deadline_margin_days"] { #expect(text(schedule.margin) == text(margin)) }
        if let late = oracle.value["late"] { #expect(text(schedule.isLate) == text(late)) }
    }

    @Test(arguments: Oracle.all("scorecard", "plans"))
    func everyMetricOfTheScorecardComesOut(_ oracle: Oracle) throws {
        let read: ReadPlan
        if let file = oracle.value["file"] as? String {
            let path = contentFolder.deletingLastPathComponent().appending(path: file)
            read = try PlansTests.read(plan: String(contentsOf: path, encoding: .utf8), path: "plan.md")
        } else {
            read = try oracle.plan()
        }
        let wanted = oracle.value["metrics"] as? [[String: Any]] ?? []
        #expect(read.plan.scorecard.map(\.metric.number) == wanted.map { text($0["no"]) })
        for (item, wanted) in zip(read.plan.scorecard, wanted) {
            var found = item.fields
            found["no"] = item.metric.number
            found["name"] = item.metric.name
            for (key, value) in wanted where key != "percent" || value is NSNumber {
                #expect(found[key] == text(value), "\(oracle.id) \(item.metric.number) \(key)")
            }
        }
    }
}

private func text(_ text: String?) -> String { text ?? "-" }

extension ScorecardItem {
    /// As the oracle's numbers are written.
    fileprivate var fields: [String: String] {
        Dictionary(
            entries.map { key, value in
                switch value {
                case .text(let value): (key, value)
                case .integer(let value): (key, String(value))
                case .hundredths(let value): (key, String(format: "%g", Double(value) / 100))
                case .tenths(let value): (key, String(format: "%g", Double(value) / 10))
                case .list(let value): (key, value.joined(separator: ","))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}
