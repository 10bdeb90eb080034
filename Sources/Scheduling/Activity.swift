// What a network is made of: activities with what was reported of them, and the dependencies between them.

/// A piece of work of the network. All times are working days of its own calendar from the start of the plan, which is
/// day 0.
package struct Activity: Sendable {
    /// In working days; 0 for a milestone.
    package var duration: Int
    /// The place of its calendar.
    package var calendar: Int
    package var report: Report
    /// The day before which it may not start, unless it has begun.
    package var earliestStart: Int?
    /// The beginning of the day before which it may not be finished, unless it has begun.
    package var earliestFinish: Int?
    /// The day on which it should have started; never moves work.
    package var latestStart: Int?
    /// The beginning of the day by which it should be finished, its own deadline; never moves work.
    package var deadline: Int?
    /// Whether it is planned for as late as it can be without moving any successor.
    package var isAsLateAsPossible: Bool
    /// Where it stands in the order in which readers know the activities; `nil` for its place in the network.
    package var rank: Int?

    /// What was reported of an activity. What is `nil` is assumed.
    package enum Report: Hashable, Sendable {
        case planned
        /// - start: the day on which it really started.
        /// - remaining: days of work that are left, at least one.
        case started(start: Int?, remaining: Int)
        /// - start: the day on which it really started.
        /// - finish: the beginning of the day behind the one on which it was really finished.
        case finished(start: Int?, finish: Int?)
        /// A milestone that was reached: the day, or the next working day, and the beginning of the day behind it.
        case reached(onOrAfter: Int, through: Int)
        /// Will not be done: hands on what it waited for.
        case dropped
        /// Stands for the start or the finish of a group of activities: has no work and appears in no chain, but hands on
        /// times, float and drive as if each activity of the group were linked by itself.
        case junction
    }

    package init(
        duration: Int, calendar: Int = 0, report: Report = .planned, earliestStart: Int? = nil,
        earliestFinish: Int? = nil, latestStart: Int? = nil, deadline: Int? = nil, isAsLateAsPossible: Bool = false,
        rank: Int? = nil
    ) {
        self.duration = duration
        self.calendar = calendar
        self.report = report
        self.earliestStart = earliestStart
        self.earliestFinish = earliestFinish
        self.latestStart = latestStart
        self.deadline = deadline
        self.isAsLateAsPossible = isAsLateAsPossible
        self.rank = rank
    }

    /// Days of work that are left.
    var remaining: Int {
        switch report {
        case .planned: duration
        case .started(_, let remaining): remaining
        case .finished, .reached, .dropped, .junction: 0
        }
    }

    var isUnfinished: Bool {
        switch report {
        case .planned, .started: true
        case .finished, .reached, .dropped, .junction: false
        }
    }

    var isStarted: Bool {
        if case .started = report { true } else { false }
    }

    var isFinished: Bool {
        switch report {
        case .finished, .reached: true
        case .planned, .started, .dropped, .junction: false
        }
    }

    var isJunction: Bool { report == .junction }
}

/// Which end of the predecessor holds back which end of the successor.
package enum DependencyType: Sendable {
    case finishToStart, startToStart, finishToFinish, startToFinish

    var isFromStart: Bool { self == .startToStart || self == .startToFinish }
    var isToFinish: Bool { self == .finishToFinish || self == .startToFinish }
}

package struct Dependency: Sendable {
    /// Places in the array of activities.
    package let predecessor: Int
    package let successor: Int
    package let type: DependencyType
    /// In working days of the successor's calendar; negative for a lead.
    package let lag: Int

    package init(from predecessor: Int, to successor: Int, _ type: DependencyType = .finishToStart, lag: Int = 0) {
        self.predecessor = predecessor
        self.successor = successor
        self.type = type
        self.lag = lag
    }
}
