// Random networks with random progress: the rules of the status date, and an independent slow way to the same times.

import TestSupport
import Testing
import UTF8Text

@testable import Scheduling

private struct ReportedNetwork {
    var activities: [Activity]
    var links: [Dependency]
    let statusDay: Int

    /// Up to 30 activities with links of all types, some finished, under way or dropped, in and out of sequence.
    init(_ chance: inout Chance) {
        let count = 2 + chance.below(29)
        let status = 1 + chance.below(25)
        statusDay = status
        var places = Array(0..<count)
        for index in places.indices.reversed() { places.swapAt(index, chance.below(index + 1)) }
        activities = (0..<count).map { _ in
            let duration = chance.below(10)
            var activity = Activity(
                duration: duration, earliestStart: chance.below(6) == 0 ? chance.below(30) : nil)
            switch chance.below(6) {
            case 0 where duration > 0:
                let start = chance.below(status)
                activity.report = .finished(start: start, finish: start + chance.below(status - start + 1))
            case 1 where duration > 0:
                activity.report = .started(start: chance.below(status), remaining: 1 + chance.below(duration))
            case 2: activity.report = .dropped
            default: break
            }
            return activity
        }
        links = (0..<chance.below(2 * count)).compactMap { _ in
            let (a, b) = (chance.below(count), chance.below(count))
            guard a != b else { return nil }
            return Dependency(
                from: places[min(a, b)], to: places[max(a, b)],
                chance.pick([.finishToStart, .finishToStart, .startToStart, .finishToFinish, .startToFinish]),
                lag: chance.below(3) == 0 ? chance.below(8) - 3 : 0)
        }
    }

    func schedule() throws -> Schedule {
        try Scheduling.schedule(activities, dependencies: links, statusDay: [statusDay])
    }

    /// The same work of which nothing is reported, but for what was dropped.
    var unreported: ReportedNetwork {
        var other = self
        for index in other.activities.indices where other.activities[index].report != .dropped {
            other.activities[index].report = .planned
        }
        return other
    }
}

/// The rules as recursive definitions, read off one by one and with no thought to speed.
private struct SlowSchedule {
    let network: ReportedNetwork
    /// Days by which the rest of one activity is held back.
    var delay: (index: Int, days: Int)?

    func remaining(_ index: Int) -> Int { network.activities[index].remaining }

    /// The start of what is left; `nil` for what is not unfinished.
    func rest(_ index: Int) -> Int? {
        let activity = network.activities[index]
        guard activity.isUnfinished else { return nil }
        var start = max(0, network.statusDay)
        if activity.report == .planned { start = max(start, activity.earliestStart ?? 0) }
        for link in network.links where link.successor == index { start = max(start, bound(link) ?? start) }
        return start + (delay?.index == index ? delay?.days ?? 0 : 0)
    }

    func start(_ index: Int) -> Int? {
        switch network.activities[index].report {
        case .started(let start?, _), .finished(let start?, _): start
        case .dropped: moment(index)
        default: rest(index)
        }
    }

    func finish(_ index: Int) -> Int? {
        switch network.activities[index].report {
        case .finished(_, let finish?): finish
        case .dropped: moment(index)
        default: rest(index).map { $0 + remaining(index) }
        }
    }

    /// What a dropped activity waits for.
    func moment(_ index: Int) -> Int? {
        network.links.filter { $0.successor == index }.compactMap(bound).max()
    }

    func bound(_ link: Dependency) -> Int? {
        let rest = link.type.isToFinish ? remaining(link.successor) : 0
        var bounds: [Int] = []
        if let own = link.type.isFromStart ? start(link.predecessor) : finish(link.predecessor) {
            bounds.append(own + link.lag - rest)
        }
        if network.activities[link.predecessor].isFinished, let held = held(link.predecessor) {
            bounds.append(held - rest)
        }
        return bounds.max()
    }

    /// What unfinished work says about something that is finished or dropped.
    func held(_ index: Int) -> Int? {
        network.links.filter { $0.successor == index }.compactMap { link in
            let predecessor = network.activities[link.predecessor]
            switch predecessor.report {
            case .finished: return held(link.predecessor)
            case .dropped: return held(link.predecessor).map { $0 + link.lag }
            default: return predecessor.isStarted && link.type.isFromStart ? nil : bound(link)
            }
        }.max()
    }

    var end: Int {
        network.activities.indices.filter { network.activities[$0].report != .dropped }.compactMap(finish).max() ?? 0
    }
}

@Suite struct ProgressNetworkTests {
    @Test func timesAndFloatsAgreeWithTheRulesTakenOneByOne() throws {
        var chance = Chance(seed: 21)
        for round in 0..<250 {
            let network = ReportedNetwork(&chance)
            let fast = try network.schedule()
            let slow = SlowSchedule(network: network)
            #expect(fast.finish == slow.end, "\(round)")
            for (index, times) in fast.times.enumerated() where network.activities[index].isUnfinished {
                #expect(times.earlyStart == slow.rest(index), "\(round) \(index)")
                let float = try #require(times.totalFloat)
                func end(delayedBy days: Int) -> Int {
                    SlowSchedule(network: network, delay: (index, days)).end
                }
                #expect(end(delayedBy: float) <= fast.finish, "\(round) \(index) may slip by \(float)")
                #expect(end(delayedBy: float + 1) > fast.finish, "\(round) \(index) may slip by no more than \(float)")
            }
        }
    }

    @Test func nothingUnfinishedLiesBeforeTheStatusDateAndWhatIsFinishedStays() throws {
        var chance = Chance(seed: 22)
        for _ in 0..<500 {
            let network = ReportedNetwork(&chance)
            for (activity, times) in zip(network.activities, try network.schedule().times) {
                switch activity.report {
                case .finished(let start, let finish):
                    #expect(times.start == start && times.earlyFinish == finish)
                    #expect(times.totalFloat == nil && !times.isCritical)
                case .planned: #expect(times.earlyStart >= network.statusDay)
                case .started(let start, let remaining):
                    #expect(times.start == start && times.earlyStart >= network.statusDay)
                    #expect(times.earlyFinish == times.earlyStart + remaining)
                case .dropped, .junction, .reached: break
                }
            }
        }
    }

    /// But for what follows the start of work that was finished out of sequence: retained logic holds it until the end of
    /// what that work should have waited for, and not until its start.
    @Test func progressNeverMovesTheFinishLaterThanNoneAtTheSameStatusDate() throws {
        var chance = Chance(seed: 23)
        for _ in 0..<1000 {
            var network = ReportedNetwork(&chance)
            let finished = network.activities.map(\.isFinished)
            network.links.removeAll { finished[$0.predecessor] && $0.type.isFromStart }
            #expect(try network.schedule().finish <= network.unreported.schedule().finish)
        }
    }

    @Test func everyLinkOfTheChainDrives() throws {
        var chance = Chance(seed: 24)
        var pairs = 0
        for _ in 0..<300 {
            let network = ReportedNetwork(&chance)
            let result = try network.schedule()
            for index in result.criticalPath {
                #expect(network.activities[index].isUnfinished && result.times[index].totalFloat == 0)
            }
            if let last = result.criticalPath.last { #expect(result.times[last].earlyFinish == result.finish) }
            let slow = SlowSchedule(network: network)
            for (before, after) in zip(result.criticalPath, result.criticalPath.dropFirst()) {
                let isBound = network.links.contains {
                    $0.predecessor == before && $0.successor == after && slow.bound($0) == slow.rest(after)
                }
                let later = SlowSchedule(network: network, delay: (before, 1)).rest(after)
                #expect(try isBound || #require(later) > #require(slow.rest(after)), "\(before) drives \(after)")
                pairs += 1
            }
        }
        #expect(pairs > 200)
    }

    /// A link between two groups, written out for each pair of their activities, and through junctions.
    @Test func junctionsHandOnProgressAsPairsOfLinksDo() throws {
        var chance = Chance(seed: 25)
        for _ in 0..<300 {
            let network = ReportedNetwork(&chance)
            let half = network.activities.count / 2
            let others = network.links.filter { ($0.predecessor < half) == ($0.successor < half) }
            let lag = chance.below(6) - 2
            let (before, after) = (0..<half, half..<network.activities.count)
            let direct = try Scheduling.schedule(
                network.activities,
                dependencies: others + before.flatMap { a in after.map { Dependency(from: a, to: $0, lag: lag) } },
                statusDay: [network.statusDay])
            let count = network.activities.count
            let junctions = [
                Activity(duration: 0, report: .junction), Activity(duration: 0, report: .junction),
            ]
            let through = try Scheduling.schedule(
                network.activities + junctions,
                dependencies: others + before.map { Dependency(from: $0, to: count) }
                    + [Dependency(from: count, to: count + 1, lag: lag)]
                    + after.map { Dependency(from: count + 1, to: $0) }, statusDay: [network.statusDay])
            for index in network.activities.indices where network.activities[index].report != .dropped {
                #expect(through.times[index] == direct.times[index], "\(index)")
            }
            #expect(through.finish == direct.finish)
        }
    }

    // MARK: Calendars

    @Test func aTaskOfTheWeekendLiesOnIt() throws {
        // Day 0 is Monday, 4 January 2027; of the weekend it is Saturday, the 9th.
        let start = try #require(CalendarDate("2027-01-04"))
        let week = [true, true, true, true, true, false, false]
        let calendars = [
            WorkingCalendar(start: start, week: week), WorkingCalendar(start: start, week: week.map { !$0 }),
        ]
        let result = try Scheduling.schedule(
            [
                Activity(duration: 3), Activity(duration: 2, calendar: 1), Activity(duration: 1),
                Activity(duration: 0),
            ],
            dependencies: [
                Dependency(from: 0, to: 1), Dependency(from: 1, to: 2), Dependency(from: 2, to: 3),
            ], calendars: calendars)
        let days = zip(result.times, [0, 1, 0, 0]).map { calendars[$1].date(ofDay: $0.earlyStart).iso }
        #expect(Array(days.prefix(3)) == ["2027-01-04", "2027-01-09", "2027-01-11"])
        #expect(result.finish == 6)
        // The first may slip until Friday, and the weekend after that waits for nobody.
        #expect(result.times.map(\.totalFloat) == [2, 0, 0, 0])
        // It drives all the same, as in the longest path of other programs: without it the weekend could be an earlier one.
        #expect(result.criticalPath == [0, 1, 2, 3])
    }

    @Test func aMilestoneBehindTheWeekendLiesOnIt() throws {
        let start = try #require(CalendarDate("2026-03-02"))
        let week = [true, true, true, true, true, false, false]
        let calendars = [
            WorkingCalendar(start: start, week: week), WorkingCalendar(start: start, week: week.map { !$0 }),
        ]
        let activities = [Activity(duration: 5), Activity(duration: 4, calendar: 1), Activity(duration: 0)]
        let result = try Scheduling.schedule(
            activities, dependencies: [Dependency(from: 0, to: 1), Dependency(from: 1, to: 2)], calendars: calendars)
        let moment = result.times[2].moment
        #expect(calendars[moment.calendar].date(ofDay: moment.day - 1).iso == "2026-03-15")
        #expect(result.criticalPath == [0, 1, 2] && result.criticalPathCount == 1)
        let onwards = try Scheduling.schedule(
            [Activity(duration: 5), Activity(duration: 2, calendar: 1), Activity(duration: 2), Activity(duration: 2)],
            dependencies: (1...3).map { Dependency(from: $0 - 1, to: $0) }, calendars: calendars)
        #expect(onwards.criticalPath == [0, 1, 2, 3] && onwards.criticalPathCount == 1)
    }

    @Test func whatIsAsLateAsPossibleMovesNoSuccessor() throws {
        let activities = [
            Activity(duration: 2, isAsLateAsPossible: true), Activity(duration: 8),
            Activity(duration: 1, isAsLateAsPossible: true), Activity(duration: 2),
        ]
        let links = [
            Dependency(from: 0, to: 2), Dependency(from: 2, to: 3), Dependency(from: 1, to: 3),
        ]
        let result = try Scheduling.schedule(activities, dependencies: links)
        #expect(result.times.map(\.earlyStart) == [5, 0, 7, 8])
        #expect(result.criticalPath == [1, 3])
        #expect(result.finish == 10)
    }

    @Test func datesOfAConstraintHoldBackOrEatFloatAndNeverBreakALink() throws {
        let activities = [
            Activity(duration: 4), Activity(duration: 2, earliestStart: 2, latestStart: 2),
            Activity(duration: 2, earliestFinish: 12, deadline: 12),
        ]
        let result = try Scheduling.schedule(
            activities, dependencies: [Dependency(from: 0, to: 1), Dependency(from: 1, to: 2)])
        #expect(result.times.map(\.earlyStart) == [0, 4, 10])
        #expect(result.times.map(\.totalFloat) == [-2, -2, 0])
    }
}
