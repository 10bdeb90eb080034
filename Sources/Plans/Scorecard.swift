// The schedule scorecard: the DCMA 14-Point Assessment and the practices of the GAO guide that can be computed. Each
// number comes with the tasks or links behind it; there is no sum of them, because in a small plan one exception is much.
//
// Sources: Deltek Acumen 8.4, "DCMA 14 Point Assessment Metric Descriptions"; GAO-16-89G, "Schedule Assessment Guide",
// best practices 2, 6, 9 and 10. DCMA counts only tasks with work in metric 1; milestones count here, because floats need
// their links. For metric 10 DCMA sets no limit.

package import Content
import Scheduling
import UTF8Text

package struct ScorecardItem: Sendable {
    package enum State: String, Sendable {
        case pass, fail
        case notApplicable = "na"
    }

    /// What was found, or why nothing was measured.
    package enum Measure: Sendable {
        /// How many of how many; at most, or at least, `limit` hundredths of a percent.
        case share(count: Int, of: Int, limit: Int, isLeast: Bool)
        /// In hundredths, at least `limit`; of what the index is made.
        case index(value: Int, limit: Int, parts: [(name: String, value: Int)])
        case task(id: String, parts: [(name: String, value: Int)])
        case fact
        case none(reason: String)
    }

    package let metric: ScorecardMetric
    package let state: State
    package let measure: Measure
    /// Ids of tasks, or links as `successor<-link`.
    package let items: [String]
    /// What it means, for the page.
    package let sentence: String
    /// Why the plan sets another limit than usual.
    package let because: String?

    package var number: String { metric.number }
    package var name: String { metric.name }
}

struct Scorecard {
    private let network: PlanNetwork
    private let reported: NetworkSchedule
    private let schedule: PlanSchedule
    private let plan: Plan
    private let leaves: [Int]
    private let ties: LogicTies
    /// About two months, in working days.
    static let longDays = 44

    init(network: PlanNetwork, reported: NetworkSchedule, schedule: PlanSchedule) {
        self.network = network
        self.reported = reported
        self.schedule = schedule
        plan = network.plan
        leaves = schedule.tasks.indices.filter { !schedule.tasks[$0].isPhase && schedule.tasks[$0].times != nil }
        ties = LogicTies(network)
    }

    /// Empty for a plan without tasks that are work.
    var items: [ScorecardItem] {
        leaves.isEmpty ? [] : ScorecardMetric.allCases.map(item)
    }

    private func item(_ metric: ScorecardMetric) -> ScorecardItem {
        switch metric {
        case .missingLogic:
            tasks(metric, unfinished.filter(lacksLogic), of: unfinished)
        case .leads: links(metric, liveLinks.filter { $0.lag < 0 })
        case .lags: links(metric, liveLinks.filter { $0.lag > 0 })
        case .finishToStart: finishToStart(metric)
        case .hardConstraints:
            tasks(metric, unfinished.filter { task($0).task.constraint?.value.isHard == true }, of: unfinished)
        case .highFloat: tasks(metric, unfinished.filter { float($0) > Self.longDays }, of: unfinished)
        case .negativeFloat:
            tasks(metric, unfinished.filter { float($0) + min(0, schedule.margin ?? 0) < 0 }, of: unfinished)
        case .highDuration: tasks(metric, work.filter { task($0).duration > Self.longDays }, of: work)
        case .invalidDates: invalidDates(metric)
        case .resources: resources(metric)
        case .missedTasks: missedTasks(metric)
        case .criticalPathTest: criticalPathTest(metric)
        case .criticalPathLengthIndex: criticalPathLengthIndex(metric)
        case .baselineExecutionIndex: baselineExecutionIndex(metric)
        case .danglingEnds: tasks(metric, work.filter(ties.dangles), of: work)
        case .fixedStarts: tasks(metric, unfinished.filter(startsByHand), of: unfinished)
        case .criticalPathBegin: criticalPathBegin(metric)
        case .statusDate: statusDate(metric)
        case .outOfSequence: outOfSequence(metric)
        case .assumedFacts: ofBegun(metric) { task($0).times?.assumed.isEmpty == false }
        case .baseline:
            !network.status.isReported
                ? none(metric, "nothing is reported")
                : fact(metric, isGood: plan.baseline?.tasks.isEmpty == false)
        }
    }

    // MARK: What is counted

    private func task(_ place: Int) -> ScheduledTask { schedule.tasks[place] }
    private func float(_ place: Int) -> Int { task(place).times?.totalFloat ?? 0 }
    private var unfinished: [Int] { leaves.filter { task($0).isUnfinished } }
    private var work: [Int] { unfinished.filter { task($0).duration > 0 } }
    private var begun: [Int] { leaves.filter { task($0).state != .planned } }

    private var liveLinks: [ScheduledLink] {
        schedule.links.filter { link in
            task(link.successor).isUnfinished && task(link.predecessor).state != .dropped
        }
    }

    /// The first leaf that waits for nothing and the last that nothing waits for are the ends of the plan.
    private func lacksLogic(_ place: Int) -> Bool {
        !ties.hasPredecessor[place] && place != leaves.first || !ties.hasSuccessor[place] && place != leaves.last
    }

    private func startsByHand(_ place: Int) -> Bool {
        guard task(place).state == .planned else { return false }
        if case .mustStart = task(place).task.constraint?.value { return true }
        return task(place).task.start != nil
    }

    // MARK: Metrics

    private func finishToStart(_ metric: ScorecardMetric) -> ScorecardItem {
        let links = liveLinks
        let others = links.filter { $0.link.type != .finishToStart }
        return share(
            metric, count: links.count - others.count, of: links.count, items: others.map(name),
            sentence:
                "\(others.count) of \(counted(links.count, "link")) tie\(others.count == 1 ? "s" : "") starts or finishes together. Check that work really overlaps."
        )
    }

    private func invalidDates(_ metric: ScorecardMetric) -> ScorecardItem {
        guard let status = plan.statusDate?.value else { return none(metric, "no status_date") }
        let invalid = leaves.filter { place in
            let task = task(place)
            if task.task.actualDates.contains(where: { $0.value > status }) { return true }
            return network.status.hasBegun && task.isUnfinished && task.finish.map { $0 <= status } == true
        }
        return tasks(metric, invalid, of: leaves)
    }

    private func resources(_ metric: ScorecardMetric) -> ScorecardItem {
        guard !plan.resources.isEmpty || plan.allTasks.contains(where: { $0.cost != nil }) else {
            return none(metric, "the plan names no resources and no costs")
        }
        return tasks(metric, work.filter { task($0).task.assignments.isEmpty && task($0).task.cost == nil }, of: work)
    }

    /// Leaves that should have been finished by the status date, with the date of the baseline; else why there are none.
    private func due() -> Result<[(place: Int, date: CalendarDate)], ScorecardGap> {
        guard let baseline = plan.baseline, !baseline.tasks.isEmpty else {
            return .failure(.init(reason: "no baseline"))
        }
        guard let status = plan.statusDate?.value else { return .failure(.init(reason: "no status_date")) }
        let kept = Dictionary(
            baseline.tasks.compactMap { task in task.finish.map { (task.id.value, $0) } },
            uniquingKeysWith: { first, _ in first })
        let due = leaves.compactMap { place in
            kept[task(place).id].flatMap { $0 <= status ? (place, $0) : nil }
        }
        return due.isEmpty ? .failure(.init(reason: "nothing was due")) : .success(due)
    }

    private func missedTasks(_ metric: ScorecardMetric) -> ScorecardItem {
        switch due() {
        case .failure(let gap): none(metric, gap.reason)
        case .success(let due):
            tasks(
                metric,
                due.filter { task($0.place).isUnfinished || task($0.place).finish ?? $0.date > $0.date }.map(\.place),
                of: due.map(\.place))
        }
    }

    /// Whether the end moves as the first task with work in the chain does.
    private func criticalPathTest(_ metric: ScorecardMetric) -> ScorecardItem {
        guard let first = schedule.criticalPath.first(where: { task($0).duration > 0 }),
            let longer = try? network.schedule(longer: [first: 600])
        else { return none(metric, "no task with work decides the end") }
        let moved = longer.result.finish - reported.result.finish
        return ScorecardItem(
            metric: metric, state: moved == 600 ? .pass : .fail,
            measure: .task(id: task(first).id, parts: [("moved", moved), ("expected", 600)]), items: [task(first).id],
            sentence: moved == 600
                ? "A delay of the first task of the chain moves the end by as much."
                : "A delay of 600 days of “\(task(first).task.name)” moves the end by \(workingDays(moved)): the end depends on a start, not on finished work. Look at SS links.",
            because: nil)
    }

    private func criticalPathLengthIndex(_ metric: ScorecardMetric) -> ScorecardItem {
        guard let margin = schedule.margin else { return none(metric, "no deadline") }
        let length = schedule.duration - network.status.firstOpenDay
        guard !unfinished.isEmpty, length > 0 else { return none(metric, "everything is finished") }
        return index(
            metric, length + margin, over: length, parts: [("length", length), ("margin", margin)],
            sentence:
                "\(workingDays(length)) of work are left on the chain, and \(margin < 0 ? "the plan is \(workingDays(-margin)) late" : "\(workingDays(margin)) of margin")."
        )
    }

    private func baselineExecutionIndex(_ metric: ScorecardMetric) -> ScorecardItem {
        switch due() {
        case .failure(let gap): return none(metric, gap.reason)
        case .success(let due):
            let kept = Set(plan.baseline?.tasks.map(\.id.value) ?? [])
            let done = leaves.count { task($0).isDone && kept.contains(task($0).id) }
            return index(
                metric, done, over: due.count, parts: [("done", done), ("due", due.count)],
                sentence: "\(counted(done, "task")) \(done == 1 ? "is" : "are") finished where \(due.count) should be.")
        }
    }

    private func criticalPathBegin(_ metric: ScorecardMetric) -> ScorecardItem {
        guard let first = schedule.criticalPath.first, let times = task(first).times, let start = task(first).start
        else {
            return none(metric, "no task decides the end")
        }
        let isNow = times.earlyStart == network.status.firstOpenDay
        return ScorecardItem(
            metric: metric, state: isNow ? .pass : .fail,
            measure: .task(
                id: task(first).id,
                parts: [("starts", times.earlyStart), ("first_open_day", network.status.firstOpenDay)]),
            items: [task(first).id],
            sentence: isNow
                ? "The chain that decides the end begins now."
                : "“\(task(first).task.name)” waits until \(start.iso) for a date or a lag.", because: nil)
    }

    private func statusDate(_ metric: ScorecardMetric) -> ScorecardItem {
        if plan.statusDate != nil { return fact(metric, isGood: true) }
        return network.status.isReported ? fact(metric, isGood: false) : none(metric, "nothing is reported")
    }

    private func ofBegun(_ metric: ScorecardMetric, where isFault: (Int) -> Bool) -> ScorecardItem {
        guard network.status.isReported else { return none(metric, "nothing is reported") }
        let begun = begun
        return tasks(metric, begun.filter(isFault), of: begun)
    }

    private func outOfSequence(_ metric: ScorecardMetric) -> ScorecardItem {
        let tasks = Set(schedule.stepsOutOfSequence.map(\.successor))
        return ofBegun(metric, where: tasks.contains)
    }

    // MARK: Items

    private func tasks(_ metric: ScorecardMetric, _ found: [Int], of all: [Int]) -> ScorecardItem {
        share(
            metric, count: found.count, of: all.count, items: found.map { task($0).id },
            sentence: "\(found.count) of \(counted(all.count, "task")) \(metric.predicate(isOne: found.count == 1))")
    }

    private func links(_ metric: ScorecardMetric, _ found: [ScheduledLink]) -> ScorecardItem {
        let all = liveLinks.count
        return share(
            metric, count: found.count, of: all, items: found.map(name),
            sentence: "\(found.count) of \(counted(all, "link")) \(metric.predicate(isOne: found.count == 1))")
    }

    private func name(_ link: ScheduledLink) -> String { "\(task(link.successor).id)<-\(link.link.text)" }

    private func share(
        _ metric: ScorecardMetric, count: Int, of all: Int, items: [String], sentence: String
    ) -> ScorecardItem {
        guard all > 0 else { return none(metric, metric.isOfLinks ? "no links" : "no such tasks") }
        let (limit, because) = limit(of: metric)
        let isLeast = metric == .finishToStart
        let isGood = isLeast ? count * 10_000 >= limit * all : count * 10_000 <= limit * all
        return ScorecardItem(
            metric: metric, state: isGood ? .pass : .fail,
            measure: .share(count: count, of: all, limit: limit, isLeast: isLeast), items: items, sentence: sentence,
            because: because)
    }

    private func index(
        _ metric: ScorecardMetric, _ value: Int, over whole: Int, parts: [(name: String, value: Int)], sentence: String
    ) -> ScorecardItem {
        let (limit, because) = limit(of: metric)
        // Rounded half up; a margin may make it negative.
        let hundredths = value < 0 ? -((-value * 200 + whole) / (2 * whole)) : (value * 200 + whole) / (2 * whole)
        return ScorecardItem(
            metric: metric, state: value * 100 >= limit * whole ? .pass : .fail,
            measure: .index(value: hundredths, limit: limit, parts: parts), items: [], sentence: sentence,
            because: because)
    }

    private func fact(_ metric: ScorecardMetric, isGood: Bool) -> ScorecardItem {
        ScorecardItem(
            metric: metric, state: isGood ? .pass : .fail, measure: .fact, items: [],
            sentence: metric.sentence(isGood: isGood), because: nil)
    }

    private func none(_ metric: ScorecardMetric, _ reason: String) -> ScorecardItem {
        ScorecardItem(
            metric: metric, state: .notApplicable, measure: .none(reason: reason), items: [],
            sentence: "Not measured: \(reason).", because: nil)
    }

    private func limit(of metric: ScorecardMetric) -> (limit: Int, because: String?) {
        plan.scorecardLimits.first { $0.metric == metric }.map { ($0.limit, $0.because) } ?? (
            metric.usualLimit ?? 0, nil
        )
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// Why something cannot be measured.
private struct ScorecardGap: Error { let reason: String }

extension TaskConstraint {
    /// Whether it sets a date that links can break.
    var isHard: Bool {
        switch self {
        case .mustStart, .startNoLater, .finishNoLater, .mustFinish: true
        case .finishNoEarlier, .asLateAsPossible: false
        }
    }
}
