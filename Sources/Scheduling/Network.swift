// A network as two flat adjacency lists, and the order in which it can be walked.

struct Network {
    let activities: [Activity]
    let dependencies: [Dependency]
    let clock: Clock
    /// The places of the dependencies that lead into each activity, and of those that lead out of it.
    let incoming: Adjacency
    let outgoing: Adjacency

    init(_ activities: [Activity], _ dependencies: [Dependency], clock: Clock) {
        self.activities = activities
        self.dependencies = dependencies
        self.clock = clock
        incoming = Adjacency(dependencies.map(\.successor), count: activities.count)
        outgoing = Adjacency(dependencies.map(\.predecessor), count: activities.count)
    }

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
}

/// For each of `count` things the places in a list that belong to it, ascending, in one array.
struct Adjacency {
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
