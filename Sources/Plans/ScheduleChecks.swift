// Whether the schedule of a plan can be relied on: links, constraints, deadlines and durations.

import Content
import Scheduling
import UTF8Text

/// Thresholds of the DCMA 14-Point Assessment.
private enum ScheduleLimit {
    /// In working days; about two months.
    static let duration = 44
    /// One in so many tasks may start on a fixed date.
    static let tasksPerConstraint = 20
}

extension PlanFindings {
    // MARK: Links

    mutating func checkLinks(of network: PlanNetwork) {
        let ids = network.rows.map(\.task.id.value)
        let known = NameList(ids)
        for fault in network.faults {
            switch fault {
            case .unknown(let link, let row):
                let name = link.predecessor.value
                add(
                    .unknownPredecessor, at: link.position,
                    kinds[name].map { "'\(ids[row])' waits for '\(name)', which is \($0), not a task" }
                        ?? "'\(ids[row])' waits for '\(name)', and the plan has no such task",
                    help: "name the id of a task or phase", guess: Guess(name, in: known))
            case .toItself(let link, let row):
                add(
                    .unknownPredecessor, at: link.position, "the task '\(ids[row])' waits for itself",
                    help: "name the task that must come before it")
            case .withinPhase(let link, let row):
                add(
                    .phaseLink, at: link.position,
                    "a phase and a task in it cannot wait for each other: '\(link.predecessor.value)' and '\(ids[row])'",
                    help: "link the tasks within the phase to each other")
            }
        }
        for link in network.links where network.lag(of: link) < 0 {
            add(
                .lead, at: link.link.position,
                "'\(ids[link.successor])' starts \(workingDays(-network.lag(of: link))) before its link to '\(ids[link.predecessor])' allows",
                help: "split '\(ids[link.predecessor])' where its result is ready, and link to that part without a lead"
            )
        }
        checkStages(of: network)
    }

    private mutating func checkStages(of network: PlanNetwork) {
        let order = ImplementationStage.allCases
        for link in network.links {
            guard let before = network.rows[link.predecessor].stage, let after = network.rows[link.successor].stage,
                let first = order.firstIndex(of: before), let second = order.firstIndex(of: after), second < first
            else { continue }
            add(
                .stageOrder, at: link.link.position,
                "'\(network.rows[link.successor].task.id.value)' (\(after.rawValue)) waits for a task of the later stage \(before.rawValue)",
                help: "correct the stage of one of them, or the link")
        }
    }

    mutating func report(_ cycle: DependencyCycle, in network: PlanNetwork) {
        let ids = cycle.activities.map { network.rows[$0].task.id.value }
        guard let first = ids.first, let last = ids.last else { return }
        let position = network.rows[cycle.activities[0]].task.after.first { $0.predecessor.value == last }?.position
        let path = ids.count <= 12 ? ids : Array(ids.prefix(10)) + ["…"] + ids.suffix(1)
        add(
            .dependencyCycle, at: position ?? network.rows[cycle.activities[0]].task.id.position,
            "tasks wait for each other: \((path + [first]).joined(separator: " → "))",
            help: "remove one of these links, or split a task so that no part waits for what follows it")
    }

    mutating func checkOpenEnds(of network: PlanNetwork) {
        let ties = LogicTies(network)
        let leaves = network.rows.indices.filter { !network.rows[$0].task.isPhase && !network.rows[$0].isDropped }
        for place in leaves {
            let task = network.rows[place].task
            if !ties.hasPredecessor[place], task.start == nil, task.actualStart == nil, place != leaves.first {
                add(
                    .openEnd, at: task.id.position, "the task '\(task.id.value)' waits for nothing and has no start",
                    help: "link it with 'after' to what must come before, or give it a 'start'")
            }
            if !ties.hasSuccessor[place], !(task.isMilestone && place == leaves.last), leaves.count > 1 {
                add(
                    .openEnd, at: task.id.position, "nothing waits for the task '\(task.id.value)'",
                    help: "link it to what needs its result, at the latest the final milestone")
            }
        }
    }

    // MARK: Dates

    mutating func checkDates(of network: PlanNetwork) {
        if let start = plan.start, !network.calendar.isWorkingDay(start.value) {
            add(
                .startOnDayOff, at: start.position, "the plan starts on \(start.value.iso), which is not a working day",
                help: "start on \(network.calendar.date(ofDay: 0).iso)")
        }
        let places = network.rows.indices.filter { network.rows[$0].isLeaf && !network.rows[$0].isDropped }
        for place in places { checkDates(of: place, in: network) }
        for place in network.rowsWithoutCommonDays {
            let task = network.rows[place].task
            add(
                .noWorkingDay, at: task.id.position, "those who do '\(task.id.value)' never work on the same day",
                help: "give the task a 'calendar' of its own, or split it")
        }
        let leaves = places.map { network.rows[$0] }
        let constrained = leaves.compactMap(\.task.start)
        if let first = constrained.first, constrained.count > 1,
            constrained.count * ScheduleLimit.tasksPerConstraint > leaves.count
        {
            add(
                .startConstraints, at: first.position,
                "\(constrained.count) of \(leaves.count) tasks start on a fixed date",
                help: "let links decide when tasks start, so that the plan moves with its work")
        }
    }

    private mutating func checkDates(of place: Int, in network: PlanNetwork) {
        let row = network.rows[place]
        let task = row.task
        let calendar = network.calendar(ofRow: place)
        if let finish = task.finish, task.deadline == nil, row.duration == 0, let start = task.start, !task.isMilestone
        {
            let key = row.calendar == 0 ? "calendar.working" : "the calendar of the task, under 'working'"
            return add(
                .noWorkingDay, at: start.position, "'\(task.id.value)' lies on days off only",
                help: "add \(start.value.iso)\(finish.value == start.value ? "" : " to \(finish.value.iso)") to \(key)")
        }
        if let start = task.start, !calendar.isWorkingDay(start.value) {
            let next = calendar.date(ofDay: calendar.day(onOrAfter: start.value))
            add(
                .startOnDayOff, at: start.position,
                "'\(task.id.value)' starts on \(start.value.iso), which is not a working day",
                help: "start on \(next.iso)")
        }
        if row.duration > ScheduleLimit.duration {
            add(
                .longTask, at: task.duration?.position ?? task.estimate?.position ?? task.id.position,
                "'\(task.id.value)' takes \(workingDays(row.duration))",
                help: "split it into tasks of at most \(ScheduleLimit.duration) days, each with a result to see")
        }
    }

    mutating func checkSchedule(_ scheduled: ScheduledPlan, _ network: PlanNetwork) {
        guard let schedule = scheduled.schedule else { return }
        if let deadline = plan.deadline, schedule.isLate {
            let chain = schedule.criticalPath.map { schedule.tasks[$0].id }
            let distance = schedule.calendar.distance(from: deadline.value, to: schedule.finish) ?? ""
            let cause = chain.isEmpty ? "" : ", driven by \(chain.shortened)"
            let verb = schedule.leaves.contains { $0.isUnfinished } ? "finishes" : "was finished"
            add(
                .lateFinish, at: deadline.position,
                "the plan \(verb) on \(schedule.finish.iso), \(distance.dropLast(" later".count)) after its deadline\(cause)",
                help: chain.isEmpty
                    ? "tell those who wait for it, and close the plan"
                    : "shorten or overlap tasks of this chain, or move the deadline")
        }
        if let tolerance = plan.governance?.timeTolerance, let slip = scheduled.slips.first?.finishDays,
            slip > schedule.calendar.days(tolerance.value)
        {
            add(
                .lateFinish, at: tolerance.position,
                "the plan finishes on \(schedule.finish.iso), \(workingDays(slip)) after its baseline, more than the tolerance allows",
                help: "take it to the board that the plan names, or win the days back")
        }
        for task in schedule.leaves where task.isUnfinished { checkOwnDates(of: task) }
        for place in schedule.linksBeforeStart {
            let link = schedule.links[place]
            add(
                .beforePlanStart, at: link.link.position,
                "this link would let '\(schedule.tasks[link.successor].id)' start before the plan does",
                help: "it starts on the first day instead; correct the lead or the type of the link")
        }
        if schedule.criticalPathCount > 1 {
            let count = schedule.criticalPathCount == .max ? "very many" : String(schedule.criticalPathCount)
            add(
                .severalCriticalPaths, at: plan.start?.position ?? plan.position,
                "\(count) chains of tasks decide the end of the plan", help: "watch all of them, not only the one shown"
            )
        }
    }

    /// Holds what a task is expected to do against the dates that its author gave it.
    private mutating func checkOwnDates(of task: ScheduledTask) {
        guard let start = task.start, let finish = task.finish else { return }
        func late(
            _ shown: CalendarDate, after wanted: Located<CalendarDate>, _ verb: String, _ what: String, _ key: String
        ) {
            guard let distance = task.calendar.distance(from: wanted.value, to: shown), shown > wanted.value else {
                return
            }
            add(
                .lateTask, at: wanted.position,
                "'\(task.id)' \(verb) on \(shown.iso), \(distance.dropLast(" later".count)) after \(what)",
                help: "look at what it waits for, or move its '\(key)'")
        }
        // What lies on days off only was reported as that.
        if let wanted = task.task.finish, !task.liesOnDaysOff {
            late(finish, after: wanted, "finishes", "its own deadline", "finish")
        }
        guard let constraint = task.task.constraint else { return }
        func at(_ date: CalendarDate) -> Located<CalendarDate> { Located(date, constraint.position) }
        switch constraint.value {
        case .mustStart(let date), .startNoLater(let date):
            if task.state == .planned { late(start, after: at(date), "starts", "its constraint allows", "constraint") }
        case .finishNoLater(let date), .mustFinish(let date):
            late(finish, after: at(date), "finishes", "its constraint allows", "constraint")
        case .finishNoEarlier, .asLateAsPossible: break
        }
    }
}

extension [String] {
    /// The names joined by arrows; the middle of a long list is left out.
    var shortened: String {
        (count <= 12 ? self : prefix(6) + ["…"] + suffix(5)).joined(separator: " → ")
    }
}
