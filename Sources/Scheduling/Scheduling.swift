// Scheduling: when each activity of a network can start, how far it can slip, and which ones decide the end date.
//
// The critical path method, activity on node, without resource levelling, in whole working days counted from the start of
// the plan. Activities and dependencies come in as arrays and are named by their places in them; times leave in the same
// order. Everything is linear in activities plus dependencies and nothing recurses, so that a network of any shape and
// size can be scheduled. This module must never know pages, HTML or what a plan file looks like.

/// Schedules a network: a forward pass for early times, a backward pass for late ones, then float and what drives what.
///
/// Source of the rules: J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling" (1959), extended by the
/// four types of the precedence diagramming method.
///
/// - Parameter criticalBelow: an activity whose total float is at most this many days is critical.
/// - Throws: the first cycle, when the dependencies have one: no activity of it could ever start.
package func schedule(
    _ activities: [Activity], dependencies: [Dependency], criticalBelow: Int = 0
) throws(DependencyCycle) -> Schedule {
    let network = Network(activities, dependencies)
    let order = try network.topologicalOrder()
    let early = network.earlyTimes(in: order)
    let finish = early.map(\.finish).max() ?? 0
    let lateFinishes = network.lateFinishes(in: order, early: early, finish: finish)
    let freeFloats = network.freeFloats(in: order, early: early, finish: finish)
    let times = activities.indices.map { index in
        ActivityTimes(
            early: early[index], lateFinish: lateFinishes[index], freeFloat: freeFloats[index],
            isDone: activities[index].isDone, criticalBelow: criticalBelow)
    }
    let driving = network.drivingDependencies(early: early)
    let chains = network.drivingChains(in: order, driving: driving, early: early, finish: finish)
    return Schedule(
        times: times, finish: finish, criticalPath: chains.first.filter { !activities[$0].isJunction },
        criticalPathCount: chains.count, drivingDependencies: driving,
        dependenciesBeforeStart: dependencies.indices.filter { network.bound($0, early: early) < 0 })
}

/// A piece of work of the network. All times are working days from the start of the plan, which is day 0.
package struct Activity: Sendable {
    /// In working days; 0 for a milestone.
    package var duration: Int
    /// The day before which it may not start.
    package var earliestStart: Int
    /// The day by whose beginning it should be finished, its own deadline; never moves work.
    package var deadline: Int?
    /// When it really started: replaces the computed start.
    package var actualStart: Int?
    /// The day by whose beginning it was really finished: replaces the computed finish.
    package var actualFinish: Int?
    /// What is done can no longer be critical.
    package var isDone: Bool
    /// Stands for the start or the finish of a group of activities: has no work and appears in no critical path, but
    /// hands on times, float and drive as if each activity of the group were linked by itself.
    package var isJunction: Bool
    /// Where it stands in the order in which readers know the activities; `nil` for its place in the network.
    package var rank: Int?

    package init(
        duration: Int, earliestStart: Int = 0, deadline: Int? = nil, actualStart: Int? = nil,
        actualFinish: Int? = nil, isDone: Bool = false, isJunction: Bool = false, rank: Int? = nil
    ) {
        self.duration = duration
        self.earliestStart = earliestStart
        self.deadline = deadline
        self.actualStart = actualStart
        self.actualFinish = actualFinish
        self.isDone = isDone
        self.isJunction = isJunction
        self.rank = rank
    }
}

/// Which end of the predecessor holds back which end of the successor.
package enum DependencyType: Sendable {
    case finishToStart, startToStart, finishToFinish, startToFinish
}

package struct Dependency: Sendable {
    /// Places in the array of activities.
    package let predecessor: Int
    package let successor: Int
    package let type: DependencyType
    /// In working days; negative for a lead.
    package let lag: Int

    package init(from predecessor: Int, to successor: Int, _ type: DependencyType = .finishToStart, lag: Int = 0) {
        self.predecessor = predecessor
        self.successor = successor
        self.type = type
        self.lag = lag
    }
}

/// When an activity starts and finishes. A finish is the beginning of the day after the last one worked, so a finish and
/// the start of what follows without a pause are the same number.
package struct ActivityTimes: Hashable, Sendable {
    package let earlyStart: Int
    package let earlyFinish: Int
    package let lateStart: Int
    package let lateFinish: Int
    /// How many days it can slip without moving the finish of the network or missing a deadline. Negative when a
    /// deadline is missed already.
    package let totalFloat: Int
    /// How many days it can slip without moving any successor: between 0 and the total float.
    package let freeFloat: Int
    package let isCritical: Bool

    package init(
        earlyStart: Int, earlyFinish: Int, lateStart: Int, lateFinish: Int, totalFloat: Int, freeFloat: Int,
        isCritical: Bool
    ) {
        self.earlyStart = earlyStart
        self.earlyFinish = earlyFinish
        self.lateStart = lateStart
        self.lateFinish = lateFinish
        self.totalFloat = totalFloat
        self.freeFloat = freeFloat
        self.isCritical = isCritical
    }

    init(early: EarlyTimes, lateFinish: Int, freeFloat: Int, isDone: Bool, criticalBelow: Int) {
        let lateStart = lateFinish - (early.finish - early.start)
        let totalFloat = lateStart - early.start
        self.init(
            earlyStart: early.start, earlyFinish: early.finish, lateStart: lateStart, lateFinish: lateFinish,
            totalFloat: totalFloat, freeFloat: max(0, min(freeFloat, totalFloat)),
            isCritical: !isDone && totalFloat <= criticalBelow)
    }
}

package struct Schedule: Sendable {
    /// In the order of the activities.
    package let times: [ActivityTimes]
    /// The early finish of the network, which is its duration in working days.
    package let finish: Int
    /// The chain of activities that decides the finish, first to last: each starts when it does because of the one
    /// before. Of several, the one whose activities come first in the order they were given in.
    package let criticalPath: [Int]
    /// How many such chains there are; `Int.max` when they are too many to count.
    package let criticalPathCount: Int
    /// Whether the successor starts when it does because of this dependency, in the order of the dependencies.
    package let drivingDependencies: [Bool]
    /// The places of dependencies that would let a successor start before the plan does. It starts on day 0 instead.
    package let dependenciesBeforeStart: [Int]
}

/// Activities that wait for each other.
package struct DependencyCycle: Error, Hashable {
    /// In the order of their dependencies, the first in the order of the network first. The last holds back the first.
    package let activities: [Int]

    package init(activities: [Int]) { self.activities = activities }
}
