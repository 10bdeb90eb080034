// What a plan page says about its risks, people, quality and completeness, besides the names of columns.

import Content
import Plans

struct RegisterWords: Sendable {
    // MARK: Risks

    /// The captions of the two grids.
    let inherentRisk, residualRisk: String
    /// Around the bands with their scores.
    let scoreIs: Phrase
    let opportunitySign: String
    /// Behind an opportunity, for those who hear the page.
    let opportunity: String
    let noResidualRating: String
    let closedRisks: @Sendable (_ count: Int) -> String

    // MARK: People

    /// Explains the letters of the table of responsibilities.
    let raci: String
    let noMessageFor: @Sendable (_ stakeholders: String) -> String

    // MARK: Quality

    /// How many criteria a deliverable has.
    let noCriteria: String

    // MARK: Scorecard

    /// The heading of a scorecard: of the points that were measured, how many were not met.
    let pointsMet: @Sendable (_ failed: Int, _ measured: Int) -> String
    let aboutScorecard: String
    let met, notMet, notMeasured: String
    /// Follows what the point says.
    let otherLimit: @Sendable (_ reason: String) -> String

    // MARK: Completeness

    /// How much a plan needs an element.
    let must, should, may: String
    let present, missing: String
    let element: @Sendable (_ element: PlanElement) -> String
    let nothingMissing: @Sendable (_ kind: PlanKind) -> String
    let elementsMissing: @Sendable (_ kind: PlanKind, _ elements: [PlanElement]) -> String
}
