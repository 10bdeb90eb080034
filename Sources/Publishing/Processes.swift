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
        var code = unsafe linux_pipe(&toChild)
        guard code == 0 else { throw MachineError("make a pipe for", executable, code: code) }
        code = unsafe linux_pipe(&fromChild)
        guard code == 0 else {
            toChild.forEach { close($0) }
            throw MachineError("make a pipe for", executable, code: code)
        }

        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)

        var id: pid_t = 0
        code = unsafe withCStrings([executable] + arguments) { argv in
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

    /// The processor time that the process has used so far, in milliseconds. Unlike the time on the wall it does not
    /// depend on what else the machine has to do.
    var processorMilliseconds: Int {
        var clock = clockid_t()
        var time = timespec()
        guard unsafe clock_getcpuclockid(id, &clock) == 0, unsafe clock_gettime(clock, &time) == 0 else { return 0 }
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// Whether the process has ended, whoever may still hold its pipes.
    var hasEnded: Bool { linux_has_ended(id) }

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

    /// Tells the process that nothing more comes.
    func endInput() { close(input) }

    /// Waits for the end of a process that has closed its output, and tells its exit code; `nil` when a signal ended it.
    func waitForExit(inputHasEnded: Bool = false) -> Int32? {
        if !inputHasEnded { close(input) }
        close(output)
        var status: Int32 = 0
        while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies)
}

/// Appends what can be read now to `bytes`; `false` at the end.
func readAvailable(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    // As much as a pipe holds.
    let capacity = 64 * 1024
    while true {
        var count = 0
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, initialized in
            count = unsafe read(descriptor, buffer.baseAddress, capacity)
            initialized = max(0, count)
        }
        if count < 0 { return errno == EAGAIN || errno == EINTR }
        if count == 0 { return false }
        bytes.append(contentsOf: chunk)
        if count < capacity { return true }
    }
}

/// How many bytes of `bytes` from `start` on could be written now; `nil` when the other end is closed.
func writeAvailable(_ descriptor: Int32, _ bytes: [UInt8], from start: Int) -> Int? {
    let count = unsafe bytes[start...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
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

/// A closed pipe, or a file beyond the limit of this process, is an error number, not a reason to die.
func turnFatalSignalsIntoErrors() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
}

/// The limits of a worker process; it also dies when its parent does, and at once when it crashes: Swift's own handlers
/// would have its stack traced by a process that nobody listens to, and that keeps the pipes open.
func limitThisProcess(addressSpace: Int) {
    _ = linux_die_with_parent()
    _ = linux_limit_process(UInt(addressSpace))
    for number in [SIGQUIT, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP] { _ = signal(number, SIG_DFL) }
}

/// Reads exactly `count` bytes from standard input, or `nil` at its end.
func readInput(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
        let read = unsafe bytes.withUnsafeMutableBytes { buffer in
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            return unsafe Glibc.read(0, rest.baseAddress, rest.count)
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
        let count = unsafe bytes[written...].withUnsafeBytes { unsafe Glibc.write(1, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        written += count
    }
    return true
}

/// The path of this program's own file.
package func pathOfThisProgram() -> String { realPath("/proc/self/exe") ?? CommandLine.arguments[0] }

/// The path of a program that is installed; `nil` when it is not.
func pathOfProgram(_ name: String) -> String? {
    (environmentValue("PATH") ?? "").split(separator: ":").map { $0 + "/" + name }.first { path in
        unsafe access(path, X_OK) == 0 && status(of: realPath(path) ?? path)?.kind == .file
    }
}

/// A variable of the environment; `nil` for one that is not set, or empty.
func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
}

/// Milliseconds of a clock that only goes forward.
func monotonicMilliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
}

/// Seconds and days since 1970 by the machine's clock, in UTC.
func secondsSince1970Now() -> Int { time(nil) }
func daysSince1970Now() -> Int { time(nil) / 86_400 }
