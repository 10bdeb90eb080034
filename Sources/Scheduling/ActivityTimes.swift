// When an activity starts and finishes, by what was reported and by what follows from it.

/// The times of an activity. A finish is the beginning of the day after the last one worked, so a finish and the start of
/// what follows without a pause are the same number.
package struct ActivityTimes: Hashable, Sendable {
    /// The day it started, or can start.
    package let start: Int
    /// When what is left of it can start: the start of what has not begun.
    package let earlyStart: Int
    package let earlyFinish: Int
    /// `nil` for what is finished, as everything that is about slipping.
    package let lateStart: Int?
    package let lateFinish: Int?
    /// How many days it can slip without moving the finish of the network or missing a deadline. Negative when a
    /// deadline is missed already.
    package let totalFloat: Int?
    /// How many days it can slip without moving any successor: between 0 and the total float.
    package let freeFloat: Int?
    package let isCritical: Bool
    /// Of a milestone, and of an activity without work: whether it lies at the end of a day or at the beginning of one.
    package var side: Moment.Side { moment.side }
    /// When it is finished, in the calendar of what decides that: a milestone lies on the day of what it waits for.
    package let moment: Moment
    /// Whether the start, the finish of it were reported or had to be assumed.
    package let assumed: Assumption

    package struct Assumption: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let start = Assumption(rawValue: 1)
        package static let finish = Assumption(rawValue: 2)
    }

    package init(
        start: Int, earlyStart: Int, earlyFinish: Int, lateStart: Int?, lateFinish: Int?, totalFloat: Int?,
        freeFloat: Int?, isCritical: Bool, moment: Moment? = nil, assumed: Assumption = []
    ) {
        self.start = start
        self.earlyStart = earlyStart
        self.earlyFinish = earlyFinish
        self.lateStart = lateStart
        self.lateFinish = lateFinish
        self.totalFloat = totalFloat
        self.freeFloat = freeFloat
        self.isCritical = isCritical
        self.moment = moment ?? Moment(day: earlyFinish, side: .end)
        self.assumed = assumed
    }

    /// - Parameter lateFinish, freeFloat: `nil` for what is finished.
    init(_ early: ForwardPass, _ index: Int, lateFinish: Int?, freeFloat: Int?, criticalBelow: Int) {
        let rest = early.rest[index]
        let moment = early.finishes[index] ?? Moment(day: rest, side: .end)
        let finish = early.finishDay(of: index) ?? rest
        let lateStart = lateFinish.map { $0 - (finish - rest) }
        let totalFloat = lateStart.map { $0 - rest }
        self.init(
            start: early.startDay(of: index) ?? rest, earlyStart: rest, earlyFinish: finish, lateStart: lateStart,
            lateFinish: lateFinish, totalFloat: totalFloat,
            freeFloat: totalFloat.map { total in max(0, min(freeFloat ?? total, total)) },
            isCritical: totalFloat.map { $0 <= criticalBelow } ?? false, moment: moment,
            assumed: early.assumed[index])
    }
}
