// `milepost check`: an examination, and what only a check holds a handbook against.

import Content
import Knowledge
import LinkChecking
import Rendering
import UTF8Text

package struct CheckOptions: Sendable {
    package var reading: ReadingOptions
    package var lock: LockOptions?
    package var external: ExternalOptions?
    /// A file of queries with the pages that they should find.
    package var queries: String?

    package init(reading: ReadingOptions) { self.reading = reading }
}

package struct CheckOutcome: Sendable {
    package let examination: Examination
    /// `nil` for a check without a lock.
    package let lock: LockUse?
    /// `nil` for a check that asked no other hosts.
    package let external: ExternalUse?
}

/// A handbook and what belongs to it but is not published.
struct CheckedHandbook {
    let handbook: Handbook
    /// Pages that are not approved.
    let leftOut: [ParsedPage]
    /// The paths of all pages that lie in the content folder.
    let authored: Set<String>
}

/// Rules that a handbook is held to on request.
struct FurtherCheck {
    let rules: [Rule]
    let findings: (CheckedHandbook, (Progress) -> Void) throws(MachineError) -> [Diagnostic]

    /// All rules that only some runs apply.
    static let allRules: [Rule] = [.addressLock] + Rule.ofExternalLinks + Rule.ofQueries
}

/// Checks the handbook. Writes nothing but the baseline and the lock, if that is asked for.
///
/// - Throws: `MachineError` when the machine would not read, or a file that is named is not what it should be.
package func check(
    _ options: CheckOptions, progress: (Progress) -> Void = { _ in }
) throws(MachineError) -> CheckOutcome {
    var further: [FurtherCheck] = []
    if let lock = options.lock, !lock.isRewritten { further.append(try lockCheck(lock)) }
    var externalUse: ExternalUse?
    if let external = options.external {
        further.append(
            FurtherCheck(rules: Rule.ofExternalLinks) { checked, progress throws(MachineError) in
                let addresses = externalAddresses(of: checked.handbook)
                let (findings, use) = try checkExternalLinks(addresses, options: external, progress: progress)
                externalUse = use
                return findings
            })
    }
    if let queries = options.queries {
        further.append(
            FurtherCheck(rules: Rule.ofQueries) { checked, _ throws(MachineError) in
                try checkQueries(in: queries, of: checked.handbook, jobs: options.reading.jobs)
            })
    }
    let examination = try examine(options.reading, further: further, progress: progress)
    let lock = try options.lock.map { lock throws(MachineError) in try use(lock, of: examination) }
    return CheckOutcome(examination: examination, lock: lock, external: externalUse)
}

private func lockCheck(_ options: LockOptions) throws(MachineError) -> FurtherCheck {
    let published = try AddressLock(path: options.path).read()
    return FurtherCheck(rules: [.addressLock]) { checked, _ in
        checked.handbook.check(
            against: published, downloads: downloadAddresses(of: checked.handbook), leftOut: checked.leftOut,
            authored: checked.authored)
    }
}

/// A handbook with failures would not be published, so its addresses are not locked.
private func use(_ options: LockOptions, of examination: Examination) throws(MachineError) -> LockUse {
    let handbook = examination.handbook
    let now = handbook.publishedAddresses(downloads: downloadAddresses(of: handbook))
    let isWritten = options.isRewritten && !examination.hasFailed
    if isWritten { try AddressLock(path: options.path).write(now) }
    return LockUse(pages: now.pages.count, files: now.files.count, isWritten: isWritten)
}
