// LinkChecking: whether the addresses of other hosts that a handbook links to are still there.
//
// The only module that knows HTTP: which addresses to ask for, how each is asked by `curl`, how patient to be with a
// host, and what an answer means. All of it is a function of the handbook, the answers and the time that the caller
// tells. This module must never start a program, read a clock, or touch the disk or a network.

import Content
package import Knowledge
package import UTF8Text

extension Rule {
    package static let externalLink = Rule(
        "external-link", .warning, "A link to an address of another host that is not there (with --external only).")
    package static let externalMoved = Rule(
        "external-moved", .note, "A link to an address that has moved for good (with --external only).")
    package static let externalUnsure = Rule(
        "external-unsure", .note,
        "A link to an address that could not be checked and need not be broken (with --external only).")

    /// Every rule of this module.
    package static let ofExternalLinks: [Rule] = [.externalLink, .externalMoved, .externalUnsure]
}

/// An address of another host, and where the handbook names it.
package struct ExternalAddress: Sendable {
    /// Without a fragment, which no host is told.
    package let address: String
    fileprivate var places: [(path: String, position: SourcePosition, asWritten: String)]
}

/// The http and https addresses of a handbook, each once, in the order in which they are found.
package func externalAddresses(of handbook: Handbook) -> [ExternalAddress] {
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

extension ExternalAddress {
    /// What is wrong with each place that names the address.
    package func findings(_ verdict: LinkVerdict) -> [Diagnostic] {
        places.compactMap { diagnostic(of: verdict, path: $0.path, at: $0.position, asWritten: $0.asWritten) }
    }
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
