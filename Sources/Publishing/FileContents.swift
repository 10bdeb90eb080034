// The bytes of files: read, written, copied.

import Glibc

/// Reads a regular file of at most `limit` bytes. Follows no symbolic link and waits for no pipe.
func readFile(_ path: String, limit: Int) throws(MachineError) -> [UInt8] {
    let (descriptor, status) = try openForReading(path)
    defer { close(descriptor) }
    guard status.size <= limit else {
        throw MachineError("read", path, because: "it has \(status.size) bytes; the limit is \(limit)")
    }
    // A file that grows while it is read is read as far as it went when it was opened.
    var bytes = [UInt8](repeating: 0, count: status.size)
    var count = 0
    while count < bytes.count {
        let read = try readSome(descriptor, into: &bytes, from: count, path: path)
        if read == 0 { break }
        count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}

/// Writes a new file. Whatever was there before is gone.
func writeFile(_ path: String, _ bytes: [UInt8]) throws(MachineError) {
    let descriptor = try openForWriting(path, permissions: 0o666)
    try closing(descriptor, path) { () throws(MachineError) in try writeAll(descriptor, bytes[...], path: path) }
}

/// Writes a file in the place of another in one step: whoever reads it sees the old or the new one.
func replaceFile(_ path: String, _ bytes: [UInt8]) throws(MachineError) {
    // Another run may write the same file at the same time.
    let new = "\(path).new-\(getpid())"
    do throws(MachineError) {
        try writeFile(new, bytes)
        if let old = status(of: path) { try setPermissions(of: new, to: old.permissions) }
        try renameFile(new, to: path)
    } catch {
        try? removeTree(new)
        throw error
    }
}

/// Copies a regular file of any size, with its permissions.
func copyFile(_ path: String, to new: String) throws(MachineError) {
    let (source, status) = try openForReading(path)
    defer { close(source) }
    let destination = try openForWriting(new, permissions: status.permissions & 0o777 | 0o200)
    try closing(destination, new) { () throws(MachineError) in
        var buffer = [UInt8](repeating: 0, count: min(max(status.size, 1), 1 << 20))
        var rest = status.size
        while rest > 0 {
            let read = try readSome(source, into: &buffer, from: 0, path: path)
            if read == 0 { break }
            try writeAll(destination, buffer[..<min(read, rest)], path: new)
            rest -= read
        }
    }
}

private func openForReading(_ path: String) throws(MachineError) -> (descriptor: Int32, status: FileStatus) {
    let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw MachineError("read", path) }
    var raw = stat()
    guard unsafe fstat(descriptor, &raw) == 0 else {
        let code = errno
        close(descriptor)
        throw MachineError("read", path, code: code)
    }
    let status = FileStatus(raw)
    guard status.kind == .file else {
        close(descriptor)
        throw MachineError("read", path, because: "it is not a regular file")
    }
    return (descriptor, status)
}

private func openForWriting(_ path: String, permissions: mode_t) throws(MachineError) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw MachineError("write", path) }
    return descriptor
}

/// Closes the descriptor after `body`; closing, too, may be where the disk says that it is full.
private func closing(
    _ descriptor: Int32, _ path: String, after body: () throws(MachineError) -> Void
) throws(MachineError) {
    do throws(MachineError) {
        try body()
    } catch {
        close(descriptor)
        throw error
    }
    guard close(descriptor) == 0 else { throw MachineError("write", path) }
}

/// Fills `buffer` from `start` on with what can be had in one go; 0 at the end of the file.
private func readSome(
    _ descriptor: Int32, into buffer: inout [UInt8], from start: Int, path: String
) throws(MachineError) -> Int {
    while true {
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            return unsafe read(descriptor, rest.baseAddress, rest.count)
        }
        guard count >= 0 || errno == EINTR else { throw MachineError("read", path) }
        if count >= 0 { return count }
    }
}

private func writeAll(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>, path: String) throws(MachineError) {
    var rest = bytes
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 || errno == EINTR else { throw MachineError("write", path) }
        rest = rest.dropFirst(max(0, count))
    }
}
