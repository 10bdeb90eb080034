// The passes of the critical path method over a network that is kept as two flat adjacency lists.

struct EarlyTimes {
    var start: Int
    var finish: Int
}

struct Network {
    let activities: [Activity]
    let dependencies: [Dependency]
    /// The places of the dependencies that lead into each activity, and of those that lead out of it.
    private let incoming: Adjacency
    private let outgoing: Adjacency

    init(_ activities: [Activity], _ dependencies: [Dependency]) {
        self.activities = activities
        self.dependencies = dependencies
        incoming = Adjacency(dependencies.map(\.successor), count: activities.count)
        outgoing = Adjacency(dependencies.map(\.predecessor), count: activities.count)
    }

    // MARK: Order

    /// Predecessors before successors. Source: A. B. Kahn, "Topological sorting of large networks" (1962).
    func topologicalOrder() throws(DependencyCycle) -> [Int] {
        var waitingFor = activities.indices.map { incoming[$0].count }
        var order = activities.indices.filter { waitingFor[$0] == 0 }
        order.reserveCapacity(activities.count)
        var next = 0
        while next < order.count {
            for dependency in outgoing[order[next]] {
                let successor = dependencies[dependency].successor
                waitingFor[successor] -= 1
                if waitingFor[successor] == 0 { order.append(successor) }
            }
            next += 1
        }
        guard order.count == activities.count else { throw cycle(among: waitingFor) }
        return order
    }

    /// Every activity that still waits, waits for one that does too: going back from one leads around a cycle.
    private func cycle(among waitingFor: [Int]) -> DependencyCycle {
        var visited: [Int: Int] = [:]
        var path: [Int] = []
        var current = waitingFor.firstIndex { $0 > 0 } ?? 0
        while visited[current] == nil {
            visited[current] = path.count
            path.append(current)
            let stuck = incoming[current].map { dependencies[$0].predecessor }.filter { waitingFor[$0] > 0 }
            current = stuck.min() ?? current
        }
        let cycle = Array(path[(visited[current] ?? 0)...].reversed())
        let first = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
        return DependencyCycle(activities: Array(cycle[first...] + cycle[..<first]))
    }

    // MARK: Passes

    func earlyTimes(in order: [Int]) -> [EarlyTimes] {
        var early = activities.map { EarlyTimes(start: 0, finish: $0.duration) }
        for index in order {
            let activity = activities[index]
            var start = max(0, activity.earliestStart)
            for dependency in incoming[index] { start = max(start, bound(dependency, early: early)) }
            if let actual = activity.actualStart { start = actual }
            var finish = start + activity.duration
            if let actual = activity.actualFinish {
                finish = actual
                start = min(start, finish)
            }
            early[index] = EarlyTimes(start: start, finish: finish)
        }
        return early
    }

    /// The day before which the dependency does not let its successor start.
    func bound(_ place: Int, early: [EarlyTimes]) -> Int {
        let dependency = dependencies[place]
        let predecessor = early[dependency.predecessor]
        let duration = activities[dependency.successor].duration
        return switch dependency.type {
        case .finishToStart: predecessor.finish + dependency.lag
        case .startToStart: predecessor.start + dependency.lag
        case .finishToFinish: predecessor.finish + dependency.lag - duration
        case .startToFinish: predecessor.start + dependency.lag - duration
        }
    }

    func lateFinishes(in order: [Int], early: [EarlyTimes], finish: Int) -> [Int] {
        var late = [Int](repeating: finish, count: activities.count)
        for index in order.reversed() {
            let duration = early[index].finish - early[index].start
            var latest = min(finish, activities[index].deadline ?? finish)
            for place in outgoing[index] {
                let dependency = dependencies[place]
                let successor = early[dependency.successor]
                let successorFinish = late[dependency.successor]
                let successorStart = successorFinish - (successor.finish - successor.start)
                let bound =
                    switch dependency.type {
                    case .finishToStart: successorStart - dependency.lag
                    case .startToStart: successorStart - dependency.lag + duration
                    case .finishToFinish: successorFinish - dependency.lag
                    case .startToFinish: successorFinish - dependency.lag + duration
                    }
                latest = min(latest, bound)
            }
            late[index] = latest
        }
        return late
    }

    /// How far each activity can slip before it holds a successor back; may lie outside of what is sensible.
    func freeFloats(in order: [Int], early: [EarlyTimes], finish: Int) -> [Int] {
        var free = [Int](repeating: 0, count: activities.count)
        for index in order.reversed() {
            let own = early[index]
            var least: Int?
            for place in outgoing[index] {
                let dependency = dependencies[place]
                let successor = early[dependency.successor]
                var gap =
                    switch dependency.type {
                    case .finishToStart: successor.start - dependency.lag - own.finish
                    case .startToStart: successor.start - dependency.lag - own.start
                    case .finishToFinish: successor.finish - dependency.lag - own.finish
                    case .startToFinish: successor.finish - dependency.lag - own.start
                    }
                // A junction holds nobody back until what comes after it is held back.
                if activities[dependency.successor].isJunction { gap += free[dependency.successor] }
                least = min(least ?? gap, gap)
            }
            free[index] = least ?? finish - own.finish
        }
        return free
    }

    // MARK: What drives what

    func drivingDependencies(early: [EarlyTimes]) -> [Bool] {
        dependencies.indices.map { bound($0, early: early) == early[dependencies[$0].successor].start }
    }

    /// The first of the driving chains that end when the network does, and how many there are.
    func drivingChains(
        in order: [Int], driving: [Bool], early: [EarlyTimes], finish: Int
    ) -> (first: [Int], count: Int) {
        /// How many chains lead to each activity.
        var counts = [Int](repeating: 1, count: activities.count)
        for index in order {
            let drivers = drivers(of: index, driving: driving)
            guard !drivers.isEmpty else { continue }
            counts[index] = drivers.reduce(0) { saturatingSum($0, counts[$1]) }
        }
        // An activity that hands on to another one that ends with the network is not an end of its own, and a junction,
        // which has no end of its own, only hands on to what comes after it.
        var handsOn = [Bool](repeating: false, count: activities.count)
        for index in order.reversed() {
            handsOn[index] = outgoing[index].contains { place in
                let successor = dependencies[place].successor
                guard driving[place] else { return false }
                return activities[successor].isJunction ? handsOn[successor] : early[successor].finish == finish
            }
        }
        let ends = activities.indices.filter { index in
            early[index].finish == finish && !activities[index].isJunction && !handsOn[index]
        }
        guard var current = ends.first else { return ([], 0) }
        var chain = [current]
        while let driver = drivers(of: current, driving: driving).first {
            chain.append(driver)
            current = driver
        }
        return (chain.reversed(), ends.reduce(0) { saturatingSum($0, counts[$1]) })
    }

    /// The activities that decide the start of another, in their order, each once.
    private func drivers(of index: Int, driving: [Bool]) -> [Int] {
        let places = incoming[index].filter { driving[$0] }
        guard places.count > 1 else { return places.map { dependencies[$0].predecessor } }
        return Set(places.map { dependencies[$0].predecessor }).sorted {
            (activities[$0].rank ?? $0, $0) < (activities[$1].rank ?? $1, $1)
        }
    }

    private func saturatingSum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? .max : sum
    }
}

/// For each of `count` things the places in a list that belong to it, ascending, in one array.
private struct Adjacency {
    private var starts: [Int]
    private var places: [Int]

    init(_ owners: [Int], count: Int) {
        starts = [Int](repeating: 0, count: count + 1)
        for owner in owners { starts[owner + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        places = [Int](repeating: 0, count: owners.count)
        var next = starts
        for (place, owner) in owners.enumerated() {
            places[next[owner]] = place
            next[owner] += 1
        }
    }

    subscript(owner: Int) -> ArraySlice<Int> { places[starts[owner]..<starts[owner + 1]] }
}
