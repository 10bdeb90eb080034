// Which chains of unfinished activities decide when the network ends.

struct DrivingChains {
    private let network: Network
    private let early: ForwardPass
    private let finish: Moment

    init(_ network: Network, _ early: ForwardPass, finish: Moment) {
        self.network = network
        self.early = early
        self.finish = finish
    }

    /// A strand of an activity as a place in one list of all strands.
    private typealias Node = Int
    private func node(_ index: Int, _ strand: Strand) -> Node { index * Strand.allCases.count + strand.rawValue }
    private func index(of node: Node) -> Int { node / Strand.allCases.count }
    private func strands(of index: Int) -> [Strand] {
        network.activities[index].isUnfinished ? [.time] : Strand.allCases
    }

    /// The first of the driving chains that end when the network does, and how many there are. A chain goes back as far
    /// as unfinished work decides: to the status date, to a start by hand, or to a lag behind finished work.
    func first(in order: [Int]) -> (first: [Int], count: Int) {
        var drivers = [[Node]](repeating: [], count: network.activities.count * Strand.allCases.count)
        for index in order {
            for strand in strands(of: index) { drivers[node(index, strand)] = self.drivers(of: strand, at: index) }
        }
        let ends = ends(in: order, drivers)
        let counts = counts(in: order, drivers)
        let ranks = ranks(in: order, drivers)
        guard var current = ends.first else { return ([], 0) }
        var chain = [index(of: current)]
        while let driver = drivers[current].min(by: { (ranks[$0], $0) < (ranks[$1], $1) }), ranks[driver] < .max {
            if network.activities[index(of: driver)].isUnfinished { chain.append(index(of: driver)) }
            current = driver
        }
        return (chain.reversed(), ends.reduce(0) { saturatingSum($0, counts[$1]) })
    }

    /// The strands that decide a strand of an activity, each once.
    private func drivers(of strand: Strand, at index: Int) -> [Node] {
        var drivers: [Node] = []
        for place in network.incoming[index] {
            let predecessor = network.dependencies[place].predecessor
            early.forEachDriver(of: place, on: strand) { source in
                if let source { drivers.append(node(predecessor, source)) }
            }
        }
        return drivers.count > 1 ? Array(Set(drivers)).sorted() : drivers
    }

    /// Where each strand stands in the order of readers: what is not unfinished work, where the first of that stands
    /// which decides it; last where there is none.
    private func ranks(in order: [Int], _ drivers: [[Node]]) -> [Int] {
        var ranks = [Int](repeating: .max, count: drivers.count)
        for index in order {
            let activity = network.activities[index]
            for strand in strands(of: index) {
                let node = node(index, strand)
                ranks[node] =
                    activity.isUnfinished
                    ? activity.rank ?? index : drivers[node].map { ranks[$0] }.min() ?? .max
            }
        }
        return ranks
    }

    /// How many chains lead to each strand. A chain begins with unfinished work, so none leads through finished or
    /// dropped work behind which there is no such.
    private func counts(in order: [Int], _ drivers: [[Node]]) -> [Int] {
        var counts = [Int](repeating: 0, count: drivers.count)
        for index in order {
            let isUnfinished = network.activities[index].isUnfinished
            for strand in strands(of: index) {
                let node = node(index, strand)
                let count = drivers[node].reduce(0) { saturatingSum($0, counts[$1]) }
                counts[node] = isUnfinished ? max(1, count) : count
            }
        }
        return counts
    }

    /// An activity that hands on to another one that ends with the network is not an end of its own; what is finished,
    /// dropped or a junction, which has no end of its own, only hands on to what comes after it.
    private func ends(in order: [Int], _ drivers: [[Node]]) -> [Node] {
        var handsOn = [Bool](repeating: false, count: drivers.count)
        for index in order.reversed() {
            let isUnfinished = network.activities[index].isUnfinished
            for strand in strands(of: index) {
                let node = node(index, strand)
                guard isUnfinished ? endsWithNetwork(index) : handsOn[node] else { continue }
                for driver in drivers[node] { handsOn[driver] = true }
            }
        }
        let ends = network.activities.indices.filter { index in
            network.activities[index].isUnfinished && endsWithNetwork(index) && !handsOn[node(index, .time)]
        }
        // What is as late as possible ends with the network because it may, not because it must.
        let own = ends.filter { !network.activities[$0].isAsLateAsPossible }
        return (own.isEmpty ? ends : own).map { node($0, .time) }
    }

    private func endsWithNetwork(_ index: Int) -> Bool {
        early.finishes[index].map { network.clock.areEqual($0, finish) } ?? false
    }

    private func saturatingSum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? .max : sum
    }
}
