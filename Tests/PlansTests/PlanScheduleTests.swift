// The schedules of plans: four real ones against an independent program, and the rules of dates one at a time.

import Content
import Foundation
import Plans
import Scheduling
import TestSupport
import Testing
import UTF8Text

/// As Microsoft Project's rules give them, by an independent implementation.
private struct ExpectedPlan: Decodable {
    let start, finish: String
    let duration: Int
    let critical: [String]
    let tasks: [Task]

    struct Task: Decodable {
        let id, start, finish: String
        let duration, ES, EF, LS, LF, total_float, free_float: Int
    }

    static func all() throws -> [String: ExpectedPlan] {
        try JSONDecoder().decode([String: ExpectedPlan].self, from: oracle("plan-schedules"))
    }
}

@Suite struct PlanScheduleTests {
    @Test(arguments: [
        "action-plan-on-time-status-reports", "first-90-days-plan", "pmis-rollout-plan",
        "pmo-implementation-plan-12-months",
    ])
    func everyValueOfARealPlanComesOut(name: String) throws {
        let expected = try #require(try ExpectedPlan.all()[name])
        let text = try String(contentsOf: contentFolder.appending(path: "plans/\(name).md"), encoding: .utf8)
        let schedule = try #require(try read(plan: text, path: "plan.md").plan.schedule)
        #expect(schedule.start.iso == expected.start)
        #expect(schedule.finish.iso == expected.finish)
        #expect(schedule.duration == expected.duration)
        let leaves = Array(schedule.leaves)
        #expect(leaves.map(\.id) == expected.tasks.map(\.id))
        for (task, wanted) in zip(leaves, expected.tasks) {
            let times = try #require(task.times)
            #expect(task.duration == wanted.duration, "\(task.id)")
            #expect(task.start?.iso == wanted.start, "\(task.id)")
            #expect(task.finish?.iso == wanted.finish, "\(task.id)")
            #expect((times.earlyStart, times.earlyFinish) == (wanted.ES, wanted.EF), "\(task.id)")
            #expect((times.lateStart, times.lateFinish) == (wanted.LS, wanted.LF), "\(task.id)")
            #expect((times.totalFloat, times.freeFloat) == (wanted.total_float, wanted.free_float), "\(task.id)")
        }
        #expect(leaves.filter(\.isCritical).map(\.id) == expected.critical)
    }

    // MARK: Dates

    @Test func workSkipsWeekendsAndHolidaysAndAMilestoneFallsOnTheDayItsWorkEnds() throws {
        let schedule = try read(
            tasks: """
                - {id: a, name: A, duration: 3d}
                - {id: b, name: B, duration: 1w, after: [a]}
                - {id: m, name: M, milestone: true, after: [b]}
                - {id: s, name: S, milestone: true}
                """,
            with: "calendar: {holidays: [{date: 2027-01-05}], working: [2027-01-09]}")
        #expect(
            schedule?.dates == [
                "a 2027-01-04 2027-01-07", "b 2027-01-08 2027-01-13", "m 2027-01-13 2027-01-13",
                "s 2027-01-04 2027-01-04",
            ])
    }

    @Test func twoDatesSayHowLongAndAFinishAloneIsADeadline() throws {
        let schedule = try read(
            tasks: """
                - {id: a, name: A, start: 2027-01-06, finish: 2027-01-12}
                - {id: b, name: B, duration: 3d, finish: 2027-01-05}
                """)
        #expect(schedule?.dates == ["a 2027-01-06 2027-01-12", "b 2027-01-04 2027-01-06"])
        #expect(schedule?.tasks.map { $0.times?.totalFloat } == [0, -1])
    }

    @Test func anEstimateIsRoundedUpToWholeDays() throws {
        let schedule = try read(tasks: "- {id: a, name: A, estimate: {low: 3, likely: 5, high: 9}}")
        #expect(schedule?.tasks[0].duration == 6)
    }

    @Test func whatReallyHappenedReplacesTheComputedDates() throws {
        let schedule = try read(
            tasks: """
                - {id: a, name: A, duration: 2d, actual_start: 2027-01-05, actual_finish: 2027-01-11, progress: 100}
                - {id: b, name: B, duration: 2d, after: [a]}
                """)
        #expect(schedule?.dates == ["a 2027-01-05 2027-01-11", "b 2027-01-12 2027-01-13"])
        #expect(schedule?.tasks.map(\.isCritical) == [false, true])
    }

    @Test func whatIsDroppedLeavesTheSchedule() throws {
        let schedule = try read(
            tasks: """
                - {id: a, name: A, duration: 2d, status: dropped}
                - {id: p, name: P, status: dropped, children: [{id: c, name: C, duration: 9d}]}
                - {id: b, name: B, duration: 2d, after: [a, p]}
                """)
        #expect(schedule?.dates == ["b 2027-01-04 2027-01-05"])
    }

    @Test func aPhaseSpansItsTasksAndWeighsTheirProgress() throws {
        let schedule = try #require(
            try read(
                tasks: """
                    - {id: p, name: P, children: [
                        {id: a, name: A, duration: 1d, progress: 100, actual_finish: 2027-01-04},
                        {id: b, name: B, duration: 3d, after: [a]}, {id: c, name: C, duration: 1d}]}
                    """))
        #expect(schedule.dates.first == "p 2027-01-04 2027-01-07")
        #expect(schedule.tasks[0].progress == 20)
        #expect(schedule.tasks[0].isCritical)
        #expect(schedule.tasks[0].duration == 4)
    }

    @Test func aLinkToAPhaseWaitsForAllOfItAndAPhaseThatWaitsHoldsAllOfItBack() throws {
        let schedule = try read(
            tasks: """
                - {id: p, name: P, children: [{id: a, name: A, duration: 2d}, {id: b, name: B, duration: 4d}]}
                - {id: q, name: Q, after: [p], children: [{id: c, name: C, duration: 1d}, {id: d, name: D, duration: 2d}]}
                - {id: e, name: E, duration: 1d, after: ["q:FS+1d"]}
                """)
        #expect(
            schedule?.dates == [
                "p 2027-01-04 2027-01-07", "a 2027-01-04 2027-01-05", "b 2027-01-04 2027-01-07",
                "q 2027-01-08 2027-01-11", "c 2027-01-08 2027-01-08", "d 2027-01-08 2027-01-11",
                "e 2027-01-13 2027-01-13",
            ])
        #expect(schedule?.criticalChain == "b → d → e")
    }

    /// Nested phases with links between any two that are not part of each other, against the same plan with each link
    /// written out for every pair of tasks.
    @Test func linksOfPhasesEqualLinksOfAllTheirTasks() throws {
        var chance = Chance(seed: 11)
        for _ in 0..<100 {
            let phases = 2 + chance.below(3)
            var leaves: [[String]] = []
            var nested: [String] = []
            var flat: [(id: String, duration: Int, after: [String])] = []
            for phase in 0..<phases {
                let ids = (0..<1 + chance.below(4)).map { "t\(phase)-\($0)" }
                let durations = ids.map { _ in 1 + chance.below(6) }
                let before = (0..<phase).filter { _ in chance.below(2) == 0 }
                let lag = chance.below(3)
                let text = before.map { lag == 0 ? "p\($0)" : "\"p\($0):FS+\(lag)d\"" }.joined(separator: ", ")
                // Every other task stands in a phase within the phase.
                let children = zip(ids, durations).enumerated().map { index, task in
                    let leaf = "{id: \(task.0), name: T, duration: \(task.1)d}"
                    return index % 2 == 0 ? leaf : "{id: i\(task.0), name: I, children: [\(leaf)]}"
                }
                nested.append(
                    "- {id: p\(phase), name: P, after: [\(text)], children: [\(children.joined(separator: ", "))]}")
                let links = before.flatMap { leaves[$0] }.map { lag == 0 ? $0 : "\"\($0):FS+\(lag)d\"" }
                for (id, duration) in zip(ids, durations) { flat.append((id, duration, links)) }
                leaves.append(ids)
            }
            let one = try #require(try read(tasks: nested.joined(separator: "\n")))
            let other = try #require(
                try read(
                    tasks: flat.map {
                        "- {id: \($0.id), name: T, duration: \($0.duration)d, after: [\($0.after.joined(separator: ", "))]}"
                    }.joined(separator: "\n")))
            #expect(one.leaves.map(\.times) == other.leaves.map(\.times))
            #expect(one.finish == other.finish)
            #expect(one.criticalPathCount == other.criticalPathCount)
            #expect(one.criticalChain == other.criticalChain)
        }
    }

    @Test func theMarginIsCountedInWorkingDays() throws {
        func margin(_ deadline: String) throws -> Int? {
            try read(tasks: "- {id: a, name: A, duration: 5d}", with: "deadline: \(deadline)")?.margin
        }
        #expect(try margin("2027-01-08") == 0)
        #expect(try margin("2027-01-10") == 0)
        #expect(try margin("2027-01-12") == 2)
        #expect(try margin("2027-01-06") == -2)
    }

    // MARK: Size

    @Test func aHundredThousandTasksWithThreeTimesAsManyLinksAreScheduled() throws {
        var chance = Chance(seed: 3)
        let count = 100_000
        let activities = (0..<count).map { _ in Activity(duration: chance.below(5)) }
        let links = (0..<3 * count).map { index in
            let successor = 1 + index % (count - 1)
            return Dependency(from: max(0, successor - 1 - chance.below(50)), to: successor, lag: chance.below(3))
        }
        let result = try schedule(activities, dependencies: links)
        #expect(result.times.count == count)
        #expect(result.criticalPath.last.map { result.times[$0].earlyFinish } == result.finish)
    }
}
