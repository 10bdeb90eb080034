// The right spelling of paths that authors wrote in other letters: capitals that their own disk does not mind, but a
// web server does.

import Content
import UTF8Text

struct PathSpellings {
    enum Place: Equatable {
        case page(PageID)
        case asset(Int)
    }

    /// What lies at each path, in small letters, and how the path is really spelled.
    private var places: [String: (path: String, place: Place)] = [:]

    init(of shelf: Shelf, addresses: [String], assets: [Asset]) {
        for page in shelf.pages {
            let path = page.path
            note(path, .page(page.id))
            note(splitExtension(of: path).extension == "md" ? String(path.dropLast(3)) : path, .page(page.id))
            if let folder = page.folderOpened { note(folder, .page(page.id)) }
        }
        for (index, asset) in assets.enumerated() { note(asset.path, .asset(index)) }
        for (index, address) in addresses.enumerated() {
            note(address, .page(PageID(index)))
            note(folder(of: address), .page(PageID(index)))
        }
    }

    private mutating func note(_ path: String, _ place: Place) {
        let key = path.lowercased()
        if places[key] == nil { places[key] = (path, place) }
    }

    /// What lies at `path` if its letters were spelled right, and that spelling; `nil` when nothing does.
    func find(_ path: String) -> (path: String, place: Place)? {
        guard let found = places[path.lowercased()], found.path != path else { return nil }
        return found
    }

    /// `written`, a path that leads to `right` but for the case of its letters, with the right letters.
    static func corrected(_ written: String, to right: String) -> String {
        let isEncoded = percentDecoded(written) != written
        var parts = written.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var rest = right.split(separator: "/").map(String.init)
        for index in parts.indices.reversed() {
            let part = percentDecoded(parts[index]) ?? parts[index]
            if part.isEmpty || part == "." { continue }
            guard part.lowercased() == rest.last?.lowercased(), let spelling = rest.popLast() else { break }
            parts[index] = isEncoded ? percentEncodedPath(spelling) : spelling
        }
        return parts.joined(separator: "/")
    }
}
