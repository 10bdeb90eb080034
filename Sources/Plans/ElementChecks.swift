// Whether a plan has what a plan of its kind must have: the five elements of an implementation plan, the parts of an
// action plan, and somebody who answers for each of them.

package import Content
package import UTF8Text

/// A part that a complete plan has.
package enum PlanElement: String, CaseIterable, Sendable {
    case goals, workPlan, resources, stakeholders, risks, quality, measures, owners

    /// How a plan of this kind is judged without it; `nil` when it may do without.
    package func severity(in kind: PlanKind) -> Severity? {
        switch (self, kind) {
        case (.workPlan, .implementation), (.resources, .implementation), (.stakeholders, .implementation),
            (.risks, .implementation), (.quality, .implementation), (.workPlan, .project), (.resources, .project),
            (.stakeholders, .project), (.risks, .project), (.quality, .project):
            .error
        case (.workPlan, .rollout), (.resources, .rollout), (.stakeholders, .rollout), (.risks, .rollout),
            (.quality, .rollout):
            .warning
        case (.workPlan, .action), (.resources, .action), (.stakeholders, .action), (.risks, .action),
            (.quality, .action):
            nil
        case (.goals, .action), (.goals, .implementation): .error
        case (.goals, .rollout), (.goals, .project): .warning
        case (.measures, .action), (.measures, .implementation): .error
        case (.measures, .rollout), (.measures, .project): nil
        case (.owners, _): .error
        }
    }
}

extension Plan {
    package var objectives: [Objective] { goals.flatMap(\.objectives) }

    /// Whether the plan has the element, completely.
    package func has(_ element: PlanElement) -> Bool {
        switch element {
        case .goals: !goals.isEmpty && goals.allSatisfy { !$0.objectives.isEmpty } && unservedObjectives.isEmpty
        case .workPlan: allTasks.contains { !$0.isPhase }
        case .resources: !resources.isEmpty && !budget.isEmpty
        case .stakeholders: stakeholders.count >= 2 && !raci.isEmpty
        case .risks: !risks.isEmpty
        case .quality: !quality.isEmpty
        case .measures: !objectives.isEmpty && objectives.allSatisfy { $0.missingParts.isEmpty }
        case .owners:
            allTasks.allSatisfy { $0.isPhase || $0.owner != nil } && objectives.allSatisfy { $0.owner != nil }
        }
    }

    fileprivate var unservedObjectives: [Objective] {
        let served = Set(allTasks.flatMap { $0.serves.map(\.value) })
        return objectives.filter { !served.contains($0.id.value) }
    }
}

extension Objective {
    /// What its measure lacks.
    fileprivate var missingParts: [String] {
        [
            measure?.metric == nil ? "metric" : nil, measure?.target == nil ? "target" : nil,
            measure?.due == nil ? "due" : nil,
        ].compactMap(\.self)
    }
}

extension PlanFindings {
    mutating func checkElements() {
        checkElement(
            .workPlan, .missingWorkPlan, "work plan",
            help: "list the work under 'tasks', each with an owner and a duration")
        checkElement(
            .resources, .missingResources, "resources and budget",
            help: "list people under 'resources' and money under 'budget'")
        checkElement(
            .stakeholders, .missingStakeholders, "stakeholders",
            help: "list at least two under 'stakeholders', and who is responsible and accountable under 'raci'")
        checkElement(
            .risks, .missingRisks, "risk assessment",
            help: "list at least one under 'risks', with probability and impact")
        checkElement(
            .quality, .missingQuality, "quality control", help: "list at least one criterion under 'quality'")
        checkGoals()
        checkOwners()
    }

    private mutating func checkElement(_ element: PlanElement, _ rule: Rule, _ name: String, help: String) {
        guard let severity = element.severity(in: kind), !plan.has(element) else { return }
        add(
            rule, at: plan.kind.position, "the \(kind.rawValue) plan lacks an element: \(name)", help: help,
            severity: severity)
    }

    private mutating func checkGoals() {
        let severity = PlanElement.goals.severity(in: kind)
        if plan.goals.isEmpty, severity == .error {
            add(
                .objectiveWithoutTask, at: plan.kind.position, "the \(kind.rawValue) plan has no goal",
                help: "say under 'goals' what it is for, with objectives that can be measured", severity: .warning)
        }
        for goal in plan.goals where goal.objectives.isEmpty {
            add(
                .objectiveWithoutTask, at: goal.id.position, "the goal '\(goal.id.value)' has no objective",
                help: "say under 'objectives' what will be true when it is reached", severity: severity)
        }
        for objective in plan.unservedObjectives {
            add(
                .objectiveWithoutTask, at: objective.id.position,
                "no task serves the objective '\(objective.id.value)'",
                help: "name it under 'serves' of the tasks that bring it about, or drop it", severity: severity)
        }
        if PlanElement.measures.severity(in: kind) != nil {
            for objective in plan.objectives where !objective.missingParts.isEmpty {
                add(
                    .objectiveWithoutMeasure, at: objective.measure?.position ?? objective.id.position,
                    "the measure of '\(objective.id.value)' lacks \(objective.missingParts.joined(separator: ", "))",
                    help: "measure: {metric: what is counted, target: how much, due: YYYY-MM-DD}")
            }
        }
        guard kind == .implementation || kind == .action, !plan.objectives.isEmpty else { return }
        for task in plan.allTasks where !task.isPhase && task.serves.isEmpty {
            add(
                .taskWithoutObjective, at: task.id.position, "the task '\(task.id.value)' serves no objective",
                help: "name the objectives under 'serves', or ask why it is done")
        }
    }

    private mutating func checkOwners() {
        for task in plan.allTasks where !task.isPhase && task.owner == nil {
            add(
                .missingOwner, at: task.id.position, "nobody owns the task '\(task.id.value)'",
                help: "name one role or person under 'owner'")
        }
        for objective in plan.objectives where objective.owner == nil {
            add(
                .missingOwner, at: objective.id.position, "nobody owns the objective '\(objective.id.value)'",
                help: "name its champion under 'owner'")
        }
    }
}
