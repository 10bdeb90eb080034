// Whether each task of a plan is tied to others, through its phases too, and by which ends.

import Content

struct LogicTies {
    private(set) var hasPredecessor: [Bool]
    /// Through dropped tasks only if something that is not dropped follows them.
    private(set) var hasSuccessor: [Bool]
    private var typesIn: [Set<LinkType>]
    private var typesOut: [Set<LinkType>]

    init(_ network: PlanNetwork) {
        let rows = network.rows
        typesIn = rows.map { _ in [] }
        typesOut = typesIn
        hasPredecessor = rows.map { _ in false }
        hasSuccessor = hasPredecessor
        let leadsOn = Self.leadsOn(network)
        for link in network.links {
            hasPredecessor[link.successor] = true
            typesIn[link.successor].insert(link.link.type)
            guard !rows[link.successor].isDropped || leadsOn[link.successor] else { continue }
            hasSuccessor[link.predecessor] = true
            typesOut[link.predecessor].insert(link.link.type)
        }
        // What waits for or follows a phase does so for each task in it.
        for (place, row) in rows.enumerated() {
            guard let phase = row.phase else { continue }
            if hasPredecessor[phase] { hasPredecessor[place] = true }
            if hasSuccessor[phase] { hasSuccessor[place] = true }
            typesIn[place].formUnion(typesIn[phase])
            typesOut[place].formUnion(typesOut[phase])
        }
    }

    /// Whether its start or its finish is tied to nothing, though it has links.
    func dangles(_ place: Int) -> Bool {
        !typesIn[place].isEmpty && typesIn[place].isSubset(of: [.finishToFinish, .startToFinish])
            || !typesOut[place].isEmpty && typesOut[place].isSubset(of: [.startToStart, .startToFinish])
    }

    /// Whether behind what was dropped there is something that was not.
    private static func leadsOn(_ network: PlanNetwork) -> [Bool] {
        var before: [Int: [Int]] = [:]
        for link in network.links { before[link.successor, default: []].append(link.predecessor) }
        var leadsOn = network.rows.map { _ in false }
        var waiting = network.rows.indices.filter { !network.rows[$0].isDropped }
        while let place = waiting.popLast() {
            for other in before[place] ?? [] where network.rows[other].isDropped && !leadsOn[other] {
                leadsOn[other] = true
                waiting.append(other)
            }
        }
        return leadsOn
    }
}
