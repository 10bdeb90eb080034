// Asks other hosts whether the addresses that a handbook links to are still there. Never part of a build: whether a build
// succeeds must not depend on what other hosts do.

import Content
import Knowledge
package import UTF8Text

extension Rule {
    package static let externalLink = Rule(
        "external-link", .warning, "A link to an address of another host that is not there (with --external only).")
    package static let externalMoved = Rule(
        "external-moved", .note, "A link to an address that has moved for good (with --external only).")
    package static let externalUnsure = Rule(
        "external-unsure", .note,
        "A link to an address that could not be checked and need not be broken (with --external only).")

    static let ofExternalLinks: [Rule] = [.externalLink, .externalMoved, .externalUnsure]
}

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

/// An address of another host, and where the handbook names it.
struct ExternalAddress {
    /// Without a fragment, which no host is told.
    let address: String
    var places: [(path: String, position: SourcePosition, asWritten: String)]
}

/// The http and https addresses of a handbook, each once, in the order in which they are found.
func externalAddresses(of handbook: Handbook) -> [ExternalAddress] {
    var found: [ExternalAddress] = []
    var indices: [String: Int] = [:]
    func add(_ address: String, _ path: String, _ position: SourcePosition) {
        guard let scheme = scheme(of: address), scheme == "http" || scheme == "https" else { return }
        let key = address.withoutFragment
        let place = (path, position, address)
        if let index = indices[key] { return found[index].places.append(place) }
        indices[key] = found.count
        found.append(ExternalAddress(address: key, places: [place]))
    }
    for page in handbook.pages {
        let references = page.parsed.markdown.references
        for (reference, destination) in zip(references, handbook.links[page.id.index]) {
            if case .external(let address) = destination { add(address, page.path, reference.position) }
        }
    }
    for source in handbook.bibliography.sources {
        if let url = source.url { add(url.value, SpecialFile.sources.rawValue, url.position) }
    }
    return found
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
        for: unknown.map { addresses[$0].address }, program: curl, userAgent: options.userAgent)
    let result = Result { () throws(MachineError) in try requests.run(progress: progress) }
    // What was learned before an interruption is worth keeping too.
    for (index, verdict) in zip(unknown, requests.verdicts) {
        verdicts[index] = verdict
        if let verdict { cache.keep(verdict, of: addresses[index].address) }
    }
    try cache.write()
    try result.get()
    let findings = zip(addresses, verdicts).flatMap { address, verdict in
        address.places.compactMap { place in
            verdict.flatMap { diagnostic(of: $0, path: place.path, at: place.position, asWritten: place.asWritten) }
        }
    }
    return (findings, ExternalUse(addresses: addresses.count, asked: unknown.count))
}

private func diagnostic(
    of verdict: LinkVerdict, path: String, at position: SourcePosition, asWritten address: String
) -> Diagnostic? {
    switch verdict {
    case .good: return nil
    case .moved(let target):
        let fragment = String(address.dropFirst(address.withoutFragment.count))
        let now = target.utf8.contains("#") ? target : target + fragment
        return Diagnostic(
            .externalMoved, path: path, at: position, "'\(address)' has moved for good", help: "write '\(now)'")
    case .broken(let reason):
        return Diagnostic(
            .externalLink, path: path, at: position, "'\(address)' is not there: \(reason)",
            help: "correct the address, link to another one, or take the link out")
    case .unsure(let reason):
        return Diagnostic(
            .externalUnsure, path: path, at: position, "'\(address)' could not be checked: \(reason)",
            help: "open it in a browser: it may well be there for people")
    }
}

extension String {
    fileprivate var withoutFragment: String { utf8.firstIndex(of: "#").map { String(self[..<$0]) } ?? self }
}
