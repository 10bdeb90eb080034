// What lies in the output folder: ours, which the next build replaces, and not ours, which stays. A folder that we did
// not make is refused.

import UTF8Text

struct OutputFolder {
    /// From the root, without symbolic links.
    let path: String

    /// The file that says that a folder is ours, and lists what we wrote.
    static let markerName = ".milepost"
    private static let markerTitle = "Written by Milepost. The files listed here are replaced by the next build.\n"

    /// Checks that a site may be published at `path` at all. Touches nothing.
    init(at path: String, apartFrom content: String) throws(MachineError) {
        let output = absolutePath(path)
        let name = fileName(of: output)
        guard !name.isEmpty, name != ".", name != ".." else {
            throw .wrongRequest("'\(path)' cannot be an output folder")
        }
        let status = status(of: output)
        switch status?.kind {
        case .symbolicLink:
            throw .wrongRequest("the output folder '\(path)' is a symbolic link; name the folder itself")
        case .file, .other: throw .wrongRequest("'\(path)' exists and is not a folder")
        case .directory, nil: break
        }
        // Bytes, because two names that Swift takes for one may be two folders; inodes, because of bind mounts.
        let isSame = status.flatMap { mine in Publishing.status(of: content).map(mine.isSameFile) } ?? false
        guard !isSame, !Self.lies(content, in: output), !Self.lies(output, in: content) else {
            throw .wrongRequest("the output folder '\(path)' and the content folder '\(content)' must lie apart")
        }
        self.path = output
    }

    private static func lies(_ path: String, in folder: String) -> Bool {
        (path + "/").utf8.starts(with: (folder == "/" ? "/" : folder + "/").utf8)
    }

    var name: String { fileName(of: path) }

    var parent: String {
        let parent = folder(of: path)
        return parent.isEmpty ? "/" : parent
    }

    /// A name beside the output folder that is free for our use.
    func sibling(_ purpose: String) -> String { (parent == "/" ? "" : parent) + "/.\(name).\(purpose)" }

    static func marker(listing addresses: [String]) -> [UInt8] {
        let list = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return Array((markerTitle + list.joined(separator: "\n") + "\n").utf8)
    }

    /// Looks what is there now. A folder with files of which none is our marker is refused.
    func inspect() throws(MachineError) -> OutputInventory {
        guard status(of: path) != nil else { return OutputInventory() }
        var inventory = try OutputInventory(of: path)
        guard !inventory.foreign.isEmpty else { return inventory }
        guard inventory.foreign.contains(Self.markerName) else {
            throw .wrongRequest(
                "the folder '\(path)' holds files that Milepost did not write; choose another output folder, or empty it"
            )
        }
        let marker = try readFile(path + "/" + Self.markerName, limit: 256 << 20)
        let listed = marker.split(separator: 0x0A).dropFirst().map(Array.init) + [Array(Self.markerName.utf8)]
        inventory.claim(Set(listed))
        return inventory
    }
}

/// The files in an output folder, as paths relative to it.
struct OutputInventory {
    private(set) var ours: [String] = []
    private(set) var foreign: [String] = []
    /// Folders with nothing in them: not ours, as we make none. A repository's own folder needs its empty ones.
    private(set) var emptyFolders: [String] = []

    /// Of a folder that does not exist.
    init() {}

    /// All files count as foreign until some are claimed.
    fileprivate init(of root: String) throws(MachineError) {
        var waiting = [""]
        while let folder = waiting.popLast() {
            let names = try names(inDirectory: folder.isEmpty ? root : root + "/" + folder)
            if names.isEmpty, !folder.isEmpty { emptyFolders.append(folder) }
            for bytes in names {
                guard let name = String(validating: bytes, as: UTF8.self) else {
                    throw .wrongRequest(
                        "a file in the output folder '\(root)' has a name that is not UTF-8; move it away")
                }
                let path = folder.isEmpty ? name : folder + "/" + name
                if status(of: root + "/" + path)?.kind == .directory {
                    waiting.append(path)
                } else {
                    foreign.append(path)
                }
            }
        }
        foreign.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Only what is really there is claimed: a marker may list anything, also paths that lead out of the folder.
    fileprivate mutating func claim(_ listed: Set<[UInt8]>) {
        ours = foreign.filter { listed.contains(Array($0.utf8)) }
        foreign.removeAll { listed.contains(Array($0.utf8)) }
    }
}
