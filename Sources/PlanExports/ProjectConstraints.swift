// Constraints in the XML of Microsoft Project, so that another scheduler gives every task the date that it has here.
//
// That program knows no rules for a status date and lets some constraints win over links. So a constraint is written as
// what it is where the schedule keeps it, and any task that its links and its own start alone would put elsewhere is
// pinned to its date by "start no earlier than".

import Content
import Plans
import Scheduling
import UTF8Text

/// By their numbers in the file.
private enum ProjectConstraint: Int {
    case asSoonAsPossible = 0
    case mustStart = 2
    case mustFinish = 3
    case startNoEarlier = 4
    case startNoLater = 5
    case finishNoEarlier = 6
    case finishNoLater = 7
}

extension ProjectWriter {
    mutating func writeConstraint(
        on task: ScheduledTask, at place: Int, _ moments: (start: String, finish: String)
    ) {
        var (kind, date) = task.isPhase ? (.asSoonAsPossible, nil) : constraint(on: task)
        if task.state == .planned, !task.isPhase, isElsewhere(task, at: place, kind) {
            (kind, date) = (.startNoEarlier, moments.start)
        }
        xml.element("ConstraintType", kind.rawValue)
        let calendar = task.projectCalendar
        xml.element("CalendarUID", calendar > 0 ? calendar + 1 : -1)
        if let date { xml.element("ConstraintDate", date) }
        if !task.isPhase, let deadline = task.task.deadline { xml.element("Deadline", hours.finish(of: deadline)) }
    }

    /// What the plan says, where the schedule keeps it.
    private func constraint(on task: ScheduledTask) -> (ProjectConstraint, String?) {
        guard let start = task.start, let finish = task.finish, task.state == .planned else {
            return (.asSoonAsPossible, nil)
        }
        switch task.task.constraint?.value {
        case .mustStart(let date) where date == start: return (.mustStart, hours.start(of: date))
        case .mustFinish(let date) where date == finish && !task.isMilestone:
            return (.mustFinish, hours.finish(of: date))
        case .startNoLater(let date) where date >= start && task.task.start == nil:
            return (.startNoLater, hours.start(of: date))
        case .finishNoLater(let date) where date >= finish && task.task.start == nil:
            return (.finishNoLater, hours.finish(of: date))
        case .finishNoEarlier(let date) where task.task.start == nil: return (.finishNoEarlier, hours.finish(of: date))
        default: break
        }
        let own = task.task.start.map { task.calendar.day(onOrAfter: $0.value) }
        // What may start when the plan does is not held back.
        guard let own, own > 0 else { return (.asSoonAsPossible, nil) }
        return (.startNoEarlier, hours.start(of: task.calendar.date(ofDay: own)))
    }

    /// Whether another scheduler would put what has not begun on another date.
    private func isElsewhere(_ task: ScheduledTask, at place: Int, _ kind: ProjectConstraint) -> Bool {
        guard let times = task.times, kind != .mustStart, kind != .mustFinish else { return false }
        // Times of different calendars are not compared here: a pinned date is right in any case.
        var phases: [Int] = [place]
        while let phase = schedule.tasks[phases[phases.count - 1]].phase { phases.append(phase) }
        let incoming = phases.flatMap { links[$0] }
        guard task.calendarPlace == 0, incoming.allSatisfy({ schedule.tasks[$0.predecessor].calendarPlace == 0 }) else {
            return true
        }
        let bounds = incoming.map { bound($0, on: task) }
        if times.earlyStart == 0, bounds.contains(where: { $0.day < 0 }) { return true }
        var natural = Moment(day: 0, side: .start)
        if kind == .startNoEarlier, let own = task.task.start {
            natural.day = max(0, task.calendar.day(onOrAfter: own.value))
        }
        if kind == .finishNoEarlier, case .finishNoEarlier(let date) = task.task.constraint?.value {
            let day = task.calendar.finish(through: date) - task.duration
            if day > natural.day { natural = Moment(day: day, side: .end) }
        }
        for bound in bounds
        where (bound.day, bound.side == .start ? 1 : 0) > (natural.day, natural.side == .start ? 1 : 0) {
            natural = bound
        }
        return natural.day != times.earlyStart || task.isMilestone && natural.side != times.side
    }

    private func bound(_ link: ScheduledLink, on task: ScheduledTask) -> Moment {
        let predecessor = schedule.tasks[link.predecessor]
        guard let times = predecessor.times else { return Moment(day: 0, side: .end) }
        let isFromStart = link.link.type == .startToStart || link.link.type == .startToFinish
        let isToFinish = link.link.type == .finishToFinish || link.link.type == .startToFinish
        let day = (isFromStart ? times.start : times.earlyFinish) + link.lag - (isToFinish ? task.duration : 0)
        let own: Moment.Side = predecessor.isMilestone ? times.side : isFromStart ? .start : .end
        return Moment(day: day, side: link.lag > 0 ? .end : link.lag < 0 ? .start : own)
    }
}

extension ScheduledTask {
    /// The place of the calendar that it goes by in the file: of a milestone, that of what it waits for, on whose days
    /// its date lies.
    var projectCalendar: Int { isMilestone ? times?.moment.calendar ?? 0 : calendarPlace }
}
