// Random networks: what must hold for every one, and an independent slow way to the same times.

import TestSupport
import Testing

@testable import Scheduling

private struct RandomNetwork {
    var activities: [Activity]
    var links: [Dependency]

    /// Up to 200 activities with links of all types between any that do not close a cycle, in shuffled order.
    init(_ chance: inout Chance, lags: ClosedRange<Int> = -3...5, constrained: Bool = true) {
        let count = 1 + chance.below(200)
        var places = Array(0..<count)
        for index in places.indices.reversed() { places.swapAt(index, chance.below(index + 1)) }
        activities = (0..<count).map { _ in
            Activity(
                duration: chance.below(12), earliestStart: constrained && chance.below(8) == 0 ? chance.below(30) : 0,
                deadline: constrained && chance.below(10) == 0 ? 5 + chance.below(60) : nil)
        }
        links = []
        guard count > 1 else { return }
        for _ in 0..<chance.below(3 * count) {
            let (a, b) = (chance.below(count), chance.below(count))
            guard a != b else { continue }
            links.append(
                Dependency(
                    from: places[min(a, b)], to: places[max(a, b)],
                    chance.pick([.finishToStart, .finishToStart, .startToStart, .finishToFinish, .startToFinish]),
                    lag: lags.lowerBound + chance.below(lags.count)))
        }
    }

    func schedule() throws -> Schedule { try Scheduling.schedule(activities, dependencies: links) }
}

/// Longest paths by relaxation until nothing changes: the bounds of the specification, taken as inequalities.
private func relaxed(_ network: RandomNetwork) -> (early: [Int], late: [Int], finish: Int) {
    let duration = network.activities.map(\.duration)
    var early = network.activities.map { max(0, $0.earliestStart ?? 0) }
    var changed = true
    while changed {
        changed = false
        for link in network.links {
            let (p, s) = (link.predecessor, link.successor)
            let bound =
                switch link.type {
                case .finishToStart: early[p] + duration[p] + link.lag
                case .startToStart: early[p] + link.lag
                case .finishToFinish: early[p] + duration[p] + link.lag - duration[s]
                case .startToFinish: early[p] + link.lag - duration[s]
                }
            if bound > early[s] { (early[s], changed) = (bound, true) }
        }
    }
    let finish = zip(early, duration).map(+).max() ?? 0
    var late = network.activities.map { min(finish, $0.deadline ?? finish) - $0.duration }
    changed = true
    while changed {
        changed = false
        for link in network.links {
            let (p, s) = (link.predecessor, link.successor)
            let bound =
                switch link.type {
                case .finishToStart: late[s] - link.lag - duration[p]
                case .startToStart: late[s] - link.lag
                case .finishToFinish: late[s] + duration[s] - link.lag - duration[p]
                case .startToFinish: late[s] + duration[s] - link.lag
                }
            if bound < late[p] { (late[p], changed) = (bound, true) }
        }
    }
    return (early, late, finish)
}

@Suite struct RandomNetworkTests {
    @Test func timesAgreeWithLongestPathsByRelaxation() throws {
        var chance = Chance(seed: 1)
        for _ in 0..<300 {
            let network = RandomNetwork(&chance)
            let result = try network.schedule()
            let expected = relaxed(network)
            #expect(result.finish == expected.finish)
            #expect(result.times.map(\.earlyStart) == expected.early)
            #expect(result.times.map(\.lateStart) == expected.late)
        }
    }

    @Test func whatMustHoldForEveryNetworkHolds() throws {
        var chance = Chance(seed: 2)
        for _ in 0..<300 {
            var network = RandomNetwork(&chance)
            for index in network.activities.indices { network.activities[index].deadline = nil }
            let result = try network.schedule()
            for times in result.times {
                let late = try #require(times.lateStart)
                let (total, free) = (try #require(times.totalFloat), try #require(times.freeFloat))
                #expect(times.earlyStart <= late)
                #expect((0...total).contains(free))
            }
            #expect(result.times.contains { $0.totalFloat ?? 1 <= 0 })
            #expect(result.criticalPath.last.map { result.times[$0].earlyFinish } == result.finish)
            for (before, after) in zip(result.criticalPath, result.criticalPath.dropFirst()) {
                #expect(
                    network.links.indices.contains {
                        network.links[$0].predecessor == before && network.links[$0].successor == after
                            && result.drivingDependencies[$0]
                    })
            }
        }
    }

    @Test func aFurtherLinkNeverMakesTheNetworkShorter() throws {
        var chance = Chance(seed: 3)
        for _ in 0..<200 {
            var network = RandomNetwork(&chance)
            guard let link = network.links.popLast() else { continue }
            let without = try network.schedule().finish
            network.links.append(link)
            #expect(try network.schedule().finish >= without)
        }
    }

    @Test func theOrderOfTheFileChangesNoTime() throws {
        var chance = Chance(seed: 4)
        for _ in 0..<200 {
            let network = RandomNetwork(&chance)
            let last = network.activities.count - 1
            var reversed = network
            reversed.activities.reverse()
            reversed.links = network.links.reversed().map {
                Dependency(from: last - $0.predecessor, to: last - $0.successor, $0.type, lag: $0.lag)
            }
            let (one, other) = (try network.schedule(), try reversed.schedule())
            #expect(one.times == other.times.reversed())
            #expect(one.criticalPathCount == other.criticalPathCount)
        }
    }

    @Test func longerWorkInProportionTakesLongerInProportion() throws {
        var chance = Chance(seed: 5)
        for _ in 0..<200 {
            let network = RandomNetwork(&chance, lags: 0...0, constrained: false)
            var longer = network
            for index in longer.activities.indices { longer.activities[index].duration *= 7 }
            // A link to a finish that would lead before the start is held at day 0, which no factor changes.
            guard try network.schedule().dependenciesBeforeStart.isEmpty else { continue }
            #expect(try longer.schedule().finish == 7 * network.schedule().finish)
        }
    }
}
