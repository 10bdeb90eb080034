// Publishes a site in one step: written beside the output folder, then exchanged with it. Until then, and whatever goes
// wrong, the last good site stays as it was.

import Glibc
import UTF8Text

/// The file in an output folder that says it is ours, and lists what we wrote.
private let markerName = ".milepost"
private let markerTitle = "Written by Milepost. The files listed here are replaced by the next build.\n"

/// How the new site took the place of the old one.
package enum PublishingMode: Sendable {
    case renamed, exchanged
    /// The file system could not exchange folders; readers may have seen old and new pages together for a moment.
    case fileByFile
}

/// A site in the making. Not visible to anyone until `publish`.
struct Stage: Sendable {
    let output: String
    let path: String
    /// Files in the output folder that are not ours: they stay.
    let foreignFiles: [String]
    private let oldFiles: [String]

    /// Checks that `output` may be replaced, and makes an empty stage beside it.
    init(for output: String, content: String) throws(MachineError) {
        self.output = output
        let name = fileName(of: output)
        let parent = folder(of: output)
        guard !name.isEmpty, name != "..", output != "/" else {
            throw MachineError("'\(output)' cannot be an output folder")
        }
        guard output != content, !content.hasPrefix(output + "/"), !output.hasPrefix(content + "/") else {
            throw MachineError("the output folder '\(output)' and the content folder '\(content)' must lie apart")
        }
        (oldFiles, foreignFiles) = try Self.inspect(output)
        try makeDirectories(parent.isEmpty ? "/" : parent)
        try Self.removeAbandonedStages(of: name, in: parent)
        path = "\(parent)/.\(name).stage-\(thisProcess())"
        try removeTree(path)
        try makeDirectory(path)
    }

    /// What lies in the output folder: ours, and not ours. A folder that we did not make is refused.
    private static func inspect(_ output: String) throws(MachineError) -> (ours: [String], foreign: [String]) {
        switch status(of: output)?.kind {
        case nil: return ([], [])
        case .symbolicLink:
            throw MachineError("the output folder '\(output)' is a symbolic link; name the folder itself")
        case .file, .other: throw MachineError("'\(output)' exists and is not a folder")
        case .directory: break
        }
        let present = try allFiles(in: output)
        guard !present.isEmpty else { return ([], []) }
        guard present.contains(markerName) else {
            throw MachineError(
                "the folder '\(output)' holds files that Milepost did not write; choose another output folder, or empty it"
            )
        }
        let marker = try readFile(output + "/" + markerName, limit: 256 << 20)
        let listed = String(decoding: marker, as: UTF8.self).split(separator: "\n").dropFirst().map(String.init)
        let ours = Set(listed + [markerName])
        return (listed, present.filter { !ours.contains($0) })
    }

    private static func allFiles(in root: String) throws(MachineError) -> [String] {
        var files: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            for bytes in try names(inDirectory: folder.isEmpty ? root : root + "/" + folder) {
                let path = (folder.isEmpty ? "" : folder + "/") + String(decoding: bytes, as: UTF8.self)
                if status(of: root + "/" + path)?.kind == .directory {
                    folders.append(path)
                } else {
                    files.append(path)
                }
            }
        }
        return files.sorted()
    }

    /// Stages of builds that were killed.
    private static func removeAbandonedStages(of name: String, in parent: String) throws(MachineError) {
        let prefix = ".\(name).stage-"
        for bytes in try names(inDirectory: parent.isEmpty ? "/" : parent) {
            let entry = String(decoding: bytes, as: UTF8.self)
            guard entry.hasPrefix(prefix), let id = Int32(entry.dropFirst(prefix.count)), !isRunning(id) else {
                continue
            }
            try removeTree(parent + "/" + entry)
        }
    }

    /// Makes the folders that the files at `addresses` need.
    func makeFolders(for addresses: [String]) throws(MachineError) {
        var made: Set<String> = [""]
        for address in addresses {
            var missing: [String] = []
            var current = folder(of: address)
            while !made.contains(current) {
                missing.append(current)
                made.insert(current)
                current = folder(of: current)
            }
            for folder in missing.reversed() { try makeDirectory(path + "/" + folder) }
        }
    }

    func write(_ bytes: [UInt8], to address: String) throws(MachineError) {
        try writeFile(path + "/" + address, bytes)
    }

    /// Puts the stage in the place of the output folder. `addresses` are the files that were written.
    func publish(_ addresses: [String]) throws(MachineError) -> PublishingMode {
        let list = addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        try write(Array((markerTitle + list.joined(separator: "\n") + "\n").utf8), to: markerName)
        try keepForeignFiles(besides: Set(list))
        try syncFileSystem(of: path)
        guard status(of: output) != nil else {
            try renameFile(path, to: output)
            return .renamed
        }
        switch exchange(path, output) {
        case 0:
            try removeTree(path)
            return .exchanged
        case EXDEV, EINVAL, ENOSYS, EBUSY:
            try moveFileByFile(list)
            return .fileByFile
        case let code: throw MachineError("publish", output, code: code)
        }
    }

    private func keepForeignFiles(besides written: Set<String>) throws(MachineError) {
        let kept = foreignFiles.filter { !written.contains($0) && status(of: output + "/" + $0)?.kind == .file }
        for file in kept {
            try makeDirectories(path + "/" + folder(of: file))
            if !hardLink(output + "/" + file, to: path + "/" + file) {
                try write(try readFile(output + "/" + file, limit: 1 << 30), to: file)
            }
        }
    }

    /// Assets first, so that no page lacks its style; then pages; what is gone last.
    private func moveFileByFile(_ addresses: [String]) throws(MachineError) {
        let ordered = addresses.filter { !$0.hasSuffix(".html") } + addresses.filter { $0.hasSuffix(".html") }
        for address in ordered + [markerName] {
            try makeDirectories(output + "/" + folder(of: address))
            try renameFile(path + "/" + address, to: output + "/" + address)
        }
        let present = Set(addresses)
        for file in oldFiles where !present.contains(file) {
            try removeTree(output + "/" + file)
            removeEmptyFolders(above: file)
        }
        try removeTree(path)
    }

    private func removeEmptyFolders(above file: String) {
        var current = folder(of: file)
        while !current.isEmpty, unsafe rmdir(output + "/" + current) == 0 { current = folder(of: current) }
    }

    /// Throws the stage away.
    func discard() { try? removeTree(path) }
}

/// One builder of a folder at a time.
struct OutputLock: ~Copyable {
    private let descriptor: Int32
    private let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Takes the lock, or says that another build has it. It is given back when the value ends.
    static func take(for output: String) throws(MachineError) -> OutputLock {
        let parent = folder(of: output)
        try makeDirectories(parent.isEmpty ? "/" : parent)
        let path = "\(parent)/.\(fileName(of: output)).lock"
        while true {
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else { throw MachineError("write", path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw MachineError("another build is writing '\(output)'; wait for it, or end it")
            }
            // The lock counts only if the file was not removed by its last owner in between.
            var raw = stat()
            if unsafe fstat(descriptor, &raw) == 0, let current = status(of: path), current.inode == UInt(raw.st_ino) {
                return OutputLock(descriptor: descriptor, path: path)
            }
            close(descriptor)
        }
    }

    /// Gives the lock back.
    consuming func release() {}

    deinit {
        _ = unsafe unlink(path)
        close(descriptor)
    }
}
