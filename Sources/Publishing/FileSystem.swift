// The few system calls that Milepost needs, with errors that name the file. All unsafe code of this module is here and
// in Processes.swift.

import CLinux
import Glibc

/// What the machine would not do. Never about the content of a handbook.
package struct MachineError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }

    init(_ action: String, _ path: String, code: Int32 = errno) {
        description = "cannot \(action) '\(path)': \(unsafe String(cString: strerror(code)))"
    }
}

/// A path of the file system as the kernel sees it: bytes.
enum FileKind { case file, directory, symbolicLink, other }

struct FileStatus {
    let kind: FileKind
    let size: Int
    let device: UInt
    let inode: UInt
}

/// The status of `path` itself, not of what it links to; `nil` when there is nothing.
func status(of path: String) -> FileStatus? {
    var raw = stat()
    guard unsafe lstat(path, &raw) == 0 else { return nil }
    return FileStatus(raw)
}

extension FileStatus {
    init(_ raw: stat) {
        let kind: FileKind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .symbolicLink
            default: .other
            }
        self.init(kind: kind, size: Int(raw.st_size), device: UInt(raw.st_dev), inode: UInt(raw.st_ino))
    }
}

/// The names in a directory as bytes, in byte order, without `.` and `..`.
func names(inDirectory path: String) throws(MachineError) -> [[UInt8]] {
    guard let directory = unsafe opendir(path) else { throw MachineError("read the folder", path) }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            unsafe Array(bytes.prefix { $0 != 0 })
        }
        if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
}

/// Reads a regular file of at most `limit` bytes. Follows no symbolic link and waits for no pipe.
func readFile(_ path: String, limit: Int) throws(MachineError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineError("read", path) }
    defer { close(descriptor) }
    var raw = stat()
    guard unsafe fstat(descriptor, &raw) == 0 else { throw MachineError("read", path) }
    let status = FileStatus(raw)
    guard status.kind == .file else { throw MachineError("cannot read '\(path)': it is not a regular file") }
    guard status.size <= limit else {
        throw MachineError("cannot read '\(path)': it has \(status.size) bytes; the limit is \(limit)")
    }
    var bytes = [UInt8](repeating: 0, count: status.size + 1)
    var count = 0
    while count < bytes.count {
        let read = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        }
        if read == 0 { break }
        guard read > 0 || errno == EINTR else { throw MachineError("read", path) }
        if read > 0 { count += read }
        // A file that grows while it is read is read as far as it went when it was opened.
        if count == bytes.count { count -= 1; break }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}

/// Writes a new file. Whatever was there before is gone.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(MachineError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw MachineError("write", path) }
    var written = 0
    while written < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        }
        guard count >= 0 || errno == EINTR else {
            let code = errno
            close(descriptor)
            throw MachineError("write", path, code: code)
        }
        written += max(0, count)
    }
    guard close(descriptor) == 0 else { throw MachineError("write", path) }
}

func makeDirectory(_ path: String) throws(MachineError) {
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw MachineError("make the folder", path) }
}

func makeDirectories(_ path: String) throws(MachineError) {
    if status(of: path) != nil { return }
    if let slash = path.utf8.lastIndex(of: 0x2F), slash != path.startIndex {
        try makeDirectories(String(path[..<slash]))
    }
    try makeDirectory(path)
}

func renameFile(_ old: String, to new: String) throws(MachineError) {
    guard unsafe rename(old, new) == 0 else { throw MachineError("rename '\(old)' to", new) }
}

/// Removes a directory and everything in it, following no symbolic link. What is not there is fine.
func removeTree(_ path: String) throws(MachineError) {
    guard let status = status(of: path) else { return }
    guard status.kind == .directory else {
        guard unsafe unlink(path) == 0 else { throw MachineError("remove", path) }
        return
    }
    for name in try names(inDirectory: path) {
        try removeTree(path + "/" + String(decoding: name, as: UTF8.self))
    }
    guard unsafe rmdir(path) == 0 else { throw MachineError("remove", path) }
}

/// The path without symbolic links, `.` and `..`; `nil` when it does not exist.
func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}

func currentDirectory() -> String { realPath(".") ?? "/" }

/// The path from the root, of something that need not exist yet.
func absolutePath(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    if let real = realPath(path) { return real }
    let slash = path.utf8.lastIndex(of: 0x2F)
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let real = absolutePath(parent)
    return real == "/" ? "/" + name : real + "/" + name
}

/// Two directories of one file system change places in one step; the error number, or 0.
func exchange(_ first: String, _ second: String) -> Int32 { unsafe linux_exchange_paths(first, second) }

/// Makes sure that what was written under `directory` survives a loss of power.
func syncFileSystem(of directory: String) throws(MachineError) {
    let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineError("open the folder", directory) }
    defer { close(descriptor) }
    let code = linux_sync_file_system(descriptor)
    guard code == 0 else { throw MachineError("write to disk", directory, code: code) }
}

/// A second name for a file; `false` when the file system has none to give.
func hardLink(_ path: String, to new: String) -> Bool { unsafe link(path, new) == 0 }
