// The forward pass: when everything starts and finishes at the earliest, from what was reported and from the links.
//
// What an activity hands on has up to three strands. Its *time* is when it starts and finishes. What is finished, dropped
// or a junction has, besides, what unfinished work still says about it (retained logic): what follows a task that was
// finished out of sequence waits, too, for what that task should have waited for. This comes *held* from finished
// activities, whose lags ran from the real finish and do not count again, and *retained* from dropped ones and from
// junctions, whose lags do. So nothing is lost on the way through groups and through what was done or given up.

enum Strand: Int, CaseIterable { case time, retained, held }

struct ForwardPass {
    let network: Network
    private let statusDay: [Int]?
    /// When each activity started or starts, and is finished. Of dropped activities and junctions the same moment;
    /// `nil` where these set no limit.
    private(set) var starts: [Moment?]
    private(set) var finishes: [Moment?]
    /// When what is left of an activity can start.
    private(set) var rest: [Int]
    private(set) var assumed: [ActivityTimes.Assumption]
    private var retained: [Moment?]
    private var held: [Moment?]

    init(_ network: Network, statusDay: [Int]?) {
        self.network = network
        self.statusDay = statusDay
        let count = network.activities.count
        starts = [Moment?](repeating: nil, count: count)
        finishes = starts
        retained = starts
        held = starts
        rest = [Int](repeating: 0, count: count)
        assumed = [ActivityTimes.Assumption](repeating: [], count: count)
    }

    private var clock: Clock { network.clock }

    mutating func run(in order: [Int]) {
        for index in order {
            let activity = network.activities[index]
            switch activity.report {
            case .planned: plan(index, activity)
            case .started(let start, let remaining): resume(index, activity, start: start, remaining: remaining)
            case .finished(let start, let finish): finishWork(index, activity, start: start, finish: finish)
            case .reached(let onOrAfter, let through):
                reach(
                    index,
                    free(index, activity).side == .start
                        ? moment(onOrAfter, .start, activity) : moment(through, .end, activity))
            case .dropped, .junction: passOn(index)
            }
        }
    }

    /// The latest finish of all work; the plan's start when there is none.
    var end: Moment {
        network.activities.indices.reduce(into: Moment(day: 0, side: .end)) { latest, index in
            let activity = network.activities[index]
            guard activity.isUnfinished || activity.isFinished, let finish = finishes[index] else { return }
            if clock.isLater(finish, than: latest) { latest = finish }
        }
    }

    // MARK: One activity

    private mutating func plan(_ index: Int, _ activity: Activity) {
        var earliest = free(index, activity)
        if let statusDay {
            let open = moment(max(0, statusDay[activity.calendar]), .start, activity)
            if clock.isLater(open, than: earliest) { earliest = open }
        }
        if let finish = activity.earliestFinish {
            let bound = moment(finish - activity.duration, .end, activity)
            if clock.isLater(bound, than: earliest) { earliest = bound }
        }
        place(index, at: earliest)
    }

    /// What has not begun, from `start` on.
    private mutating func place(_ index: Int, at start: Moment) {
        let duration = network.activities[index].duration
        rest[index] = clock.moment(start, in: network.activities[index].calendar).day
        starts[index] = duration == 0 ? start : Moment(day: start.day, side: .start, calendar: start.calendar)
        finishes[index] =
            duration == 0 ? start : Moment(day: start.day + duration, side: .end, calendar: start.calendar)
    }

    /// Moves what has not begun, which must move no successor.
    mutating func delay(_ index: Int, by days: Int) {
        guard days > 0 else { return }
        // What waits for others as long as it can ends when they begin, with the day before.
        place(index, at: moment(rest[index] + days, .end, network.activities[index]))
    }

    private mutating func resume(_ index: Int, _ activity: Activity, start: Int?, remaining: Int) {
        let begun = start ?? assumedStart(index, activity)
        if start == nil { assumed[index].insert(.start) }
        // Without a status date, progress alone moves nothing.
        var day = max(0, statusDay?[activity.calendar] ?? begun + activity.duration - remaining)
        if let bound = latest(of: .time, at: index) { day = max(day, bound.day) }
        rest[index] = day
        starts[index] = moment(begun, .start, activity)
        finishes[index] = moment(day + remaining, .end, activity)
    }

    private mutating func finishWork(_ index: Int, _ activity: Activity, start: Int?, finish: Int?) {
        let limit = statusDay?[activity.calendar]
        if activity.duration == 0, start == nil, finish == nil {
            let free = clock.moment(free(index, activity), in: activity.calendar)
            assumed[index] = [.finish]
            return reach(index, limit.map { free.day < $0 ? free : moment($0, .end, activity) } ?? free)
        }
        var begun = start ?? 0
        if start == nil {
            begun = assumedStart(index, activity)
            if let finish { begun = min(free(index, activity).day, finish - 1) }
        }
        var finished = finish ?? begun + activity.duration
        if finish == nil {
            assumed[index].insert(.finish)
            if let limit { finished = max(begun, min(limit, finished)) }
        }
        rest[index] = begun
        starts[index] = moment(begun, .start, activity)
        finishes[index] = moment(finished, .end, activity)
        held[index] = latest(of: .held, at: index)
    }

    private mutating func reach(_ index: Int, _ moment: Moment) {
        rest[index] = moment.day
        starts[index] = moment
        finishes[index] = moment
        held[index] = latest(of: .held, at: index)
    }

    private mutating func passOn(_ index: Int) {
        starts[index] = latest(of: .time, at: index)
        finishes[index] = starts[index]
        rest[index] = starts[index]?.day ?? 0
        retained[index] = latest(of: .retained, at: index)
        if network.activities[index].isJunction { held[index] = latest(of: .held, at: index) }
    }

    /// When an activity could start if there were no status date.
    private func free(_ index: Int, _ activity: Activity) -> Moment {
        var earliest = moment(max(0, activity.earliestStart ?? 0), .start, activity)
        if let bound = latest(of: .time, at: index), clock.isLater(bound, than: earliest) { earliest = bound }
        return earliest
    }

    /// As early as it could, and before the status date.
    private func assumedStart(_ index: Int, _ activity: Activity) -> Int {
        let free = free(index, activity).day
        return statusDay.map { min(free, $0[activity.calendar] - 1) } ?? free
    }

    private func moment(_ day: Int, _ side: Moment.Side, _ activity: Activity) -> Moment {
        Moment(day: day, side: side, calendar: activity.calendar)
    }

    /// The start of an activity by its own calendar.
    func startDay(of index: Int) -> Int? {
        starts[index].map { clock.moment($0, in: network.activities[index].calendar).day }
    }

    /// The finish of an activity by its own calendar.
    func finishDay(of index: Int) -> Int? {
        finishes[index].map { clock.moment($0, in: network.activities[index].calendar).day }
    }

    // MARK: Links

    /// The latest that the dependencies into an activity say about it.
    private func latest(of strand: Strand, at index: Int) -> Moment? {
        var latest: Moment?
        for place in network.incoming[index] {
            forEachBound(of: place, on: strand) { moment, _ in latest = clock.later(latest, moment) }
        }
        return latest
    }

    func value(of strand: Strand, at index: Int) -> Moment? {
        switch strand {
        case .time:
            network.activities[index].isUnfinished && network.activities[index].duration > 0
                ? Moment(day: rest[index], side: .start, calendar: network.activities[index].calendar) : starts[index]
        case .retained: retained[index]
        case .held: held[index]
        }
    }

    /// What a dependency says about a strand of its successor, with the strand of the predecessor that says so; `nil`
    /// for what was done, which nothing drives any more.
    func forEachBound(of place: Int, on strand: Strand, _ body: (Moment, Strand?) -> Void) {
        let dependency = network.dependencies[place]
        let index = dependency.predecessor
        let predecessor = network.activities[index]
        let successor = network.activities[dependency.successor]
        let isHeldByJunction = strand == .held && successor.isJunction
        /// What is held reaches a junction on its own strand, and anybody else with everything that counts for it.
        func handOnHeld() {
            guard isHeldByJunction || !successor.isJunction, let moment = held[index] else { return }
            body(shifted(moment, by: 0, dependency, successor), .held)
        }
        switch predecessor.report {
        case .planned, .started:
            guard !isHeldByJunction else { return }
            // That it has started is no news to what is done, dropped or a group.
            if strand != .time, predecessor.isStarted, dependency.type.isFromStart { return }
            if let moment = bound(dependency, successor) { body(moment, .time) }
        case .finished, .reached:
            if strand == .time, let moment = bound(dependency, successor) { body(moment, nil) }
            handOnHeld()
        case .dropped:
            guard !isHeldByJunction else { return }
            let own = strand == .time ? starts[index] : retained[index]
            if let own {
                body(shifted(own, by: dependency.lag, dependency, successor), strand == .time ? .time : .retained)
            }
        case .junction:
            let own = strand == .time ? starts[index] : retained[index]
            if !isHeldByJunction, let own {
                body(shifted(own, by: dependency.lag, dependency, successor), strand == .time ? .time : .retained)
            }
            handOnHeld()
        }
    }

    /// The moment before which the dependency does not let its successor start, by the time of its predecessor.
    private func bound(_ dependency: Dependency, _ successor: Activity) -> Moment? {
        let moments = dependency.type.isFromStart ? starts : finishes
        return moments[dependency.predecessor].map { shifted($0, by: dependency.lag, dependency, successor) }
    }

    /// In the successor's calendar, in which its lag counts. A lag ends a day, a lead begins one.
    private func shifted(_ moment: Moment, by lag: Int, _ dependency: Dependency, _ successor: Activity) -> Moment {
        let remaining = dependency.type.isToFinish ? successor.remaining : 0
        // Dropped activities, groups and milestones have no days of their own: what they wait for sets their date.
        if lag == 0, successor.report == .dropped || successor.isJunction || successor.duration == 0 { return moment }
        var shifted = clock.moment(moment, in: successor.calendar)
        shifted.day += lag - remaining
        if lag != 0 { shifted.side = lag > 0 ? .end : .start }
        return shifted
    }

    // MARK: What drives what

    /// Whether a dependency is a reason why its successor starts when it does.
    func isDriving(_ place: Int) -> Bool {
        var isDriving = false
        forEachDriver(of: place, on: .time) { _ in isDriving = true }
        return isDriving
    }

    /// The strands of the predecessor, if any, that decide a strand of the successor; `nil` for what was done.
    func forEachDriver(of place: Int, on strand: Strand, _ body: (Strand?) -> Void) {
        guard let value = value(of: strand, at: network.dependencies[place].successor) else { return }
        forEachBound(of: place, on: strand) { moment, source in
            if clock.areEqual(moment, value) { body(source) }
        }
    }

    /// Whether a dependency would let work start before the plan does, which begins on day 0 instead.
    func leadsBeforeStart(_ place: Int) -> Bool {
        let dependency = network.dependencies[place]
        let successor = network.activities[dependency.successor]
        guard successor.report == .planned, let bound = bound(dependency, successor) else { return false }
        return bound.day < 0
    }
}
