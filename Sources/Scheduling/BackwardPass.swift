// The backward pass: how late unfinished work may be, before the end of the network or a successor is later than it was.
//
// The same way back serves total float, which asks what the latest times of the successors allow, and free float, which
// asks what their earliest times do. Through what is finished, dropped or a junction limits go as times came forward:
// `withLags` for those whose lags counted, `withoutLags` for those whose lags had run out.

struct BackwardPass {
    private let network: Network
    /// The finish of the network in each calendar that an activity has.
    private let finishes: [Int]
    private var withLags: [Moment?]
    private var withoutLags: [Moment?]

    init(_ network: Network, finish: Moment) {
        self.network = network
        let count = max(1, network.clock.calendars.count)
        finishes = (0..<count).map { network.clock.day(ofFinish: finish, in: $0) }
        withLags = [Moment?](repeating: nil, count: network.activities.count)
        withoutLags = withLags
    }

    /// Of what is finished, dropped or a junction `nil`.
    mutating func lateFinishes(in order: [Int], _ early: ForwardPass) -> [Int?] {
        var late = [Int?](repeating: nil, count: network.activities.count)
        for index in order.reversed() {
            let activity = network.activities[index]
            guard activity.isUnfinished else {
                handBack(through: index, late, early)
                continue
            }
            var latest = finishes[activity.calendar]
            if let deadline = activity.deadline { latest = min(latest, deadline) }
            if let start = activity.latestStart, !activity.isStarted {
                latest = min(latest, start + activity.remaining)
            }
            for place in network.outgoing[index] {
                if let limit = limit(by: place, late, early) { latest = min(latest, limit) }
            }
            late[index] = latest
        }
        return late
    }

    /// How far each activity can slip before it holds a successor back; may lie outside of what is sensible.
    mutating func freeFloats(in order: [Int], _ early: ForwardPass) -> [Int?] {
        let times = network.activities.indices.map { index in
            network.activities[index].isUnfinished ? early.finishDay(of: index) : nil
        }
        var free = [Int?](repeating: nil, count: network.activities.count)
        for index in order.reversed() {
            guard let finish = times[index] else {
                handBack(through: index, times, early)
                continue
            }
            free[index] = room(of: index, finish: finish, times, early)
        }
        return free
    }

    /// Moves what is planned for as late as possible, the last first, so that what waits for it keeps its date.
    mutating func delay(in order: [Int], _ early: inout ForwardPass) {
        guard network.activities.contains(where: { $0.isAsLateAsPossible && $0.report == .planned }) else { return }
        var times = network.activities.indices.map { index in
            network.activities[index].isUnfinished ? early.finishDay(of: index) : nil
        }
        for index in order.reversed() {
            guard let finish = times[index] else {
                handBack(through: index, times, early)
                continue
            }
            let activity = network.activities[index]
            guard activity.isAsLateAsPossible, activity.report == .planned else { continue }
            var room = room(of: index, finish: finish, times, early)
            if let deadline = activity.deadline { room = min(room, deadline - finish) }
            if let start = activity.latestStart { room = min(room, start + activity.duration - finish) }
            early.delay(index, by: room)
            times[index] = early.finishDay(of: index)
        }
    }

    private func room(of index: Int, finish: Int, _ times: [Int?], _ early: ForwardPass) -> Int {
        var least: Int?
        for place in network.outgoing[index] {
            if let limit = limit(by: place, times, early) { least = min(least ?? limit, limit) }
        }
        return (least ?? finishes[network.activities[index].calendar]) - finish
    }

    /// The finish that a dependency allows its unfinished predecessor, if its successor may finish when `times` says.
    private func limit(by place: Int, _ times: [Int?], _ early: ForwardPass) -> Int? {
        let dependency = network.dependencies[place]
        let predecessor = network.activities[dependency.predecessor]
        // Its start has happened, and holds nobody back any more.
        if predecessor.isStarted, dependency.type.isFromStart { return nil }
        guard var limit = limit(at: dependency, times, areLagsOver: false) else { return nil }
        limit.day -= dependency.lag
        return dependency.type.isFromStart
            ? network.clock.latestStart(limit, in: predecessor.calendar) + predecessor.remaining
            : network.clock.latestFinish(limit, in: predecessor.calendar)
    }

    /// What a dependency's successor allows at the end that it is tied to.
    private func limit(at dependency: Dependency, _ times: [Int?], areLagsOver: Bool) -> Moment? {
        let index = dependency.successor
        let successor = network.activities[index]
        if successor.isFinished { return withoutLags[index] }
        guard successor.isUnfinished else {
            return areLagsOver && successor.isJunction ? withoutLags[index] : withLags[index]
        }
        guard let finish = times[index] else { return nil }
        return Moment(
            day: dependency.type.isToFinish ? finish : finish - successor.remaining, side: .start,
            calendar: successor.calendar)
    }

    private mutating func handBack(through index: Int, _ times: [Int?], _ early: ForwardPass) {
        var (lagged, unlagged): (Moment?, Moment?)
        for place in network.outgoing[index] {
            let dependency = network.dependencies[place]
            if var limit = limit(at: dependency, times, areLagsOver: false) {
                if dependency.lag != 0 {
                    let calendar = network.activities[dependency.successor].calendar
                    limit.day = network.clock.latestFinish(limit, in: calendar) - dependency.lag
                    limit.calendar = calendar
                }
                lagged = network.clock.earlier(lagged, limit)
            }
            unlagged = network.clock.earlier(unlagged, limit(at: dependency, times, areLagsOver: true))
        }
        withLags[index] = lagged
        withoutLags[index] = unlagged
    }
}
