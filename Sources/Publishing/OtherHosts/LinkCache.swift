// Addresses that were good not long ago need not be asked for again. Broken ones are never kept: they may be mended any
// minute, by their owner or by the author.

import LinkChecking
import UTF8Text

struct LinkCache {
    private let file: KeptFile?
    /// Whether the caller named the file: then a fault of it is the caller's business.
    private let isNamed: Bool
    private let now = secondsSince1970Now()
    /// When each address was last good, in seconds since 1970, and where it leads.
    private var entries: [String: (checked: Int, moved: String?)] = [:]

    private static let lifetime = 7 * 86_400

    /// - Parameter path: Of the file; `nil` for the user's own.
    init(path: String?) throws(MachineError) {
        isNamed = path != nil
        file = (path ?? defaultCachePath()).map { KeptFile(kind: "cache", path: $0) }
        guard let file, file.exists else { return }
        do throws(MachineError) {
            try read(file)
        } catch {
            // A cache is only a cache: one that makes no sense is written anew.
            if isNamed { throw error }
        }
    }

    private mutating func read(_ file: KeptFile) throws(MachineError) {
        let json = try file.read()
        for link in json["links"]?.array ?? [] {
            guard let address = link["address"]?.string, let checked = link["checked"]?.integer else {
                throw file.fault(at: link.position, "a link needs 'address' and 'checked'")
            }
            // The clock may have been wrong.
            guard checked <= now, now - checked < Self.lifetime else { continue }
            entries[address] = (checked, link["moved"]?.string)
        }
    }

    func verdict(of address: String) -> LinkVerdict? {
        entries[address].map { entry in entry.moved.map { .moved(to: $0) } ?? .good }
    }

    mutating func keep(_ verdict: LinkVerdict, of address: String) {
        switch verdict {
        case .good: entries[address] = (now, nil)
        case .moved(let target): entries[address] = (now, target)
        case .broken, .unsure: break
        }
    }

    func write() throws(MachineError) {
        guard let file else { return }
        let links = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { address, entry in
            let moved = entry.moved.map { [("moved", JSON.string($0))] } ?? []
            return JSON.object([("address", .string(address)), ("checked", .integer(entry.checked))] + moved)
        }
        do throws(MachineError) {
            if !isNamed { try makeDirectories(folder(of: file.path)) }
            try file.write([("links", links)])
        } catch {
            if isNamed { throw error }
        }
    }
}

/// Where the user's programs keep what can be had again (XDG Base Directory Specification); `nil` for a user without one.
private func defaultCachePath() -> String? {
    if let folder = environmentValue("XDG_CACHE_HOME"), folder.hasPrefix("/") { return folder + "/milepost/links.json" }
    if let home = environmentValue("HOME"), home.hasPrefix("/") { return home + "/.cache/milepost/links.json" }
    return nil
}
