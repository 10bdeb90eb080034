// Publishing: from a folder of Markdown to a folder of HTML.
//
// The only module that touches the disk, the clock, the cores of the machine and other processes. It reads the content
// folder, has every file parsed in worker processes, has the handbook linked, renders the pages on all cores, and
// publishes the result in one step. This module must never know HTTP.

import Content
import Knowledge
import Rendering
import Templates
package import UTF8Text

package struct BuildOptions: Sendable {
    package var content: String
    package var output: String
    package var templateFolder: String?
    /// Takes the place of the one in the configuration.
    package var baseURL: String?
    package var includesDrafts = false
    /// Whether warnings fail the build too.
    package var isStrict = false
    /// Whether a build with errors is published all the same.
    package var keepsGoing = false
    /// Worker processes and rendering threads.
    package var jobs: Int
    /// The program to start workers from: this one.
    package var workerExecutable: String
    /// How much processor time one file may take to parse, in milliseconds.
    package var parseTimeLimit = WorkerLimit.milliseconds
    /// The day that the handbook is built for.
    package var today: CalendarDate
    /// The name and version of this program, for the pages.
    package var generator: String

    package init(
        content: String, output: String, jobs: Int, workerExecutable: String, today: CalendarDate, generator: String
    ) {
        self.content = content
        self.output = output
        self.jobs = jobs
        self.workerExecutable = workerExecutable
        self.today = today
        self.generator = generator
    }
}

/// How far a build is.
package enum BuildProgress: Sendable {
    case parsing(Int, of: Int)
    case rendering(Int, of: Int)
}

/// What came out of a build.
package struct BuildOutcome: Sendable {
    package let findings: [Finding]
    package let pages: Int
    package let links: Int
    package let plans: Int
    /// Pages that were left out because they are not approved.
    package let drafts: Int
    /// Whether findings at the failing level stand in the way.
    package let hasFailed: Bool
    /// How the site was published; `nil` when it was not.
    package let published: PublishingMode?
    /// Files in the output folder that Milepost did not write and kept.
    package let keptFiles: [String]
}

/// Builds the handbook. All findings are in the outcome; a build that fails leaves the last good site as it was.
///
/// - Throws: `MachineError` when the machine would not read or write.
package func build(
    _ options: BuildOptions, progress: (BuildProgress) -> Void = { _ in }
) throws(MachineError) -> BuildOutcome {
    guard let content = realPath(options.content), status(of: content)?.kind == .directory else {
        throw .wrongRequest("the content folder '\(options.content)' does not exist")
    }
    if let folder = options.templateFolder, status(of: folder + "/.")?.kind != .directory {
        throw .wrongRequest("the template folder '\(folder)' does not exist")
    }
    let output = try OutputFolder(at: options.output, apartFrom: content)
    turnFatalSignalsIntoErrors()
    let lock = try OutputLock.take(for: output)
    let result = Result { () throws(MachineError) in
        let stage = try Stage(for: output, replacing: try output.inspect())
        do throws(MachineError) {
            return try build(options, content: content, stage: stage, progress: progress)
        } catch {
            stage.discard()
            throw error
        }
    }
    lock.release()
    return try result.get()
}

private func build(
    _ options: BuildOptions, content: String, stage: Stage, progress: (BuildProgress) -> Void
) throws(MachineError) -> BuildOutcome {
    let template = try readTemplate(overriddenBy: options.templateFolder)
    let layouts = Dictionary(uniqueKeysWithValues: Layout.allCases.map { ($0.rawValue, $0.schema) })
    let compiled = compileTemplates(template.templates, layouts: layouts)

    let read = try readHandbook(content, options: options, progress: progress)
    try throwIfInterrupted()
    let handbook = link(read.source, on: Cores(jobs: options.jobs))
    let drafts = read.source.pages.count - handbook.pages.count { page in read.authored.contains(page.path) }

    let diagnostics = read.diagnostics + template.diagnostics + compiled.diagnostics + handbook.diagnostics
    let judged = judge(diagnostics, settings: read.source.settings)
    let findings = pointOut(judged, contentFolder: options.content, root: content)
    let failingLevel: Severity = options.isStrict || read.source.settings.isStrict ? .warning : .error
    let hasFailed = findings.contains { $0.diagnostic.severity >= failingLevel }

    var mode: PublishingMode?
    if let templates = compiled.templates, !hasFailed || options.keepsGoing {
        let publication = Publication(
            stage: stage, handbook: handbook, templates: templates, templateAssets: template.assets,
            contentRoot: content, options: options)
        mode = try publication.publish(progress: progress)
    } else {
        stage.discard()
    }
    return BuildOutcome(
        findings: findings, pages: handbook.pages.count, links: handbook.linkCount,
        plans: handbook.pages.count { $0.type == .plan }, drafts: drafts, hasFailed: hasFailed, published: mode,
        keptFiles: mode == nil ? [] : stage.inventory.foreign)
}

extension Handbook {
    /// Links that lead somewhere.
    fileprivate var linkCount: Int { links.reduce(0) { $0 + $1.count { $0 != .nowhere } } }
}
