// Which page opens each folder, and what files and folders are called without the numbers that only order them.
//
// The page of a folder is its `index.md`, `_index.md` or `README.md`, the first of these that is there, or else the file
// beside the folder that is called like it: `team.md` for `team/`, as most tools lay out a book. The others are pages of
// their own.

import Content
import UTF8Text

struct Folders {
    /// The path of the page that opens each folder, by the path of the folder.
    private(set) var openers: [String: String] = [:]
    /// All folders that hold a page, at any depth; the content folder is the empty path.
    private(set) var paths: Set<String> = [""]
    private var opened: [String: String] = [:]
    /// By the path of a folder: the names in it that a number orders, and what they are called without it.
    private var shortNames: [String: [String: String]] = [:]

    /// - Parameter drafts: Pages that are not published, whose names count, so that none changes when they are approved.
    init(of pages: [ParsedPage], drafts: [ParsedPage]) {
        for page in pages { Self.note(page.path, in: &paths) }
        findOpeners(among: pages)
        nameWithoutOrder(pages + drafts)
    }

    /// The folder that the page at `path` opens.
    func folderOpened(by path: String) -> String? { opened[path] }

    /// What a folder is called without the number that orders it.
    func name(ofFolder path: String) -> String { shortName(fileName(of: path), in: folder(of: path)) }

    /// What a page is called by its path: its file or, for the page of a folder, the folder.
    func name(of path: String) -> String {
        if let folder = opened[path] { return name(ofFolder: folder) }
        // A draft may yet become the page of its folder.
        if isFolderIndex(path), openers[folder(of: path)] == nil { return name(ofFolder: folder(of: path)) }
        return shortName(nameOfPage(at: path), in: folder(of: path))
    }

    /// The numbers that a page stands by among its siblings; none for names without.
    func order(of path: String) -> [Int] {
        let place = opened[path] ?? path
        let name = opened[path] == nil ? nameOfPage(at: path) : fileName(of: place)
        if shortNames[folder(of: place)]?[name] != nil, let number = LeadingNumber(of: name) { return [number.value] }
        return numbers(leading: name)
    }

    private func shortName(_ name: String, in folder: String) -> String { shortNames[folder]?[name] ?? name }

    // MARK: Reading the paths

    /// Notes the folders around a path. Stops at the first that is known: so are those around it.
    private static func note(_ path: String, in folders: inout Set<String>) {
        var around = folder(of: path)
        while folders.insert(around).inserted { around = folder(of: around) }
    }

    private mutating func findOpeners(among pages: [ParsedPage]) {
        var ranks: [String: Int] = [:]
        for page in pages where isFolderIndex(page.path) {
            let around = folder(of: page.path)
            let rank = ["index", "_index"].firstIndex(of: nameOfPage(at: page.path).lowercased()) ?? 2
            guard rank < ranks[around] ?? Int.max else { continue }
            ranks[around] = rank
            openers[around] = page.path
        }
        var byKey: [String: String] = [:]
        for path in paths.subtracting(openers.keys).sorted() where !path.isEmpty { byKey[key(ofPath: path)] = path }
        let beside = pages.filter { !isFolderIndex($0.path) }.map { page in
            let around = folder(of: page.path)
            return (path: page.path, folder: (around.isEmpty ? "" : around + "/") + nameOfPage(at: page.path))
        }
        for (path, folder) in beside where paths.contains(folder) && openers[folder] == nil { openers[folder] = path }
        // Names in other capitals or with other marks between their words are taken for one, too.
        for (path, folder) in beside where !paths.contains(folder) {
            if let folder = byKey[key(ofPath: folder)], openers[folder] == nil { openers[folder] = path }
        }
        for (folder, path) in openers { opened[path] = folder }
    }

    private func key(ofPath path: String) -> String { folder(of: path) + "/" + nameKey(fileName(of: path)) }

    private mutating func nameWithoutOrder(_ pages: [ParsedPage]) {
        var names: [String: Set<String>] = [:]
        var slugs: [String: Set<String>] = [:]
        var folders = paths
        for page in pages {
            let around = folder(of: page.path)
            Self.note(page.path, in: &folders)
            if isFolderIndex(page.path) { continue }
            let name = nameOfPage(at: page.path)
            names[around, default: []].insert(name)
            if let declared = page.header.slug?.value, LeadingNumber(of: name) == nil, declared != slug(name) {
                slugs[around, default: []].insert(declared)
            }
        }
        for path in folders where !path.isEmpty {
            names[folder(of: path), default: []].insert(fileName(of: path))
        }
        for (folder, names) in names {
            let short = namesWithoutOrder(among: Array(names), besides: slugs[folder] ?? [])
            if !short.isEmpty { shortNames[folder] = short }
        }
    }
}
