// Schedules that textbooks and other programs have published, value by value.

import Foundation
import TestSupport
import Testing

@testable import Scheduling

private struct PublishedNetworks: Decodable {
    struct Network: Decodable {
        let duration: Int
        let critical: [String]
        let tasks: [Task]
    }

    struct Task: Decodable {
        let id: String
        let dur: Int
        let pred: [Link]
        let ES, EF, LS, LF, TF: Int
        let FF: Int?
    }

    struct Link: Decodable {
        let id: String
        let type: String
        let lag: Int

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            id = try parts.decode(String.self)
            type = try parts.decode(String.self)
            lag = try parts.decode(Int.self)
        }
    }

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let type: String
        let a, b, lag, T, ES_a, LS_a, ES_b, EF_b, LS_b: Int
        var testDescription: String { "\(type) \(a) \(b) \(lag)" }
    }

    var networks: [String: Network] = [:]
    var cases: [Case] = []

    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        for key in values.allKeys {
            if key.stringValue == "dependency-types" {
                cases = try values.decode([Case].self, forKey: key)
            } else {
                networks[key.stringValue] = try values.decode(Network.self, forKey: key)
            }
        }
    }

    static func read() throws -> PublishedNetworks {
        try JSONDecoder().decode(PublishedNetworks.self, from: oracle("published-networks"))
    }
}

private let types: [String: DependencyType] = [
    "FS": .finishToStart, "SS": .startToStart, "FF": .finishToFinish, "SF": .startToFinish,
]

@Suite struct PublishedNetworkTests {
    @Test(arguments: [
        "vanhoucke-2009-p18", "taylor-ch8-p1", "taylor-ch8-p2", "studylib-8378728", "milwaukee-paper",
    ])
    func everyValueOfAPublishedTableComesOut(name: String) throws {
        let network = try #require(try PublishedNetworks.read().networks[name])
        let places = Dictionary(uniqueKeysWithValues: network.tasks.enumerated().map { ($1.id, $0) })
        let links = try network.tasks.enumerated().flatMap { index, task in
            try task.pred.map { link in
                Dependency(
                    from: try #require(places[link.id]), to: index, try #require(types[link.type]), lag: link.lag)
            }
        }
        let result = try schedule(network.tasks.map { Activity(duration: $0.dur) }, dependencies: links)
        #expect(result.finish == network.duration)
        for (task, times) in zip(network.tasks, result.times) {
            #expect(times.earlyStart == task.ES, "ES of \(task.id)")
            #expect(times.earlyFinish == task.EF, "EF of \(task.id)")
            #expect(times.lateStart == task.LS, "LS of \(task.id)")
            #expect(times.lateFinish == task.LF, "LF of \(task.id)")
            #expect(times.totalFloat == task.TF, "total float of \(task.id)")
            if let free = task.FF { #expect(times.freeFloat == free, "free float of \(task.id)") }
        }
        let critical = zip(network.tasks, result.times).filter { $1.isCritical }.map(\.0.id)
        #expect(Set(critical) == Set(network.critical))
        #expect(Set(result.criticalPath.map { network.tasks[$0].id }) == Set(network.critical))
        #expect(result.criticalPathCount == 1)
    }

    @Test func everyPublishedCaseOfADependencyTypeComesOut() throws {
        let cases = try PublishedNetworks.read().cases
        #expect(cases.count == 13)
        for one in cases {
            let result = try schedule(
                [1, one.a, one.b, 1].map { Activity(duration: $0) },
                dependencies: [
                    Dependency(from: 0, to: 1),
                    Dependency(from: 1, to: 2, try #require(types[one.type]), lag: one.lag),
                    Dependency(from: 2, to: 3),
                ])
            let (a, b) = (result.times[1], result.times[2])
            #expect(result.finish == one.T, "\(one)")
            #expect((a.earlyStart, a.lateStart) == (one.ES_a, one.LS_a), "\(one)")
            #expect((b.earlyStart, b.earlyFinish, b.lateStart) == (one.ES_b, one.EF_b, one.LS_b), "\(one)")
        }
    }

    /// C. Hendrickson, Project Management for Construction, exercise 10-5.
    @Test(arguments: [("FS", 0, 10), ("SS", 2, 7), ("FF", 2, 7)])
    func twoActivitiesOfFiveDaysTakeAsLongAsTheirLinkSays(type: String, lag: Int, finish: Int) throws {
        let result = try schedule(
            [Activity(duration: 5), Activity(duration: 5)],
            dependencies: [Dependency(from: 0, to: 1, try #require(types[type]), lag: lag)])
        #expect(result.finish == finish)
    }

    /// The example of the article "Program evaluation and review technique" of Wikipedia, in sixths of a day.
    @Test func threePointEstimatesAreExactInFractions() throws {
        let estimates = [(2, 4, 6), (3, 5, 9), (4, 5, 7), (4, 6, 10), (4, 5, 7), (3, 4, 8), (3, 5, 8)]
        let sixths = estimates.map { expectedSixths(low: $0.0, likely: $0.1, high: $0.2) }
        #expect(sixths.map { ($0 * 100 + 3) / 6 } == [400, 533, 517, 633, 517, 450, 517])
        let result = try schedule(
            sixths.map { Activity(duration: $0) },
            dependencies: [(0, 2), (0, 3), (1, 4), (2, 4), (3, 5), (4, 6)].map { Dependency(from: $0.0, to: $0.1) })
        #expect(result.finish == 117)  // 19.5 days
        #expect(result.criticalPath == [0, 2, 4, 6])
        #expect(result.times[5].totalFloat == 28)  // 4.67 days
        #expect(expectedDays(low: 3, likely: 5, high: 9) == 6)
        #expect(expectedDays(low: 2, likely: 4, high: 6) == 4)
    }

    /// Published at wnwk.com/doc/3476926.
    @Test func earnedValueComesOut() {
        let value = EarnedValue(budgetAtCompletion: 500, plannedValue: 300, earnedValue: 200, actualCost: 250)
        #expect(value.costVariance == -50)
        #expect(value.scheduleVariance == -100)
        #expect(value.costPerformance == 80)
        #expect(value.schedulePerformance == 67)
        #expect(value.estimateAtCompletion == 625)
        #expect(value.estimateToComplete == 375)
        #expect(value.varianceAtCompletion == -125)
        let nothing = EarnedValue(budgetAtCompletion: 500, plannedValue: 0, earnedValue: 0, actualCost: 0)
        #expect(nothing.costPerformance == nil && nothing.schedulePerformance == nil)
        #expect(nothing.estimateAtCompletion == nil)
    }
}
