// English: the headings, facts and columns of plans.

extension PlanWords {
    static let english = PlanWords(
        part: { part in
            switch part {
            case .schedule: "Schedule"
            case .path: "Critical path"
            case .milestones: "Milestones"
            case .tasks: "Work plan"
            case .slip: "Changes since the baseline"
            case .goals: "Goals, objectives and measures"
            case .raci: "Responsibilities (RACI)"
            case .stakeholders: "Stakeholders"
            case .communications: "Communications"
            case .risks: "Risks"
            case .quality: "Quality control"
            case .resources: "Resources"
            case .budget: "Budget"
            case .value: "Earned value"
            case .log: "Log"
            case .scorecard: "Schedule scorecard"
            case .completeness: "Completeness"
            case .files: "Files of this plan"
            }
        },
        tableLabel: { "Plan: \($0)" },
        chartLabel: { "Chart: \($0)" },
        facts: .english, columns: .english, tables: .english, values: .english, schedule: .english, money: .english,
        registers: .english, gantt: .english, charts: .english)
}

extension PlanFactWords {
    static let english = PlanFactWords(
        kind: "Kind",
        start: "Start",
        finish: "Finish",
        duration: "Duration",
        deadline: "Deadline",
        statusDate: "Status date",
        budget: "Budget",
        sponsor: "Sponsor",
        manager: "Manager",
        margin: "Margin",
        criticalTasks: "Critical tasks",
        board: "Board",
        boardMeets: "Board meets",
        tolerance: "Tolerance",
        late: { "\($0) late" },
        timeTolerance: { "\($0) late" },
        costTolerance: { "\($0) over budget" })
}

extension PlanColumnWords {
    static let english = PlanColumnWords(
        task: "Task",
        name: "Name",
        days: "Days",
        duration: "Duration",
        start: "Start",
        finish: "Finish",
        latestStart: "Latest start",
        totalFloat: "Total float",
        totalFloatDays: "Total float (days)",
        freeFloat: "Free float",
        after: "After",
        owner: "Owner",
        left: "Left",
        progress: "Progress",
        milestone: "Milestone",
        state: "State",
        date: "Date",
        expected: "Expected",
        planned: "Planned",
        moved: "Moved",
        startThen: "Start then",
        startNow: "Start now",
        finishThen: "Finish then",
        finishNow: "Finish now",
        slip: "Slip",
        goal: "Goal",
        objective: "Objective",
        champion: "Champion",
        measure: "Measure",
        today: "Today",
        target: "Target",
        due: "Due",
        tasks: "Tasks",
        criterion: "Criterion",
        of: "Of",
        method: "Method",
        reviewer: "Reviewer",
        acceptedWhen: "Accepted when",
        result: "Result",
        deliverable: "Deliverable",
        readyOn: "Ready on",
        criteria: "Criteria",
        place: "Where",
        stakeholder: "Stakeholder",
        role: "Role",
        power: "Power",
        interest: "Interest",
        engagement: "How we engage them",
        stance: "Stance",
        taskOrDeliverable: "Task or deliverable",
        audience: "Audience",
        hears: "Hears",
        howOften: "How often",
        from: "From",
        by: "By",
        id: "Id",
        risk: "Risk",
        type: "Type",
        score: "Score",
        probability: "Probability",
        impact: "Impact",
        probabilityTimesImpact: "Probability × impact",
        residualScore: "Residual score",
        proximity: "Proximity",
        cause: "Cause",
        effect: "Effect",
        response: "Response",
        action: "Action",
        status: "Status",
        entry: "Entry",
        resource: "Resource",
        capacity: "Capacity (full time)",
        rate: "Rate per day",
        mostAtOnce: "Most at once",
        overCapacityFrom: "Over capacity from",
        weekOf: "Week of",
        weeksFrom: "Weeks from",
        loadDays: "Load (days)",
        capacityDays: "Capacity (days)",
        category: "Category",
        actual: "Actual",
        remaining: "Remaining",
        share: "Share of the plan",
        item: "Item",
        figure: "Figure",
        value: "Value",
        number: "No",
        point: "Point",
        says: "What it says",
        behind: "Behind it",
        element: "Element",
        needed: "Needed")
}

extension PlanTableWords {
    static let english = PlanTableWords(
        nearlyCritical: "Nearly critical",
        nearlyCriticalTasks: "Nearly critical tasks",
        milestones: "Milestones",
        tasks: "Tasks",
        changesSinceBaseline: "Changes since the baseline",
        goals: "Goals",
        log: "Log",
        stakeholders: "Stakeholders",
        raci: "RACI",
        communications: "Communications",
        risks: "Risks",
        quality: "Quality",
        deliverables: "Deliverables",
        resources: "Resources",
        loadByWeek: "Load by week",
        loadOf: { "Load of \($0)" },
        budgetByCategory: "Budget by category",
        budgetLines: "Budget lines",
        earnedValue: "Earned value",
        scorecard: "Schedule scorecard",
        completeness: "Completeness")
}
