// The rules that a whole plan is held to. Thresholds follow the DCMA 14-Point Assessment and the GAO Schedule Assessment
// Guide.

package import UTF8Text

extension Rule {
    // MARK: Elements of a plan

    package static let missingWorkPlan = Rule(
        "missing-work-plan", .error, "The plan has no tasks. Rollout plans are only warned.")
    package static let missingResources = Rule(
        "missing-resources", .error, "The plan has no resources or no budget. Rollout plans are only warned.")
    package static let missingStakeholders = Rule(
        "missing-stakeholders", .error,
        "The plan names fewer than two stakeholders, or nobody's part in a RACI row. Rollout plans are only warned.")
    package static let missingRisks = Rule(
        "missing-risks", .error, "The plan assesses no risk. Rollout plans are only warned.")
    package static let missingQuality = Rule(
        "missing-quality", .error, "The plan has no quality criterion. Rollout plans are only warned.")
    package static let objectiveWithoutTask = Rule(
        "objective-without-task", .error,
        "An objective that no task serves, or a goal without objective. Rollout and project plans are only warned.")
    package static let objectiveWithoutMeasure = Rule(
        "objective-without-measure", .error, "An objective of an action or implementation plan that cannot be measured."
    )
    package static let missingOwner = Rule(
        "missing-owner", .error, "A task or an objective that nobody answers for.")
    package static let taskWithoutObjective = Rule(
        "task-without-objective", .warning, "A task of an action or implementation plan that serves no objective.")

    // MARK: Schedule

    package static let dependencyCycle = Rule("dependency-cycle", .error, "Tasks that wait for each other in a circle.")
    package static let unknownPredecessor = Rule(
        "unknown-predecessor", .error, "A link to a task that the plan does not have, or to the task itself.")
    package static let phaseLink = Rule(
        "phase-link", .error, "A link between a phase and a task in it.")
    package static let openEnd = Rule(
        "open-end", .warning, "A task that waits for nothing, or that nothing waits for, in the midst of a plan.")
    package static let lateFinish = Rule(
        "late-finish", .warning,
        "A plan that finishes after its deadline, or later than its baseline by more than is tolerated.")
    package static let lateTask = Rule(
        "late-task", .warning, "A task that finishes, or starts, after its own dates allow.")
    package static let lead = Rule("lead", .warning, "A link with a lead: its task starts on a guess.")
    package static let beforePlanStart = Rule(
        "before-plan-start", .warning, "A link that would let a task start before the plan does.")
    package static let startOnDayOff = Rule(
        "start-on-day-off", .warning, "A start that is not a working day of the plan.")
    package static let noWorkingDay = Rule(
        "no-working-day", .error, "A task that lies on days off only, or whose people never work on the same day.")
    package static let longTask = Rule("long-task", .warning, "A task longer than 44 working days.")
    package static let startConstraints = Rule(
        "start-constraints", .warning,
        "More than one task in twenty starts on a fixed date instead of behind another task.")
    package static let severalCriticalPaths = Rule(
        "several-critical-paths", .note, "Several chains of tasks decide the end of the plan.")

    // MARK: People and money

    package static let overCapacity = Rule(
        "over-capacity", .warning, "A resource that is asked for more than it can give.")
    package static let planReference = Rule(
        "plan-reference", .error,
        "A resource, role, stakeholder, objective, task or place of a deliverable that a plan names and that is not there."
    )
    package static let overBudget = Rule(
        "over-budget", .warning, "More spent than planned or tolerated, or a contingency below 5 % of the budget.")
    package static let accountable = Rule(
        "accountable", .error,
        "A task or deliverable for which not exactly one role is accountable, over all of its RACI rows.")
    package static let responsible = Rule(
        "responsible", .warning, "A task or deliverable for which no role is responsible, over all of its RACI rows.")
    package static let stakeholderEngagement = Rule(
        "stakeholder-engagement", .warning,
        "A stakeholder with power and no engagement, or one whom no communication reaches.")

    // MARK: Risks, quality and progress

    package static let highRisk = Rule(
        "high-risk", .warning, "An open risk with a score of 15 or more that is accepted or has no action.")
    package static let residualRisk = Rule(
        "residual-risk", .warning, "A risk that is greater after the response than before.")
    package static let deliverableWithoutQuality = Rule(
        "deliverable-without-quality", .warning, "A deliverable that no quality criterion is set for.")
    package static let stageOrder = Rule(
        "stage-order", .warning, "A link that leads from a later stage of implementation to an earlier one.")
    package static let statusDate = Rule(
        "status-date", .warning, "Progress without a status date: the latest actual date stands in for it.")
    package static let actualInFuture = Rule(
        "actual-in-future", .error, "An actual date after the status date: it cannot have happened yet.")
    package static let outOfSequence = Rule(
        "out-of-sequence", .warning, "Work that went on before its links allowed it; what is left waits for them.")
    package static let droppedTask = Rule(
        "dropped-task", .warning, "A dropped task that others follow: they take over what it waited for.")
    package static let planProgress = Rule(
        "plan-progress", .warning, "Progress that does not agree with dates, links or the status date.")

    /// Every rule for plans.
    package static let ofPlans: [Rule] = [
        .missingWorkPlan, .missingResources, .missingStakeholders, .missingRisks, .missingQuality,
        .objectiveWithoutTask, .objectiveWithoutMeasure, .missingOwner, .taskWithoutObjective, .dependencyCycle,
        .unknownPredecessor, .phaseLink, .openEnd, .lateFinish, .lateTask, .lead, .beforePlanStart, .startOnDayOff,
        .longTask, .startConstraints, .severalCriticalPaths, .overCapacity, .planReference, .overBudget, .accountable,
        .responsible, .stakeholderEngagement, .highRisk, .residualRisk, .deliverableWithoutQuality, .stageOrder,
        .planProgress, .statusDate, .actualInFuture, .outOfSequence, .droppedTask, .noWorkingDay,
    ]
}
