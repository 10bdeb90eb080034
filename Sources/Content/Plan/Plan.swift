// A plan as its author wrote it, typed: goals, tasks, people, money, risks. When things happen is computed elsewhere.

package import UTF8Text

package enum PlanKind: String, CaseIterable, Sendable { case implementation, action, rollout, project }
package enum TaskStatus: String, CaseIterable, Sendable { case planned, active, blocked, done, dropped }
package enum ImplementationStage: String, CaseIterable, Sendable {
    case exploration, installation, initial, full
    case scaleUp = "scale-up"
}
package enum BudgetCategory: String, CaseIterable, Sendable {
    case staff, software, services, training, travel, equipment, contingency, other
}
package enum Stance: String, CaseIterable, Sendable { case supporter, neutral, mixed, sceptic, opponent }
package enum RiskType: String, CaseIterable, Sendable { case threat, opportunity }
package enum RiskStatus: String, CaseIterable, Sendable { case open, closed, occurred }
package enum RiskResponse: String, CaseIterable, Sendable {
    case avoid, reduce, transfer, accept, exploit, enhance, share
}
package enum QualityResult: String, CaseIterable, Sendable { case pass, fail }
package enum LogEntryType: String, CaseIterable, Sendable { case assumption, issue, dependency, decision }
package enum Weekday: String, CaseIterable, Sendable { case mon, tue, wed, thu, fri, sat, sun }

/// An amount of money in hundredths of the plan's currency: decimal, never binary floating point.
package struct Money: Hashable, Sendable {
    package let hundredths: Int

    package init(hundredths: Int) { self.hundredths = hundredths }

    /// Reads `1200`, `1200.5` and `1200.50`.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }), let whole = Int(parts[0])
        else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : "00"
        guard fraction.utf8.count <= 2 else { return nil }
        if fraction.utf8.count == 1 { fraction += "0" }
        guard let cents = Int(fraction) else { return nil }
        hundredths = whole * 100 + cents
    }
}

/// A length of work as written: whole working days, or weeks of the plan's calendar.
package enum WorkDuration: Hashable, Sendable {
    case days(Int)
    case weeks(Int)

    package init?(_ text: String) {
        guard let unit = text.last, let count = Int(text.dropLast()), (0...99_999).contains(count),
            text.utf8.dropLast().allSatisfy(\.isASCIIDigit)
        else { return nil }
        switch unit {
        case "d": self = .days(count)
        case "w": self = .weeks(count)
        default: return nil
        }
    }
}

/// How the two ends of a dependency are tied: finish or start of the predecessor to start or finish of the successor.
package enum LinkType: String, CaseIterable, Sendable {
    case finishToStart = "FS"
    case startToStart = "SS"
    case finishToFinish = "FF"
    case startToFinish = "SF"
}

/// A dependency: `p1`, `p1:SS`, `p1:SS+10d`, `g2m:FS-4d`.
package struct TaskLink: Sendable {
    package let predecessor: Located<String>
    package let type: LinkType
    package let lag: WorkDuration
    /// Whether the lag is a lead: the successor overlaps its predecessor.
    package let isLead: Bool
}

package struct ThreePointEstimate: Sendable {
    package let low: Int
    package let likely: Int
    package let high: Int
}

package struct PlanTask: Sendable {
    package let id: Located<String>
    package let name: String
    package let children: [PlanTask]
    package let duration: Located<WorkDuration>?
    package let estimate: ThreePointEstimate?
    package let isMilestone: Bool
    package let after: [TaskLink]
    package let start: Located<CalendarDate>?
    package let finish: Located<CalendarDate>?
    package let owner: Located<String>?
    package let progress: Int
    package let status: TaskStatus?
    package let actualStart: Located<CalendarDate>?
    package let actualFinish: Located<CalendarDate>?
    package let serves: [Located<String>]
    package let assignments: [Assignment]
    package let deliverable: Deliverable?
    package let stage: ImplementationStage?
    package let cost: Money?
    package let note: String?

    package var isPhase: Bool { !children.isEmpty }

    package struct Assignment: Sendable {
        package let resource: Located<String>
        /// In hundredths of a full-time equivalent.
        package let units: Int
    }

    package struct Deliverable: Sendable {
        package let name: String
        package let link: Located<String>?
    }
}

package struct Goal: Sendable {
    package let id: Located<String>
    package let title: String
    package let objectives: [Objective]
}

package struct Objective: Sendable {
    package let id: Located<String>
    package let title: String
    /// The champion of the outcome.
    package let owner: Located<String>?
    package let measure: Measure?

    package struct Measure: Sendable {
        package let metric: String?
        package let unit: String?
        package let baseline: String?
        package let target: String?
        package let due: Located<CalendarDate>?
        package let source: String?
    }
}

package struct PlanResource: Sendable {
    package let id: Located<String>
    package let name: String?
    package let role: Located<String>?
    /// In hundredths of a full-time equivalent.
    package let capacity: Int
    /// Per day.
    package let rate: Money?
}

package struct BudgetLine: Sendable {
    package let id: Located<String>
    package let item: String
    package let category: BudgetCategory
    package let planned: Money
    package let actual: Money
    package let task: Located<String>?
}

package struct Stakeholder: Sendable {
    package let id: Located<String>
    package let name: String
    package let role: Located<String>?
    /// Both from 1 to 5.
    package let power: Int
    package let interest: Int
    package let stance: Stance?
    package let engagement: String?
}

/// Who is responsible, accountable, supports, is consulted or informed about one task or deliverable.
package struct RACIRow: Sendable {
    package let subject: Located<String>
    /// In the order of the file; the letters as written, `R`, `A`, `A/R`.
    package let letters: [(role: Located<String>, letters: String)]
}

package struct Risk: Sendable {
    package let id: Located<String>
    package let title: String
    package let cause: String?
    package let effect: String?
    package let type: RiskType
    /// Both from 1 to 5.
    package let probability: Int
    package let impact: Int
    package let response: RiskResponse?
    package let owner: Located<String>?
    package let action: String?
    package let status: RiskStatus
    package let proximity: String?
    package let residual: Residual?

    package var score: Int { probability * impact }

    package struct Residual: Sendable {
        package let probability: Int
        package let impact: Int
    }
}

package struct QualityCriterion: Sendable {
    package let id: Located<String>
    package let task: Located<String>?
    package let criterion: String
    package let method: String?
    package let reviewer: Located<String>?
    package let accept: String?
    package let result: QualityResult?
}

package struct Communication: Sendable {
    package let audience: Located<String>
    package let message: String
    package let channel: String?
    package let every: String?
    package let owner: Located<String>?
}

package struct LogEntry: Sendable {
    package let id: Located<String>
    package let type: LogEntryType
    package let date: CalendarDate?
    package let text: String
    package let owner: Located<String>?
    package let due: CalendarDate?
    package let status: String?
}

package struct PlanCalendar: Sendable {
    package let week: [Weekday]
    package let holidays: [Holiday]
    /// Working days that win over weekends and holidays.
    package let working: [CalendarDate]
    package let hoursPerDay: Int

    package struct Holiday: Sendable {
        package let first: CalendarDate
        package let last: CalendarDate
        package let name: String?
    }
}

package struct Governance: Sendable {
    package let board: Located<String>?
    package let meets: String?
    package let timeTolerance: String?
    package let costTolerance: String?
}

/// A schedule that was kept to measure slip against.
package struct Baseline: Sendable {
    package let date: CalendarDate?
    package let tasks: [(id: Located<String>, start: CalendarDate?, finish: CalendarDate?)]
    package let budget: Money?
}

package struct Plan: Sendable {
    package let kind: PlanKind
    package let sponsor: Located<String>?
    package let manager: Located<String>?
    package let start: Located<CalendarDate>?
    package let deadline: Located<CalendarDate>?
    package let statusDate: Located<CalendarDate>?
    /// As ISO 4217 writes it.
    package let currency: String?
    package let calendar: PlanCalendar
    /// Tasks with at most this many days of total float are critical.
    package let criticalBelow: Int
    package let showsStance: Bool
    package let governance: Governance?
    package let baseline: Baseline?
    package let goals: [Goal]
    package let tasks: [PlanTask]
    package let resources: [PlanResource]
    package let budget: [BudgetLine]
    package let stakeholders: [Stakeholder]
    package let raci: [RACIRow]
    package let risks: [Risk]
    package let quality: [QualityCriterion]
    package let communications: [Communication]
    package let log: [LogEntry]
}
