// English: the time and the money of plans, and their charts.

extension ScheduleWords {
    static let english = ScheduleWords(
        criticalPath: { count in
            let about =
                "This chain of unfinished tasks decides when the plan ends: each starts when it does because of the one before."
            guard count != 1 else { return about }
            return about + " There are \(count == .max ? "very many" : String(count)) such chains; this is the first."
        },
        nearlyCritical: "These can slip by a few days before they move the end.",
        columns:
            "Days are working days. Total float is how far a task can slip before the plan ends later, free float before another task starts later.",
        phase: { "\($0): \($1) \($1 == 1 ? "task" : "tasks"), \($2)" },
        reached: "Reached",
        late: "Late",
        lateAndCritical: "Late, critical",
        critical: "Critical",
        done: "Done",
        dropped: "Dropped",
        blocked: "blocked",
        criticalFloat: { "\($0) critical" },
        later: { "\($0) later" },
        earlier: { "\($0) earlier" },
        comparedWithBaseline: { "Compared with the baseline of \($0), in working days; later is positive." },
        wholePlan: "The whole plan",
        noTaskHasMoved: "No task has moved.",
        statusIsOld: { "The status of this plan is \($0) days old. What happened since is not in it." })
}

extension PlanMoneyWords {
    static let english = PlanMoneyWords(
        total: "Total",
        noContingency: { "The budget of \($0) has no contingency." },
        contingency: { "Contingency is \($0) of the budget: \($1) of \($2)." },
        willCost: {
            "At the cost of the work so far, all of it will cost \($0), \($1) more than was planned for it."
        },
        budgetAtCompletion: "Budget at completion (BAC)",
        plannedValue: "Planned value (PV)",
        earnedValue: "Earned value (EV)",
        actualCost: "Actual cost (AC)",
        costVariance: "Cost variance (CV)",
        scheduleVariance: "Schedule variance (SV)",
        costPerformance: "Cost performance index (CPI)",
        schedulePerformance: "Schedule performance index (SPI)",
        estimateAtCompletion: "Estimate at completion (EAC)",
        estimateToComplete: "Estimate to complete (ETC)",
        varianceAtCompletion: "Variance at completion (VAC)",
        notYetKnown: "not yet known",
        state: { date, schedule, cost in
            let onSchedule =
                switch schedule {
                case .none: "on plan"
                case .favourable(let amount): "ahead of plan by \(amount)"
                case .adverse(let amount): "behind plan by \(amount)"
                }
            let atCost =
                switch cost {
                case .none: "as much was spent as the work done is worth"
                case .favourable(let amount): "\(amount) less was spent than the work done is worth"
                case .adverse(let amount): "\(amount) more was spent than the work done is worth"
                }
            return "On \(date) the work done is \(onSchedule), and \(atCost)."
        })
}

extension GanttWords {
    static let english = GanttWords(
        chart: "Gantt chart",
        title: { "Gantt chart: \($0)" },
        about: "Each bar leads to its row in the work plan, which tells the same in words.",
        showsPhases: { "The plan has \($0) tasks and phases; the chart shows \($1) phases. The work plan has all." },
        showsTasks: { "The plan has \($0) tasks and phases; the chart shows \($1) tasks. The work plan has all." },
        status: { "Status \($0)" },
        deadline: { "Deadline \($0)" },
        late: "late",
        phase: "phase",
        milestone: "milestone",
        done: "done",
        isLate: "late",
        critical: "critical",
        percentDone: { "\($0) done" },
        daysLeft: { "\(counted($0, "working day")) left" },
        task: "Task",
        criticalTask: "Critical task: a delay moves the end",
        doneTask: "Done",
        underWay: "Under way: worked, and left to do",
        lateTask: "Should be finished by the status date",
        phaseSign: "Phase",
        milestoneSign: "Milestone",
        criticalMilestone: "Milestone, critical or reached",
        baseline: "Baseline",
        deadlineOfTask: "Deadline of a task",
        deadlineOfPlan: "Deadline of the plan",
        statusDate: "Status date",
        waitsFor: "Waits for",
        daysOff: "Days off")
}

extension PlanChartWords {
    static let english = PlanChartWords(
        eachBar: { weeks in
            "Each bar is the work of \(weeks == 1 ? "a week" : "\(weeks) weeks") in days of one person; the line is the capacity."
        },
        hatchedBar: "A hatched bar with ▼ has a day on which more is asked for than there is.",
        onlyOverloaded: { "Of \($0) resources only those over capacity are shown, at most \($1)." },
        peak: { "At most \($0) of \($1) full time, for \($2)." },
        taskName: { "“\($0)”" },
        moreTasks: { "\($0) more tasks" },
        neverOverCapacity: "Never over capacity.",
        overCapacityIn: { "Over capacity in \(counted($0, "week")), first on \($1)." },
        aboutLoad: { "Bars by week from \($0) against the capacity. The numbers are in the table below." },
        days: { "\($0) days" },
        numbers: "The numbers of the chart",
        never: "Never",
        overCapacity: "Over capacity",
        stakeholders: "Stakeholders by power and interest",
        aboutStakeholders:
            "A grid of five by five: interest across, power up, each from 1, low, to 5, high. The list below says who is in each quadrant.",
        quadrant: { quadrant in
            switch quadrant {
            case .manageClosely: "Manage closely"
            case .keepSatisfied: "Keep satisfied"
            case .keepInformed: "Keep informed"
            case .monitor: "Monitor"
            }
        },
        meaning: { quadrant in
            switch quadrant {
            case .manageClosely: "high power, high interest"
            case .keepSatisfied: "high power, low interest"
            case .keepInformed: "low power, high interest"
            case .monitor: "low power, low interest"
            }
        },
        nobody: "Nobody",
        power: "Power ↑",
        interest: "Interest →")
}
