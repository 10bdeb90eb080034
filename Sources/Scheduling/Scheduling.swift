// Scheduling: when each activity of a network can start, how far it can slip, and which ones decide the end date.
//
// The critical path method, activity on node, without resource levelling, in whole working days counted from the start of
// the plan; work that was reported keeps its dates, and what is left of it lies behind the status date (retained logic).
// Activities and dependencies come in as arrays and are named by their places in them; times leave in the same order.
// Everything is linear in activities plus dependencies and nothing recurses, so that a network of any shape and size can
// be scheduled. This module must never know pages, HTML or what a plan file looks like.

/// Schedules a network: a forward pass for early times, a backward pass for late ones, then float and what drives what.
///
/// Sources of the rules: J. E. Kelley and M. R. Walker, "Critical-Path Planning and Scheduling" (1959), extended by the
/// four types of the precedence diagramming method; for work in progress GAO-16-89G, "Schedule Assessment Guide", best
/// practice 9 (updating a schedule with actual progress and logic).
///
/// - Parameters:
///   - calendars: what activities name by their places. One calendar needs no entry: days are only numbers then.
///   - statusDay: for each calendar the day that begins behind the status date; `nil` without one, or as long as nothing
///     has begun. It is at least as late as every actual date, or work that is left may lie before work that was done.
///   - criticalBelow: an activity whose total float is at most this many days is critical.
/// - Throws: the first cycle, when the dependencies have one: no activity of it could ever start.
package func schedule(
    _ activities: [Activity], dependencies: [Dependency], calendars: [WorkingCalendar] = [], statusDay: [Int]? = nil,
    criticalBelow: Int = 0
) throws(DependencyCycle) -> Schedule {
    let network = Network(activities, dependencies, clock: Clock(calendars: calendars))
    let order = try network.topologicalOrder()
    var early = ForwardPass(network, statusDay: statusDay)
    early.run(in: order)
    let finish = early.end
    var rooms = BackwardPass(network, finish: finish)
    rooms.delay(in: order, &early)
    let lateFinishes = rooms.lateFinishes(in: order, early)
    let freeFloats = rooms.freeFloats(in: order, early)
    let times = activities.indices.map { index in
        ActivityTimes(
            early, index, lateFinish: lateFinishes[index], freeFloat: freeFloats[index], criticalBelow: criticalBelow)
    }
    let chains = DrivingChains(network, early, finish: finish).first(in: order)
    return Schedule(
        times: times, finish: network.clock.day(ofFinish: finish, in: 0), criticalPath: chains.first,
        criticalPathCount: chains.count,
        drivingDependencies: dependencies.indices.map { early.isDriving($0) },
        dependenciesBeforeStart: dependencies.indices.filter { early.leadsBeforeStart($0) })
}
