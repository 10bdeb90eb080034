// Whether the schedule of a plan can be relied on: links, constraints, deadlines, durations and progress.

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
        let known = Set(ids)
        for fault in network.faults {
            switch fault {
            case .unknown(let link, let row):
                let name = link.predecessor.value
                add(
                    .unknownPredecessor, at: link.position,
                    kinds[name].map { "'\(ids[row])' waits for '\(name)', which is \($0), not a task" }
                        ?? "'\(ids[row])' waits for '\(name)', and the plan has no such task",
                    help: suggestion(for: name, among: known, otherwise: "name the id of a task or phase"))
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
        for link in network.links where network.lag(of: link.link) < 0 {
            add(
                .lead, at: link.link.position,
                "'\(ids[link.successor])' starts \(workingDays(-network.lag(of: link.link))) before its link to '\(ids[link.predecessor])' allows",
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
        var hasPredecessor = network.rows.map { _ in false }
        var hasSuccessor = hasPredecessor
        for link in network.links {
            hasPredecessor[link.successor] = true
            hasSuccessor[link.predecessor] = true
        }
        // What waits for or follows a phase does so for each task in it.
        for (place, row) in network.rows.enumerated() {
            guard let phase = row.phase else { continue }
            if hasPredecessor[phase] { hasPredecessor[place] = true }
            if hasSuccessor[phase] { hasSuccessor[place] = true }
        }
        let leaves = network.rows.indices.filter { !network.rows[$0].task.isPhase && !network.rows[$0].isDropped }
        for place in leaves {
            let task = network.rows[place].task
            if !hasPredecessor[place], task.start == nil, task.actualStart == nil, place != leaves.first {
                add(
                    .openEnd, at: task.id.position, "the task '\(task.id.value)' waits for nothing and has no start",
                    help: "link it with 'after' to what must come before, or give it a 'start'")
            }
            if !hasSuccessor[place], !(task.isMilestone && place == leaves.last), leaves.count > 1 {
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
        let leaves = network.rows.filter { !$0.task.isPhase && !$0.isDropped }
        for row in leaves {
            let task = row.task
            if let start = task.start, !network.calendar.isWorkingDay(start.value) {
                let next = network.calendar.date(ofDay: network.calendar.day(onOrAfter: start.value))
                add(
                    .startOnDayOff, at: start.position,
                    "'\(task.id.value)' starts on \(start.value.iso), which is not a working day",
                    help: "start on \(next.iso)")
            }
            let duration = network.duration(of: task)
            if duration > ScheduleLimit.duration {
                add(
                    .longTask, at: task.duration?.position ?? task.estimate?.position ?? task.id.position,
                    "'\(task.id.value)' takes \(workingDays(duration))",
                    help: "split it into tasks of at most \(ScheduleLimit.duration) days, each with a result to see")
            }
        }
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

    mutating func checkSchedule(_ scheduled: ScheduledPlan) {
        guard let schedule = scheduled.schedule else { return }
        if let deadline = plan.deadline, let margin = schedule.margin, margin < 0 {
            let chain = schedule.criticalPath.map { schedule.tasks[$0].id }
            add(
                .lateFinish, at: deadline.position,
                "the plan finishes on \(schedule.finish.iso), \(workingDays(-margin)) after its deadline, driven by \(chain.shortened)",
                help: "shorten or overlap tasks of this chain, or move the deadline")
        }
        if let tolerance = plan.governance?.timeTolerance, let slip = scheduled.slips.first?.finishDays,
            slip > schedule.calendar.days(tolerance.value)
        {
            add(
                .lateFinish, at: tolerance.position,
                "the plan finishes on \(schedule.finish.iso), \(workingDays(slip)) after its baseline, more than the tolerance allows",
                help: "take it to the board that the plan names, or win the days back")
        }
        for task in schedule.leaves {
            guard task.task.deadline != nil, let finish = task.task.finish, let shown = task.finish, !task.isDone,
                shown > finish.value
            else { continue }
            add(
                .lateTask, at: finish.position,
                "'\(task.id)' finishes on \(shown.iso), \(workingDays(schedule.calendar.days(from: finish.value, to: shown))) after its own deadline",
                help: "look at what it waits for, or move its 'finish'")
        }
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
        checkProgress(schedule, statusDate: scheduled.statusDate)
    }

    // MARK: Progress

    private mutating func checkProgress(_ schedule: PlanSchedule, statusDate: CalendarDate?) {
        var waitsFor = schedule.tasks.map { _ in Int?.none }
        for link in schedule.links {
            let predecessor = schedule.tasks[link.predecessor]
            guard link.lag >= 0, waitsFor[link.successor] == nil else { continue }
            let allows =
                switch link.link.type {
                case .finishToStart: predecessor.isDone
                case .startToStart:
                    predecessor.isDone || predecessor.progress > 0 || predecessor.task.actualStart != nil
                case .finishToFinish, .startToFinish: true
                }
            if !allows { waitsFor[link.successor] = link.predecessor }
        }
        for (place, task) in schedule.tasks.enumerated() where !task.isPhase && task.times != nil {
            let written = task.task
            if let progress = written.progress, progress.value == 100, written.actualFinish == nil {
                add(
                    .planProgress, at: progress.position,
                    "'\(task.id)' is at 100 and does not say when it was finished",
                    help: "add 'actual_finish'")
            }
            if let progress = written.progress, progress.value > 0, let other = waitsFor[place] {
                add(
                    .planProgress, at: progress.position,
                    "'\(task.id)' has begun, and '\(schedule.tasks[other].id)', which it waits for, does not allow that yet",
                    help: "update '\(schedule.tasks[other].id)', or correct the link")
            }
            guard let statusDate else { continue }
            for actual in [written.actualStart, written.actualFinish].compactMap(\.self) where actual.value > statusDate
            {
                add(
                    .planProgress, at: actual.position,
                    "'\(task.id)' has an actual date after the status date \(statusDate.iso)",
                    help: "what has not happened yet has no actual date; or move 'status_date'")
            }
        }
    }
}

extension [String] {
    /// The names joined by arrows; the middle of a long list is left out.
    fileprivate var shortened: String {
        (count <= 12 ? self : prefix(6) + ["…"] + suffix(5)).joined(separator: " → ")
    }
}
