// Has other hosts asked whether the addresses that a handbook links to are still there. Never part of a build: whether a
// build succeeds must not depend on what other hosts do.

import LinkChecking
import UTF8Text

package struct ExternalOptions: Sendable {
    /// Where answers are kept, as the caller named it; in the user's cache folder otherwise.
    package var cache: String?
    /// How the requests introduce themselves.
    package var userAgent: String

    package init(userAgent: String) { self.userAgent = userAgent }
}

/// What it took to check the addresses.
package struct ExternalUse: Sendable {
    package let addresses: Int
    /// Those that were not known to be good.
    package let asked: Int
}

/// Asks for every address that is not known to be good, and says what is wrong with each place that names it.
///
/// - Throws: `MachineError` without `curl`, without a network, and when it is interrupted.
func checkExternalLinks(
    _ addresses: [ExternalAddress], options: ExternalOptions, progress: (Progress) -> Void
) throws(MachineError) -> (findings: [Diagnostic], use: ExternalUse) {
    guard let curl = pathOfProgram("curl") else {
        throw MachineError("the program 'curl', which asks other hosts, is not installed (Debian package: curl)")
    }
    var cache = try LinkCache(path: options.cache)
    var verdicts = addresses.map { cache.verdict(of: $0.address) }
    let unknown = verdicts.indices.filter { verdicts[$0] == nil }
    var requests = LinkRequests(
        LinkQueue(for: unknown.map { addresses[$0].address }, userAgent: options.userAgent), program: curl)
    let result = Result { () throws(MachineError) in try requests.run(of: unknown.count, progress: progress) }
    // What was learned before an interruption is worth keeping too.
    for (index, verdict) in zip(unknown, requests.queue.verdicts) {
        verdicts[index] = verdict
        if let verdict { cache.keep(verdict, of: addresses[index].address) }
    }
    try cache.write()
    try result.get()
    let findings = zip(addresses, verdicts).flatMap { address, verdict in verdict.map(address.findings) ?? [] }
    return (findings, ExternalUse(addresses: addresses.count, asked: unknown.count))
}
