// One builder of an output folder at a time.

import Glibc

struct OutputLock: ~Copyable {
    private let descriptor: Int32
    private let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// Takes the lock, or says that another build has it. It is given back when the value ends, or the process.
    static func take(for output: OutputFolder) throws(MachineError) -> OutputLock {
        try makeDirectories(output.parent)
        let path = output.sibling("lock")
        while true {
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            guard descriptor >= 0 else { throw MachineError("write", path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let code = errno
                close(descriptor)
                guard code == EWOULDBLOCK else { throw MachineError("lock", path, code: code) }
                throw MachineError("another build is writing '\(output.path)'; wait for it, or end it")
            }
            // The lock counts only if the file was not removed by its last owner in between.
            var raw = stat()
            if unsafe fstat(descriptor, &raw) == 0, let current = status(of: path),
                current.isSameFile(as: FileStatus(raw))
            {
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
