// Whether what was reported of a plan can be true: status and progress, actual dates, links that were not kept, and what
// became of dropped tasks.

import Content
import Scheduling
import UTF8Text

extension PlanFindings {
    mutating func checkReports(of network: PlanNetwork, _ schedule: PlanSchedule?) {
        checkStatusDate(network.status)
        for (place, row) in network.rows.enumerated() where row.isLeaf && !row.isDropped {
            checkContradictions(in: row)
            if let task = schedule?.tasks[place] { checkAssumptions(about: task) }
            guard let status = plan.statusDate?.value else { continue }
            for (actual, what) in [(row.task.actualStart, "start"), (row.task.actualFinish, "finish")] {
                guard let actual, actual.value > status else { continue }
                add(
                    .actualInFuture, at: actual.position,
                    "'\(row.task.id.value)' has an actual \(what) of \(actual.value.iso), after the status date \(status.iso)",
                    help: "what has not happened yet has no actual date; or move 'status_date'")
            }
        }
        for row in network.rows where !row.isLeaf {
            guard let status = row.task.status, status.value != .dropped else { continue }
            add(
                .planProgress, at: status.position,
                "the status of the phase '\(row.task.id.value)' follows from its tasks; '\(status.value.rawValue)' is not read",
                help: "remove 'status'; of a whole phase only 'dropped' can be said")
        }
        if let schedule { checkSequence(schedule) }
        checkDroppedTasks(network)
    }

    private mutating func checkStatusDate(_ status: PlanStatus) {
        guard status.isReported, plan.statusDate == nil else { return }
        add(
            .statusDate, at: plan.start?.position ?? plan.position,
            "progress is reported without a status date; "
                + (status.date.map { "\($0.iso), the latest actual date, is assumed" } ?? "nothing is moved"),
            help: "add 'status_date', the day at whose end the progress was true")
    }

    // MARK: One task

    private mutating func checkContradictions(in row: PlanNetwork.Row) {
        let task = row.task
        let id = task.id.value
        let isMilestone = row.duration == 0
        func report(_ position: SourcePosition, _ message: String, _ help: String) {
            add(.planProgress, at: position, message, help: help)
        }
        if let progress = task.progress, row.state == .finished, progress.value < 100 {
            report(
                progress.position, "'\(id)' is done and stands at \(progress.value) %; it counts as done",
                "remove 'progress', or what says that it is done")
        }
        if let progress = task.progress, isMilestone, row.state != .finished, progress.value > 0 {
            report(
                progress.position, "the milestone '\(id)' stands at \(progress.value) %; it counts as not reached",
                "a milestone is reached or not: give 'actual_finish', or remove 'progress'")
        }
        switch (task.status?.value, row.state) {
        case (.planned, .started), (.planned, .finished):
            report(
                task.status?.position ?? task.id.position, "'\(id)' has begun, and its status is planned",
                "correct 'status', or what says that it has begun")
        case (.active, .finished), (.blocked, .finished):
            report(
                task.status?.position ?? task.id.position,
                "'\(id)' is done, and its status is \(task.status?.value.rawValue ?? "")",
                "write 'status: done', or remove what says that it is done")
        default: break
        }
        if isMilestone, let start = task.actualStart, let finish = task.actualFinish, start.value != finish.value {
            report(
                finish.position, "the milestone '\(id)' has two dates; \(finish.value.iso) counts",
                "a milestone has one: remove 'actual_start'")
        }
        if let remaining = task.remaining, isMilestone || row.state == .finished {
            report(
                remaining.position,
                "'\(id)' is \(isMilestone ? "a milestone" : "done"), and \(remaining.value.text) of work are left",
                "remove 'remaining'")
        }
    }

    /// Says what stands in for an actual date that is missing.
    private mutating func checkAssumptions(about task: ScheduledTask) {
        guard let dates = task.dates, let assumed = task.times?.assumed else { return }
        let written = task.task
        if task.isDone, written.actualFinish == nil, assumed.contains(.finish) {
            add(
                .planProgress,
                at: (written.status ?? nil)?.position ?? written.progress?.position ?? written.id.position,
                "'\(task.id)' is done and does not say when it was finished; \(dates.upperBound.iso) is assumed",
                help: "add 'actual_finish'")
        } else if task.state == .started, written.actualStart == nil {
            add(
                .planProgress,
                at: written.progress?.position ?? written.status?.position ?? written.remaining?.position
                    ?? written.id.position,
                "'\(task.id)' has begun and does not say when; \(dates.lowerBound.iso) is assumed",
                help: "add 'actual_start'")
        }
    }

    // MARK: Links

    private mutating func checkSequence(_ schedule: PlanSchedule) {
        for (link, before, after) in schedule.stepsOutOfSequence {
            let (before, after) = (schedule.tasks[before], schedule.tasks[after])
            let (did, does): (String, String) =
                switch link.link.type {
                case .finishToStart: ("has begun", "was finished")
                case .startToStart: ("has begun", "had begun")
                case .finishToFinish: ("was finished", "was")
                case .startToFinish: ("was finished", "had begun")
                }
            let rest = after.isDone ? "what follows it waits" : "what is left of it waits"
            add(
                .outOfSequence, at: link.link.position,
                "'\(after.id)' \(did) before '\(before.id)' \(does); \(rest) for '\(before.id)'",
                help:
                    "say when '\(before.id)' \(link.link.type == .startToStart || link.link.type == .startToFinish ? "began" : "finished"), or correct the link"
            )
        }
    }

    private mutating func checkDroppedTasks(_ network: PlanNetwork) {
        let rows = network.rows
        guard rows.contains(where: \.isDropped) else { return }
        var (before, after): ([Int: [Int]], [Int: [Int]]) = ([:], [:])
        for link in network.links {
            before[link.successor, default: []].append(link.predecessor)
            after[link.predecessor, default: []].append(link.successor)
        }
        func names(_ places: Set<Int>) -> String {
            let names = places.sorted().map { "'\(rows[$0].task.id.value)'" }
            let shown = names.count > 4 ? names.prefix(3) + ["\(names.count - 3) more"] : names[...]
            return shown.count < 2
                ? shown.joined() : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
        }
        /// The nearest tasks that are not dropped, outside of a row.
        func nearest(_ place: Int, along links: [Int: [Int]]) -> Set<Int> {
            var found: Set<Int> = []
            var seen: Set<Int> = []
            var waiting = Array(place..<rows[place].end)
            while let one = waiting.popLast() {
                for other in links[one] ?? [] where seen.insert(other).inserted {
                    if rows[other].isDropped { waiting.append(other) } else { found.insert(other) }
                }
            }
            return found
        }
        for (place, row) in rows.enumerated() {
            guard let status = row.task.status, status.value == .dropped,
                row.phase.map({ rows[$0].isDropped }) != true
            else { continue }
            let direct = Set((place..<row.end).flatMap { after[$0] ?? [] }.filter { !rows[$0].isDropped })
            guard !direct.isEmpty else { continue }
            let now = nearest(place, along: before)
            let verb = direct.count == 1 ? "follows" : "follow"
            add(
                .droppedTask, at: status.position,
                "'\(row.task.id.value)' is dropped: \(names(direct)) now "
                    + (now.isEmpty
                        ? "\(direct.count == 1 ? "starts" : "start") with the plan" : "\(verb) \(names(now))"),
                help: "link \(names(direct)) to what must really come before, and remove the link to the dropped task")
        }
    }
}

extension PlanSchedule {
    /// The tasks that went on before a link allowed it, with what they should have waited for. A link of a phase holds
    /// for each of its tasks; of a large phase only the first few are named.
    var stepsOutOfSequence: [(link: ScheduledLink, predecessor: Int, successor: Int)] {
        links.filter { $0.lag >= 0 }.flatMap { link in
            let successors = leaves(at: link.successor).filter { isBeyond(link, $0) }
            guard !successors.isEmpty else { return [] as [(link: ScheduledLink, predecessor: Int, successor: Int)] }
            let predecessors = leaves(at: link.predecessor).filter { place in
                link.link.type == .finishToStart || link.link.type == .finishToFinish
                    ? tasks[place].isUnfinished : tasks[place].state == .planned
            }
            return successors.prefix(20).flatMap { after in predecessors.prefix(20).map { (link, $0, after) } }
        }
    }

    /// Whether a successor is further than a link allows as long as its predecessor holds it back.
    private func isBeyond(_ link: ScheduledLink, _ place: Int) -> Bool {
        let task = tasks[place]
        return link.link.type == .finishToStart || link.link.type == .startToStart
            ? task.state == .started || task.isDone : task.isDone
    }

    /// The task at a place, or the tasks of the phase there.
    private func leaves(at place: Int) -> [Int] {
        guard tasks[place].isPhase else { return [place] }
        return (place + 1..<tasks.count).prefix { tasks[$0].depth > tasks[place].depth }.filter { !tasks[$0].isPhase }
    }
}
