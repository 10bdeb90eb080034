// Child processes and pipes, as far as workers need them.

import CLinux
import Glibc

/// A copy of this program with pipes to its standard input and output. Neither blocks.
struct ChildProcess {
    let id: pid_t
    let input: Int32
    let output: Int32

    /// Starts `executable` with `arguments`; what it says on standard error is thrown away.
    init(starting executable: String, arguments: [String]) throws(MachineError) {
        var toChild: [Int32] = [0, 0]
        var fromChild: [Int32] = [0, 0]
        guard unsafe pipe(&toChild) == 0 else { throw MachineError("make a pipe for", executable) }
        guard unsafe pipe(&fromChild) == 0 else {
            toChild.forEach { close($0) }
            throw MachineError("make a pipe for", executable)
        }
        for descriptor in toChild + fromChild { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }

        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        var id: pid_t = 0
        let code = unsafe withCStrings([executable] + arguments) { argv in
            unsafe posix_spawn(&id, executable, &actions, nil, argv, environ)
        }
        close(toChild[0])
        close(fromChild[1])
        guard code == 0 else {
            close(toChild[1])
            close(fromChild[0])
            throw MachineError("start", executable, code: code)
        }
        for descriptor in [toChild[1], fromChild[0]] {
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
        self.id = id
        input = toChild[1]
        output = fromChild[0]
    }

    /// Ends the process if it still runs, and tells how it ended: the signal, or `nil` for an exit of its own.
    @discardableResult
    func end() -> Int32? {
        close(input)
        close(output)
        var status: Int32 = 0
        // One that has already exited keeps its own status.
        if unsafe waitpid(id, &status, WNOHANG) == 0 {
            kill(id, SIGKILL)
            while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
            return SIGKILL
        }
        return status & 0x7F == 0 ? nil : status & 0x7F
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies)
}

/// What can be read now: `nil` when nothing is there yet, empty at the end.
func readAvailable(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 128 * 1024)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress, bytes.count)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? nil : [] }
    buffer.removeLast(buffer.count - count)
    return buffer
}

/// How many bytes of `bytes` from `start` on could be written now; `nil` when the other end is closed.
func writeAvailable(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int? {
    let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress! + start, buffer.count - start)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? 0 : nil }
    return count
}

/// Waits until one of the descriptors can be used or the time is up.
func waitForAny(reading: [Int32], writing: [Int32], milliseconds: Int) {
    var polled =
        reading.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        + writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    _ = unsafe poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
}

/// A closed pipe is an answer, not a reason to die.
func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

/// The limits of a worker process; it also dies when its parent does.
func limitThisProcess(addressSpace: Int) {
    _ = linux_die_with_parent()
    _ = linux_limit_process(UInt(addressSpace), 0)
}

/// Reads exactly `count` bytes from standard input, or `nil` at its end.
func readInput(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
        let read = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe Glibc.read(0, buffer.baseAddress! + filled, count - filled)
        }
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return nil }
        filled += read
    }
    return bytes
}

/// Writes all bytes to standard output; `false` when nobody reads.
func writeOutput(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(1, buffer.baseAddress! + written, buffer.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
    }
    return true
}

/// The path of this program's own file.
package func pathOfThisProgram() -> String { realPath("/proc/self/exe") ?? CommandLine.arguments[0] }

/// Whether a process with this number runs.
func isRunning(_ id: Int32) -> Bool { kill(id, 0) == 0 || errno == EPERM }

func thisProcess() -> Int32 { getpid() }

/// Milliseconds of a clock that only goes forward.
func monotonicMilliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// Days since 1970 by the machine's clock, in UTC.
func daysSince1970Now() -> Int { time(nil) / 86_400 }
