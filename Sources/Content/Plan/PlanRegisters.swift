// The lists of a plan besides its work: people, money, risks, quality, communications and the log.

package import UTF8Text

package struct PlanResource: Sendable {
    package let id: Located<String>
    package let name: String?
    package let role: Located<String>?
    /// In hundredths of a full-time equivalent; 100, at the id, when not given.
    package let capacity: Located<Int>
    /// Per working day.
    package let rate: Located<Money>?
    /// The id of the calendar that it works by.
    package let calendar: Located<String>?
}

package struct BudgetLine: Sendable {
    package let id: Located<String>
    package let item: String
    package let category: BudgetCategory
    package let planned: Located<Money>
    /// Nothing, at the id, when not given.
    package let actual: Located<Money>
    package let task: Located<String>?
}

package struct Stakeholder: Sendable {
    package let id: Located<String>
    package let name: String
    package let role: Located<String>?
    /// Both from 1 to 5.
    package let power: Located<Int>
    package let interest: Int
    package let stance: Stance?
    package let engagement: String?
}

/// Who is responsible, accountable, supports, is consulted or informed about one task or deliverable.
package struct RACIRow: Sendable {
    package let subject: Located<String>
    /// In the order of the file. All rows of a plan together name at most `RACIRow.roleLimit` roles.
    package let letters: [(role: Located<String>, letters: Located<RACILetters>)]

    /// A matrix has a column for each role, and each cell costs bytes: rows by columns must stay small.
    package static let roleLimit = 60
}

package struct Risk: Sendable {
    package let id: Located<String>
    package let title: String
    package let cause: String?
    package let effect: String?
    package let type: RiskType
    /// Both from 1 to 5.
    package let probability: Located<Int>
    package let impact: Located<Int>
    /// One that the type of the risk has.
    package let response: Located<RiskResponse>?
    package let owner: Located<String>?
    package let action: String?
    /// Open, at the id, when not given.
    package let status: Located<RiskStatus>
    package let proximity: Proximity?
    /// What remains after the response.
    package let residual: Located<Residual>?

    package var score: Int { probability.value * impact.value }

    package struct Residual: Sendable {
        /// Both from 1 to 5.
        package let probability: Int
        package let impact: Int

        package var score: Int { probability * impact }
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
    /// The id of a stakeholder.
    package let audience: Located<String>
    package let message: String
    package let channel: String?
    package let every: Frequency?
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
