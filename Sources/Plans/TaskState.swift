// How far a task is, by what its author reported of it, and the status date that all reports are held against.

import Content
package import UTF8Text

package enum TaskState: String, Sendable {
    case planned, started, finished, dropped
}

extension PlanTask {
    /// The state of a task that is no phase and in no dropped one. `blocked` alone is planned. A milestone, which takes
    /// no time, is never under way: it is reached when it says when, or that it is done.
    func state(isMilestone: Bool) -> TaskState {
        if status?.value == .dropped { return .dropped }
        if actualFinish != nil || status?.value == .done || progressPercent == 100 { return .finished }
        if isMilestone { return actualStart == nil ? .planned : .finished }
        let hasBegun = actualStart != nil || progressPercent > 0 || status?.value == .active || remaining != nil
        return hasBegun ? .started : .planned
    }

    /// Every date on which something of it really happened.
    var actualDates: [Located<CalendarDate>] { [actualStart, actualFinish].compactMap(\.self) }
}

/// The date that progress is judged by.
package struct PlanStatus: Sendable {
    /// The plan's own; else, once something is reported, the latest actual date; else none. Neither the day of the build
    /// nor that of the last change stands in for it (GAO-16-89G, best practice 9).
    package let date: CalendarDate?
    /// Whether the plan does not give it.
    package let isAssumed: Bool
    /// Whether any task has begun.
    package let isReported: Bool
    /// The first working day that is not over on the status date, by the calendar of the plan: nothing that is left to
    /// do lies before it. 0 as long as the plan has not begun.
    package let firstOpenDay: Int

    /// Whether the status date moves anything: not on the first day of a plan of which nothing is reported.
    package let hasBegun: Bool
}
