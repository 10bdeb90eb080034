// What moved from one version of a plan to another, in words. All dates worked out by hand.

import Plans
import Testing

@Suite struct PlanDifferenceTests {
    /// From Monday, 4 January 2027, unless `lines` say otherwise.
    private func plan(_ tasks: [String], _ lines: String = "") throws -> ScheduledPlan {
        let head = "kind: project\n" + (lines.contains("start:") ? "" : "start: 2027-01-04\n") + lines
        return try read(plan: "\(head)\ntasks: [\(tasks.joined(separator: ", "))]\n").plan
    }

    private func compare(
        _ old: [String], _ new: [String], _ oldLines: String = "", _ newLines: String = ""
    ) throws -> [String] {
        differences(from: try plan(old, oldLines), to: try plan(new, newLines))
    }

    private func task(_ id: String, _ days: Int, _ keys: String = "") -> String {
        "{id: \(id), name: Name of \(id), duration: \(days)d\(keys.isEmpty ? "" : ", " + keys)}"
    }

    // MARK: The end

    @Test func saysOnlyWhenAPlanEndsAndWhyIfNothingDiffers() throws {
        let tasks = [task("a", 5), task("b", 5, "after: [a]"), task("c", 2)]
        let expected = ["The plan still finishes on 2027-01-15.", "The end is driven by the same chain: a → b."]
        #expect(try compare(tasks, tasks) == expected)
        #expect(try compare(tasks, tasks, "deadline: 2027-02-01", "deadline: 2027-02-01") == expected)
        #expect(try compare([], []) == ["The plan still finishes on 2027-01-04."])
    }

    @Test func aLongerTaskOfTheChainMovesTheEndAndWhatFollows() throws {
        let (short, long) = (
            [task("a", 5), task("b", 5, "after: [a]")], [task("a", 7), task("b", 5, "after: [a]")]
        )
        #expect(
            try compare(short, long) == [
                "The plan finishes on 2027-01-19 instead of 2027-01-15: 2 working days later.",
                "Why: 'a' takes 7 working days instead of 5.", "The end is driven by the same chain: a → b.",
                "Changed: 'a' takes 7 working days instead of 5.",
                "Moved: 'a' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-12, 2 working days later.",
                "Moved: 'b' 2027-01-11 to 2027-01-15 is now 2027-01-13 to 2027-01-19, 2 working days later.",
            ])
        #expect(
            try compare(long, short).prefix(2) == [
                "The plan finishes on 2027-01-15 instead of 2027-01-19: 2 working days earlier.",
                "Why: 'a' takes 5 working days instead of 7.",
            ])
        #expect(
            try compare([task("a", 2)], [task("a", 1)]).prefix(2) == [
                "The plan finishes on 2027-01-04 instead of 2027-01-05: 1 working day earlier.",
                "Why: 'a' takes 1 working day instead of 2.",
            ])
    }

    @Test func theChainMayChangeWhileTheEndStays() throws {
        #expect(
            try compare([task("a", 5), task("b", 4)], [task("a", 4), task("b", 5)]) == [
                "The plan still finishes on 2027-01-08.", "The end was driven by a.", "It is now driven by b.",
                "Changed: 'a' takes 4 working days instead of 5.", "Changed: 'b' takes 5 working days instead of 4.",
                "Moved: 'a' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-07, 1 working day earlier, no longer critical.",
                "Moved: 'b' 2027-01-04 to 2027-01-07 is now 2027-01-04 to 2027-01-08, 1 working day later, critical now.",
            ])
    }

    @Test func anotherChainMayTakeTheEndOver() throws {
        #expect(
            try compare([task("a", 5), task("b", 4)], [task("a", 5), task("b", 7)]) == [
                "The plan finishes on 2027-01-12 instead of 2027-01-08: 2 working days later.",
                "Why: 'b' takes 7 working days instead of 4.", "The end was driven by a.", "It is now driven by b.",
                "Changed: 'b' takes 7 working days instead of 4.", "Same dates: 'a' is no longer critical.",
                "Moved: 'b' 2027-01-04 to 2027-01-07 is now 2027-01-04 to 2027-01-12, 3 working days later, critical now.",
            ])
    }

    @Test func whatIsNotOnAChainIsNoReason() throws {
        let found = try compare([task("a", 5), task("b", 1)], [task("a", 6), task("b", 2)])
        #expect(found[1] == "Why: 'a' takes 6 working days instead of 5.")
        #expect(found.contains("Changed: 'b' takes 2 working days instead of 1."))
        #expect(
            found.last
                == "Moved: 'b' 2027-01-04 to 2027-01-04 is now 2027-01-04 to 2027-01-05, 1 working day later.")
    }

    // MARK: The plan as a whole

    @Test func aLaterStartIsAReasonBesideOthers() throws {
        let later = "start: 2027-01-05"
        #expect(
            try compare([task("a", 5)], [task("a", 5)], "", later).prefix(2) == [
                "The plan finishes on 2027-01-11 instead of 2027-01-08: 1 working day later.",
                "Why: the plan starts on 2027-01-05 instead of 2027-01-04.",
            ])
        #expect(
            try compare([task("a", 5)], [task("a", 6)], "", later)[1]
                == "Why: the plan starts on 2027-01-05 instead of 2027-01-04; 'a' takes 6 working days instead of 5.")
        #expect(
            try compare([task("a", 5)], [task("a", 4)], "", later).prefix(2) == [
                "The plan still finishes on 2027-01-08.", "The plan starts on 2027-01-05 instead of 2027-01-04.",
            ])
    }

    @Test func aHolidayMovesTheEndWithoutAnyTask() throws {
        #expect(
            try compare([task("a", 5)], [task("a", 5)], "", "calendar: {holidays: [{date: 2027-01-06}]}") == [
                "The plan finishes on 2027-01-11 instead of 2027-01-08: 1 working day later.",
                "Why: other days are worked on, or tasks in phases changed; see below.",
                "The end is driven by the same chain: a.",
                "Moved: 'a' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-11, 1 working day later.",
            ])
    }

    /// The calendar of the new plan has no working day between the two ends.
    @Test(arguments: [(6, "[2027-01-09]", "1 calendar day"), (7, "[2027-01-09, 2027-01-10]", "2 calendar days")])
    func countsCalendarDaysWhereNobodyWorks(_ days: Int, _ working: String, _ words: String) throws {
        let found = try compare([task("a", days)], [task("a", 5)], "calendar: {working: \(working)}")
        #expect(found[0].hasPrefix("The plan finishes on 2027-01-08 instead of 2027-01-"))
        #expect(found[0].hasSuffix(": \(words) earlier."))
        let from = days == 6 ? "09" : "10"
        #expect(found.last == "Moved: 'a' 2027-01-04 to 2027-01-\(from) is now 2027-01-04 to 2027-01-08.")
    }

    @Test func tellsOfTheDeadlineAndItsMargin() throws {
        func compare(_ old: String, _ new: String) throws -> [String] {
            Array(try self.compare([task("a", 5)], [task("a", 5)], old, new).dropFirst(2))
        }
        let (early, late) = ("deadline: 2027-01-07", "deadline: 2027-01-13")
        #expect(
            try compare("", late) == [
                "The plan has a deadline now: 2027-01-13.", "The margin to the deadline is 3 working days.",
            ])
        #expect(try compare(late, "") == ["The deadline of 2027-01-13 was removed."])
        #expect(
            try compare(late, early) == [
                "The deadline is 2027-01-07 instead of 2027-01-13.",
                "The margin to the deadline is -1 working day, was 3.",
            ])
        #expect(
            try compare("deadline: 2027-01-08", "deadline: 2027-01-09")
                == ["The deadline is 2027-01-09 instead of 2027-01-08."], "nobody works on a Saturday")
        #expect(
            try self.compare([task("a", 5)], [task("a", 7)], late, late).contains(
                "The margin to the deadline is 1 working day, was 3."))
    }

    @Test func saysWhichPlanCannotBeScheduled() throws {
        let (good, circular) = ([task("a", 1)], [task("a", 1, "after: [b]"), task("b", 1, "after: [a]")])
        #expect(try compare(circular, good) == ["The old plan cannot be scheduled."])
        #expect(try compare(good, circular) == ["The new plan cannot be scheduled."])
        #expect(try compare(circular, circular) == ["The old plan cannot be scheduled."])
    }

    // MARK: Tasks

    @Test func aTaskThatIsAddedOrRemovedIsNamed() throws {
        let (few, many) = ([task("a", 5)], [task("a", 5), task("b", 1, "after: [a]")])
        #expect(
            try compare(few, many) == [
                "The plan finishes on 2027-01-11 instead of 2027-01-08: 1 working day later.",
                "Why: 'b' is new (Name of b).", "The end was driven by a.", "It is now driven by a → b.",
                "Changed: 'b' is new (Name of b).",
            ])
        #expect(
            try compare(many, few) == [
                "The plan finishes on 2027-01-08 instead of 2027-01-11: 1 working day earlier.",
                "Why: 'b' was removed.", "The end was driven by a → b.", "It is now driven by a.",
                "Changed: 'b' was removed.",
            ])
        #expect(
            try compare(few, few + [task("b", 1)]).dropFirst(2) == ["Changed: 'b' is new (Name of b)."],
            "off the chain")
    }

    /// What changed about `b`, of 5 days, behind `a`, of 5 days.
    @Test(arguments: [
        ("after: [a]", "", "no longer waits for a"), ("", "after: [a]", "waits for a"),
        ("after: [a]", "after: ['a:SS+2d']", "waits for a:SS+2d and no longer waits for a"),
        ("after: [a, c]", "after: [c, a]", nil), ("after: [{task: a, lag: 2d}]", "after: ['a:FS+2d']", nil),
        ("", "start: 2027-01-06", "has the start 2027-01-06 instead of none"),
        ("start: 2027-01-06", "start: 2027-01-07", "has the start 2027-01-07 instead of 2027-01-06"),
        ("start: 2027-01-06", "", "has no start instead of 2027-01-06"),
        ("", "finish: 2027-01-06", "has the finish 2027-01-06 instead of none"),
        ("", "actual_start: 2027-01-06", "has the actual start 2027-01-06 instead of none"),
        ("", "actual_finish: 2027-01-06", "has the actual finish 2027-01-06 instead of none"),
        ("", "status: dropped", "was dropped"), ("status: dropped", "", "is back"),
        ("", "progress: 50, owner: lead, note: Text, cost: 5", nil),
    ])
    func tellsWhatItsAuthorChanged(_ old: String, _ new: String, _ words: String?) throws {
        let found = try compare(
            [task("a", 5), task("c", 1), task("b", 5, old)], [task("a", 5), task("c", 1), task("b", 5, new)])
        #expect(found.filter { $0.hasPrefix("Changed:") } == (words.map { ["Changed: 'b' \($0)."] } ?? []))
    }

    @Test func onlyWorkHasALengthToChange() throws {
        func phase(_ days: Int) -> String { "{id: p, name: P, children: [\(task("a", days))]}" }
        #expect(
            try compare([phase(5)], [phase(6)]).dropFirst(3) == [
                "Changed: 'a' takes 6 working days instead of 5.",
                "Moved: 'p' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-11, 1 working day later.",
                "Moved: 'a' 2027-01-04 to 2027-01-08 is now 2027-01-04 to 2027-01-11, 1 working day later.",
            ])
        let turned = try compare([task("p", 5)], [phase(5)])
        #expect(turned.filter { $0.hasPrefix("Changed:") } == ["Changed: 'a' is new (Name of a)."])
    }

    @Test func aPhaseThatWaitsIsTold() throws {
        let phase = "{id: p, name: P, after: [a], children: [\(task("b", 5))]}"
        let found = try compare([task("a", 5), phase.replacing("after: [a], ", with: "")], [task("a", 5), phase])
        #expect(
            found.prefix(2) == [
                "The plan finishes on 2027-01-15 instead of 2027-01-08: 5 working days later.",
                "Why: other days are worked on, or tasks in phases changed; see below.",
            ])
        #expect(found.contains("Changed: 'p' waits for a."))
    }
}
