// Whether what a plan names exists: in the plan itself, or among the roles of the handbook.

import Content
import UTF8Text

extension PlanFindings {
    mutating func checkReferences() {
        let all = plan.allTasks
        let tasks = KnownNames(all.map(\.id.value))
        let objectives = KnownNames(plan.objectives.map(\.id.value))
        let resources = KnownNames(plan.resources.map(\.id.value))
        let calendars = KnownNames(plan.calendars.map(\.id.value))
        let stakeholders = KnownNames(plan.stakeholders.map(\.id.value))
        let deliverables = KnownNames(all.compactMap { $0.deliverable?.name.value })

        for task in all {
            for name in task.serves { check(name, among: objectives, "objective") }
            for assignment in task.assignments { check(assignment.resource, among: resources, "resource") }
            if let calendar = task.calendar { check(calendar, among: calendars, "calendar") }
        }
        for resource in plan.resources {
            if let calendar = resource.calendar { check(calendar, among: calendars, "calendar") }
        }
        for line in plan.budget { if let task = line.task { check(task, among: tasks, "task") } }
        let subjects = tasks.union(deliverables)
        for row in plan.raci { check(row.subject, among: subjects, "task or deliverable") }
        for criterion in plan.quality {
            if let task = criterion.task { check(task, among: subjects, "task or deliverable") }
        }
        for communication in plan.communications { check(communication.audience, among: stakeholders, "stakeholder") }
        for kept in plan.baseline?.tasks ?? [] { check(kept.id, among: tasks, "task") }

        for person in people { check(person: person) }
        for resource in plan.resources { if let role = resource.role { check(role: role) } }
        for stakeholder in plan.stakeholders { if let role = stakeholder.role { check(role: role) } }
        for row in plan.raci { for (role, _) in row.letters { check(person: role) } }
    }

    /// Everyone that the plan names as role or person.
    private var people: [Located<String>] {
        var people = [plan.sponsor, plan.manager, plan.governance?.board]
        people += plan.allTasks.map(\.owner)
        people += plan.objectives.map(\.owner)
        people += plan.risks.map(\.owner)
        people += plan.quality.map(\.reviewer)
        people += plan.communications.map(\.owner)
        people += plan.log.map(\.owner)
        return people.compactMap(\.self)
    }

    private mutating func check(_ name: Located<String>, among known: KnownNames, _ what: String) {
        guard !known.contains(name.value) else { return }
        if let other = kinds[name.value] {
            return add(
                .planID, at: name.position, "'\(name.value)' is \(other), not \(what.withArticle)",
                help: "name the id of \(what.withArticle)", guess: Guess(name.value, in: known.list))
        }
        add(
            .planReference, at: name.position, "the plan has no \(what) '\(name.value)'",
            help: "add it, or name one that there is", guess: Guess(name.value, in: known.list))
    }

    private mutating func check(role: Located<String>) {
        guard let roles, !roles.contains(role.value) else { return }
        add(
            .planReference, at: role.position, "the handbook has no role '\(role.value)'",
            help: "add a page for the role", guess: Guess(role.value, in: roles.list))
    }

    /// What looks like the slug of a role must be one; anything else is the name of a person.
    private mutating func check(person: Located<String>) {
        let isSlug = person.value.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == "-"
        }
        if isSlug { check(role: person) }
    }
}

extension String {
    fileprivate var withArticle: String { (hasPrefix("o") ? "an " : "a ") + self }
}
