// The state of a plan in plain sentences, one test for each thing they may say.

import Plans
import Testing
import UTF8Text

@Suite struct PlanSummaryTests {
    /// The sentences about a plan that starts on Monday, 4 January 2027.
    private func summary(_ tasks: String, _ lines: String = "", updated: String? = nil) throws -> [String] {
        let text = """
            \(updated.map { "updated: \($0)" } ?? "")
            plan:
              kind: project
              start: 2027-01-04
              tasks: [\(tasks)]
              \(lines)

            """
        return try read(plan: text).plan.summary { "<\($0.iso)>" }
    }

    private let a = "{id: a, name: A, duration: 5d}"

    // MARK: Plans without a schedule

    @Test func aPlanMayHaveNothingToSchedule() throws {
        #expect(try summary("") == ["This plan has no tasks yet."])
        #expect(
            try summary("{id: a, name: A, duration: 1d, status: dropped}") == ["Every task of this plan was dropped."])
        #expect(
            try summary("{id: p, name: P, status: dropped, children: [\(a)]}")
                == ["Every task of this plan was dropped."])
    }

    @Test func aPlanThatWaitsForItselfCannotBeScheduled() throws {
        #expect(
            try summary("{id: a, name: A, duration: 1d, after: [b]}, {id: b, name: B, duration: 1d, after: [a]}")
                == ["This plan cannot be scheduled."])
        #expect(
            try read(plan: "kind: project\ntasks: [\(a)]\n").plan.summary { $0.iso }
                == ["This plan cannot be scheduled."], "it has no start")
    }

    // MARK: The end

    @Test(arguments: [
        ("", " and has no deadline."), ("2027-01-08", ", just in time for its deadline of <2027-01-08>."),
        ("2027-01-10", ", just in time for its deadline of <2027-01-10>."),
        ("2027-01-11", ", 1 working day before its deadline of <2027-01-11>."),
        ("2027-01-12", ", 2 working days before its deadline of <2027-01-12>."),
        ("2027-01-07", ", 1 working day after its deadline of <2027-01-07>."),
        ("2027-01-06", ", 2 working days after its deadline of <2027-01-06>."),
    ])
    func holdsTheFinishAgainstTheDeadline(_ deadline: String, _ words: String) throws {
        let sentences = try summary(a, deadline.isEmpty ? "" : "deadline: \(deadline)")
        let opening = words.contains("after") ? "Late: this" : "This"
        #expect(sentences[0] == "\(opening) plan finishes on <2027-01-08>" + words)
    }

    // MARK: What is critical

    @Test(arguments: [
        ("", "1 of 1 task is critical"), (", {id: b, name: B, duration: 4d}", "1 of 2 tasks is critical"),
        (", {id: b, name: B, duration: 5d}", "2 of 2 tasks are critical"),
        (", {id: b, name: B, duration: 9d, status: dropped}", "1 of 1 task is critical"),
        (", {id: p, name: P, children: [{id: b, name: B, duration: 5d}]}", "2 of 2 tasks are critical"),
        (", {id: b, name: B, duration: 5d, actual_finish: 2027-01-15}", "1 of 1 unfinished task is critical"),
    ])
    func countsCriticalTasks(_ more: String, _ words: String) throws {
        #expect(try summary(a + more).last == words + ": a delay there moves the end.")
    }

    @Test func whatIsDoneIsNotCritical() throws {
        let done = "status: done"
        #expect(try summary("{id: a, name: A, duration: 1d, \(done)}").last == "Its only task is done.")
        #expect(
            try summary("{id: a, name: A, duration: 1d, progress: 100}, {id: b, name: B, duration: 1d, \(done)}").last
                == "All of its 2 tasks are done.")
    }

    // MARK: What comes next

    @Test func namesTheNextMilestoneByDate() throws {
        let milestones = """
            \(a), {id: m1, name: Last, milestone: true, after: [a]}, {id: m2, name: First, milestone: true},
              {id: m3, name: Reached, milestone: true, status: done}
            """
        #expect(try summary(milestones).last == "The next milestone is “First” on <2027-01-04>.")
        #expect(
            try summary(milestones.replacing("name: First,", with: "name: First, status: done,")).last
                == "The next milestone is “Last” on <2027-01-08>.")
        #expect(try summary(a).count == 2)
        #expect(try summary("{id: m, name: M, milestone: true, status: dropped}, " + a).count == 2)
    }

    // MARK: How far it is

    /// What is said of tasks of one day each, which all should have been done before the status date.
    @Test(arguments: [
        (["status: done", "progress: 100", "actual_finish: 2027-01-04"], "3 of 3 done, 0 under way"),
        (
            ["status: done", "progress: 10", "status: active", "actual_start: 2027-01-04"],
            "1 of 4 done, 3 under way, 3 late: “T1”, “T2”, “T3”"
        ),
        (
            ["status: blocked", "progress: 50, status: blocked"],
            "0 of 2 done, 0 under way, 2 blocked, 2 late: “T0”, “T1”"
        ),
        (["status: blocked", "status: planned"], "0 of 2 done, 0 under way, 1 blocked, 2 late: “T0”, “T1”"),
        (["status: planned"], "0 of 1 done, 0 under way, 1 late: “T0”"),
    ])
    func countsWhatIsDoneAndUnderWay(_ states: [String], _ words: String) throws {
        let tasks = states.enumerated().map { "{id: t\($0), name: T\($0), duration: 1d, \($1)}" }.joined(
            separator: ", ")
        #expect(try summary(tasks, "status_date: 2027-01-05")[1] == "As of <2027-01-05>: \(words).")
    }

    @Test func namesThreeLateTasksAndCountsTheRest() throws {
        let tasks = (0..<5).map { "{id: t\($0), name: T\($0), duration: 1d}" }.joined(separator: ", ")
        #expect(
            try summary(tasks, "status_date: 2027-01-06")[1]
                == "As of <2027-01-06>: 0 of 5 done, 0 under way, 5 late: “T0”, “T1”, “T2” and 2 more.")
    }

    /// The status date counts to its end.
    @Test func whatShouldBeDoneOnTheStatusDateIsLate() throws {
        let started = "{id: a, name: A, duration: 5d, progress: 20}"
        #expect(
            try summary(started, "status_date: 2027-01-07")[1] == "As of <2027-01-07>: 0 of 1 done, 1 under way.")
        #expect(
            try summary(started, "status_date: 2027-01-08")[1]
                == "As of <2027-01-08>: 0 of 1 done, 1 under way, 1 late: “A”.")
    }

    @Test func saysNothingOfProgressBeforeThereShouldBeAny() throws {
        #expect(try summary(a, "status_date: 2027-01-04") == summary(a))
    }

    @Test func neverJudgesProgressByTheDayOfTheLastChange() throws {
        let started = "{id: a, name: A, duration: 5d, progress: 20}"
        #expect(try summary(started, updated: "2027-01-05") == summary(started))
        #expect(try summary(started)[1] == "Its progress has no date, so nothing was moved behind it.")
        #expect(
            try summary(started, "status_date: 2027-01-06", updated: "2027-01-05")[1]
                == "As of <2027-01-06>: 0 of 1 done, 1 under way.")
    }

    @Test func aPlanThatNobodyReportsOnSaysSo() throws {
        let silence = "No progress was reported since the plan began."
        #expect(try summary(a, updated: "2027-02-01").last != silence)
        #expect(try summary(a, updated: "2027-02-02").last == silence)
        #expect(try summary(a, "status_date: 2027-01-04", updated: "2027-03-01").last != silence)
    }
}
