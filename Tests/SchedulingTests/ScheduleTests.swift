// The rules of scheduling, one at a time, and what must hold for every network.

import TestSupport
import Testing

@testable import Scheduling

private func times(
    _ activities: [Activity], _ dependencies: [Dependency] = [], criticalBelow: Int = 0
) throws -> Schedule {
    try schedule(activities, dependencies: dependencies, criticalBelow: criticalBelow)
}

@Suite struct ScheduleTests {
    @Test func aNetworkWithoutActivitiesTakesNoTime() throws {
        let result = try times([])
        #expect(result.finish == 0)
        #expect(result.criticalPath.isEmpty)
    }

    @Test func aStartConstraintHoldsBackAndALinkMore() throws {
        let result = try times(
            [Activity(duration: 3), Activity(duration: 2, earliestStart: 1), Activity(duration: 1, earliestStart: 9)],
            [Dependency(from: 0, to: 1), Dependency(from: 0, to: 2)])
        #expect(result.times.map(\.earlyStart) == [0, 3, 9])
        #expect(result.criticalPath == [2])
    }

    @Test func aDeadlineMovesNothingButEatsFloat() throws {
        let result = try times(
            [Activity(duration: 5, deadline: 3), Activity(duration: 1)], [Dependency(from: 0, to: 1)])
        #expect(result.finish == 6)
        #expect(result.times.map(\.totalFloat) == [-2, 0])
        #expect(result.times[0].freeFloat == 0)
    }

    @Test func whatReallyHappenedReplacesWhatWasComputed() throws {
        let result = try times(
            [Activity(duration: 3, report: .finished(start: 2, finish: 7)), Activity(duration: 2)],
            [Dependency(from: 0, to: 1)])
        #expect(result.times[0].earlyStart == 2)
        #expect(result.times[1].earlyStart == 7)
        #expect(!result.times[0].isCritical)
        #expect(result.times[1].isCritical)
    }

    @Test func aLinkThatLeadsBeforeTheStartIsHeldAtDayZeroAndNamed() throws {
        let result = try times(
            [Activity(duration: 2), Activity(duration: 5)],
            [Dependency(from: 0, to: 1, .startToStart, lag: -1), Dependency(from: 0, to: 1, .finishToFinish)])
        #expect(result.times[1].earlyStart == 0)
        #expect(result.dependenciesBeforeStart == [0, 1])
    }

    @Test func nothingFinishesLaterThanTheNetworkEvenWhenOnlyItsStartIsTied() throws {
        let result = try times(
            [Activity(duration: 10), Activity(duration: 2)], [Dependency(from: 0, to: 1, .startToStart)])
        #expect(result.times[0].lateFinish == 10)
        #expect(result.times[0].totalFloat == 0)
    }

    @Test func criticalCanMeanAFewDaysOfFloat() throws {
        let result = try times([Activity(duration: 5), Activity(duration: 3)], criticalBelow: 2)
        #expect(result.times.map(\.isCritical) == [true, true])
        #expect(result.criticalPath == [0])
    }

    @Test func severalCriticalPathsAreCountedAndTheFirstShown() throws {
        let result = try times(
            [3, 3, 2, 2, 0].map { Activity(duration: $0) },
            [(0, 2), (1, 2), (0, 3), (1, 3), (2, 4), (3, 4)].map { Dependency(from: $0.0, to: $0.1) })
        #expect(result.criticalPath == [0, 2, 4])
        #expect(result.criticalPathCount == 4)
    }

    @Test func whatMayBeLateDrivesNoEnd() throws {
        let result = try times([Activity(duration: 5), Activity(duration: 2, isAsLateAsPossible: true)])
        #expect(result.times[1].earlyFinish == 5)
        #expect(result.criticalPath == [0])
        #expect(result.criticalPathCount == 1)
    }

    @Test func halfOfAUnitIsRoundedUp() {
        #expect([3, 4, 5, 6, 7].map { proportion(of: $0, 1, over: 4) } == [1, 1, 1, 2, 2])
    }

    @Test func morePathsThanCanBeCountedAreStillScheduled() throws {
        let links = (0..<200).flatMap { layer in
            [(0, 2), (0, 3), (1, 2), (1, 3)].map { Dependency(from: 2 * layer + $0.0, to: 2 * layer + $0.1) }
        }
        let result = try times([Activity](repeating: Activity(duration: 1), count: 402), links)
        #expect(result.criticalPathCount == .max)
    }

    @Test func aCycleIsNamedInTheOrderOfItsLinksFromItsFirstActivity() throws {
        #expect(throws: DependencyCycle(activities: [1, 3, 2])) {
            try times(
                [Activity](repeating: Activity(duration: 1), count: 6),
                [(0, 1), (1, 3), (3, 2), (2, 1), (2, 4), (4, 5)].map { Dependency(from: $0.0, to: $0.1) })
        }
        #expect(throws: DependencyCycle(activities: [0])) {
            try times([Activity(duration: 1)], [Dependency(from: 0, to: 0)])
        }
    }

    /// A group of activities linked through junctions gets the times of every activity linked to every other.
    @Test func junctionsHandOnWhatEachLinkWould() throws {
        var chance = Chance(seed: 8)
        for _ in 0..<200 {
            let sizes = (1 + chance.below(4), 1 + chance.below(4))
            let count = sizes.0 + sizes.1 + 2
            let lag = chance.below(5) - 2
            let activities = (0..<count).map { _ in
                Activity(duration: chance.below(6), earliestStart: chance.below(4))
            }
            let before = 0..<sizes.0
            let after = sizes.0..<sizes.0 + sizes.1
            // Something before one of the first group and behind one of the second, so that floats differ.
            let others = [
                Dependency(from: count - 2, to: chance.below(sizes.0)),
                Dependency(from: sizes.0 + chance.below(sizes.1), to: count - 1, lag: 2),
            ]
            let direct = try times(
                activities, others + before.flatMap { a in after.map { Dependency(from: a, to: $0, lag: lag) } })
            let through = try times(
                activities + [Activity(duration: 0, report: .junction), Activity(duration: 0, report: .junction)],
                others + before.map { Dependency(from: $0, to: count) } + [
                    Dependency(from: count, to: count + 1, lag: lag)
                ]
                    + after.map { Dependency(from: count + 1, to: $0) })
            #expect(Array(through.times.prefix(count)) == direct.times)
            #expect(through.finish == direct.finish)
            if direct.dependenciesBeforeStart.isEmpty {
                #expect(through.criticalPath == direct.criticalPath)
                #expect(through.criticalPathCount == direct.criticalPathCount)
            }
        }
    }

    @Test func aHundredThousandActivitiesInOneChainAreNoProblem() throws {
        let count = 100_000
        let result = try times(
            [Activity](repeating: Activity(duration: 1), count: count),
            (1..<count).map { Dependency(from: $0 - 1, to: $0) })
        #expect(result.finish == count)
        #expect(result.criticalPath.count == count)
    }
}
