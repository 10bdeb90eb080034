// The files of a site and the folders that they need, compared byte by byte: two names that Swift takes for one, in two
// compositions of the same letters, are two files.

import UTF8Text

struct SiteShape {
    private let files: Set<[UInt8]>
    private let folders: Set<[UInt8]>

    init(_ addresses: [String]) {
        files = Set(addresses.map { Array($0.utf8) })
        var folders: Set<[UInt8]> = []
        for address in addresses {
            for folder in Self.folders(above: address) where !folders.insert(folder).inserted { break }
        }
        self.folders = folders
    }

    /// Every folder once, those above it before it.
    var foldersTopDown: [String] {
        folders.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    }

    func holds(_ path: String) -> Bool { files.contains(Array(path.utf8)) }

    /// Those of `paths` that stand where the site has a file, or a folder, or lie in what is a file of the site.
    func collisions(with paths: [String]) -> [String] { paths.filter { holds($0) || isInTheWay($0) } }

    /// Whether the file at `path` and the site cannot both be: one has a folder where the other has a file.
    func isInTheWay(_ path: String) -> Bool {
        folders.contains(Array(path.utf8)) || Self.folders(above: path).contains(where: files.contains)
    }

    /// The nearest first.
    private static func folders(above path: String) -> [[UInt8]] {
        var folders: [[UInt8]] = []
        var current = folder(of: path)
        while !current.isEmpty {
            folders.append(Array(current.utf8))
            current = folder(of: current)
        }
        return folders
    }
}
