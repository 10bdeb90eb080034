// Earned value and slip of whole plans, with figures worked out by hand.

import Plans
import Scheduling
import Testing
import UTF8Text

@Suite struct PlanFigureTests {
    /// From Monday, 4 January 2027.
    private func plan(_ tasks: [String], _ lines: String) throws -> ScheduledPlan {
        let text =
            "kind: project\nstart: 2027-01-04\ncurrency: GBP\ntasks: [\(tasks.joined(separator: ", "))]\n\(lines)\n"
        return try read(plan: text).plan
    }

    // MARK: Earned value

    /// The published example: BAC 500, PV 300, EV 200, AC 250.
    @Test func thePublishedFiguresComeOutForAWholePlan() throws {
        let value = try #require(
            try plan(
                [
                    "{id: a, name: A, duration: 5d, cost: 200, progress: 100}",
                    "{id: b, name: B, duration: 3d, cost: 300, after: [a]}",
                    "{id: c, name: C, duration: 9d, progress: 50}",
                ],
                """
                status_date: 2027-01-11
                budget:
                - {id: b1, item: One, category: staff, planned: 400, actual: 150}
                - {id: b2, item: Two, category: other, planned: 200, actual: 100}
                """
            ).earnedValue)
        #expect(
            value
                == EarnedValue(
                    budgetAtCompletion: 500_00, plannedValue: 300_00, earnedValue: 200_00, actualCost: 250_00))
        #expect((value.costVariance, value.scheduleVariance) == (-50_00, -100_00))
        #expect((value.costPerformance, value.schedulePerformance) == (80, 67))
        #expect(value.estimateAtCompletion == 625_00)
        #expect((value.estimateToComplete, value.varianceAtCompletion) == (375_00, -125_00))
    }

    /// One task of 100 over Thursday, Friday and Monday, a third each.
    @Test(arguments: [
        ("2027-01-06", 0), ("2027-01-07", 33_33), ("2027-01-08", 66_67), ("2027-01-10", 66_67), ("2027-01-11", 100_00),
        ("2027-02-01", 100_00),
    ])
    func valueIsPlannedEvenlyOverWorkingDays(_ date: String, _ planned: Int) throws {
        let task = "{id: a, name: A, duration: 3d, start: 2027-01-07, cost: 100, progress: 33}"
        let value = try plan([task], "status_date: \(date)").earnedValue
        #expect(value?.plannedValue == planned)
        #expect((value?.budgetAtCompletion, value?.earnedValue, value?.actualCost) == (100_00, 33_00, 0))
    }

    @Test func valueIsPlannedByTheBaseline() throws {
        func planned(_ kept: String) throws -> Int? {
            try plan(
                ["{id: a, name: A, duration: 4d, cost: 100}", "{id: b, name: B, duration: 1d, cost: 10}"],
                "status_date: 2027-01-05\nbaseline: {tasks: {a: {\(kept)}}}"
            ).earnedValue?.plannedValue
        }
        #expect(try planned("start: 2027-01-04, finish: 2027-01-07") == 60_00)
        #expect(try planned("start: 2027-01-05, finish: 2027-01-14") == 22_50)
        #expect(try planned("start: 2027-01-11, finish: 2027-01-12") == 10_00)
        #expect(try planned("finish: 2027-01-05") == 110_00, "the rest is scheduled")
        #expect(try planned("start: 2027-01-02, finish: 2027-01-03") == 110_00, "no working day, and past")
        #expect(try planned("start: 2027-01-09, finish: 2027-01-10") == 10_00, "no working day, and to come")
    }

    @Test func whatWasDroppedIsWorthNothing() throws {
        let value = try plan(
            [
                "{id: a, name: A, duration: 1d, cost: 5, status: dropped}",
                "{id: p, name: P, children: [{id: b, name: B, duration: 1d, cost: 7, progress: 50}]}",
            ], "status_date: 2027-01-04"
        ).earnedValue
        #expect(
            value
                == EarnedValue(budgetAtCompletion: 7_00, plannedValue: 7_00, earnedValue: 3_50, actualCost: 0))
    }

    @Test func thereIsNoneWithoutCostDateOrSchedule() throws {
        let task = "{id: a, name: A, duration: 1d, cost: 5}"
        #expect(try plan([task], "").earnedValue == nil, "no status date")
        #expect(try plan(["{id: a, name: A, duration: 1d}"], "status_date: 2027-01-04").earnedValue == nil)
        #expect(
            try plan([task.replacing("1d", with: "1d, status: dropped")], "status_date: 2027-01-04").earnedValue == nil)
        let circle = [
            "{id: a, name: A, duration: 1d, cost: 5, after: [b]}", "{id: b, name: B, duration: 1d, after: [a]}",
        ]
        #expect(try plan(circle, "status_date: 2027-01-04").earnedValue == nil)
        #expect(try plan([task], "status_date: 2027-01-04").earnedValue != nil)
    }

    // MARK: Float and load

    @Test func theTasksNearlyCriticalStandByTheirFloat() throws {
        let plan = try plan(
            [
                "{id: long, name: L, duration: 9d}", "{id: loose, name: L, duration: 6d}",
                "{id: tight, name: T, duration: 8d}", "{id: free, name: F, duration: 1d}",
            ], "")
        #expect(plan.tasksNearlyCritical(within: 5).map { plan.schedule?.tasks[$0].id } == ["tight", "loose"])
    }

    @Test func ofEqualPeaksTheFirstIsTold() throws {
        let plan = try plan(
            [
                "{id: a, name: A, duration: 2d, assign: {r: 1}}",
                "{id: b, name: B, duration: 2d, assign: {r: 1}, after: [\"a:FS+3d\"]}",
            ], "resources: [{id: r, name: R}]")
        let load = try #require(plan.resourceLoads.first)
        #expect(load.peak.units == 100)
        #expect(load.peak.tasks.map { plan.schedule?.tasks[$0].id } == ["a"])
    }

    // MARK: Slip

    /// "a 2027-01-04 2027-01-08 +0 +2", and "-" for what is not known.
    private func slips(of plan: ScheduledPlan) -> [String] {
        plan.slips.map { slip in
            func days(_ count: Int?) -> String { count.map { $0 < 0 ? "\($0)" : "+\($0)" } ?? "-" }
            let name = slip.task.flatMap { plan.schedule?.tasks[$0].id } ?? "plan"
            let dates = [slip.baselineStart, slip.baselineFinish].map { $0?.iso ?? "-" }
            return ([name] + dates + [days(slip.startDays), days(slip.finishDays)]).joined(separator: " ")
        }
    }

    private let tasks = [
        "{id: a, name: A, duration: 7d}", "{id: b, name: B, duration: 5d, after: [a]}",
        "{id: m, name: M, milestone: true, after: [b]}", "{id: c, name: C, duration: 1d}",
    ]

    @Test func whatMovedIsCountedInWorkingDays() throws {
        let plan = try plan(
            tasks,
            """
            baseline:
              tasks:
                a: {start: 2027-01-04, finish: 2027-01-08}
                b: {start: 2027-01-11, finish: 2027-01-15}
                m: {start: 2027-01-15, finish: 2027-01-15}
                c: {start: 2027-01-05, finish: 2027-01-06}
            """)
        #expect(
            slips(of: plan) == [
                "plan 2027-01-04 2027-01-15 +0 +2", "a 2027-01-04 2027-01-08 +0 +2",
                "b 2027-01-11 2027-01-15 +2 +2", "m 2027-01-15 2027-01-15 +2 +2", "c 2027-01-05 2027-01-06 -1 -2",
            ])
    }

    @Test func theCalendarOfTodayCounts() throws {
        let plan = try plan(
            ["{id: a, name: A, duration: 5d}"],
            "calendar: {holidays: [{date: 2027-01-06}]}\nbaseline: {tasks: {a: {start: 2027-01-04, finish: 2027-01-08}}}"
        )
        #expect(slips(of: plan) == ["plan 2027-01-04 2027-01-08 +0 +1", "a 2027-01-04 2027-01-08 +0 +1"])
    }

    @Test func whatWasRemovedCountsForTheWholePlanAlone() throws {
        let plan = try plan(
            ["{id: a, name: A, duration: 1d}", "{id: d, name: D, duration: 1d, status: dropped}"],
            """
            baseline:
              tasks:
                gone: {start: 2027-01-04, finish: 2027-01-22}
                d: {start: 2027-01-05, finish: 2027-01-05}
            """)
        #expect(slips(of: plan) == ["plan 2027-01-04 2027-01-22 +0 -14"])
    }

    @Test func aBaselineMayKnowOnlyOneDate() throws {
        let plan = try plan(tasks, "baseline: {tasks: {c: {finish: 2027-01-05}}}")
        #expect(slips(of: plan) == ["plan - 2027-01-05 - +10", "c - 2027-01-05 - -1"])
    }

    @Test func thereIsNoSlipWithoutABaselineOrASchedule() throws {
        #expect(try plan(tasks, "").slips.isEmpty)
        #expect(try plan(tasks, "baseline: {date: 2027-01-01, tasks: {}}").slips.isEmpty)
        let circle = "{id: a, name: A, duration: 1d, after: [b]}, {id: b, name: B, duration: 1d, after: [a]}"
        #expect(try plan([circle], "baseline: {tasks: {a: {finish: 2027-01-05}}}").slips.isEmpty)
    }
}
