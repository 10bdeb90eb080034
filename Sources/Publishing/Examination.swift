// Everything that a build does but writing: the handbook read, linked and judged. Every command starts from here.

import Content
package import Knowledge
import Rendering
import Templates
import UTF8Text

/// A handbook with everything there is to say about it.
package struct Examination: Sendable {
    package let linked: LinkedHandbook
    package let findings: [Finding]
    package let suppressed: [SuppressedFinding]
    /// Findings that the baseline lists.
    package let known: [Finding]
    /// `nil` for a run without a baseline.
    package let accepted: AcceptedFindingsUse?
    /// The paths of pages that were left out because they are not approved.
    package let drafts: [String]
    /// Whether findings at the failing level stand in the way.
    package let hasFailed: Bool

    /// `nil` when a template is at fault.
    let layouts: Layouts?
    let templateAssets: [(name: String, bytes: [UInt8])]

    package var handbook: Handbook { linked.handbook }
    package var pages: Int { handbook.pages.count }
    /// Links that lead somewhere.
    package var links: Int { handbook.links.reduce(0) { $0 + $1.count { $0 != .nowhere } } }
    /// Links that Milepost made by itself.
    package var termLinks: Int { handbook.terms.reduce(0) { $0 + $1.links.count } }
    package var plans: Int { handbook.pages.count { $0.type == .plan } }
}

/// Reads the content folder, links the handbook and judges it. Writes nothing but the baseline, if that is asked for.
///
/// - Throws: `MachineError` when the machine would not read, or a file that is named is not what it should be.
package func examine(
    _ options: ReadingOptions, progress: (Progress) -> Void = { _ in }
) throws(MachineError) -> Examination {
    try examine(options, further: [], progress: progress)
}

func examine(
    _ options: ReadingOptions, further: [FurtherCheck], progress: (Progress) -> Void
) throws(MachineError) -> Examination {
    let root = try options.contentRoot()
    turnFatalSignalsIntoErrors()
    let accepted = try options.accepted.map { options throws(MachineError) in try AcceptedFindings(options) }
    progress(.step(.reading))
    let template = try readSiteTemplate(overriddenBy: options.siteTemplateFolder)
    let compiled = Layouts.compile(template.templates)

    let read = try readHandbook(root, options: options, progress: progress)
    try throwIfInterrupted()
    progress(.step(.linking))
    let linked = link(read.source, on: Cores(jobs: options.jobs))
    let handbook = linked.handbook

    let published = Set(handbook.pages.map(\.path))
    let leftOut = read.source.pages.filter { !published.contains($0.path) }
    let leftOutPlans = Set(leftOut.compactMap(\.planFile)).subtracting(handbook.pages.compactMap(\.parsed.planFile))
    var diagnostics = read.diagnostics + template.diagnostics + compiled.diagnostics + linked.diagnostics
    if !further.isEmpty { progress(.step(.checking)) }
    for check in further {
        diagnostics += try check.findings(
            CheckedHandbook(handbook: handbook, leftOut: leftOut, authored: read.authored), progress)
    }
    progress(.step(.judging))
    let settings = read.source.settings
    let isStrict = options.isStrict || settings.isStrict
    let judge = Judge(
        settings: settings, suppressions: read.suppressions, leftOut: leftOutPlans.union(leftOut.map(\.path)),
        rulesNotApplied: Set(FurtherCheck.allRules.map(\.id)).subtracting(further.flatMap(\.rules).map(\.id)))
    var judgement = judge.judge(diagnostics)
    let acceptedUse = try accepted.map { accepted throws(MachineError) in
        try accepted.use(on: &judgement, by: judge, isStrict: isStrict, rewrites: options.accepted?.isRewritten == true)
    }
    judgement.reported = foldedForeignKeys(judgement.reported, knownKeys: settings.knownKeys)
    judgement.answerGuesses()

    var excerpts = Excerpts(contentFolder: options.content, root: root)
    let findings = judgement.reported.map { excerpts.finding($0) }
    return Examination(
        linked: linked, findings: findings,
        suppressed: judgement.suppressed.map {
            SuppressedFinding(finding: excerpts.finding($0.diagnostic), reason: $0.reason)
        },
        known: judgement.known.map { excerpts.finding($0) }, accepted: acceptedUse, drafts: leftOut.map(\.path),
        hasFailed: findings.contains { $0.diagnostic.severity >= (isStrict ? .warning : .error) },
        layouts: compiled.layouts, templateAssets: template.assets)
}
