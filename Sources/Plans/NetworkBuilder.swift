// Numbers the activities of a plan and puts junctions in for phases that links lead to or from, so that a link between
// two phases is one dependency and not one for each pair of their tasks.

import Content
import Scheduling

struct NetworkBuilder {
    private let network: PlanNetwork
    private(set) var activities: [Activity] = []
    private(set) var dependencies: [Dependency] = []
    /// The row that each activity is, or whose start or finish it is the junction of.
    private var owners: [Int] = []
    private var byRow: [Int?]
    private var startJunctions: [Int: Int] = [:]
    private var finishJunctions: [Int: Int] = [:]

    init(_ network: PlanNetwork) {
        self.network = network
        byRow = network.rows.map { _ in nil }
    }

    func activity(ofRow row: Int) -> Int? { byRow[row] }

    /// Whether what was reported of a task counts.
    func isReported(row: Int) -> Bool {
        guard let activity = byRow[row] else { return false }
        return activities[activity].report != .planned
    }

    /// Rows in the order of activities; neighbours that are junctions of one phase count once.
    func rows(of activities: [Int]) -> [Int] {
        activities.map { owners[$0] }.reduce(into: []) { rows, row in
            if rows.last != row { rows.append(row) }
        }
    }

    @discardableResult
    mutating func add(_ activity: Activity, row: Int, longer: Int = 0) -> Int {
        activities.append(activity.taking(longer))
        activities[activities.count - 1].rank = row
        owners.append(row)
        if activity.report != .junction { byRow[row] = activities.count - 1 }
        return activities.count - 1
    }

    /// Adds a link between tasks or phases; every task must have been added. Returns the place of its dependency.
    mutating func add(_ link: PlanNetwork.Link, lag: Int) -> Int {
        let predecessor = byRow[link.predecessor] ?? junction(ofPhase: link.predecessor, isStart: false)
        let successor = byRow[link.successor] ?? junction(ofPhase: link.successor, isStart: true)
        dependencies.append(Dependency(from: predecessor, to: successor, DependencyType(link.link.type), lag: lag))
        return dependencies.count - 1
    }

    /// The junction behind which, or before which, every task of a phase lies. Phases within it get their own, so that
    /// the number of dependencies stays in proportion to that of tasks.
    private mutating func junction(ofPhase phase: Int, isStart: Bool) -> Int {
        if let known = (isStart ? startJunctions : finishJunctions)[phase] { return known }
        let rows = network.rows
        var waiting = [phase]
        while let row = waiting.popLast() {
            let own = add(Activity(duration: 0, report: .junction), row: row)
            if isStart { startJunctions[row] = own } else { finishJunctions[row] = own }
            if row != phase, let parent = rows[row].phase,
                let outer = (isStart ? startJunctions : finishJunctions)[parent]
            {
                connect(outer, own, isStart: isStart)
            }
            var child = row + 1
            while child < rows[row].end {
                if let activity = byRow[child] {
                    connect(own, activity, isStart: isStart)
                } else if rows[child].task.isPhase {
                    if let known = (isStart ? startJunctions : finishJunctions)[child] {
                        connect(own, known, isStart: isStart)
                    } else {
                        waiting.append(child)
                    }
                }
                child = rows[child].end
            }
        }
        return (isStart ? startJunctions : finishJunctions)[phase] ?? 0
    }

    private mutating func connect(_ junction: Int, _ inner: Int, isStart: Bool) {
        dependencies.append(isStart ? Dependency(from: junction, to: inner) : Dependency(from: inner, to: junction))
    }
}

extension Activity {
    /// The same work with so many days more to do.
    fileprivate func taking(_ days: Int) -> Activity {
        var longer = self
        longer.duration += days
        if case .started(let start, let remaining) = report {
            longer.report = .started(start: start, remaining: remaining + days)
        }
        return longer
    }
}

extension DependencyType {
    init(_ type: LinkType) {
        self =
            switch type {
            case .finishToStart: .finishToStart
            case .startToStart: .startToStart
            case .finishToFinish: .finishToFinish
            case .startToFinish: .startToFinish
            }
    }
}
