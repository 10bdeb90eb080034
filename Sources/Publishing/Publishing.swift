// Publishing: from a folder of Markdown to a folder of HTML.
//
// The only module that touches the disk, the cores of the machine and other processes; the program itself only measures
// time and minds its standard streams. It reads the content folder, has every file parsed in worker processes, has the handbook linked, renders the pages on all cores, and
// publishes the result in one step. This module must never know HTTP.

import UTF8Text

/// Builds the handbook. All findings are in the outcome; a build that fails leaves the last good site as it was.
///
/// - Throws: `MachineError` when the machine would not read or write.
package func build(
    _ options: BuildOptions, progress: (Progress) -> Void = { _ in }
) throws(MachineError) -> BuildOutcome {
    let contentRoot = try options.reading.contentRoot()
    let output = try OutputFolder(at: options.output, apartFrom: contentRoot)
    turnFatalSignalsIntoErrors()
    let lock = try OutputLock.take(for: output)
    let result = Result { () throws(MachineError) in
        let stage = try Stage(
            for: output, replacing: try output.inspect(), copyingFrom: contentRoot, jobs: options.reading.jobs)
        do throws(MachineError) {
            return try build(options, stage: stage, progress: progress)
        } catch {
            stage.discard()
            throw error
        }
    }
    lock.release()
    return try result.get()
}

private func build(
    _ options: BuildOptions, stage: Stage, progress: (Progress) -> Void
) throws(MachineError) -> BuildOutcome {
    let examination = try examine(options.reading, progress: progress)
    guard let layouts = examination.layouts, !examination.hasFailed || options.keepsGoing else {
        stage.discard()
        return BuildOutcome(examination: examination, published: nil, keptFiles: [])
    }
    let publication = Publication(
        linked: examination.linked, layouts: layouts, templateAssets: examination.templateAssets,
        jobs: options.reading.jobs, generator: options.generator, writesDataFiles: options.writesDataFiles)
    let mode = try publication.publish(through: stage, progress: progress)
    return BuildOutcome(examination: examination, published: mode, keptFiles: stage.inventory.foreign)
}
