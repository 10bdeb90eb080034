// Everything that a command found, whatever it looked into.

import Publishing
import UTF8Text

struct FoundFindings {
    let findings: [Finding]
    let suppressed: [SuppressedFinding]
    /// Findings that a baseline lists.
    var known: [Finding] = []
    /// Whether the run knew a baseline.
    var hasBaseline = false
    /// For programs: what was looked into.
    let summary: [(String, JSON)]

    init(_ examination: Examination, facts: [(String, JSON)]) {
        findings = examination.findings
        suppressed = examination.suppressed
        known = examination.known
        hasBaseline = examination.accepted != nil
        summary =
            [
                ("pages", .integer(examination.pages)), ("links", .integer(examination.links)),
                ("term_links", .integer(examination.termLinks)), ("plans", .integer(examination.plans)),
            ] + facts
    }

    init(_ reading: PlanReading) {
        findings = reading.findings
        suppressed = reading.suppressed
        summary = [("plan", .string(reading.title))]
    }
}
