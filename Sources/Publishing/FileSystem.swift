// Folders, names and paths as the kernel sees them, with errors that name the file. The unsafe code of this module is
// here, in FileContents.swift and in Processes.swift.

import CLinux
import Glibc

enum FileKind { case file, directory, symbolicLink, other }

struct FileStatus {
    let kind: FileKind
    /// In bytes.
    let size: Int
    /// Read, write and execute bits.
    let permissions: mode_t
    let device: UInt
    let inode: UInt

    init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            default: .other
            }
        size = Int(raw.st_size)
        permissions = raw.st_mode & 0o7777
        device = UInt(raw.st_dev)
        inode = UInt(raw.st_ino)
    }

    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}

/// The status of `path` itself, not of what it links to; `nil` when there is nothing.
func status(of path: String) -> FileStatus? {
    var raw = stat()
    guard unsafe lstat(path, &raw) == 0 else { return nil }
    return FileStatus(raw)
}

/// Whether this process may read what is at `path`.
func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

/// The names in a directory as bytes, in byte order, without `.` and `..`.
func names(inDirectory path: String) throws(MachineError) -> [[UInt8]] {
    guard let directory = unsafe opendir(path) else { throw MachineError("read the folder", path) }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while true {
        // Only errno tells the end of the folder from a fault of the disk.
        errno = 0
        guard let entry = unsafe readdir(directory) else { break }
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
        if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw MachineError("read the folder", path) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
}

/// Makes a directory where nothing may be yet.
func makeNewDirectory(_ path: String) throws(MachineError) {
    guard unsafe mkdir(path, 0o777) == 0 else { throw MachineError("make the folder", path) }
}

func makeDirectories(_ path: String) throws(MachineError) {
    if path.isEmpty || status(of: path) != nil { return }
    if let slash = path.utf8.lastIndex(of: 0x2F) { try makeDirectories(String(path[..<slash])) }
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw MachineError("make the folder", path) }
}

func setPermissions(of path: String, to permissions: mode_t) throws(MachineError) {
    guard unsafe chmod(path, permissions) == 0 else { throw MachineError("set the permissions of", path) }
}

func renameFile(_ old: String, to new: String) throws(MachineError) {
    guard unsafe rename(old, new) == 0 else { throw MachineError("rename '\(old)' to", new) }
}

/// A second name for a file, link or whatever is at `path`; `false` when the file system gives none.
func hardLink(_ path: String, to new: String) -> Bool { unsafe link(path, new) == 0 }

/// Removes an empty directory; `false` when it is not empty, or no directory.
func removeEmptyDirectory(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

/// Removes whatever is at `path`, directories with everything in them, following no symbolic link. Nothing is fine too.
/// - Parameter jobs: so many of the things in the directory are removed at the same time.
func removeTree(_ path: String, jobs: Int = 1) throws(MachineError) {
    if unsafe unlink(path) == 0 || errno == ENOENT { return }
    let code = errno
    guard status(of: path)?.kind == .directory else { throw MachineError("remove", path, code: code) }
    let names = try names(inDirectory: path)
    let removals = inParallel(names.count, jobs: jobs) { index in
        Result { () throws(MachineError) in
            guard let name = String(validating: names[index], as: UTF8.self) else {
                throw MachineError("empty the folder", path, because: "a name in it is not UTF-8")
            }
            try removeTree(path + "/" + name)
        }
    }
    for removal in removals { try removal.get() }
    guard unsafe rmdir(path) == 0 else { throw MachineError("remove", path) }
}

/// The path without symbolic links, `.` and `..`; `nil` when it does not exist.
func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}

/// The path from the root of something that need not exist yet. A symbolic link stays one when it comes last.
func absolutePath(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == 0x2F { path = String(path.utf8.dropLast()) ?? path }
    let slash = path.utf8.lastIndex(of: 0x2F)
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    if name.isEmpty || name == "." || name == "..", let real = realPath(path) { return real }
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let real = realPath(parent) ?? absolutePath(parent)
    return real == "/" ? "/" + name : real + "/" + name
}

/// Two directories of one file system change places in one step; the error number, or 0.
func exchange(_ first: String, _ second: String) -> Int32 { unsafe linux_exchange_paths(first, second) }

/// Makes sure that what was written under `directory` survives a loss of power, and hears of what could not be written.
func syncFileSystem(of directory: String) throws(MachineError) {
    let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineError("open the folder", directory) }
    defer { close(descriptor) }
    let code = linux_sync_file_system(descriptor)
    guard code == 0 else { throw MachineError("write to disk", directory, code: code) }
}
